internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit rubric coverage --standard ID`: how each clause of a published standard is judged.
struct RubricCoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "已发布标准的各条由哪些项目评查。Which items judge each clause of a published standard.")

  @Option(help: "评查标准的编号。Id of the rubric that follows the standard.")
  var standard: String

  @OptionGroup var options: RubricOptions

  func run() async throws {
    let library = try options.assembly().library
    let map: CoverageMap?
    do {
      map = try CoverageMap.load(standard, in: library)
    } catch {
      throw Failure(.unusable, ProblemList.text(error.problems), options.lang)
    }
    guard let map else {
      let known = library.rubrics.map(\.id).joined(separator: "、")
      throw Failure(
        .usage,
        LocalizedText(
          zh: "\(standard) 不是附有条目对照表（coverage.xml）的评查标准；现有标准：\(known)",
          en: "\(standard) is no rubric with a coverage.xml; there are: \(known)"), options.lang)
    }
    print(CoverageText(map, options.lang).text, terminator: "")
    let problems = CoverageCheck.problems(of: map, in: library)
    if !problems.isEmpty {
      throw Failure(.unusable, ProblemList.text(problems), options.lang)
    }
  }
}
