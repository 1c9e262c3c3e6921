internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit rubric coverage`: how each clause of a published standard, or each row of the law, is
/// judged; or what each requirement gave over a set of case files.
struct RubricCoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract:
      "标准的各条、法律的各项由哪些项目评查；各项目在案卷中的结果。Which items judge each clause of a standard or row of the law; "
      + "what each requirement gave over case files.")

  @Argument(
    help:
      "案卷文件、文件夹，或者保存的评查记录：统计各项目的结果。Case files, folders or a saved stream: count what each requirement gave."
  )
  var paths: [String] = []

  @Option(help: "评查标准的编号。Id of the rubric that follows the standard.")
  var standard: String?

  @Flag(help: "对照法律要求的各项。Each row of the law instead.")
  var laws = false

  @Option(help: "各项目结果的输出格式：text、json。Format of the counts: text, json.")
  var format: ReportFormat = .text

  @Option(help: "把各项目结果写入文件（完整写成才出现）。Write the counts to a file.")
  var output: String?

  @OptionGroup var options: AuditOptions

  func validate() throws {
    guard [laws, standard != nil, !paths.isEmpty].count(where: { $0 }) == 1 else {
      throw ValidationError(
        "请给出案卷，或者用 --standard 编号，或者用 --laws。Give case files, --standard ID or --laws.")
    }
  }

  func run() async throws {
    if paths.isEmpty { try printMap() } else { try await countOutcomes() }
  }

  // MARK: Case files

  private func countOutcomes() async throws {
    let causes = try await Destination.write(to: output) { sink in
      var consumer = Masking(
        CaseCoverageReport(sink, form: format.isJSON ? .json : .text, language: options.lang),
        language: options.lang, scope: .scores, unmasked: options.unmasked)
      return try await AuditRun.run(options, paths: paths, into: &consumer)
    }
    try AuditRun.end(causes)
  }

  // MARK: Maps

  private func printMap() throws {
    let library = try RubricOptions.assembly(options.rubricsFolder, options.lang).library
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
