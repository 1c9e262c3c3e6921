internal import CaseXML

/// Turns a table into a register: each row of the table becomes a row of XML on the line with the
/// same number, so that one schema judges both and every error can be led back to its row.
struct TableReader {
  let file: String
  let map: ColumnMap
  let layout: RegisterLayout
  let format: TableFormat

  /// A column with where its cells go.
  private struct Column {
    let index: Int?
    let header: String
    let target: ColumnMap.Target
    let constant: String?
    let meanings: [String: String]
  }

  /// The register as XML, and where its parts stand in the table.
  func register(_ rows: [TableRow]) throws(RegisterError) -> (xml: [UInt8], origin: TableOrigin) {
    guard let header = rows.first(where: { $0.number == map.headerRow }) else {
      throw fault(
        map.headerRow, nil, LocalizedText(zh: "表中没有标题行", en: "the table has no row of headers"))
    }
    let columns = try columns(header)
    var origin = TableOrigin(file: file, headers: header.cells.map(TableText.trimmed))
    let head = [("kind", map.kind)] + map.head
    var line = "<register" + head.map { " \($0.0)=\"\(Self.escaped($0.1))\"" }.joined() + ">"
    var lines: [String] = []
    let width = max((columns.compactMap(\.index).max() ?? 0) + 1, header.cells.count)
    for row in rows {
      if row.number > map.headerRow, !row.isBlank {
        if row.faults.keys.contains(where: { $0 >= width })
          || row.cells.dropFirst(width).contains(where: { !TableText.trimmed($0).isEmpty })
        {
          throw fault(row.number, nil, format.surplus)
        }
        var builder = RowBuilder(offset: line.unicodeScalars.count)
        try build(row, columns, &builder)
        line += builder.text
        origin.marks[row.number] = builder.marks
      }
      lines.append(line)
      line = ""
    }
    lines.append("</register>")
    return (Array(lines.joined(separator: "\n").utf8), origin)
  }

  // MARK: Headers

  private func columns(_ header: TableRow) throws(RegisterError) -> [Column] {
    var columns: [Column] = []
    for (index, cell) in header.cells.enumerated() {
      try check(header, index)
      let name = TableText.trimmed(cell)
      if name.isEmpty { continue }
      if let mapped = map.columns {
        guard let column = mapped.first(where: { $0.header == name }) else {
          throw unknownHeader(name, index)
        }
        guard let target = column.target else { continue }
        columns.append(
          Column(
            index: index, header: name, target: target, constant: nil, meanings: column.meanings))
      } else if let target = ColumnMap.target(ofHeader: name, layout) {
        columns.append(
          Column(index: index, header: name, target: target, constant: nil, meanings: [:]))
      } else {
        throw unknownHeader(name, index)
      }
    }
    for column in map.columns ?? [] {
      if let header = column.header, !columns.contains(where: { $0.header == header }),
        column.target != nil
      {
        throw fault(
          map.headerRow, nil,
          LocalizedText(zh: "表中没有“\(header)”列", en: "the table has no column “\(header)”"))
      }
      if column.header == nil, let target = column.target, let value = column.constant {
        columns.append(
          Column(index: nil, header: value, target: target, constant: value, meanings: [:]))
      }
    }
    var seen: Set<ColumnMap.Target> = []
    for column in columns where !seen.insert(column.target).inserted {
      throw fault(
        map.headerRow, column.index,
        LocalizedText(
          zh: "“\(column.header)”与另一列是同一字段", en: "“\(column.header)” is the same field as another"))
    }
    return columns
  }

  private func unknownHeader(_ name: String, _ index: Int) -> RegisterError {
    let titles = layout.fields.map(\.title.zh).joined(separator: "、")
    return fault(
      map.headerRow, index,
      LocalizedText(
        zh: "不知道“\(name)”列是什么；可用的列名有：\(titles)，或者用 .columns.xml 文件说明各列",
        en:
          "what is the column “\(name)”? Known: \(ColumnMap.names(layout).joined(separator: ", ")); "
          + "or say it in a file .columns.xml"))
  }

  // MARK: Rows

