internal import ArgumentParser
internal import Ledger
internal import Reports
internal import RubricKit

/// `caseaudit ledger notices ROUND PATH… --output DIR`.
struct LedgerNoticesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notices",
    abstract: "编号、登记并写出整改通知书；已发的照原文号再写。Issues and writes the rectification notices.")

  @Argument(help: "批次编号。The round.")
  var round: String

  @Argument(help: "评查过的案卷（未改动）。The case files judged, unchanged.")
  var paths: [String]

  @Option(help: "输出文件夹，须为新建或者空的。Folder to write to; new or empty.")
  var output: String

  @Option(help: "输出格式：html、text、docx、pdf（需要 LibreOffice）。")
  var format: PapersFormat = .html

  @Flag(help: "替换已有的输出文件夹。Replace the folder.")
  var replace = false

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var options: AuditOptions

  func run() async throws {
    let lang = options.lang
    let export = try format.export(lang)
    let template = try AuditSetup.template(.notice, options.rubricsFolder, lang)
    var intake = AuditIntake()
    // The papers speak of the audit that stands in the ledger, on whatever day they are issued.
    var judging = options
    let audited = try ledger.with(lang) { try $0.state().round(round).audits.map(\.inputs.asOf) }
    judging.asOf = audited.max() ?? options.asOf
    let causes = try await AuditRun.run(judging, paths: paths, into: &intake)
    let taken = intake
    let day = try AuditSetup.day(options.asOf, lang)
    let moment = try LedgerMoment.text(asOf: options.asOf, lang)
    let judged = Dictionary(
      intake.cases.map { ($0.digest, $0.path) }, uniquingKeysWith: { first, _ in first })
    let state = try ledger.with(lang) { file in
      try file.add(recorded: moment, effective: day) { (state) throws(LedgerError) in
        let round = try state.round(self.round)
        // Nothing is issued that cannot be written.
        try taken.mustAgree(with: round)
        return try state.noticing(round: self.round, year: day.year)
      }
      return try file.state()
    }
    let paths = Set(
      try ledger.with(lang) { _ in try state.round(round) }.audits.compactMap { judged[$0.digest] })
    let papers = try papers(intake.records, paths: paths, state, template)
    try PaperFolder(path: output, replaces: replace, export: export, language: lang).write(papers)
    for notice in state.notices where notice.fact.round == round {
      LedgerPrint.say(
        lang,
        zh:
          "\(notice.fact.number)  \(notice.fact.agency.name)  问题\(notice.fact.fingerprints.count)处",
        en:
          "\(notice.fact.number)  \(notice.fact.agency.name)  \(notice.fact.fingerprints.count) findings"
      )
    }
    LedgerPrint.head(state.head, lang)
    try AuditRun.end(causes)
  }

  private func papers(
    _ records: [AuditRecord], paths: Set<String>, _ state: LedgerState,
    _ template: PaperTemplate
  ) throws -> [String: [UInt8]] {
    var notices = NoticeOptions(
      language: options.lang, format: format.paper)
    for notice in state.notices where notice.fact.round == round {
      let event = state.event(issuing: notice.fact.number)
      let opening = try state.round(round).opening
      notices.registrations[notice.fact.agency.code] = PaperRegistration(
        number: notice.fact.number, issued: notice.issued, office: opening.office,
        ledgerHash: event?.hash ?? "", event: event?.sequence ?? 0, replyDays: opening.replyDays)
      notices.termDays = opening.replyDays
    }
    var builder = NoticeBuilder(notices, template: template)
    for record in records {
      // Cases that were not drawn are none of the round's business.
      if case .caseFile(let file) = record, !paths.contains(file.path) { continue }
      try builder.consume(record)
    }
    return builder.result?.files ?? [:]
  }
}
