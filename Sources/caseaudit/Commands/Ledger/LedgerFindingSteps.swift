internal import ArgumentParser
internal import Ledger
internal import RubricKit

/// `caseaudit ledger recheck ROUND PATH…`.
struct LedgerRecheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recheck",
    abstract: "复查改正后的案卷：已改、未改、改而未对、新问题、复发。Judges corrected files again.")

  @Argument(help: "批次编号。The round.")
  var round: String

  @Argument(help: "改正后的案卷。The corrected case files.")
  var paths: [String]

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var options: AuditOptions

  func run() async throws {
    let lang = options.lang
    var intake = AuditIntake()
    let causes = try await AuditRun.run(options, paths: paths, into: &intake)
    let taken = intake
    let day = try AuditSetup.day(options.asOf, lang)
    let moment = try LedgerMoment.text(asOf: options.asOf, lang)
    try ledger.with(lang) { file in
      let before = try file.state().events.count
      let head = try file.add(recorded: moment, effective: day) { (state) throws(LedgerError) in
        try state.rechecking(taken, round: round)
      }
      let state = try file.state()
      var files = 0
      for event in state.events.dropFirst(before) {
        guard case .rechecked(let fact) = try LedgerFact(event) else { continue }
        files += 1
        let counts = RecheckResult.allCases.map { result in
          "\(result.words[lang]) \(fact.results.count { $0.result == result })"
        }
        let new = LocalizedText(zh: "新问题 \(fact.new.count)", en: "new \(fact.new.count)")[lang]
        print("\(fact.caseNumber)  " + (counts + [new]).joined(separator: "  "))
      }
      LedgerPrint.say(
        lang, zh: "复查案卷 \(files) 件，未改动 \(taken.cases.count - files) 件",
        en: "\(files) files judged again, \(taken.cases.count - files) unchanged")
      LedgerPrint.head(head, lang)
    }
    try AuditRun.end(causes)
  }
}

/// `caseaudit ledger close ROUND FINGERPRINT…`.
struct LedgerCloseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "销号：复查通过的，或者不能补正并作说明的。Closes findings.")

  @Argument(help: "批次编号。The round.")
  var round: String

  @Argument(help: "问题的指纹，至少8位。The findings' fingerprints, 8 digits at least.")
  var fingerprints: [String] = []

  @Flag(name: .customLong("all-fixed"), help: "销号全部复查通过的问题。All that a re-check found fixed.")
  var allFixed = false

  @Option(help: "不能补正的，写明说明。The explanation of what cannot be cured.")
  var explanation = ""

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var day: LedgerDay

  func validate() throws {
    if fingerprints.isEmpty != allFixed {
      throw ValidationError(
        "写明指纹，或者用 --all-fixed。Name fingerprints, or give --all-fixed, one of the two.")
    }
  }

  func run() async throws {
    let (moment, effective) = (try day.moment(), try day.day())
    try ledger.with(day.lang) { file in
      let before = try file.state().events.count
      let head = try file.add(recorded: moment, effective: effective) {
        (state) throws(LedgerError) in
        let chosen =
          allFixed
          ? try state.round(round).findings.filter { $0.status == .fixed }.map(\.fact.fingerprint)
          : fingerprints
        var facts: [LedgerFact] = []
        for one in chosen {
          facts += try state.closing(one, round: round, explanation: explanation)
        }
        return facts
      }
      LedgerPrint.say(
        day.lang, zh: "销号 \(head.count - before) 项", en: "\(head.count - before) closed")
      LedgerPrint.head(head, day.lang)
    }
  }
}