  private func build(_ row: TableRow, _ columns: [Column], _ builder: inout RowBuilder)
    throws(RegisterError)
  {
    var values: [ColumnMap.Target: (text: String, column: Int?)] = [:]
    for column in columns {
      if let index = column.index { try check(row, index) }
      let cell = column.index.map { $0 < row.cells.count ? row.cells[$0] : "" } ?? column.constant
      let text = TableText.trimmed(cell ?? "")
      values[column.target] = (column.meanings[text] ?? text, column.index)
    }
    builder.add("<row", nil)
    for (name, target) in [("key", ColumnMap.Target.key), ("from", .from), ("to", .to)] {
      guard let value = values[target], !value.text.isEmpty else { continue }
      let text = target == .key ? value.text : TableText.day(value.text)
      builder.add(" \(name)=\"\(Self.escaped(text))\"", value.column)
    }
    builder.add(">", nil)
    for field in layout.fields {
      let text = values[.field(field.name)]
      let attributes = field.attributes.compactMap { attribute in
        values[.attribute(attribute.name, of: field.name)].map { (attribute, $0) }
      }
      let split = { (cell: String) in field.isRepeated ? TableText.several(cell) : [cell] }
      let texts = text.map { split($0.text) } ?? []
      let others = attributes.map { split($0.1.text) }
      let count = ([texts.count] + others.map(\.count)).max() ?? 0
      for list in [texts] + others
      where list.count != count && list.contains(where: { !$0.isEmpty }) {
        throw fault(
          row.number, text?.column ?? attributes.first?.1.column,
          LocalizedText(
            zh: "“\(field.title.zh)”各列用分号隔开的值，个数不一致",
            en: "the columns of “\(field.title.en)” hold different numbers of values"))
      }
      for index in 0..<count {
        let value = index < texts.count ? texts[index] : ""
        let pairs = zip(attributes, others).compactMap { attribute, list -> Pair? in
          guard index < list.count, !list[index].isEmpty else { return nil }
          return Pair(attribute: attribute.0, text: list[index], column: attribute.1.column)
        }
        // An empty cell of a field that must be there stays, so that the error names its column.
        guard !value.isEmpty || !pairs.isEmpty || field.isRequired && count == 1 else { continue }
        builder.add("<\(field.name)", text?.column ?? pairs.first?.column)
        for pair in pairs {
          let code = Self.code(pair.text, pair.attribute.codes, isDay: pair.attribute.isDay)
          builder.add(" \(pair.attribute.name)=\"\(Self.escaped(code))\"", pair.column)
        }
        let code = Self.code(value, field.codes, isDay: field.isDay)
        builder.add(">\(Self.escaped(code))</\(field.name)>", text?.column)
      }
    }
    builder.add("</row>", nil)
  }

  private struct Pair {
    let attribute: RegisterLayout.Attribute
    let text: String
    let column: Int?
  }

  /// A code from its word in either language; a day in the form that registers have.
  private static func code(_ text: String, _ codes: [String: LocalizedText], isDay: Bool) -> String
  {
    if isDay { return TableText.day(text) }
    return codes.first { $0.value.zh == text || $0.value.en == text }?.key ?? text
  }

  /// For text and attributes; a line end would move the rows that follow.
  private static func escaped(_ text: String) -> String {
    let isSpecial: (UInt8) -> Bool = { byte in
      byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
    // Nearly no cell holds any of them, and a register has many cells.
    guard text.utf8.contains(where: isSpecial) else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      .replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
  }

  /// Refuses a cell that its format cannot tell the value of.
  private func check(_ row: TableRow, _ index: Int) throws(RegisterError) {
    guard let message = row.faults[index] else { return }
    throw .table(
      file: file,
      [TableOrigin.cellProblem(file: file, row: row.number, column: index, message)])
  }

  private func fault(_ row: Int, _ column: Int?, _ message: LocalizedText) -> RegisterError {
    .table(file: file, [TableOrigin.problem(file: file, row: row, column: column, nil, message)])
  }
}

/// The text of one row, with the columns from which its parts came.
private struct RowBuilder {
  let offset: Int
  var text = ""
  var marks: [TableOrigin.Mark] = []
  private var count = 0

  init(offset: Int) {
    self.offset = offset
  }

  mutating func add(_ part: String, _ column: Int?) {
    marks.append(TableOrigin.Mark(start: offset + count + 1, column: column))
    text += part
    count += part.unicodeScalars.count
  }
}
