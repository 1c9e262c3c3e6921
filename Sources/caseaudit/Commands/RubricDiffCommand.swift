internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit rubric diff OLD NEW [CASES…]`: what an author changed, and which cases that changes.
struct RubricDiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "比较两套评查标准，给出案卷时列出哪些案卷结果有变、为什么。Compare two rubrics folders, and what cases get by each.")

  @Argument(help: "原来的 Rubrics 文件夹。The old folder.")
  var old: String

  @Argument(help: "新的 Rubrics 文件夹。The new folder.")
  var new: String

  @Argument(help: "案卷文件、文件夹。Case files or folders.")
  var cases: [String] = []

  @Option(help: "输出格式：text、json。")
  var format: ReportFormat = .text

  @Option(help: "写入文件（完整写成才出现）。Write to a file.")
  var output: String?

  @Flag(
    name: .customLong("exit-code"), help: "有不同时以 1 退出（默认为 0）。End with 1 where anything differs.")
  var exitCode = false

  @OptionGroup var options: AuditOptions

  func validate() throws {
    if options.rubricsFolder != nil {
      throw ValidationError("两个文件夹已经写明，不用 --rubrics。The folders are named; no --rubrics.")
    }
    if cases.contains(where: { $0.hasSuffix(".jsonl") }) {
      throw ValidationError(
        "比较要重新评查，须给出案卷，不能用保存的记录。Give case files: a saved stream cannot be judged again.")
    }
  }

  func run() async throws {
    let before = try library(old)
    let after = try library(new)
    let comparison: RubricComparison
    do {
      comparison = try RubricComparison(before, after)
    } catch {
      throw Failure(error, options.lang)
    }
    var changed = !comparison.changes.isEmpty
    let causes = try await Destination.write(to: output) { sink in
      var causes = AuditCauses()
      var results: ResultComparison?
      if !cases.isEmpty {
        let first = try await judge(old)
        let second = try await judge(new)
        causes = second.causes
        causes.notJudged = causes.notJudged || first.causes.notJudged || second.causes.cases == 0
        let compared = ResultComparison(first.results, second.results)
        changed = changed || !compared.cases.isEmpty
        results = compared
      }
      let report = RubricDiffReport(
        comparison, results, titles: Self.titles(before, after), language: options.lang)
      try sink.write(format.isJSON ? try report.json() : report.text)
      return causes
    }
    if causes.notJudged { throw ExitStatus.notJudged.code }
    if exitCode && changed { throw ExitStatus.failOn.code }
  }

  /// A folder that can be used in every respect.
  private func library(_ folder: String) throws -> RubricLibrary {
    do {
      return try RubricOptions.assembly(folder, options.lang).library
    } catch let failure as Failure {
      throw Failure(
        failure.status,
        LocalizedText(zh: "\(folder)：\n\(failure)", en: "\(folder):\n\(failure)"), options.lang)
    }
  }

  private func judge(_ folder: String) async throws -> (
    results: AuditResults, causes: AuditCauses
  ) {
    var options = options
    options.rubricsFolder = folder
    var consumer = Masking(
      AuditResults(), language: options.lang, scope: .scores, unmasked: options.unmasked)
    let causes = try await AuditRun.run(options, paths: cases, into: &consumer)
    return (consumer.next, causes)
  }

  /// Names by id; the new folder's where both have one.
  private static func titles(_ old: RubricLibrary, _ new: RubricLibrary) -> [String: LocalizedText]
  {
    [old, new].reduce(into: [:]) { titles, library in
      for rubric in library.rubrics { titles[rubric.id] = rubric.title }
      for rule in library.setRules { titles[rule.id] = rule.title }
      for (id, requirement) in library.requirements { titles[id] = requirement.title }
    }
  }
}
