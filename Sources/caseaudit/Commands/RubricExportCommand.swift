internal import ArgumentParser
internal import RubricKit

/// `caseaudit rubric export --schematron`: rubrics for other people's tools.
struct RubricExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "把评查标准中 XPath 1.0 能准确表达的检查写成 ISO Schematron。Write what plain XPath can say of the rubrics as Schematron."
  )

  @Flag(help: "写成 ISO Schematron（queryBinding=xslt）。As ISO Schematron.")
  var schematron = false

  @Option(
    name: .customLong("rubric"), help: "只写这个评查标准，可以重复。Only this rubric; repeatable.")
  var rubrics: [String] = []

  @Option(help: "写入文件（完整写成才出现）。Write to a file.")
  var output: String?

  @OptionGroup var options: RubricOptions

  func validate() throws {
    guard schematron else {
      throw ValidationError("须写明格式：--schematron。Name the format: --schematron.")
    }
  }

  func run() async throws {
    let assembly = try RubricOptions.assembly(
      options.folder, options.lang, rubrics: rubrics)
    let export: SchematronExport
    do {
      export = try SchematronExport(
        assembly.library, rubrics: rubrics, laws: assembly.laws, language: options.lang)
    } catch {
      throw Failure(.unusable, error.message, options.lang)
    }
    _ = try await Destination.write(to: output) { sink in
      try sink.write(export.xml)
      return AuditCauses()
    }
    for omission in export.omissions {
      StandardError.write("\(omission.id)  \(omission.reason[options.lang])")
    }
    StandardError.write(
      LocalizedText(
        zh: "写出检查 \(export.checks) 项；以上 \(export.omissions.count) 项用 XPath 1.0 写不准确，没有写出。",
        en: "\(export.checks) checks written; the \(export.omissions.count) above cannot be said "
          + "exactly in XPath 1.0 and were left out.")[options.lang])
  }
}
