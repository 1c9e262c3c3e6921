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
  /// Why a file, or one rubric's part of it, was not judged.
  private(set) var unjudged: [String: LocalizedText] = [:]
  /// Occurrences that the engine should have judged and could not, by pending reason or `error`.
  private(set) var undecided: [String: Int] = [:]

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
      let remarks = record.remarks.filter(\.leavesUnjudged).map(\.message)
      if !remarks.isEmpty {
        unjudged[record.path] = LocalizedText(
          zh: remarks.map(\.zh).joined(separator: "；"),
          en: remarks.map(\.en).joined(separator: "; "))
      }
    case .unjudged(let record):
      paths.append(record.path)
      unjudged[record.path] = record.message
    case .adjustment(let record):
      cases[record.path]?.scores[record.rubric]?.adjusted = record.after
    case .end(let record):
      undecided = record.pending.filter { $0.key != PendingReason.person.rawValue }
      if record.errors > 0 { undecided["error"] = record.errors }
    case .facts, .setFinding, .setQuestion, .remark: break
    }
  }
}
