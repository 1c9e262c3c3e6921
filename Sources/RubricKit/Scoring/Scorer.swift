/// Turns the outcomes of one case into a score by one rubric: both ends of the range, exactly, with
/// one rounding at the end.
struct Scorer: Sendable {
  let rubric: Rubric

  /// Scores the tallies of the rubric's items.
  ///
  /// - Throws: ``ScoringError`` where no item applies.
  func score(_ items: [ItemTally]) throws(ScoringError) -> ScoreRecord {
    let tallies = GroupDealer.deal(items)
    let gates = SectionGates(tallies, afterWaiver: false)
    let lower = try end(tallies, gates, worst: true, afterWaiver: false)
    let upper = try end(tallies, gates, worst: false, afterWaiver: false)
    let vetoes = tallies.compactMap { tally -> VetoRecord? in
      guard let veto = tally.veto, let state = VetoRecord.state(tally.outcome) else { return nil }
      return VetoRecord(requirement: tally.requirement, effect: veto.code, state: state)
    }
    let undecided = vetoes.contains { $0.state != .failed }
    var record = ScoreRecord(
      rubric: rubric.id, lower: lower.record, upper: upper.record,
      certain: lower.record.grade == upper.record.grade && !undecided,
      items: gates.records,
      vetoes: vetoes, derivation: ScoreWords.lines(rubric, lower: lower, upper: upper))
    if tallies.contains(where: {
      $0.outcome == .waived || $0.certainLoss != $0.certainLossAfterWaiver
        || $0.worstLoss != $0.worstLossAfterWaiver || $0.gate != $0.gateAfterWaiver
    }) {
      let gates = SectionGates(tallies, afterWaiver: true)
      record.lowerAfterWaiver = try end(tallies, gates, worst: true, afterWaiver: true).record
      record.upperAfterWaiver = try end(tallies, gates, worst: false, afterWaiver: true).record
    }
    return record
  }

  /// The score where everything open turns out in order.
  ///
  /// - Throws: ``ScoringError`` where no item applies.
  func upperEnd(_ items: [ItemTally]) throws(ScoringError) -> ScoreEndRecord {
    let tallies = GroupDealer.deal(items)
    let gates = SectionGates(tallies, afterWaiver: false)
    return try end(tallies, gates, worst: false, afterWaiver: false).record
  }

  /// One end of the range, with the sums it was made of.
  private func end(
    _ tallies: [ItemTally], _ gates: SectionGates, worst: Bool, afterWaiver: Bool
  ) throws(ScoringError) -> ScoreEnd {
    var sums = ScoreSums(scalesBonus: rubric.bonus?.entry == .earned)
    var maybe: [(earned: Int, full: Int)] = []
    let closed = gates.closed(worst: worst)
    for (role, points) in closed.values {
      switch role {
      case .basic: sums.basicLoss += points
      case .normality: sums.add(earned: 0, full: points)
      case .legality, .bonus: break
      }
    }
    for tally in tallies where closed[tally.place.section] == nil {
      let loss =
        switch (worst, afterWaiver) {
        case (true, false): tally.worstLoss
        case (false, false): tally.certainLoss
        case (true, true): tally.worstLossAfterWaiver
        case (false, true): tally.certainLossAfterWaiver
        }
      if tally.role == .basic {
        sums.basicLoss += loss
        continue
      }
      if tally.role == .legality { continue }
      if tally.role == .bonus {
        sums.bonus += tally.gain(worst: worst, loss: loss)
        continue
      }
      switch tally.part {
      case .notApplicable:
        if rubric.notApplicable == .fullMarks { sums.add(earned: tally.points, full: tally.points) }
      case .mayNotApply where worst && rubric.notApplicable == .rescale:
        maybe.append((tally.points - loss, tally.points))
      case .applies, .mayNotApply:
        sums.add(earned: tally.points - loss, full: tally.points)
      }
    }
    sums.addWorst(of: maybe)
    var exact = try exactScore(sums)
    let isCut = rubric.bonus?.overFull == .cut && Fraction(rubric.full) < exact
    if isCut { exact = Fraction(rubric.full) }
    let capped = applyVetoes(exact, tallies)
    do {
      let points = try rounded(capped.score)
      let grade = self.grade(of: points, capped)
      return ScoreEnd(
        sums: sums, isCut: isCut, beforeVeto: try rounded(exact),
        record: ScoreEndRecord(points: points.milli, grade: grade))
    } catch {
      throw .overflow(rubric: rubric.id)
    }
  }

