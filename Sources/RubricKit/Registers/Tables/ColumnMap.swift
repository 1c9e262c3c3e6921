internal import CaseXML

/// Which column of a table is which field: from a `<registerColumns>` file, or from the headers.
struct ColumnMap {
  /// Where a column's cells go.
  enum Target: Hashable {
    case key
    case from
    case to
    case field(String)
    case attribute(String, of: String)

    /// `key`, `from`, `to`, `name`, `status@from`.
    init?(_ text: String, _ layout: RegisterLayout) {
      switch text {
      case "key" where layout.keyFields.isEmpty: self = .key
      case "from": self = .from
      case "to": self = .to
      default:
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        guard let field = parts.first.flatMap({ layout.field($0) }) else { return nil }
        guard parts.count == 2 else {
          self = .field(field.name)
          return
        }
        guard field.attributes.contains(where: { $0.name == parts[1] }) else { return nil }
        self = .attribute(parts[1], of: field.name)
      }
    }
  }

  /// One column: its header, or nil for a value that is the same in every row.
  struct Column {
    let header: String?
    /// Nil: the column is left out.
    let target: Target?
    let constant: String?
    /// What stands in cells, and what it means.
    let meanings: [String: String]
    let position: SourcePosition
  }

  /// The kind of register.
  var kind: String
  /// Attributes of the register's root.
  var head: [(name: String, value: String)] = []
  /// The row that holds the headers.
  var headerRow = 1
  /// Of CSV: what separates the cells; nil: a comma.
  var delimiter: UInt8?
  /// Of CSV; nil: what the bytes tell.
  var encoding: TextEncoding?
  /// Of a workbook: the sheet's name; nil: the first one.
  var sheet: String?
  /// Where the map begins.
  var position = SourcePosition(line: 1, column: 1)
  /// Nil: the headers name the fields.
  var columns: [Column]?

  /// A table without a map: its name is the kind, or what people call it.
  init(tableNamed name: String, file: String, schema: RegisterSchema) throws(RegisterError) {
    let layout = schema.layouts.values.first {
      $0.kind == name || $0.title.zh == name || $0.title.en == name
    }
    guard let layout else { throw Self.unknownKind(name, file: file, schema) }
    kind = layout.kind
  }

  /// Reads a `<registerColumns>` file.
  init(_ bytes: [UInt8], file: String, schema: RegisterSchema) throws(RegisterError) {
    let root: XMLElement
    do {
      let parsed = try XMLParser().parse(bytes)
      guard let element = parsed.document.rootElement, element.name == "registerColumns" else {
        throw RegisterError.invalid(
          file: file, SourcePosition(line: 1, column: 1),
          .notColumns(root: parsed.document.rootElement?.name ?? ""))
      }
      root = element
      let errors = try schema.columnErrors(bytes)
      if !errors.isEmpty { throw RegisterError.schema(file: file, errors) }
    } catch let error as RegisterError {
      throw error
    } catch let error as XMLError {
      throw .xml(file: file, error)
    } catch {
      throw .unreadable(file: file)
    }
    kind = root.attribute("kind") ?? ""
    guard let layout = schema.layouts[kind] else {
      throw Self.unknownKind(kind, file: file, schema)
    }
    head = ["from", "to", "source"].compactMap { name in
      root.attribute(name).map { (name, $0) }
    }
    headerRow = root.attribute("header-row").flatMap { Int($0) } ?? 1
    encoding = root.attribute("encoding").flatMap { TextEncoding(rawValue: $0) }
    delimiter =
      ["comma": ",", "semicolon": ";", "tab": "\t"][root.attribute("delimiter") ?? ""]?
      .utf8.first
    sheet = root.attribute("sheet").map(TableText.trimmed)
    position = root.position
    var columns: [Column] = []
    for element in root.children(named: "column") {
      columns.append(try Self.column(element, file: file, layout))
    }
    self.columns = columns
  }

  /// The name of an attribute that says nothing about tables of this format.
  func surplus(for format: TableFormat) -> String? {
    switch format {
    case .csv: sheet == nil ? nil : "sheet"
    case .xlsx: encoding != nil ? "encoding" : delimiter != nil ? "delimiter" : nil
    }
  }

  private static func column(_ element: XMLElement, file: String, _ layout: RegisterLayout)
    throws(RegisterError) -> Column
  {
    let name = element.attribute("field")
    let target = name.flatMap { Target($0, layout) }
    if let name, target == nil {
      throw .invalid(
        file: file, element.position, .unknownField(name, known: Self.names(layout)))
    }
    return Column(
      header: element.attribute("header").map(TableText.trimmed), target: target,
      constant: element.attribute("value"),
      meanings: Dictionary(
        element.children(named: "value").map {
          ($0.attribute("is") ?? "", $0.attribute("as") ?? "")
        }, uniquingKeysWith: { first, _ in first }), position: element.position)
  }

  /// What a header says without a map: a field's name, or what people call it.
  static func target(ofHeader header: String, _ layout: RegisterLayout) -> Target? {
    if let target = Target(header, layout) { return target }
    if let key = layout.keyTitle, header == key.zh || header == key.en { return .key }
    switch header {
    case "起始日期", "Valid from": return .from
    case "截止日期", "Valid until": return .to
    default: break
    }
    for field in layout.fields {
      if header == field.title.zh || header == field.title.en { return .field(field.name) }
      for attribute in field.attributes
      where header == "\(field.title.zh)（\(attribute.title.zh)）"
        || header == "\(field.title.en) (\(attribute.title.en))"
      {
        return .attribute(attribute.name, of: field.name)
      }
    }
    return nil
  }

  /// The names that a map may use.
  static func names(_ layout: RegisterLayout) -> [String] {
    (layout.keyFields.isEmpty ? ["key"] : []) + ["from", "to"]
      + layout.fields.flatMap { field in
        [field.name] + field.attributes.map { "\(field.name)@\($0.name)" }
      }
  }

  private static func unknownKind(_ kind: String, file: String, _ schema: RegisterSchema)
    -> RegisterError
  {
    .invalid(
      file: file, SourcePosition(line: 1, column: 1),
      .unknownKind(kind, known: schema.layouts.keys.sorted()))
  }
}
