internal import ArgumentParser
internal import CaseXML
internal import RubricKit

/// `caseaudit rubric`: for those who write and keep rubrics.
struct RubricCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rubric", abstract: "评查标准：查看、检查、试跑。List, show, lint and test rubrics.",
    subcommands: [
      RubricListCommand.self, RubricShowCommand.self, RubricLintCommand.self,
      RubricTestCommand.self, RubricEvalCommand.self, RubricCoverageCommand.self,
      RubricDocsCommand.self, RubricDiffCommand.self,
      RubricNewCommand.self, RubricExportCommand.self,
    ])
}

/// What the commands about rubrics have in common.
struct RubricOptions: ParsableArguments {
  @Option(
    name: .customLong("rubrics"), help: "代替内置的 Rubrics 文件夹。Folder used instead of the built-in one."
  )
  var folder: String?

  @OptionGroup var language: LanguageOption

  var lang: Language { language.language }

  /// Prints a line in the language chosen.
  func say(zh: String, en: String) { print(LocalizedText(zh: zh, en: en)[lang]) }

  /// Reads the folder and everything in it.
  ///
  /// - Parameter examples: with the registers that belong to the base cases, for running examples.
  func assembly(examples: Bool = false, asOf: CivilDate? = nil) throws -> AuditAssembly {
    try RubricOptions.assembly(folder, lang, examples: examples, asOf: asOf)
  }

  /// The same for commands with options of their own.
  static func assembly(
    _ folder: String?, _ lang: Language, rubrics: [String] = [], examples: Bool = false,
    asOf: CivilDate? = nil
  ) throws -> AuditAssembly {
    var request = AuditRequest(
      rubricsFolder: try AuditSetup.rubricsFolder(folder, lang), asOf: asOf ?? Today.inShanghai(),
      tool: ToolVersion.record)
    request.rubricIDs = rubrics
    if examples { request.registers = ExampleRunner.registers(request.rubricsFolder) }
    return try AuditSetup.assemble(request, lang)
  }
}

/// `caseaudit rubric list`.
struct RubricListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出评查标准。List the rubrics.")

  @OptionGroup var options: RubricOptions

  func run() async throws {
    let assembly = try options.assembly()
    for rubric in assembly.library.rubrics {
      print(
        "\(rubric.id) \(rubric.version)  \(rubric.title[options.lang])  "
          + "\(rubric.items.count)  \(rubric.full)  \(rubric.from)")
    }
  }
}
