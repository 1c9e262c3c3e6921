internal import CaseXML

/// Reads `<worksheet>` into rows.
struct SheetReader {
  /// How many cells the rows may have together, gaps included.
  static let maxCells = 4_000_000

  var strings: [String] = []
  var formats = CellFormats()
  var uses1904 = false

  func rows(_ sheet: XMLElement) throws(WorkbookFault) -> [TableRow] {
    var rows: [TableRow] = []
    var room = Self.maxCells
    var number = 0
    for element in sheet.first("sheetData")?.children(named: "row") ?? [] {
      number = try Self.number(of: element, after: number)
      while rows.count < number { rows.append(TableRow(number: rows.count + 1, cells: [])) }
      try read(element, into: &rows[number - 1], &room)
    }
    for merge in sheet.first("mergeCells")?.children(named: "mergeCell") ?? [] {
      try Self.clear(merge, in: &rows, &room)
    }
    while rows.last?.isBlank ?? false { rows.removeLast() }
    return rows
  }

  /// The row's own number, or the next one.
  private static func number(of row: XMLElement, after last: Int) throws(WorkbookFault) -> Int {
    let written = row.attribute("r")
    guard let number = written.map({ Int($0) }) ?? (last + 1),
      (1...CellPlace.lastRow).contains(number)
    else { throw .place(written ?? "\(last + 1)") }
    return number
  }

  private func read(_ element: XMLElement, into row: inout TableRow, _ room: inout Int)
    throws(WorkbookFault)
  {
    var next = 0
    for cell in element.children(named: "c") {
      var column = next
      if let reference = cell.attribute("r") {
        guard let place = CellPlace(reference), place.row == row.number else {
          throw .place(reference)
        }
        column = place.column
      }
      guard column < CellPlace.columns else { throw .place("\(row.number)") }
      next = column + 1
      let value = value(of: cell)
      if case .text("") = value { continue }
      let missing = max(0, column + 1 - row.cells.count)
      room -= missing
      guard room >= 0 else { throw .tooManyCells(limit: Self.maxCells) }
      row.cells += [String](repeating: "", count: missing)
      switch value {
      case .text(let text): row.cells[column] = text
      case .fault(let fault): row.faults[column] = fault
      }
    }
  }

  /// What a cell holds; of a formula, the value that was saved.
  private func value(of cell: XMLElement) -> CellValue {
    let type = cell.attribute("t") ?? "n"
    if type == "inlineStr" { return .text(cell.first("is").map(CellText.text) ?? "") }
    guard let raw = cell.first("v")?.text else {
      return cell.first("f") == nil ? .text("") : .notCalculated
    }
    let text = TableText.trimmed(raw)
    switch type {
    case "str": return .text(CellText.decoded(raw))
    case "s":
      guard let index = Int(text), strings.indices.contains(index) else {
        return .unreadable(text)
      }
      return .text(strings[index])
    case "b": return .text(text == "1" || text == "true" ? "TRUE" : "FALSE")
    case "e": return .error(text)
    // ISO 8601, with or without a time.
    case "d": return .text(text.split(separator: "T").first.map(String.init) ?? "")
    case "n":
      if text.isEmpty { return .text("") }
      let style = cell.attribute("s").flatMap { Int($0) } ?? 0
      return formats.isDate(style: style)
        ? .day(text, uses1904: uses1904) : .number(text)
    default: return .unreadable(text)
    }
  }

  /// Of merged cells only the first is shown; others may still hold what nobody sees.
  private static func clear(_ merge: XMLElement, in rows: inout [TableRow], _ room: inout Int)
    throws(WorkbookFault)
  {
    let reference = merge.attribute("ref") ?? ""
    let corners = reference.split(separator: ":").map { CellPlace($0) }
    guard let start = corners.first ?? nil, let end = corners.last ?? nil, start.row <= end.row,
      start.column <= end.column
    else { throw .place(reference) }
    guard start.row <= rows.count else { return }
    for row in start.row...min(end.row, rows.count) {
      let width = rows[row - 1].cells.count
      room -= 1 + max(0, min(end.column + 1, width) - start.column)
      guard room >= 0 else { throw .tooManyCells(limit: maxCells) }
      guard start.column < width else { continue }
      for column in start.column...min(end.column, width - 1)
      where row != start.row || column != start.column {
        rows[row - 1].cells[column] = ""
        rows[row - 1].faults[column] = nil
      }
    }
  }
}
