/// The second phase of a run: takes the records of the cases in their order, counts and remembers what
/// is compared, and says at the end what only the whole set shows.
struct WholeSet {
  private var judge: SetJudge
  private var adjuster: Adjuster
  private var current: (agency: AgencyRecord, caseNumber: String)?
  /// What has been counted so far.
  var counts = AuditCounts()

  init(manifest: ManifestRecord, asOf: CivilDate) {
    judge = SetJudge(rules: manifest.setRules, asOf: asOf)
    adjuster = Adjuster(manifest: manifest)
    counts.count(.manifest(manifest))
  }

  /// Takes a record of a case, or of a file that is none.
  mutating func take(_ record: AuditRecord) throws(FactStoreError) {
    counts.count(record)
    switch record {
    case .caseFile(let record):
      adjuster.collect(record)
      current = (record.agency, record.caseNumber)
    case .facts(let facts):
      guard let current else { return }
      try judge.collect(facts, agency: current.agency, caseNumber: current.caseNumber)
    default: break
    }
  }

  /// What the whole set shows, the remarks, and the end.
  ///
  /// - Parameters:
  ///   - before: remarks that stand before those of the comparison.
  ///   - after: remarks that stand behind them.
  mutating func closing(before: [RemarkRecord], after: [RemarkRecord]) throws(FactStoreError)
    -> [AuditRecord]
  {
    let compared = try judge.judge()
    let records =
      compared.findings.map(AuditRecord.setFinding)
      + compared.questions.map(AuditRecord.setQuestion)
      + adjuster.adjustments(for: compared.findings).map(AuditRecord.adjustment)
      + (before + compared.remarks + after).map(AuditRecord.remark)
    return ended(records, shard: nil)
  }

  /// The remarks and the end of a part of a run, which says nothing of the whole set.
  mutating func closing(_ shard: Shard, remarks: [RemarkRecord]) -> [AuditRecord] {
    ended(remarks.map(AuditRecord.remark), shard: shard)
  }

  private mutating func ended(_ records: [AuditRecord], shard: Shard?) -> [AuditRecord] {
    for record in records { counts.count(record) }
    var end = counts.record
    end.shard = shard?.text
    return records + [.end(end)]
  }
}
