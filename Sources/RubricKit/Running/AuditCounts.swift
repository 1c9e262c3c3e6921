/// What happened in a run, as far as the program's exit code depends on it.
public struct AuditCauses: Sendable, Hashable {
  /// Something that should have been judged was not: unreadable or unmatched files, errors, or
  /// pending for any reason but a person.
  public var notJudged = false
  /// The gravest certain finding.
  public var gravest: Severity?
  /// A veto certainly failed.
  public var veto = false
  /// A case's upper end lies in its rubric's lowest grade.
  public var unqualified = false
  /// Files that are cases, judged or not.
  public var cases = 0

  /// Nothing yet.
  public init() {}
}

/// Counts records as they pass; the same counts come out of a saved stream.
public struct AuditCounts: Sendable {
  var notCases: [String: Int] = [:]
  var otherFiles: [String: Int] = [:]
  /// What the exit code depends on.
  public private(set) var causes = AuditCauses()
  private var judged = 0
  private var unjudged = 0
  private var findings: [String: Int] = [:]
  private var setFindings = 0
  private var setQuestions = 0
  private var pending: [String: Int] = [:]
  private var errors = 0
  private var severities: [String: Severity] = [:]
  private var lowestGrades: [String: String] = [:]

  /// Nothing counted yet.
  public init() {}

  /// Counts one record.
  public mutating func count(_ record: AuditRecord) {
    switch record {
    case .manifest(let manifest): remember(manifest)
    case .caseFile(let record): count(record)
    case .unjudged:
      unjudged += 1
      causes.cases += 1
      causes.notJudged = true
    case .setFinding(let finding):
      setFindings += 1
      causes.gravest = max(causes.gravest ?? .minor, finding.severity)
    case .setQuestion: setQuestions += 1
    case .adjustment(let adjustment):
      causes.veto = true
      if adjustment.after.upper.grade == lowestGrades[adjustment.rubric] {
        causes.unqualified = true
      }
    case .remark(let remark):
      if remark.leavesUnjudged { causes.notJudged = true }
    case .facts, .end: break
    }
  }

  /// The last record; the writer fills in the digest.
  var record: EndRecord {
    EndRecord(
      judged: judged, unjudged: unjudged, findings: findings, setFindings: setFindings,
      setQuestions: setQuestions, pending: pending, errors: errors, notCases: notCases,
      otherFiles: otherFiles, digest: "")
  }

  private mutating func remember(_ manifest: ManifestRecord) {
    for requirement in manifest.requirements { severities[requirement.id] = requirement.severity }
    for rubric in manifest.rubrics { lowestGrades[rubric.id] = rubric.bands.last?.id }
  }

  private mutating func count(_ record: CaseRecord) {
    judged += 1
    causes.cases += 1
    if record.remarks.contains(where: \.leavesUnjudged) { causes.notJudged = true }
    for outcome in record.outcomes {
      let severity = severities[outcome.requirement] ?? .minor
      for occurrence in outcome.occurrences { count(occurrence, severity) }
    }
    for score in record.scores {
      if score.vetoes.contains(where: { $0.state == .failed }) { causes.veto = true }
      if score.upper.grade == lowestGrades[score.rubric] { causes.unqualified = true }
    }
  }

  private mutating func count(_ occurrence: OccurrenceRecord, _ severity: Severity) {
    switch occurrence.outcome {
    case .failed, .waived:
      // A waiver changes the score after it, never the exit code.
      findings[severity.rawValue, default: 0] += 1
      causes.gravest = max(causes.gravest ?? .minor, severity)
    case .pending:
      for reason in occurrence.reasons {
        pending[reason.rawValue, default: 0] += 1
        if reason != .person { causes.notJudged = true }
      }
    case .error:
      errors += 1
      causes.notJudged = true
    case .passed, .notApplicable: break
    }
  }
}
