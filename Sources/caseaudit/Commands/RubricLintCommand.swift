internal import ArgumentParser
internal import RubricKit

/// `caseaudit rubric lint`: what an author should mend before a rubric is used.
struct RubricLintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "检查评查标准。Check the rubrics for faults.")

  @OptionGroup var options: RubricOptions

  func run() async throws {
    let assembly = try options.assembly()
    let problems = RubricLint.problems(of: assembly)
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