  /// The one rounding; fractions count points, not thousandths.
  private func rounded(_ score: Fraction) throws(FractionError) -> Points {
    try score.points(digits: rubric.rounding.digits, rubric.rounding.mode)
  }

  private func exactScore(_ sums: ScoreSums) throws(ScoringError) -> Fraction {
    guard sums.full > 0 else { throw .nothingApplies(rubric: rubric.id) }
    do {
      let share = try Fraction(sums.reached, over: sums.full)
      var score: Fraction
      switch rubric.scoring {
      case .deduct:
        score = try share.multiplied(by: Fraction(rubric.full))
      case .legalityNormality(let legality, let normality):
        let scaled = try share.multiplied(by: Fraction(normality))
        let whole = legality - Points(milli: sums.basicLoss)
        score = try scaled.adding(Fraction(whole))
      }
      if rubric.bonus?.entry == .score {
        score = try score.adding(Fraction(Points(milli: sums.bonus)))
      }
      return max(score, Fraction(0))
    } catch {
      throw .overflow(rubric: rubric.id)
    }
  }

  /// Vetoes that certainly failed; undecided ones are shown beside the score, never folded in.
  private func applyVetoes(_ exact: Fraction, _ tallies: [ItemTally])
    -> VetoedScore
  {
    var result = VetoedScore(score: exact)
    for tally in tallies where tally.outcome == .failed {
      if let veto = tally.veto { result.apply(veto) }
    }
    return result
  }

  private func grade(of points: Points, _ vetoed: VetoedScore) -> String {
    let bands = rubric.bands
    let lowest = bands.last?.id ?? ""
    if vetoed.unqualified { return lowest }
    let index = bands.firstIndex { points >= $0.from } ?? bands.count - 1
    let barred = vetoed.barExcellent && index == 0 ? min(1, bands.count - 1) : index
    return bands.indices.contains(barred) ? bands[barred].id : lowest
  }
}

/// Why a case could not be scored by a rubric.
public enum ScoringError: Error, Sendable, Hashable {
  /// No item of the rubric applies to the case: there is nothing to score.
  case nothingApplies(rubric: String)
  /// The numbers of the rubric are too large for exact arithmetic.
  case overflow(rubric: String)
}

/// Sums of points in thousandths.
struct ScoreSums: Sendable, Hashable {
  var earned = 0
  var full = 0
  var basicLoss = 0
  var bonus = 0
  /// Whether the bonus joins the points earned.
  var scalesBonus = false

  /// The points earned, with those that join them.
  var reached: Int { earned + (scalesBonus ? bonus : 0) }

  mutating func add(earned: Int, full: Int) {
    self.earned += earned
    self.full += full
  }

  /// Takes in, of the items that may fail or may not apply, exactly those that lower the ratio: in
  /// rising order of their own ratio for as long as it lies below the ratio reached.
  mutating func addWorst(of items: [(earned: Int, full: Int)]) {
    // Items without points change no ratio, and have none to be sorted by.
    let rising = items.filter { $0.full > 0 }
      .sorted { $0.earned * $1.full < $1.earned * $0.full }
    for item in rising where full == 0 || item.earned * full < reached * item.full {
      add(earned: item.earned, full: item.full)
    }
  }
}

/// One end of a score with its sums.
struct ScoreEnd: Sendable, Hashable {
  var sums: ScoreSums
  /// Whether a bonus carried it over full marks, and it was cut to them.
  var isCut: Bool
  /// Rounded, before vetoes.
  var beforeVeto: Points
  var record: ScoreEndRecord
}

/// A score under the vetoes that failed.
struct VetoedScore: Sendable, Hashable {
  var score: Fraction
  var unqualified = false
  var barExcellent = false

  mutating func apply(_ veto: VetoEffect) {
    switch veto {
    case .zero:
      score = Fraction(0)
      unqualified = true
    case .unqualified: unqualified = true
    case .cap(let points):
      let cap = Fraction(points)
      if cap < score { score = cap }
    case .barExcellent: barExcellent = true
    }
  }
}

extension ItemTally {
  /// The bonus at one end; at the lower one, what may not apply gives none.
  func gain(worst: Bool, loss: Int) -> Int {
    part == .applies || part == .mayNotApply && !worst ? points - loss : 0
  }
}

extension VetoRecord {
  /// The state to record for a veto item's outcome; nil where it is no matter.
  static func state(_ outcome: Outcome) -> Outcome? {
    switch outcome {
    case .failed, .pending, .error: outcome
    case .passed, .notApplicable, .waived: nil
    }
  }
}
