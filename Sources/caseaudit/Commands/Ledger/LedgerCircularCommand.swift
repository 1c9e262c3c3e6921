internal import ArgumentParser
internal import Ledger
internal import Reports
internal import RubricKit

/// `caseaudit ledger circular ROUND PATH…`.
struct LedgerCircularCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "circular",
    abstract: "制发评查情况通报，编文号。The circular on a round, with its number.")

  @Argument(help: "批次编号。The round.")
  var round: String

  @Argument(help: "评查过的案卷（未改动）。The case files judged, unchanged.")
  var paths: [String]

  @Option(help: "输出文件夹，须为新建或者空的。Folder to write to; new or empty.")
  var output: String

  @Option(help: "输出格式：html、text、docx、pdf（需要 LibreOffice）。")
  var format: PapersFormat = .docx

  @Flag(help: "替换已有的输出文件夹。Replace the folder.")
  var replace = false

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var options: AuditOptions

  func run() async throws {
    let lang = options.lang
    let export = try format.export(lang)
    let template = try AuditSetup.template(.circular, options.rubricsFolder, lang)
    let before = try ledger.with(lang) { try $0.state().round(round) }
    var judging = options
    judging.asOf = before.audits.map(\.inputs.asOf).max() ?? options.asOf
    var intake = AuditIntake()
    let causes = try await AuditRun.run(judging, paths: paths, into: &intake)
    let taken = intake
    let day = try AuditSetup.day(options.asOf, lang)
    let moment = try LedgerMoment.text(asOf: options.asOf, lang)
    let state = try ledger.with(lang) { file in
      try file.add(recorded: moment, effective: day) { (state) throws(LedgerError) in
        try taken.mustAgree(with: state.round(round))
        return try state.circulating(round: round, year: day.year)
      }
      return try file.state()
    }
    let entered = try ledger.with(lang) { _ in try state.round(round) }
    guard let circular = entered.circular else { return }
    let drawn = Set(entered.audits.map(\.digest))
    var masking = Masking(
      CircularBuilder(
        .init(
          round: entered.opening.title, office: entered.opening.office, number: circular.number,
          issued: circular.issued, event: circular.event.sequence, hash: circular.event.hash),
        template: template, language: lang), language: lang, unmasked: options.unmasked)
    for record in taken.records {
      // Cases that were not drawn are none of the round's business.
      if case .caseFile(let file) = record, !drawn.contains(file.digest) { continue }
      try masking.consume(record)
    }
    guard let file = try masking.next.file(format.paper) else { return }
    let folder = PaperFolder(path: output, replaces: replace, export: export, language: lang)
    for path in try folder.write([file.name: file.bytes]) { print("\(circular.number)  \(path)") }
    LedgerPrint.head(state.head, lang)
    try AuditRun.end(causes)
  }
}
