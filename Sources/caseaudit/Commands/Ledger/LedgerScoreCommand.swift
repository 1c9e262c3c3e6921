internal import ArgumentParser
internal import Ledger
internal import RubricKit

/// `caseaudit ledger score ROUND PATH…`.
struct LedgerScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "评查抽取的案卷并记入台账（须写明登记册）。Judges the sample and enters the result.")

  @Argument(help: "批次编号。The round.")
  var round: String

  @Argument(help: "案卷所在文件夹。Where the case files are.")
  var paths: [String]

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var options: AuditOptions

  func run() async throws {
    var intake = AuditIntake()
    let causes = try await AuditRun.run(options, paths: paths, into: &intake)
    let taken = intake
    let decisions: DecisionIntake
    do {
      decisions = try DecisionIntake(
        answers: options.answers, waivers: options.waivers,
        rubrics: try AuditSetup.rubricsFolder(options.rubricsFolder, options.lang))
    } catch let error as UnusableRubricError {
      throw Failure(error, options.lang)
    }
    let day = try AuditSetup.day(options.asOf, options.lang)
    let moment = try LedgerMoment.text(asOf: options.asOf, options.lang)
    let missing = try ledger.with(options.lang) { file -> Int in
      let head = try file.add(recorded: moment, effective: day) {
        (state) throws(LedgerError) in try state.auditing(taken, decisions: decisions, round: round)
      }
      let entered = try file.state().round(round)
      let judged = Set(entered.audits.map(\.digest))
      let missing = (entered.sample?.population ?? []).filter {
        $0.isDrawn && !judged.contains($0.digest)
      }
      LedgerPrint.say(
        options.lang,
        zh: "批次 \(round)：已评案卷 \(entered.audits.count) 件，问题 \(entered.findings.count) 处",
        en: "round \(round): \(entered.audits.count) judged, \(entered.findings.count) findings")
      for unit in missing {
        LedgerPrint.say(
          options.lang, zh: "抽取未评：\(unit.agency)  \(unit.caseNumber)",
          en: "drawn and not judged: \(unit.agency)  \(unit.caseNumber)")
      }
      LedgerPrint.head(head, options.lang)
      return missing.count
    }
    if missing > 0 { throw ExitStatus.notJudged.code }
    try AuditRun.end(causes)
  }
}
