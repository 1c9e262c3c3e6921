import Foundation
import Testing

@testable import Reports
@testable import RubricKit

/// Every output over a set of records, masked as the command masks it.
enum Outputs {
  static func table(_ records: [AuditRecord], _ language: Language, color: Bool = false) throws
    -> String
  {
    var table = Masking(
      ScoreTable(StringSink(), language: language, color: color), language: language,
      scope: .scores)
    for record in records { try table.consume(record) }
    return table.next.sink.text
  }

  static func findings(_ records: [AuditRecord], _ language: Language) throws -> String {
    var text = Masking(FindingsText(StringSink(), language: language), language: language)
    for record in records { try text.consume(record) }
    return text.next.sink.text
  }

  static func scoreCSV(_ records: [AuditRecord], _ language: Language) throws -> String {
    var rows = Masking(
      ScoreCSV(StringSink(), language: language), language: language, scope: .scores)
    for record in records { try rows.consume(record) }
    return rows.next.sink.text
  }

  static func findingsCSV(_ records: [AuditRecord], _ language: Language) throws -> String {
    var rows = Masking(FindingsCSV(StringSink(), language: language), language: language)
    for record in records { try rows.consume(record) }
    return rows.next.sink.text
  }

  static func sarif(_ records: [AuditRecord], _ language: Language) throws -> String {
    var log = Masking(FindingsSARIF(StringSink(), language: language), language: language)
    for record in records { try log.consume(record) }
    return log.next.sink.text
  }

  static func stream(_ records: [AuditRecord], _ form: StreamWriter<StringSink>.Form = .lines)
    throws -> String
  {
    var writer = StreamWriter(StringSink(), form: form)
    for record in records { try writer.consume(record) }
    return writer.sink.text
  }

  static func notices(_ records: [AuditRecord], _ options: NoticeOptions = NoticeOptions())
    -> NoticeSet
  {
    do {
      var builder = NoticeBuilder(options, template: try template())
      for record in records { try builder.consume(record) }
      return try #require(builder.result)
    } catch {
      Issue.record(error)
      return NoticeSet(files: [:], summary: NoticeSummary())
    }
  }

  /// The text of the notice that ships.
  static func template() throws -> PaperTemplate {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    return try PaperTemplate(.notice, folder: "\(root)/Rubrics")
  }
}
