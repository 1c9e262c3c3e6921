internal import ArgumentParser
internal import FoundationEssentials
internal import Ledger
internal import Reports
internal import RubricKit

/// `caseaudit ledger …`: rounds from the sample to the closure of every finding.
struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "整改台账：从抽样到销号。Rounds, from the sample to closure.",
    subcommands: [
      LedgerOpenRoundCommand.self, LedgerSampleCommand.self, LedgerScoreCommand.self,
      LedgerNoticesCommand.self, LedgerCircularCommand.self, LedgerReceiveCommand.self,
      LedgerReplyCommand.self,
      LedgerExtendCommand.self, LedgerRecheckCommand.self, LedgerCloseCommand.self,
      LedgerEscalateCommand.self, LedgerOverdueCommand.self, LedgerStatusCommand.self,
      LedgerHistoryCommand.self, LedgerYearCommand.self, LedgerExportCommand.self,
      LedgerVerifyCommand.self,
    ])
}

/// Where the ledger is; it is never looked for.
struct LedgerOption: ParsableArguments {
  @Option(name: .customLong("ledger"), help: "台账文件。The ledger's file.")
  var path: String

  /// Does something with the ledger; its errors end the program with the right status.
  func with<Result>(
    _ lang: Language, creates: Bool = false, _ body: (LedgerFile) throws -> Result
  ) throws -> Result {
    do {
      return try body(try LedgerFile(path, creates: creates))
    } catch let error as LedgerError {
      throw Failure(error, lang)
    }
  }
}

extension Failure {
  init(_ error: LedgerError, _ lang: Language) {
    let status: ExitStatus =
      switch error.kind {
      case .usage: .usage
      case .file: .cannotWrite
      case .tampered: .unusable
      }
    self.init(status, error.message, lang)
  }
}

/// The day on which a step takes effect, for commands that judge nothing.
struct LedgerDay: ParsableArguments {
  @Option(name: .customLong("as-of"), help: "日期 YYYY-MM-DD，默认为今天。The day, today if not given.")
  var asOf: String?

  @OptionGroup var language: LanguageOption

  var lang: Language { language.language }

  func day() throws -> CivilDate { try AuditSetup.day(asOf, lang) }

  /// The moment of an entry: the clock's, or the day's beginning where the day is given.
  func moment() throws -> String { try LedgerMoment.text(asOf: asOf, lang) }
}

enum LedgerMoment {
  static func text(asOf: String?, _ lang: Language) throws -> String {
    guard asOf != nil else { return Today.momentInShanghai() }
    return "\(try AuditSetup.day(asOf, lang))T00:00:00"
  }
}

/// What steps print: the new end of the ledger, to be kept somewhere else.
enum LedgerPrint {
  static func head(_ head: LedgerHead, _ lang: Language) {
    say(
      LocalizedText(
        zh: "台账 \(head.count) 条，校验值 \(head.hash)",
        en: "ledger: \(head.count) events, hash \(head.hash)"), lang)
  }

  static func say(_ text: LocalizedText, _ lang: Language) { print(text[lang]) }

  static func say(_ lang: Language, zh: String, en: String) {
    print(LocalizedText(zh: zh, en: en)[lang])
  }
}
