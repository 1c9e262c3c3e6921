public import RubricKit

/// What `rubric coverage PATH…` prints: first what an author should look at, then every count.
public struct CaseCoverageReport<Sink: TextSink>: AuditRecordConsumer {
  /// How the counts are written.
  public enum Form: Sendable, Hashable {
    case text, json
  }

  /// Where the report goes.
  public private(set) var sink: Sink
  private let form: Form
  private let language: Language
  private var coverage = CaseCoverage()
  private var date = ""

  /// A report with nothing counted yet.
  public init(_ sink: Sink, form: Form, language: Language) {
    self.sink = sink
    self.form = form
    self.language = language
  }

  /// Takes the next record; the report is written with the last.
  public mutating func consume(_ record: AuditRecord) throws {
    coverage.count(record)
    if case .manifest(let manifest) = record {
      date = Catalogue(manifest, language: language).date(manifest.asOf)
    }
    guard case .end = record else { return }
    switch form {
    case .text: try sink.write(CaseCoverageText(coverage, date: date, language).text)
    case .json: try sink.write(AuthoringJSON.text(CaseCoverageJSON(coverage)))
    }
  }
}
