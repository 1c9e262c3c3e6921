internal import ArgumentParser
internal import Ledger
internal import RubricKit

/// `caseaudit ledger sample ROUND PATH…`.
struct LedgerSampleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "随机抽取案卷，按单位和类别分层，已评查的除外。Draws the sample, by agency and kind.")

  @Argument(help: "批次编号。The round.")
  var round: String

  @Argument(help: "全部案卷。All case files there are.")
  var paths: [String]

  @Option(help: "随机种子，任意文字；公开产生的最好。Any text that nobody could choose.")
  var seed: String

  @Option(name: .customLong("per-stratum"), help: "每个单位每类案卷最多抽几件。Cases of each agency and kind.")
  var perStratum: Int

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var options: AuditOptions

  func run() async throws {
    guard perStratum > 0 else {
      throw Failure(
        .usage, LocalizedText(zh: "--per-stratum 须为正数", en: "--per-stratum must be positive"),
        options.lang)
    }
    var intake = AuditIntake()
    _ = try await AuditRun.run(options, paths: paths, into: &intake)
    let taken = intake
    let day = try AuditSetup.day(options.asOf, options.lang)
    let moment = try LedgerMoment.text(asOf: options.asOf, options.lang)
    try ledger.with(options.lang) { file in
      let head = try file.add(recorded: moment, effective: day) {
        (state) throws(LedgerError) in
        try state.drawing(SampleDraw(seed: seed, perStratum: perStratum), taken, round: round)
      }
      guard let sample = try file.state().round(round).sample else { return }
      let drawn = sample.population.filter(\.isDrawn)
      LedgerPrint.say(
        options.lang,
        zh: "种子“\(sample.seed)”：总体 \(sample.population.count) 件，抽取 \(drawn.count) 件，"
          + "已评查除外 \(sample.population.count { $0.wasSeen }) 件",
        en: "seed “\(sample.seed)”: \(drawn.count) drawn of \(sample.population.count), "
          + "\(sample.population.count { $0.wasSeen }) seen before and left out")
      for unit in drawn {
        let path = options.unmasked ? "  \(unit.path)" : ""
        print("\(unit.agency)  \(unit.kind)  \(unit.caseNumber)\(path)")
      }
      LedgerPrint.head(head, options.lang)
    }
  }
}
