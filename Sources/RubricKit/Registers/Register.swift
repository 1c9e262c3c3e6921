public import CaseXML

/// Rows of fields under a key, each in force over a period, looked up as of a day.
public struct Register: Sendable {
  /// One row.
  public struct Row: Sendable, Hashable {
    /// What it is looked up by.
    public let key: String
    /// The first day in force; nil: since ever.
    public let from: CivilDate?
    /// The last day in force; nil: still.
    public let to: CivilDate?
    /// The fields by name.
    public let fields: [String: String]
    /// Where it stands in the register.
    public let position: SourcePosition

    /// Whether the row is in force on a day.
    public func isInForce(on date: CivilDate) -> Bool {
      from.map { $0 <= date } ?? true && to.map { date <= $0 } ?? true
    }
  }

  /// What a register says about a key on a day.
  public enum Answer: Sendable, Hashable {
    /// The row in force.
    case row(Row)
    /// The register covers the day and has no such row.
    case none
    /// The register says nothing about the day.
    case notCovered(from: CivilDate?, to: CivilDate?)
  }

  /// What the register holds.
  public let kind: String
  /// The first day covered; nil: no beginning.
  public let from: CivilDate?
  /// The last day covered; nil: kept up to date.
  public let to: CivilDate?
  /// The rows in the order of the file.
  public let rows: [Row]
  private let byKey: [String: [Row]]

  /// Reads `<row key="…" from="…" to="…"><field>value</field>…</row>`.
  public init(_ file: RegisterFile) throws(RegisterError) {
    kind = file.kind
    from = file.from
    to = file.to
    var rows: [Row] = []
    var byKey: [String: [Row]] = [:]
    for element in file.root.children {
      let row = try Self.row(element, file: file.name)
      for other in byKey[row.key, default: []] where Self.overlap(row, other) {
        throw .invalid(file: file.name, row.position, .overlappingRows(key: row.key))
      }
      rows.append(row)
      byKey[row.key, default: []].append(row)
    }
    self.rows = rows
    self.byKey = byKey
  }

  private static func row(_ element: XMLElement, file: String) throws(RegisterError) -> Row {
    guard element.name == "row" else {
      throw .invalid(file: file, element.position, .unexpected("<\(element.name)>"))
    }
    try RegisterFile.allow(["key", "from", "to"], on: element, file: file)
    let (from, to) = try RegisterFile.period(of: element, file: file)
    var fields: [String: String] = [:]
    for field in element.children {
      guard fields.updateValue(field.trimmedText, forKey: field.name) == nil else {
        throw .invalid(file: file, field.position, .repeatedField(field.name))
      }
    }
    return Row(
      key: try RegisterFile.required("key", of: element, file: file), from: from, to: to,
      fields: fields, position: element.position)
  }

  private static func overlap(_ left: Row, _ right: Row) -> Bool {
    (left.from ?? .first) <= (right.to ?? .last) && (right.from ?? .first) <= (left.to ?? .last)
  }

  /// The row of a key that is in force on a day.
  public func answer(_ key: String, on date: CivilDate) -> Answer {
    if from.map({ date < $0 }) ?? false || to.map({ date > $0 }) ?? false {
      return .notCovered(from: from, to: to)
    }
    guard let row = byKey[key]?.first(where: { $0.isInForce(on: date) }) else { return .none }
    return .row(row)
  }

  /// All rows of a key, whatever their dates.
  public func rows(for key: String) -> [Row] {
    byKey[key] ?? []
  }
}
