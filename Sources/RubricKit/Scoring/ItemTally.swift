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

  /// Where the item stands in the rubric.
  struct Place: Sendable, Hashable {
    var role = RubricSection.Role.normality
    /// The section's number, and its points in thousandths.
    var section = 0
    var sectionPoints = 0
    /// The group it shares points with, with the group's points in thousandths.
    var group: Group?
    /// Whether what does not apply is left out, and not counted as earned.
    var leavesOut = true
  }

  struct Group: Sendable, Hashable {
    var id: String
    var points: Int
  }

  /// What the item does to its whole section, the stronger the greater.
  enum Gate: Int, Sendable, Hashable, Comparable {
    case none
    /// The section may yet lose all its points.
    case open
    /// The section lost all its points.
    case closed

    static func < (left: Gate, right: Gate) -> Bool { left.rawValue < right.rawValue }
  }

  var requirement: String
  var outcome: Outcome
  var points: Int
  var place: Place
  var part: Part
  /// Lost by occurrences that certainly failed.
  var certainLoss: Int
  /// Lost if every open occurrence fails.
  var worstLoss: Int
  /// The same with waived occurrences given back.
  var certainLossAfterWaiver: Int
  var worstLossAfterWaiver: Int
  var veto: VetoEffect?
  var gate = Gate.none
  /// The same with waived occurrences given back.
  var gateAfterWaiver = Gate.none

  var role: RubricSection.Role { place.role }
}

extension ItemTally {
  /// Adds up what the occurrences of a judged requirement cost in this rubric: each check's
  /// occurrences up to the check's cap, the item's together up to its own cap and its points.
  init(item: RubricItem, place: Place, checks: [Check], judgement: Judgement) {
    let record = judgement.record
    self.requirement = item.requirement
    outcome = record.outcome
    points = item.points.milli
    self.place = place
    veto = item.veto
    if record.outcome == .notApplicable {
      part = .notApplicable
    } else {
      part = judgement.mayNotApply ? .mayNotApply : .applies
      if place.leavesOut { points -= item.unconcerned(record).reduce(0) { $0 + $1.points.milli } }
    }
    let proved: Set<Outcome> = [.failed, .waived]
    gate = ItemTally.gate(item, record, proved: proved)
    gateAfterWaiver = ItemTally.gate(item, record, proved: [.failed])
    func loss(_ counted: Set<Outcome>) -> Int {
      ItemTally.loss(item: item, checks: checks, record: record, counted: counted)
    }
    let open: Set<Outcome> = [.pending, .error]
    certainLoss = loss(proved)
    worstLoss = loss(open.union(proved))
    certainLossAfterWaiver = loss([.failed])
    worstLossAfterWaiver = loss(open.union([.failed]))
  }

  /// Where each item of a rubric stands, in the items' order.
  static func places(of rubric: Rubric) -> [Place] {
    rubric.sections.enumerated().flatMap { number, section in
      section.items.map { item in
        Place(
          role: section.role, section: number, sectionPoints: section.points.milli,
          group: section.groups.first { $0.id == item.group }.map {
            Group(id: $0.id, points: $0.points.milli)
          },
          // A bonus is never given for nothing.
          leavesOut: rubric.notApplicable == .rescale || section.role == .bonus)
      }
    }
  }

  /// What the checks named as a gate found; the requirement as a whole counts with them.
  private static func gate(_ item: RubricItem, _ record: OutcomeRecord, proved: Set<Outcome>)
    -> Gate
  {
    guard !item.gate.isEmpty else { return .none }
    let outcomes = Set(
      record.occurrences
        .filter { $0.check.isEmpty || item.gate.contains($0.check) }.map(\.outcome))
    if !outcomes.isDisjoint(with: proved) { return .closed }
    return outcomes.isDisjoint(with: [.pending, .error]) ? .none : .open
  }

  private static func loss(
    item: RubricItem, checks: [Check], record: OutcomeRecord, counted: Set<Outcome>
  ) -> Int {
    if !item.earns.isEmpty { return item.unearned(record, counted) }
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

/// An outcome as it is judged and decided upon.
struct Judgement: Sendable, Hashable {
  var record: OutcomeRecord
  /// True where the requirement's condition could not be decided.
  var mayNotApply: Bool {
    get { record.mayNotApply ?? false }
    set { record.mayNotApply = newValue ? true : nil }
  }

  init(record: OutcomeRecord, mayNotApply: Bool) {
    self.record = record
    self.mayNotApply = mayNotApply
  }
}

extension CompiledRubrics {
  /// What the items of a rubric contribute to a case's score.
  ///
  /// - Parameter judgement: the judgement of the requirement at a place in ``requirements``; nil: it was
  ///   not judged, and its items take no part.
  func tallies(_ rubric: CompiledRubric, _ judgement: (Int) -> Judgement?) -> [ItemTally] {
    rubric.items.enumerated().compactMap { position, item in
      let index = rubric.requirements[position]
      return judgement(index).map {
        ItemTally(
          item: item, place: rubric.places[position],
          checks: requirements[index].requirement.checks, judgement: $0)
      }
    }
  }
}
