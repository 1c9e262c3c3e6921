/// Turns verdicts, in order, into the records of a stream, and keeps what its end needs.
struct RecordAssembler {
  private let audit: Audit
  private let found: FoundFiles
  private var wholeSet: WholeSet
  private var decisions = DecisionUse()

  init(audit: Audit, found: FoundFiles) {
    self.audit = audit
    self.found = found
    wholeSet = WholeSet(manifest: audit.manifest, asOf: audit.context.services.asOf)
  }

  /// What the exit code depends on.
  var causes: AuditCauses { wholeSet.counts.causes }

  /// The manifest, and folders that could not be opened.
  mutating func opening() throws(FactStoreError) -> [AuditRecord] {
    [.manifest(audit.manifest)] + (try taken(found.unreadable.map(AuditRecord.unjudged)))
  }

  /// A case and its facts.
  mutating func records(of verdict: CaseJudge.Verdict) throws(FactStoreError) -> [AuditRecord] {
    decisions.merge(verdict.decisions)
    if let name = verdict.notCase { wholeSet.counts.notCases[name, default: 0] += 1 }
    guard let record = verdict.record else { return [] }
    guard case .caseFile = record, let facts = verdict.facts, !facts.facts.isEmpty else {
      return try taken([record])
    }
    return try taken([record, .facts(facts)])
  }

  /// What only the whole set shows, unless this is a part of it, remarks, and the end.
  mutating func closing() throws(FactStoreError) -> [AuditRecord] {
    wholeSet.counts.otherFiles = found.others
    let after = decisions.remarks(audit.context.decisions)
    if let shard = audit.shard { return wholeSet.closing(shard, remarks: audit.remarks + after) }
    return try wholeSet.closing(before: audit.remarks, after: after)
  }

  private mutating func taken(_ records: [AuditRecord]) throws(FactStoreError) -> [AuditRecord] {
    for record in records { try wholeSet.take(record) }
    return records
  }
}
