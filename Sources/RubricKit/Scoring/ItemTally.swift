/// What one item contributes to a score, in thousandths of a point.
struct ItemTally: Sendable, Hashable {
  /// How the item takes part.
  enum Part: Sendable, Hashable {
    case applies
    /// 合理缺项.
    case notApplicable
    /// Whether it applies is itself undecided.
    case mayNotApply
  }

  var requirement: String
  var outcome: Outcome
  var points: Int
  var role: RubricSection.Role
  var part: Part
  /// Lost by occurrences that certainly failed.
  var certainLoss: Int
  /// Lost if every open occurrence fails.
  var worstLoss: Int
  /// The same with waived occurrences given back.
  var certainLossAfterWaiver: Int
  var worstLossAfterWaiver: Int
  var veto: VetoEffect?
}

extension ItemTally {
  /// Adds up what the occurrences of a judged requirement cost in this rubric: each check's
  /// occurrences up to the check's cap, the item's together up to its own cap and its points.
  init(item: RubricItem, role: RubricSection.Role, checks: [Check], judgement: Judgement) {
    let record = judgement.record
    self.requirement = item.requirement
    outcome = record.outcome
    points = item.points.milli
    self.role = role
    veto = item.veto
    if record.outcome == .notApplicable {
      part = .notApplicable
    } else {
      part = judgement.mayNotApply ? .mayNotApply : .applies
    }
    func loss(_ counted: Set<Outcome>) -> Int {
      ItemTally.loss(item: item, checks: checks, record: record, counted: counted)
    }
    let open: Set<Outcome> = [.pending, .error]
    certainLoss = loss([.failed, .waived])
    worstLoss = loss(open.union([.failed, .waived]))
    certainLossAfterWaiver = loss([.failed])
    worstLossAfterWaiver = loss(open.union([.failed]))
  }

  private static func loss(
    item: RubricItem, checks: [Check], record: OutcomeRecord, counted: Set<Outcome>
  ) -> Int {
    guard !record.occurrences.isEmpty else { return 0 }
    let full = item.points.milli
    var total = 0
    for check in checks where check.effect != .note {
      let deduct = (item.deduct ?? check.deduct)?.milli ?? full
      let cap = (item.cap ?? check.cap)?.milli ?? full
      var lost = 0
      for occurrence in record.occurrences
      where occurrence.check == check.id && counted.contains(occurrence.outcome) {
        // How many there are of a check that could not be run nobody knows.
        lost += occurrence.answeredLoss ?? (occurrence.places.isEmpty ? cap : deduct)
      }
      total += min(lost, cap)
    }
    for occurrence in record.occurrences
    where occurrence.check.isEmpty && counted.contains(occurrence.outcome) {
      total += occurrence.answeredLoss ?? full
    }
    return min(total, item.cap?.milli ?? full, full)
  }
}

/// An outcome with what only scoring needs to know about it.
struct Judgement: Sendable, Hashable {
  var record: OutcomeRecord
  /// True where the requirement's condition could not be decided.
  var mayNotApply: Bool
}
