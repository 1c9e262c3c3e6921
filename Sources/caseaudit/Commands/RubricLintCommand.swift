internal import ArgumentParser
internal import RubricKit

/// `caseaudit rubric lint`: what an author should mend before a rubric is used.
struct RubricLintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "检查评查标准。Check the rubrics for faults.")

  @OptionGroup var options: RubricOptions

  @Option(name: .customLong("as-of"), help: "检查日期 YYYY-MM-DD，默认为今天。Day of the check.")
  var asOf: String?

  @Option(
    name: .customLong("parameter-term"),
    help: "参数核对满几个月后提示重新核对。Months after which a parameter should be checked again.")
  var parameterTerm = RubricLint.usualTerm

  func validate() throws {
    guard (1...1200).contains(parameterTerm) else {
      throw ValidationError("--parameter-term 应为 1 至 1200 个月。1 to 1200 months.")
    }
  }

  func run() async throws {
    let assembly = try options.assembly(asOf: try AuditSetup.day(asOf, options.lang))
    let problems = RubricLint.problems(of: assembly, parameterTerm: parameterTerm)
    if !problems.isEmpty { print(ProblemList.text(problems)[options.lang]) }
    let errors = problems.count { $0.weight == .error }
    options.say(
      zh: "评查标准 \(assembly.library.rubrics.count) 个，评查项目 "
        + "\(assembly.library.requirements.count) 项，错误 \(errors)，提示 \(problems.count - errors)",
      en: "\(assembly.library.rubrics.count) rubrics, \(assembly.library.requirements.count) "
        + "requirements, \(errors) errors, \(problems.count - errors) warnings")
    if errors > 0 { throw ExitStatus.unusable.code }
  }
}
