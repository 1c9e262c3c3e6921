internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit report PATH… --output DIR`: the circular on a round.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "评查情况通报（通报稿）：各单位结果、较好案卷、主要问题。The circular on a round.")

  @Argument(help: "案卷文件、文件夹，或者保存的评查记录（.jsonl）。Case files, folders, or a saved stream.")
  var paths: [String]

  @Option(help: "输出文件夹，须为新建或者空的。Folder to write to; new or empty.")
  var output: String

  @Option(help: "评查名称。What the round is called.")
  var title = "行政执法案卷评查"

  @Option(help: "评查机关。The office that reviews.")
  var office = "（评查机关）"

  @Option(help: "输出格式：html、text、docx、pdf（需要 LibreOffice）。")
  var format: PapersFormat = .docx

  @Flag(help: "替换已有的输出文件夹。Replace the folder.")
  var replace = false

  @OptionGroup var options: AuditOptions

  func run() async throws {
    let export = try format.export(options.lang)
    let template = try AuditSetup.template(.circular, options.rubricsFolder, options.lang)
    var masking = Masking(
      CircularBuilder(
        .init(round: title, office: office), template: template, language: options.lang),
      language: options.lang, unmasked: options.unmasked)
    let causes = try await AuditRun.run(options, paths: paths, into: &masking)
    guard let file = try masking.next.file(format.paper) else { return }
    let folder = PaperFolder(
      path: output, replaces: replace, export: export, language: options.lang)
    for path in try folder.write([file.name: file.bytes]) { print(path) }
    try AuditRun.end(causes)
  }
}
