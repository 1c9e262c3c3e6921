public import RubricKit

/// Takes the records of an audit for the ledger.
public struct AuditIntake: AuditRecordConsumer {
  /// The cases judged.
  public private(set) var cases: [CaseRecord] = []
  /// What should have been judged and was not.
  public private(set) var unjudged: [UnjudgedRecord] = []
  /// Every record, for papers.
  public private(set) var records: [AuditRecord] = []
  private var manifest: ManifestRecord?
  private var contradictions: [SetFindingRecord] = []

  /// Nothing taken yet.
  public init() {}

  /// Takes the next record.
  public mutating func consume(_ record: AuditRecord) throws {
    records.append(record)
    switch record {
    case .manifest(let record): manifest = record
    case .caseFile(let record): cases.append(record)
    case .unjudged(let record): unjudged.append(record)
    case .setFinding(let record): contradictions.append(record)
    case .facts, .setQuestion, .adjustment, .remark, .end: break
    }
  }

  /// What the cases were judged with.
  ///
  /// - Throws: where no registers were named: a round must not rest on what happened to lie around.
  public func inputs() throws(LedgerError) -> LedgerFact.Inputs {
    guard let manifest, manifest.registers.folder != nil else {
      throw .usage(
        "评查批次须写明登记册：--registers 文件夹", "a round needs its registers named: --registers DIR")
    }
    let rubrics = manifest.rubrics.map(\.digest) + manifest.requirements.map(\.digest)
    return LedgerFact.Inputs(
      rubrics: Digest.sha256(rubrics.joined(separator: "\n")),
      registers: Digest.sha256(
        manifest.registers.files.map { "\($0.kind) \($0.digest)" }.joined(separator: "\n")),
      tool: manifest.tool.version, asOf: manifest.asOf, answers: manifest.options.answersDigest,
      waivers: manifest.options.waiversDigest)
  }

  /// The findings of a case as the ledger keeps them.
  func findings(_ record: CaseRecord) -> [LedgerFact.Finding] {
    let requirements = Dictionary(
      (manifest?.requirements ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return record.outcomes.flatMap { outcome -> [LedgerFact.Finding] in
      guard let requirement = requirements[outcome.requirement] else { return [] }
      return outcome.occurrences.filter { $0.outcome == .failed }.map {
        LedgerFact.Finding(
          fingerprint: $0.fingerprint, evidence: $0.evidence, requirement: requirement.id,
          title: requirement.title, severity: requirement.severity, curable: requirement.curable,
          message: $0.message, place: $0.places.first?.path ?? "")
      }
    } + contradictions(record)
  }

  /// Contradictions between cases are followed up with the first of them.
  private func contradictions(_ record: CaseRecord) -> [LedgerFact.Finding] {
    contradictions.filter { $0.parts.first?.path == record.path }.compactMap { found in
      guard let rule = manifest?.setRules.first(where: { $0.id == found.rule }) else { return nil }
      return LedgerFact.Finding(
        fingerprint: found.fingerprint, evidence: found.evidence, requirement: rule.id,
        title: rule.title, severity: rule.severity, curable: .partly, message: found.message,
        place: found.parts.first?.place.path ?? "")
    }
  }

  /// The scores of a case as the ledger keeps them.
  func scores(_ record: CaseRecord) -> [LedgerFact.Score] {
    record.scores.map { score in
      let lowest = manifest?.rubrics.first { $0.id == score.rubric }?.bands.last?.id
      return LedgerFact.Score(
        rubric: score.rubric, lower: score.lower, upper: score.upper, certain: score.certain,
        lowestGrade: lowest ?? "")
    }
  }

  /// Makes sure that every case of a round is there as it was judged, and is judged as the ledger has it:
  /// nothing is issued otherwise.
  ///
  /// - Throws: ``LedgerError`` with the first case that is not.
  public func mustAgree(with round: LedgerState.Round) throws(LedgerError) {
    let byDigest = Dictionary(
      cases.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    for audit in round.audits {
      guard let record = byDigest[audit.digest] else {
        throw .usage(
          "没有找到评查过的案卷 \(audit.caseNumber)（\(audit.path)），或者它已改动",
          "the case \(audit.caseNumber) (\(audit.path)) is not there as it was judged")
      }
      if Set(findings(record).map(\.fingerprint)) != Set(audit.findings.map(\.fingerprint)) {
        throw .usage(
          "\(audit.caseNumber) 现在的评查结果与台账所记不同，未发文书；请检查案卷文件夹和 --answers、--waivers、--registers 是否与评查时相同",
          "\(audit.caseNumber) is judged otherwise than the ledger has it, and nothing was issued; are the folders, "
            + "--answers, --waivers and --registers those of the audit?")
      }
    }
  }
}
