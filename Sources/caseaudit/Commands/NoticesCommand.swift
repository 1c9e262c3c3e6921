internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit notices PATH… --output DIR`: per agency the rectification notice and list, per case the
/// review sheet.
struct NoticesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notices",
    abstract: "整改通知书、整改清单、评查表。Rectification notices, lists and review sheets.")

  @Argument(help: "案卷文件、文件夹，或者保存的评查记录（.jsonl）。Case files, folders, or a saved stream.")
  var paths: [String]

  @Option(help: "输出文件夹，须为新建或者空的。Folder to write to; new or empty.")
  var output: String

  @Option(help: "只写一个单位（编码或者名称）。One agency only.")
  var agency: String?

  @Option(help: "输出格式：html、text、docx、pdf（需要 LibreOffice）。")
  var format: PapersFormat = .html

  @Flag(help: "替换已有的输出文件夹。Replace the folder.")
  var replace = false

  @OptionGroup var options: AuditOptions

  func run() async throws {
    let export = try format.export(options.lang)
    let template = try AuditSetup.template(.notice, options.rubricsFolder, options.lang)
    var builder = NoticeBuilder(
      NoticeOptions(language: options.lang, format: format.paper), template: template)
    let causes = try await AuditRun.run(options, paths: paths, agency: agency, into: &builder)
    guard var result = builder.result else { return }
    if let export { result = try result.changed(export.files, names: PDFExport.name) }
    do {
      try DirectoryWriter(replaces: replace).write(result.files, to: output)
    } catch {
      throw Failure(.cannotWrite, error.message, options.lang)
    }
    print(result.summary.text(options.lang), terminator: "")
    let words = LocalizedText(
      zh: "文书写入 \(output)（含完整案卷信息，仅限办案使用）",
      en: "papers written to \(output) (full data of the cases; for the case's own use)")
    print(words[options.lang])
    try AuditRun.end(causes)
  }
}
