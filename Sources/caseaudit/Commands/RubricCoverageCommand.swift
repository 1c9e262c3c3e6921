internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit rubric coverage`: how each clause of a published standard, or each row of the law, is
/// judged.
struct RubricCoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "标准的各条、法律的各项由哪些项目评查。Which items judge each clause of a standard or row of the law.")

  @Option(help: "评查标准的编号。Id of the rubric that follows the standard.")
  var standard: String?

  @Flag(help: "对照法律要求的各项。Each row of the law instead.")
  var laws = false

  @OptionGroup var options: RubricOptions

  func validate() throws {
    if laws == (standard != nil) {
      throw ValidationError("请用 --standard 编号 或者 --laws。Give --standard ID or --laws.")
    }
  }

  func run() async throws {
    let library = try options.assembly().library
    let map: CoverageMap?
    do throws(UnusableRubricError) {
      if let standard {
        map = try CoverageMap.load(standard, in: library)
      } else {
        map = try CoverageMap.lawMap(in: library)
      }
    } catch {
      throw Failure(error, options.lang)
    }
    guard let map else { throw unknown(library) }
    print(CoverageText(map, options.lang).text, terminator: "")
    let problems = CoverageCheck.problems(of: map, in: library)
    if !problems.isEmpty {
      throw Failure(.unusable, ProblemList.text(problems), options.lang)
    }
  }

  private func unknown(_ library: RubricLibrary) -> Failure {
    let known = library.rubrics.map(\.id).joined(separator: "、")
    let name = standard ?? CoverageMap.lawMapID
    return Failure(
      .usage,
      LocalizedText(
        zh: "\(name) 没有条目对照表（coverage.xml、law-map.xml）；现有标准：\(known)",
        en: "\(name) has no coverage.xml or law-map.xml; there are: \(known)"), options.lang)
  }
}
