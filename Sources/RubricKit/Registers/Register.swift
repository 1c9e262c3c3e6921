public import CaseXML

/// Rows of fields under a key, each in force over a period, looked up as of a day.
public struct Register: Sendable {
  /// One row.
  public struct Row: DaysOfForce, Sendable, Hashable {
    /// What it is looked up by.
    public let key: String
    /// The first day in force; nil: since ever.
    public let from: CivilDate?
    /// The last day in force; nil: still.
    public let to: CivilDate?
    /// The fields by name; one that stands several times in the row is not among them.
    public let fields: [String: String]
    /// All fields in the order of the row.
    public let parts: [Part]
    /// Where it stands in the register.
    public let position: SourcePosition

    /// The values of a field, one or several.
    public func values(_ name: String) -> [String] {
      parts.compactMap { $0.name == name && !$0.value.isEmpty ? $0.value : nil }
    }
  }

  /// One field of a row, with what stands in its attributes.
  public struct Part: Sendable, Hashable {
    /// The field's name.
    public let name: String
    /// Its text without white space at its ends.
    public let value: String
    /// Its attributes by name.
    public let attributes: [String: String]
    /// Where it stands.
    public let position: SourcePosition
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
  ///
  /// - Parameters:
  ///   - layout: what a row holds; without one the key is an attribute and no field is repeated.
  ///   - allowsOverlaps: keeps rows of one key that are in force on one day, for the check that
  ///     reports them; a look-up would have to guess between them.
  public init(
    _ file: RegisterFile, layout: RegisterLayout? = nil, allowsOverlaps: Bool = false
  ) throws(RegisterError) {
    kind = file.kind
    from = file.from
    to = file.to
    let reader = RowReader(file: file.name, layout: layout)
    var rows: [Row] = []
    var byKey: [String: [Row]] = [:]
    for element in file.root.children {
      let row = try reader.row(element)
      if !allowsOverlaps,
        byKey[row.key, default: []].contains(where: row.overlaps)
      {
        throw .invalid(file: file.name, row.position, .overlappingRows(key: row.key))
      }
      rows.append(row)
      byKey[row.key, default: []].append(row)
    }
    self.rows = rows
    self.byKey = byKey
  }

  /// This register with the rows of another; where both have a key, the other's stand.
  func adding(_ other: Register) -> Register {
    let kept = rows.filter { other.byKey[$0.key] == nil }
    return Register(
      kind: kind, from: from, to: to, rows: kept + other.rows,
      byKey: byKey.merging(other.byKey) { _, theirs in theirs })
  }

  /// A register without an end or beginning that holds these rows.
  init(kind: String, rows: [Row]) {
    self.init(
      kind: kind, from: nil, to: nil, rows: rows, byKey: Dictionary(grouping: rows, by: \.key))
  }

  private init(
    kind: String, from: CivilDate?, to: CivilDate?, rows: [Row], byKey: [String: [Row]]
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.rows = rows
    self.byKey = byKey
  }

  /// The keys in the order of their first rows.
  public var keys: [String] {
    var seen: Set<String> = []
    return rows.compactMap { seen.insert($0.key).inserted ? $0.key : nil }
  }

  /// The row of a key that is in force on a day.
  public func answer(_ key: String, on date: CivilDate) -> Answer {
    guard covers(date) else { return .notCovered(from: from, to: to) }
    guard let row = byKey[key]?.first(where: { $0.isInForce(on: date) }) else { return .none }
    return .row(row)
  }

  /// Whether the register speaks about a day.
  public func covers(_ date: CivilDate) -> Bool {
    from.map { $0 <= date } ?? true && to.map { date <= $0 } ?? true
  }

  /// The row of a key that began last, whatever the day.
  public func newest(_ key: String) -> Row? {
    byKey[key]?.max { ($0.from ?? .first) < ($1.from ?? .first) }
  }

  /// All rows of a key, whatever their dates.
  public func rows(for key: String) -> [Row] {
    byKey[key] ?? []
  }
}
