/// What a set of case files comes to, per agency and rubric. Takes records one by one and keeps no
/// case record.
public struct AuditSummary: AuditRecordConsumer, Sendable {
  /// Agencies in the order of their first record; files of no known agency last.
  public private(set) var agencies: [AgencySummary] = []
  /// Files that should have been judged and were not, in order.
  public private(set) var unjudged: [UnjudgedRecord] = []
  /// Contradictions between case files.
  public private(set) var setFindings: [SetFindingRecord] = []
  /// Questions that only several cases raise.
  public private(set) var setQuestions: [SetFindingRecord] = []
  /// What set rules did to scores.
  public private(set) var adjustments: [AdjustmentRecord] = []
  /// Remarks on the run as a whole, then those on single cases.
  public private(set) var remarks: [RemarkRecord] = []
  /// Case files judged.
  public private(set) var judged = 0
  /// The ids of the rubrics that gave scores.
  public private(set) var rubrics: Set<String> = []
  /// The rubrics and requirements that the counts refer to; nil before the manifest.
  public private(set) var manifest: ManifestRecord?
  /// Files passed over, by extension; empty before the end.
  public private(set) var otherFiles: [String: Int] = [:]
  /// Roots of ours that are not cases, by root element; empty before the end.
  public private(set) var notCases: [String: Int] = [:]

  private var indexByAgency: [String: Int] = [:]
  private var unknown = AgencySummary(agency: nil)
  private var severities: [String: Severity] = [:]
  private var order: [String: Int] = [:]
  private var casesByPath: [String: CaseScores] = [:]
  private var caseRemarks: [RemarkRecord] = []

  private struct CaseScores: Sendable {
    var agency: Int
    var current: [String: AdjustmentRecord.ScoreRange]
    var undecided: Set<String>
  }

  /// A summary of nothing yet.
  public init() {}

  /// Takes the next record.
  public mutating func consume(_ record: AuditRecord) {
    switch record {
    case .manifest(let record): take(record)
    case .caseFile(let record): take(record)
    case .facts: break
    case .unjudged(let record): take(record)
    case .setFinding(let record): setFindings.append(record)
    case .setQuestion(let record): setQuestions.append(record)
    case .adjustment(let record): take(record)
    case .remark(let record): remarks.append(record)
    case .end(let record): finish(record)
    }
  }

  private mutating func take(_ record: ManifestRecord) {
    manifest = record
    for (index, requirement) in record.requirements.enumerated() {
      severities[requirement.id] = requirement.severity
      order[requirement.id] = index
    }
  }

  private mutating func take(_ record: CaseRecord) {
    judged += 1
    rubrics.formUnion(record.scores.map(\.rubric))
    let agency = index(of: record.agency)
    agencies[agency].take(record, severities: severities, order: order)
    caseRemarks += record.remarks
    casesByPath[record.path] = CaseScores(
      agency: agency,
      current: Dictionary(
        record.scores.map { ($0.rubric, .init(lower: $0.lower, upper: $0.upper)) },
        uniquingKeysWith: { first, _ in first }),
      undecided: Set(record.scores.filter(\.hasUndecidedVeto).map(\.rubric)))
  }

  private mutating func take(_ record: UnjudgedRecord) {
    unjudged.append(record)
    if let agency = record.agency {
      agencies[index(of: agency)].unjudged += 1
    } else {
      unknown.unjudged += 1
    }
  }

  private mutating func take(_ record: AdjustmentRecord) {
    adjustments.append(record)
    guard var scores = casesByPath[record.path], let before = scores.current[record.rubric] else {
      return
    }
    // Two rules may hit one case; the worse of their results stands.
    let after = AdjustmentRecord.ScoreRange(
      lower: worse(before.lower, record.after.lower), upper: worse(before.upper, record.after.upper)
    )
    let isUndecided = scores.undecided.contains(record.rubric)
    agencies[scores.agency].adjust(
      record.rubric, from: before, to: after, hasUndecidedVeto: isUndecided)
    scores.current[record.rubric] = after
    casesByPath[record.path] = scores
  }

  private func worse(_ left: ScoreEndRecord, _ right: ScoreEndRecord) -> ScoreEndRecord {
    right.points <= left.points ? right : left
  }

  private mutating func finish(_ record: EndRecord) {
    otherFiles = record.otherFiles
    notCases = record.notCases
    remarks += caseRemarks
    caseRemarks = []
    if unknown.unjudged > 0 { agencies.append(unknown) }
  }

  private mutating func index(of agency: AgencyRecord) -> Int {
    let key = agency.code.isEmpty ? "name:\(agency.name)" : "code:\(agency.code)"
    if let index = indexByAgency[key] { return index }
    agencies.append(AgencySummary(agency: agency))
    indexByAgency[key] = agencies.count - 1
    return agencies.count - 1
  }
}

extension ScoreRecord {
  /// True where a veto is pending or in error.
  public var hasUndecidedVeto: Bool { vetoes.contains { $0.state != .failed } }
}
