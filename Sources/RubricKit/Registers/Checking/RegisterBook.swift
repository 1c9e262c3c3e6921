/// Registers as they are, faults included: for the check that lists the faults and for people who
/// look something up. Cases are judged with ``Registers``, which refuse what is wrong.
public struct RegisterBook: Sendable {
  /// One register and the file it stands in.
  struct Table: Sendable {
    let file: String
    let register: Register
    let layout: RegisterLayout?

    func name(_ language: Language) -> String {
      layout?.title[language] ?? register.kind
    }
  }

  private(set) var tables: [String: Table] = [:]
  /// Kinds of which a file is there that cannot be read.
  private(set) var unreadableKinds: Set<String> = []
  private(set) var faults: [RegisterFinding] = []
  let schema: RegisterSchema

  private var hasCalendar = false
  /// How many registers could be read.
  public var count: Int { tables.count + (hasCalendar ? 1 : 0) }
  /// How many rows they have.
  public var rows: Int { tables.values.reduce(0) { $0 + $1.register.rows.count } }

  /// Reads the registers that ship, and those of a folder in their place.
  ///
  /// - Throws: ``UnusableRubricError`` where a folder cannot be listed or the format is not there.
  public init(rubricsFolder: String, folder: String?) throws(UnusableRubricError) {
    schema = try OwnFileParser.registerSchema(rubricsFolder)
    try read(Paths.join(rubricsFolder, "registers"), named: "registers")
    let shipped = tables
    tables = [:]
    if let folder { try read(folder, named: folder) }
    for (kind, table) in shipped where tables[kind] == nil && !unreadableKinds.contains(kind) {
      tables[kind] = table
    }
  }

  private mutating func read(_ folder: String, named name: String) throws(UnusableRubricError) {
    let entries: [RegisterFolder.Entry]
    do {
      entries = try RegisterFolder(folder, named: name).entries
    } catch {
      throw UnusableRubricError(problems: error.problems)
    }
    for entry in entries { read(entry) }
  }

  private mutating func read(_ entry: RegisterFolder.Entry) {
    var kind: String?
    do throws(RegisterError) {
      let file = try entry.file(schema)
      kind = file.kind
      if let other = tables[file.kind] {
        throw .repeatedKind(kind: file.kind, file: file.name, other: other.file)
      }
      try file.reading { () throws(RegisterError) in try file.check(schema) }
      if file.kind == WorkingDayCalendar.registerKind {
        _ = try WorkingDayCalendar(file)
        hasCalendar = true
        return
      }
      let layout = schema.layouts[file.kind]
      tables[file.kind] = Table(
        file: file.name,
        register: try file.reading { () throws(RegisterError) in
          try Register(file, layout: layout, allowsOverlaps: true)
        }, layout: layout)
    } catch {
      if let kind, tables[kind] == nil { unreadableKinds.insert(kind) }
      for problem in error.problems {
        faults.append(
          RegisterFinding(
            weight: .error, code: problem.code, file: problem.file, position: problem.position,
            key: nil, message: problem.message,
            advice: LocalizedText(
              zh: "改正之前，需要登记册的命令都以65结束",
              en: "Until it is mended, commands that need registers end with 65")))
      }
    }
  }
}
