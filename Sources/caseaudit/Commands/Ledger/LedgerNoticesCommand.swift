internal import ArgumentParser
internal import Ledger
internal import Reports
internal import RubricKit

/// `caseaudit ledger notices ROUND PATH… --output DIR`.
struct LedgerNoticesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notices",
    abstract: "编号、登记并写出整改通知书；已发的照原文号再写。Issues and writes the rectification notices.")

  @Option(help: "输出格式：html、text、docx、pdf（需要 LibreOffice）。")
  var format: PapersFormat = .html

  @OptionGroup var issue: RoundIssue

  func run() async throws {
    let lang = issue.options.lang
    let export = try format.export(lang)
    let template = try AuditSetup.template(.notice, issue.options.rubricsFolder, lang)
    let id = issue.round
    let issued = try await issue.issue { (state, year) throws(LedgerError) in
      try state.noticing(round: id, year: year)
    }
    let notices = issued.state.notices.filter { $0.fact.round == id }
    try issue.folder(export).write(try papers(issued, notices, template))
    for notice in notices {
      LedgerPrint.say(
        lang,
        zh:
          "\(notice.fact.number)  \(notice.fact.agency.name)  问题\(notice.fact.fingerprints.count)处",
        en:
          "\(notice.fact.number)  \(notice.fact.agency.name)  \(notice.fact.fingerprints.count) findings"
      )
    }
    LedgerPrint.head(issued.state.head, lang)
    try AuditRun.end(issued.causes)
  }

  private func papers(
    _ issued: RoundIssue.Issued, _ notices: [LedgerState.Notice], _ template: PaperTemplate
  ) throws -> [String: [UInt8]] {
    let opening = issued.round.opening
    var options = NoticeOptions(language: issue.options.lang, format: format.paper)
    for notice in notices {
      let event = issued.state.event(issuing: notice.fact.number)
      options.registrations[notice.fact.agency.code] = PaperRegistration(
        number: notice.fact.number, issued: notice.issued, office: opening.office,
        ledgerHash: event?.hash ?? "", event: event?.sequence ?? 0, replyDays: opening.replyDays)
      options.termDays = opening.replyDays
    }
    var builder = NoticeBuilder(options, template: template)
    for record in issued.records { try builder.consume(record) }
    return builder.result?.files ?? [:]
  }
}
