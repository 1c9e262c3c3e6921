internal import CaseXML
internal import FoundationEssentials
internal import XPath

/// What is asked for, before anything is read.
public struct AuditRequest: Sendable {
  /// The folder Rubrics.
  public var rubricsFolder: String
  /// The registers used.
  public var registers: RegisterLocator.Place?
  /// Empty: every rubric.
  public var rubricIDs: [String]
  /// The county's profile.
  public var profile: String?
  /// Reviewers' answers.
  public var answers: String?
  /// In the order of the file.
  public var waivers: String?
  /// The day of the audit.
  public var asOf: CivilDate
  /// Whether files are validated against the schema.
  public var validates: Bool
  /// The program.
  public var tool: ManifestRecord.Tool

  /// A request with nothing but the folder, the day and the program's name.
  public init(rubricsFolder: String, asOf: CivilDate, tool: ManifestRecord.Tool) {
    self.rubricsFolder = rubricsFolder
    self.asOf = asOf
    self.tool = tool
    registers = nil
    rubricIDs = []
    profile = nil
    answers = nil
    waivers = nil
    validates = true
  }
}

/// Reads everything an audit needs, and says what it was in the manifest.
public struct AuditAssembly: Sendable {
  /// What the folder Rubrics holds.
  public let library: RubricLibrary
  /// What cases are judged with.
  public let context: AuditContext
  /// The stream's first record.
  public let manifest: ManifestRecord
  /// The laws that may be cited.
  public let laws: LawRegister
  /// Remarks about what was read, e.g. registers inside what is judged.
  public let remarks: [RemarkRecord]

  /// A rubric named that there is not; the program ends with 64.
  public struct UnknownRubric: Error, Sendable {
    /// Its identity, stable and unique.
    public var id: String
    /// What there is instead.
    public var known: [String]

    /// What to tell the user.
    public var message: LocalizedText {
      let list = known.joined(separator: "、")
      return LocalizedText(
        zh: "没有评查标准 \(id)；现有：\(list)", en: "there is no rubric \(id); there are: \(list)")
    }
  }

  /// Reads rubrics, registers, calendar, laws, answers and waivers.
  ///
  /// - Throws: ``UnusableRubricError`` where one of them cannot be used, ``UnknownRubric``.
  public init(_ request: AuditRequest) throws {
    let folder = request.rubricsFolder
    var library = try RubricLibrary.load(folder: folder)
    for id in request.rubricIDs where !library.rubrics.contains(where: { $0.id == id }) {
      throw UnknownRubric(id: id, known: library.rubrics.map(\.id))
    }
    let own = try AuditAssembly.registers(
      in: Paths.join(folder, "registers"), named: "registers", rubrics: folder)
    var registers = own
    if let place = request.registers {
      registers = own.replacing(
        with: try AuditAssembly.registers(in: place.folder, named: place.folder, rubrics: folder))
    }
    var profile: ProfileRecord?
    if let path = request.profile {
      let read = try Profile.load(path, rubrics: folder)
      let applied = try ProfileApplication(read, to: library, registers)
      (library, registers) = (applied.library, applied.registers)
      profile = ProfileRecord(
        id: read.id, title: read.title, digest: read.digest, changes: applied.records)
    }
    self.library = library
    guard let calendar = registers.calendar else {
      throw AuditAssembly.missing("registers/calendar.xml")
    }
    // The rubrics' own: a county's register of laws holds what its cases cite.
    laws = try AuditAssembly.laws(own)
    let compiled = try RubricCompiler.compile(
      library, rubrics: Set(request.rubricIDs), functions: CaseFunctions.library)
    let schema = try OwnFileParser.read(
      Paths.join(folder, "schema/case-file.xsd"), as: "schema/case-file.xsd")
    let answers = try request.answers.map { try AnswerBook.load($0, rubrics: folder) }
    let waivers = try request.waivers.map { try WaiverBook.load($0, rubrics: folder) }
    context = AuditContext(
      compiled: compiled, services: RegisterServices(registers: registers, asOf: request.asOf),
      laws: laws, vocabulary: try VocabularyReader.load(folder: folder),
      decisions: Decisions(answers: answers, waivers: waivers, asOf: request.asOf),
      schema: request.validates ? schema : nil)
    let builder = ManifestBuilder(library: library, compiled: compiled, laws: laws)
    manifest = ManifestRecord(
      format: ManifestRecord.currentFormat, tool: request.tool, asOf: "\(request.asOf)",
      rubrics: compiled.rubrics.map { ManifestBuilder.record($0.rubric) },
      requirements: compiled.requirements.map { builder.record($0.requirement) },
      setRules: compiled.setRules.map { builder.record($0.rule) },
      registers: ManifestRecord.Registers(
        folder: request.registers.map { Paths.name(of: $0.folder) },
        insideJudged: request.registers?.insideJudged ?? false,
        files: registers.sources.map {
          ManifestRecord.RegisterFile(
            kind: $0.kind, name: Paths.name(of: $0.name), digest: $0.digest)
        }),
      calendar: ManifestRecord.Calendar(
        firstYear: calendar.first.year, lastYear: calendar.last.year,
        digest: registers.sources.first { $0.kind == WorkingDayCalendar.registerKind }?.digest ?? ""
      ),
      profile: profile, schemaDigest: Digest.sha256(schema),
      options: ManifestRecord.Options(
        rubrics: request.rubricIDs, validation: request.validates, answersDigest: answers?.digest,
        waiversDigest: waivers?.digest))
    remarks = AuditAssembly.remarks(request.registers)
  }

  private static func registers(in folder: String, named name: String, rubrics: String)
    throws(UnusableRubricError) -> Registers
  {
    let schema = try OwnFileParser.registerSchema(rubrics)
    do {
      return try Registers(folder: folder, named: name, schema: schema)
    } catch {
      throw UnusableRubricError(problems: error.problems)
    }
  }

  static func laws(_ registers: Registers) throws(UnusableRubricError) -> LawRegister {
    guard let table = registers.table("laws") else { throw missing("registers/laws.xml") }
    return LawRegister(table)
  }

  private static func missing(_ file: String) -> UnusableRubricError {
    UnusableRubricError(problems: [
      RubricProblem(
        "missing-register", file: file, position: SourcePosition(line: 1, column: 1),
        zh: "缺少 \(file)", en: "\(file) is missing")
    ])
  }

  private static func remarks(_ place: RegisterLocator.Place?) -> [RemarkRecord] {
    guard let place, place.insideJudged else { return [] }
    return [
      RemarkRecord(
        code: "registers-inside",
        message: LocalizedText(
          zh: "登记册位于被评查的文件夹之内；正式评查应使用司法局自己的登记册（--registers）",
          en:
            "the registers lie inside the folder being judged; for a real review use the bureau's "
            + "own (--registers)"),
        subject: Paths.name(of: place.folder))
    ]
  }
}
