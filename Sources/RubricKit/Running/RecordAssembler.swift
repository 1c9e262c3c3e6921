/// Turns verdicts, in order, into the records of a stream, and keeps what its end needs.
struct RecordAssembler {
  private let audit: Audit
  private let found: FoundFiles
  private var setJudge: SetJudge
  private var adjuster: Adjuster
  private var decisions = DecisionUse()
  private var counts = AuditCounts()

  init(audit: Audit, found: FoundFiles) {
    self.audit = audit
    self.found = found
    setJudge = SetJudge(rules: audit.manifest.setRules, services: audit.context.services)
    adjuster = Adjuster(manifest: audit.manifest)
  }

  /// What the exit code depends on.
  var causes: AuditCauses { counts.causes }

  /// The manifest, and folders that could not be opened.
  mutating func opening() -> [AuditRecord] {
    counted([.manifest(audit.manifest)] + found.unreadable.map(AuditRecord.unjudged))
  }

  /// A case and its facts.
  mutating func records(of verdict: CaseJudge.Verdict) -> [AuditRecord] {
    decisions.merge(verdict.decisions)
    if let name = verdict.notCase { counts.notCases[name, default: 0] += 1 }
    guard let record = verdict.record else { return [] }
    guard case .caseFile(let caseRecord) = record else { return counted([record]) }
    adjuster.collect(caseRecord)
    guard let facts = verdict.facts, !facts.facts.isEmpty else { return counted([record]) }
    setJudge.collect(facts, agency: caseRecord.agency, caseNumber: caseRecord.caseNumber)
    return counted([record, .facts(facts)])
  }

  /// What only the whole set shows, remarks, and the end.
  mutating func closing() -> [AuditRecord] {
    let compared = setJudge.judge()
    let findings = compared.findings
    let remarks =
      audit.remarks + compared.remarks + decisions.remarks(audit.context.decisions)
    var records = counted(
      findings.map(AuditRecord.setFinding) + compared.questions.map(AuditRecord.setQuestion)
        + adjuster.adjustments(for: findings).map(AuditRecord.adjustment)
        + remarks.map(AuditRecord.remark))
    counts.otherFiles = found.others
    records.append(.end(counts.record))
    return records
  }

  private mutating func counted(_ records: [AuditRecord]) -> [AuditRecord] {
    for record in records { counts.count(record) }
    return records
  }
}
