public import RubricKit

/// The answers and waivers that cases were judged with, for the ledger.
public struct DecisionIntake: Sendable {
  private let answers: AnswerBook?
  private let waivers: WaiverBook?

  /// Reads the files; nil: none was given.
  ///
  /// - Throws: `UnusableRubricError` where one cannot be used.
  public init(answers: String?, waivers: String?, rubrics: String) throws(UnusableRubricError) {
    self.answers = try answers.map { path throws(UnusableRubricError) in
      try AnswerBook.load(path, rubrics: rubrics)
    }
    self.waivers = try waivers.map { path throws(UnusableRubricError) in
      try WaiverBook.load(path, rubrics: rubrics)
    }
  }

  /// Without answers and waivers.
  public init() { (answers, waivers) = (nil, nil) }

  /// The facts to enter before the audits that rest on them; none for files entered before.
  ///
  /// - Throws: where the cases were judged with other files than these, as a saved stream may have been.
  func facts(
    round id: String, _ round: LedgerState.Round, cases: Set<String>, inputs: LedgerFact.Inputs
  ) throws(LedgerError) -> [LedgerFact] {
    guard inputs.answers == answers?.digest, inputs.waivers == waivers?.digest else {
      throw .usage(
        "案卷评查时用的认定文件或者豁免文件与 --answers、--waivers 写明的不是同一份，未记入台账",
        "the cases were judged with other answers or waivers than --answers and --waivers name; "
          + "nothing was entered")
    }
    var facts: [LedgerFact] = []
    if let answers, !round.answers.contains(where: { $0.file == answers.digest }) {
      let entries = answers.answers.filter { cases.contains($0.caseDigest) }.map {
        LedgerFact.Answered.Entry(
          digest: $0.caseDigest, requirement: $0.requirement, occurrence: $0.occurrence,
          verdict: $0.verdict.rawValue, points: $0.points?.milli, reviewer: $0.reviewer,
          date: $0.date, remark: $0.remark)
      }
      facts.append(.answered(.init(round: id, file: answers.digest, answers: entries)))
    }
    if let waivers, !round.waivers.contains(where: { $0.file == waivers.digest }) {
      let entries = waivers.waivers.map {
        LedgerFact.Waived.Entry(
          id: $0.id, fingerprint: $0.fingerprint, requirement: $0.requirement, agency: $0.agency,
          caseNumber: $0.caseNumber, reason: $0.reason, approver: $0.approver, from: $0.from,
          to: $0.to)
      }
      facts.append(.waived(.init(round: id, file: waivers.digest, waivers: entries)))
    }
    return facts
  }
}
