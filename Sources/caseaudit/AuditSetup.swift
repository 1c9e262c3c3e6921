internal import CaseXML
internal import FoundationEssentials
internal import RubricKit

/// A run ready to start, or the end of the program with what went wrong.
struct AuditSetup {
  let assembly: AuditAssembly
  let found: FoundFiles
  let audit: Audit

  /// Reads everything the options name.
  ///
  /// - Throws: `Failure`, which says what is wrong and with which status to end.
  init(_ options: AuditOptions, paths: [String], shard: Shard? = nil) throws {
    let lang = options.lang
    let asOf = try AuditSetup.day(options.asOf, lang)
    do {
      let all = try CaseFileFinder().find(paths)
      found = shard?.files(of: all) ?? all
    } catch {
      throw Failure(.usage, error.message, lang)
    }
    var request = AuditRequest(
      rubricsFolder: try AuditSetup.rubricsFolder(options.rubricsFolder, lang), asOf: asOf,
      tool: ToolVersion.record)
    do throws(RegisterLocator.Failure) {
      request.registers = try RegisterLocator(named: options.registersFolder).locate(for: paths)
    } catch {
      throw Failure(.unusable, error.message, lang)
    }
    request.rubricIDs = options.rubricIDs
    request.profile = options.profile
    request.answers = options.answers
    request.waivers = options.waivers
    request.validates = !options.noValidation
    assembly = try AuditSetup.assemble(request, lang)
    audit = Audit(
      context: assembly.context, manifest: assembly.manifest,
      jobs: options.jobs ?? ProcessInfo.processInfo.activeProcessorCount, remarks: assembly.remarks,
      shard: shard)
  }

  static func rubricsFolder(_ named: String?, _ lang: Language) throws -> String {
    do {
      return try RubricLocator(named: named).locate()
    } catch {
      throw Failure(.unusable, error.message, lang)
    }
  }

  /// The office's text of a kind of paper.
  static func template(_ kind: PaperTemplate.Kind, _ rubrics: String?, _ lang: Language) throws
    -> PaperTemplate
  {
    do {
      return try PaperTemplate(kind, folder: try rubricsFolder(rubrics, lang))
    } catch let error as UnusableRubricError {
      throw Failure(error, lang)
    }
  }

  static func assemble(_ request: AuditRequest, _ lang: Language) throws -> AuditAssembly {
    do {
      return try AuditAssembly(request)
    } catch let error as UnusableRubricError {
      throw Failure(error, lang)
    } catch let error as AuditAssembly.UnknownRubric {
      throw Failure(.usage, error.message, lang)
    }
  }

  static func day(_ text: String?, _ lang: Language) throws -> CivilDate {
    guard let text else { return Today.inShanghai() }
    do {
      return try CivilDate(text)
    } catch {
      throw Failure(.usage, error.message, lang)
    }
  }
}

/// The end of the program: a message for standard error, and a status.
struct Failure: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ status: ExitStatus, _ message: LocalizedText, _ lang: Language) {
    self.status = status
    description = message[lang]
  }

  /// A file of ours that cannot be used, with every problem.
  init(_ error: UnusableRubricError, _ lang: Language) {
    self.init(.unusable, ProblemList.text(error.problems), lang)
  }
}

/// Problems of rubric files as lines `file:line:column: message`.
enum ProblemList {
  static func text(_ problems: [RubricProblem]) -> LocalizedText {
    LocalizedText(
      zh: problems.map { line($0, $0.message.zh, $0.weight == .warning ? "提示" : "错误") }
        .joined(separator: "\n"),
      en: problems.map { line($0, $0.message.en, $0.weight.rawValue) }.joined(separator: "\n"))
  }

  private static func line(_ problem: RubricProblem, _ message: String, _ weight: String) -> String
  {
    "\(problem.file):\(problem.position.line):\(problem.position.column): "
      + "\(weight)：\(message) [\(problem.code)]"
  }
}
