internal import ArgumentParser
internal import Ledger
internal import Reports
internal import RubricKit

/// `caseaudit ledger circular ROUND PATH…`.
struct LedgerCircularCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "circular",
    abstract: "制发评查情况通报，编文号。The circular on a round, with its number.")

  @Option(help: "输出格式：html、text、docx、pdf（需要 LibreOffice）。")
  var format: PapersFormat = .docx

  @OptionGroup var issue: RoundIssue

  func run() async throws {
    let options = issue.options
    let export = try format.export(options.lang)
    let template = try AuditSetup.template(.circular, options.rubricsFolder, options.lang)
    let id = issue.round
    let issued = try await issue.issue { (state, year) throws(LedgerError) in
      try state.circulating(round: id, year: year)
    }
    guard let circular = issued.round.circular else { return }
    let opening = issued.round.opening
    var masking = Masking(
      CircularBuilder(
        .init(
          round: opening.title, office: opening.office, number: circular.number,
          issued: circular.issued, event: circular.event.sequence, hash: circular.event.hash),
        template: template, language: options.lang),
      language: options.lang, unmasked: options.unmasked)
    for record in issued.records { try masking.consume(record) }
    guard let file = try masking.next.file(format.paper) else { return }
    for path in try issue.folder(export).write([file.name: file.bytes]) {
      print("\(circular.number)  \(path)")
    }
    LedgerPrint.head(issued.state.head, options.lang)
    try AuditRun.end(issued.causes)
  }
}
