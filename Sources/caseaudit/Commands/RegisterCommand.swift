internal import ArgumentParser
internal import RubricKit

/// `caseaudit register`: for those who keep the registers.
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "登记册：检查、查询。Check registers and look things up in them.",
    subcommands: [RegisterCheckCommand.self, RegisterShowCommand.self])
}

/// What the commands about registers have in common.
struct RegisterOptions: ParsableArguments {
  @Option(
    name: .customLong("registers"),
    help: "登记册文件夹；默认为 CASEAUDIT_REGISTERS，或者当前文件夹及其上一级的 registers。Folder of registers.")
  var registersFolder: String?

  @Option(name: .customLong("as-of"), help: "查询日期 YYYY-MM-DD，默认为今天。As of this day.")
  private var asOf: String?

  @OptionGroup var rubrics: RubricOptions

  var lang: Language { rubrics.lang }

  func day() throws -> CivilDate { try AuditSetup.day(asOf, lang) }

  /// The registers that ship, and the county's in their place.
  func book() throws -> RegisterBook {
    let place: RegisterLocator.Place?
    do throws(RegisterLocator.Failure) {
      place = try RegisterLocator(named: registersFolder).locate(for: ["."])
    } catch {
      throw Failure(.unusable, error.message, lang)
    }
    guard let place else {
      throw Failure(
        .usage,
        LocalizedText(
          zh: "没有找到登记册文件夹；请用 --registers 指定",
          en: "no folder of registers; name one with --registers"),
        lang)
    }
    let rubricsFolder = try AuditSetup.rubricsFolder(rubrics.folder, lang)
    do {
      return try RegisterBook(rubricsFolder: rubricsFolder, folder: place.folder)
    } catch {
      throw Failure(error, lang)
    }
  }
}

/// `caseaudit register check`.
struct RegisterCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查登记册之间是否一致、截至某日是否有效。Check registers against each other and as of a day.")

  @OptionGroup var options: RegisterOptions

  @Option(
    name: .customLong("reviewer-share"),
    help: "法制审核人员应占执法人员的百分比，0为不查。Legal reviewers wanted, in percent of officers; 0: not asked.")
  var reviewerShare = 5

  func run() async throws {
    let lang = options.lang
    guard (0...100).contains(reviewerShare) else {
      throw Failure(
        .usage,
        LocalizedText(
          zh: "--reviewer-share 须在0至100之间", en: "--reviewer-share must lie between 0 and 100"), lang
      )
    }
    let asOf = try options.day()
    let book = try options.book()
    let findings = RegisterCheck.findings(
      in: book, RegisterCheck.Parameters(asOf: asOf, reviewerShare: reviewerShare))
    for finding in findings { print(finding.text(lang)) }
    let errors = findings.count { $0.weight == .error }
    let words = LocalizedText(
      zh: "截至\(asOf.text(.zh))：登记册 \(book.count) 个，\(book.rows) 行，错误 \(errors)，"
        + "提示 \(findings.count - errors)",
      en: "As of \(asOf.text(.en)): \(book.count) registers, \(book.rows) rows, \(errors) errors, "
        + "\(findings.count - errors) warnings")
    print(words[lang])
    if errors > 0 { throw ExitStatus.unusable.code }
  }
}

/// `caseaudit register show`.
///
/// Officers act in public and their names and certificate numbers are published (公示), so nothing
/// is masked here.
struct RegisterShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "查询执法人员、执法单位、权责事项。What the registers say about an officer, agency or power.")

  @Argument(help: "姓名、执法证号、单位名称或者代码、事项名称或者编码。A name, certificate number or code.")
  var subject: String

  @OptionGroup var options: RegisterOptions

  func run() async throws {
    let lang = options.lang
    let cards = RegisterCards(try options.book(), asOf: try options.day())
    let found = cards.cards(for: subject)
    guard !found.isEmpty else {
      let near = cards.suggestions(for: subject).joined(separator: "、")
      throw Failure(
        .usage,
        LocalizedText(
          zh: "登记册中没有“\(subject)”" + (near.isEmpty ? "" : "；相近的有：\(near)"),
          en: "the registers know no “\(subject)”" + (near.isEmpty ? "" : "; near: \(near)")), lang)
    }
    for (index, card) in found.enumerated() {
      if index > 0 { print() }
      print(card.title[lang])
      for line in card.lines { print("  " + line[lang]) }
    }
  }
}
