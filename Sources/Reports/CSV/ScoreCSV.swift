public import RubricKit

/// Scores for a spreadsheet: a row per case and rubric, a row per file not judged.
public struct ScoreCSV<Sink: TextSink>: AuditRecordConsumer {
  /// Where the rows go.
  public private(set) var sink: Sink
  private let language: Language
  private var catalogue: Catalogue?
  private var rows: [Row] = []

  /// A row, and where the columns for set rules are to be filled in.
  private struct Row {
    var path: String
    var rubric: String
    var fields: [String]
  }

  /// No rows yet.
  public init(_ sink: Sink, language: Language = .zh) {
    self.sink = sink
    self.language = language
  }

  /// Takes the next record. Rows are written with the last one, since set rules come after the
  /// cases.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let manifest):
      catalogue = Catalogue(manifest, language: language)
      try sink.write(
        CSVLine.byteOrderMark + CSVLine.line(CSVWords.scoreHeads.map { $0[language] }))
    case .caseFile(let record): take(record)
    case .unjudged(let record): take(record)
    case .adjustment(let record): take(record)
    case .end: for row in rows { try sink.write(CSVLine.line(row.fields)) }
    case .facts, .setFinding, .setQuestion, .remark: return
    }
  }

  private mutating func take(_ record: CaseRecord) {
    guard let catalogue else { return }
    for score in record.scores {
      let rubric = catalogue.rubric(score.rubric)
      let digits = rubric?.roundingDigits ?? 3
      func points(_ end: ScoreEndRecord?) -> String {
        end.map { PointsText.fixed($0.points, digits: digits) } ?? ""
      }
      let items = Set(score.items.map(\.requirement))
      let outcomes = record.outcomes.filter { items.contains($0.requirement) }
      func count(_ outcome: Outcome) -> String { "\(outcomes.count { $0.outcome == outcome })" }
      func findings(_ severity: Severity) -> String {
        let counted = outcomes.filter { catalogue.severity(of: $0.requirement) == severity }
        return "\(counted.reduce(0) { $0 + $1.occurrences.count { $0.outcome == .failed } })"
      }
      let waived = outcomes.reduce(0) { $0 + $1.occurrences.count { $0.outcome == .waived } }
      var fields = [
        record.agency.code, record.agency.name, record.caseNumber, record.caseName,
        catalogue.say(Words.caseKind(record.kind)), record.path, catalogue.say(CSVWords.yes),
        catalogue.title(ofRubric: score.rubric), rubric?.version ?? "",
      ]
      fields += [
        points(score.lower), points(score.upper),
        catalogue.grade(score.lower.grade, rubric: score.rubric),
        catalogue.grade(score.upper.grade, rubric: score.rubric),
        catalogue.say(score.certain ? CSVWords.yes : CSVWords.no),
        "\(score.vetoes.count { $0.state == .failed })",
        "\(score.vetoes.count { $0.state != .failed })",
        PointsText.plain(score.items.reduce(0) { $0 + $1.lost }),
      ]
      fields += [findings(.fatal), findings(.major), findings(.minor), "\(waived)"]
      fields += [count(.pending), count(.error)]
      fields += [points(score.lowerAfterWaiver), points(score.upperAfterWaiver), "", "", ""]
      rows.append(Row(path: record.path, rubric: score.rubric, fields: fields))
    }
  }

  private mutating func take(_ record: UnjudgedRecord) {
    guard let catalogue else { return }
    var fields = Array(repeating: "", count: CSVWords.scoreHeads.count)
    fields[0] = record.agency?.code ?? ""
    fields[1] = record.agency?.name ?? ""
    fields[2] = record.caseNumber ?? ""
    fields[5] = record.path
    fields[6] = catalogue.say(CSVWords.no)
    fields[fields.count - 1] = catalogue.say(record.message)
    rows.append(Row(path: record.path, rubric: "", fields: fields))
  }

  private mutating func take(_ record: AdjustmentRecord) {
    guard let digits = catalogue?.rubric(record.rubric)?.roundingDigits,
      let index = rows.firstIndex(where: {
        $0.path == record.path && $0.rubric == record.rubric
      })
    else { return }
    let width = rows[index].fields.count
    rows[index].fields[width - 3] = PointsText.fixed(record.after.lower.points, digits: digits)
    rows[index].fields[width - 2] = PointsText.fixed(record.after.upper.points, digits: digits)
  }
}
