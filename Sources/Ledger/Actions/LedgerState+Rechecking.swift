internal import RubricKit

extension LedgerState {
  /// Judges the findings of a round by the corrected files: each is fixed, unchanged, changed but still
  /// wrong, back again, or open; what was not there before is new.
  public func rechecking(_ intake: AuditIntake, round id: String) throws(LedgerError)
    -> [LedgerFact]
  {
    let round = try self.round(id)
    let inputs = try intake.inputs()
    var facts: [LedgerFact] = []
    for record in intake.cases {
      let audits = round.audits.filter {
        $0.caseNumber == record.caseNumber && $0.agency.code == record.agency.code
      }
      guard let audit = audits.first else {
        throw .usage(
          "\(record.caseNumber) 不是批次 \(id) 评查的案卷",
          "\(record.caseNumber) was not judged in round \(id)")
      }
      // The file that was judged is no corrected file.
      guard audit.digest != record.digest else { continue }
      let known = round.findings.filter {
        $0.caseNumber == record.caseNumber && $0.agency.code == record.agency.code
      }
      let now = intake.findings(record)
      let results = known.compactMap { finding in
        result(of: finding, now, record)
      }
      let prints = Set(known.map(\.fact.fingerprint))
      facts.append(
        .rechecked(
          LedgerFact.Rechecked(
            round: id, caseNumber: record.caseNumber, agency: record.agency.code,
            digest: record.digest, inputs: inputs, results: results,
            new: now.filter { !prints.contains($0.fingerprint) })))
    }
    return facts
  }

  /// What became of a finding; nil where it was closed and is still gone.
  private func result(
    of finding: Finding, _ now: [LedgerFact.Finding], _ record: CaseRecord
  ) -> LedgerFact.Rechecked.Result? {
    let print = finding.fact.fingerprint
    let outcome = record.outcomes.first { $0.requirement == finding.fact.requirement }
    let found = now.first { $0.fingerprint == print }
    if let closure = finding.closure {
      // An incurable fault stays as it is: it was explained, not put right.
      guard closure.isFixed, let found else { return nil }
      return LedgerFact.Rechecked.Result(
        fingerprint: print, result: .cameBack, evidence: found.evidence)
    }
    if let found {
      return LedgerFact.Rechecked.Result(
        fingerprint: print, result: found.evidence == finding.fact.evidence ? .unchanged : .changed,
        evidence: found.evidence)
    }
    // Nobody has said that it is in order where the requirement is open, or was not judged at all.
    let isSettled = outcome.map { ![.pending, .error].contains($0.outcome) } ?? false
    return LedgerFact.Rechecked.Result(
      fingerprint: print, result: isSettled ? .fixed : .open, evidence: "")
  }
}
