internal import ArgumentParser
internal import Ledger
internal import RubricKit

/// What the commands that issue papers of a round have in common: the cases are judged again, as of the
/// day of their audit, and nothing is issued where the result is not the one on record.
struct RoundIssue: ParsableArguments {
  @Argument(help: "批次编号。The round.")
  var round: String

  @Argument(help: "评查过的案卷（未改动）。The case files judged, unchanged.")
  var paths: [String]

  @Option(help: "输出文件夹，须为新建或者空的。Folder to write to; new or empty.")
  var output: String

  @Flag(help: "替换已有的输出文件夹。Replace the folder.")
  var replace = false

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var options: AuditOptions

  /// What was issued, and what the papers are made of.
  struct Issued {
    var state: LedgerState
    var round: LedgerState.Round
    /// The records of the run, without cases that were not drawn: they are none of the round's business.
    var records: [AuditRecord]
    var causes: AuditCauses
  }

  /// Judges the cases and enters the facts of issuing.
  func issue(_ facts: (LedgerState, Int) throws(LedgerError) -> [LedgerFact]) async throws -> Issued
  {
    let lang = options.lang
    var judging = options
    let audited = try ledger.with(lang) { try $0.state().round(round).audits.map(\.inputs.asOf) }
    judging.asOf = audited.max() ?? options.asOf
    var intake = AuditIntake()
    let causes = try await AuditRun.run(judging, paths: paths, into: &intake)
    let taken = intake
    let day = try AuditSetup.day(options.asOf, lang)
    let moment = try LedgerMoment.text(asOf: options.asOf, lang)
    return try ledger.with(lang) { file in
      try file.add(recorded: moment, effective: day) { (state) throws(LedgerError) in
        try taken.mustAgree(with: state.round(round))
        return try facts(state, day.year)
      }
      let state = try file.state()
      let entered = try state.round(round)
      let digests = Set(entered.audits.map(\.digest))
      let records = taken.records.filter { record in
        guard case .caseFile(let file) = record else { return true }
        return digests.contains(file.digest)
      }
      return Issued(state: state, round: entered, records: records, causes: causes)
    }
  }

  /// Where the papers go.
  func folder(_ export: PDFExport?) -> PaperFolder {
    PaperFolder(path: output, replaces: replace, export: export, language: options.lang)
  }
}
