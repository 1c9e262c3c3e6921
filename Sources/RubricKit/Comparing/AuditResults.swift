/// What an audit said of each case, as far as two audits of the same files are compared by it.
public struct AuditResults: AuditRecordConsumer, Sendable {
  /// One case by one rubric.
  struct Score: Sendable {
    var score: ScoreRecord
    /// After set rules, where one changed it.
    var adjusted: AdjustmentRecord.ScoreRange?

    var lower: ScoreEndRecord { adjusted?.lower ?? score.lower }
    var upper: ScoreEndRecord { adjusted?.upper ?? score.upper }
  }

  /// A case's name for people, and its scores by rubric.
  struct Case: Sendable {
    var caseNumber: String
    var scores: [String: Score]
  }

  /// The first record.
  public private(set) var manifest: ManifestRecord?
  /// Paths in the order of the stream.
  private(set) var paths: [String] = []
  private(set) var cases: [String: Case] = [:]
  private(set) var unjudged: [String: UnjudgedRecord] = [:]

  /// No results yet.
  public init() {}

  /// Takes the next record.
  public mutating func consume(_ record: AuditRecord) {
    switch record {
    case .manifest(let record): manifest = record
    case .caseFile(let record):
      paths.append(record.path)
      cases[record.path] = Case(
        caseNumber: record.caseNumber,
        scores: Dictionary(
          record.scores.map { ($0.rubric, Score(score: $0)) }, uniquingKeysWith: { $1 }))
    case .unjudged(let record):
      paths.append(record.path)
      unjudged[record.path] = record
    case .adjustment(let record):
      cases[record.path]?.scores[record.rubric]?.adjusted = record.after
    case .facts, .setFinding, .remark, .end: break
    }
  }
}
