/// All registers a case is judged with: the calendar and the tables, one of each kind.
public struct Registers: Sendable {
  /// Which file holds a kind.
  public struct Source: Sendable, Hashable {
    /// The kind.
    public let kind: String
    /// The file, as it is cited.
    public let name: String
    /// SHA-256 of its bytes.
    public let digest: String
  }

  /// The working-day calendar; nil where no register of that kind was given.
  public private(set) var calendar: WorkingDayCalendar?
  private var tables: [String: Register] = [:]
  private var sourcesByKind: [String: Source] = [:]

  /// No registers at all.
  public init() {}

  /// Reads every `*.xml` and, with a schema, every table `*.csv` and `*.xlsx` of a folder; the names cited begin with `name`.
  ///
  /// - Parameter schema: what each file must follow; nil: only what look-ups need is checked.
  public init(folder: String, named name: String, schema: RegisterSchema? = nil)
    throws(RegisterError)
  {
    self.init()
    for entry in try RegisterFolder(folder, named: name).entries {
      try add(try entry.file(schema), schema: schema)
    }
  }

  /// Adds one register; a second one of its kind is refused.
  public mutating func add(_ file: RegisterFile, schema: RegisterSchema? = nil)
    throws(RegisterError)
  {
    if let other = sourcesByKind[file.kind] {
      throw .repeatedKind(kind: file.kind, file: file.name, other: other.name)
    }
    sourcesByKind[file.kind] = Source(kind: file.kind, name: file.name, digest: file.digest)
    if file.kind == WorkingDayCalendar.registerKind {
      if let schema { try file.check(schema) }
      calendar = try WorkingDayCalendar(file)
    } else {
      tables[file.kind] = try file.reading { () throws(RegisterError) in
        if let schema { try file.check(schema) }
        return try Register(file, layout: schema?.layouts[file.kind])
      }
    }
  }

  /// These registers, with those of the same kind in `others` replaced: the bureau's own stand
  /// before the ones that ship. Laws are added, since what ships is what the rubrics themselves cite.
  public func replacing(with others: Registers) -> Registers {
    var result = self
    result.calendar = others.calendar ?? calendar
    result.tables.merge(others.tables) { own, other in
      own.kind == "laws" ? own.adding(other) : other
    }
    result.sourcesByKind.merge(others.sourcesByKind) { _, other in other }
    return result
  }

  /// Sets the row of a key in a register, in place of the rows that the key had.
  mutating func set(_ kind: String, _ row: Register.Row) {
    let own = Register(kind: kind, rows: [row])
    tables[kind] = tables[kind].map { $0.adding(own) } ?? own
  }

  /// The files in use, by kind.
  public var sources: [Source] {
    sourcesByKind.values.sorted { $0.kind.utf8.lexicographicallyPrecedes($1.kind.utf8) }
  }

  /// The register of a kind.
  public func table(_ kind: String) -> Register? {
    tables[kind]
  }

  /// The agency's name in the register of kind `agencies` (field `name`), whatever the day; the
  /// newest row where there are several.
  public func agencyName(_ code: String) -> String? {
    tables["agencies"]?.newest(code)?.fields["name"]
  }
}
