internal import ArgumentParser
internal import Ledger
internal import RubricKit

/// `caseaudit ledger open-round ID`.
struct LedgerOpenRoundCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open-round", abstract: "开启一个评查批次；没有台账的，新建。Opens a round, and the ledger.")

  @Argument(help: "批次编号，如 2025-3。The round's id.")
  var round: String

  @Option(help: "批次名称。What it is called.")
  var title: String

  @Option(help: "评查机关。The office that reviews.")
  var office: String

  @Option(help: "发文机关代字，如 示司监。Abbreviation in document numbers.")
  var mark: String

  @Option(name: .customLong("reply-days"), help: "反馈期限，自收到之日起几日。Days for a reply.")
  var replyDays: Int

  @Option(
    name: .customLong("reply-source"),
    help: "期限的依据：国家规定没有确定天数，由评查机关定。Where the days come from; no law that we have read sets them.")
  var replySource: String

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var day: LedgerDay

  func run() async throws {
    let fact = LedgerFact.RoundOpened(
      round: round, title: title, office: office, mark: mark, replyDays: replyDays,
      replySource: replySource)
    let (moment, effective) = (try day.moment(), try day.day())
    let head = try ledger.with(day.lang, creates: true) { file in
      try file.add(recorded: moment, effective: effective) {
        (state) throws(LedgerError) in try state.opening(fact)
      }
    }
    LedgerPrint.head(head, day.lang)
  }
}
