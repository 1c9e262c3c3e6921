internal import ArgumentParser
internal import Ledger
internal import RubricKit

/// `caseaudit ledger year YEAR`.
struct LedgerYearCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year",
    abstract: "法治政府建设年度报告中的一段，及其数据表。The paragraph for the annual report, with its table.")

  @Argument(help: "年份。The year.")
  var year: Int

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let lang = language.language
    let report = YearReport(try ledger.with(lang) { try $0.state() }, year: year)
    print(report.paragraph[lang])
    guard !report.agencies.isEmpty else { return }
    print("")
    for row in report.table(lang) { print(row.joined(separator: "\t")) }
  }
}
