internal import ArgumentParser
internal import RubricKit

/// What all commands that judge have in common.
struct AuditOptions: ParsableArguments {
  @Option(name: .customLong("rubric"), help: "只用此评查标准，可重复。Use only this rubric; repeatable.")
  var rubricIDs: [String] = []

  @Option(
    name: .customLong("rubrics"), help: "代替内置的 Rubrics 文件夹。Folder used instead of the built-in one."
  )
  var rubricsFolder: String?

  @Option(name: .customLong("registers"), help: "登记册文件夹。Folder of registers.")
  var registersFolder: String?

  @Option(help: "本地口径文件。A county's profile: points, grades, thresholds set otherwise.")
  var profile: String?

  @Option(help: "人工认定文件。File with reviewers' answers.")
  var answers: String?

  @Option(help: "豁免文件。File with waivers.")
  var waivers: String?

  @Option(name: .customLong("as-of"), help: "评查日期 YYYY-MM-DD，默认为今天。Day of the audit.")
  var asOf: String?

  @Option(help: "并行数，不影响结果。Number of workers; changes no result.")
  var jobs: Int?

  @Flag(
    name: .customLong("no-validation"),
    help: "不校验案卷格式。Do not validate case files against the schema.")
  var noValidation = false

  @Flag(help: "不遮蔽个人信息。Do not mask personal data.")
  var unmasked = false

  @Flag(help: "不输出进度和提示。No progress and no remarks.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "不使用颜色。No colour.")
  var noColor = false

  @OptionGroup var language: LanguageOption

  var lang: Language { language.language }
}
