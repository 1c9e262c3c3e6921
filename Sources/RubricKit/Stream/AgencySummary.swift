/// One agency's results.
public struct AgencySummary: Sendable, Hashable {
  /// The agency; nil for files whose agency could not be read.
  public let agency: AgencyRecord?
  /// Case files judged by at least one rubric.
  public internal(set) var judged = 0
  /// Files that should have been judged and were not; never averaged away.
  public internal(set) var unjudged = 0
  /// Per rubric, in the order in which cases met them.
  public internal(set) var rubrics: [RubricSummary] = []
  /// Findings of every rubric together, each counted once.
  public internal(set) var findings = FindingCounts()
  /// Items open for a person, and items the engine should have judged and could not.
  public internal(set) var pending = 0
  /// Pending items by reason.
  public internal(set) var pendingByReason: [PendingReason: Int] = [:]
  /// Items in error.
  public internal(set) var errors = 0
  /// Findings covered by a waiver.
  public internal(set) var waived = 0

  /// Case files drawn: judged and unjudged.
  public var drawn: Int { judged + unjudged }

  init(agency: AgencyRecord?) { self.agency = agency }

  mutating func take(
    _ record: CaseRecord, severities: [String: Severity], order: [String: Int]
  ) {
    judged += 1
    for outcome in record.outcomes {
      let failed = outcome.occurrences.count { $0.outcome == .failed }
      let severity = severities[outcome.requirement] ?? .minor
      findings.add(
        failed, of: outcome.requirement, severity: severity,
        order: order[outcome.requirement] ?? Int.max)
      waived += outcome.occurrences.count { $0.outcome == .waived }
      if outcome.outcome == .error { errors += 1 }
      if outcome.outcome == .pending {
        pending += 1
        for reason in outcome.reasons { pendingByReason[reason, default: 0] += 1 }
      }
    }
    let outcomes = Dictionary(
      record.outcomes.map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
    for score in record.scores {
      let index = index(of: score.rubric)
      rubrics[index].take(score, in: outcomes, severities: severities, order: order)
    }
  }

  mutating func adjust(
    _ rubric: String, from before: AdjustmentRecord.ScoreRange,
    to after: AdjustmentRecord.ScoreRange, hasUndecidedVeto: Bool
  ) {
    rubrics[index(of: rubric)].adjust(from: before, to: after, hasUndecidedVeto: hasUndecidedVeto)
  }

  private mutating func index(of rubric: String) -> Int {
    if let index = rubrics.firstIndex(where: { $0.rubric == rubric }) { return index }
    rubrics.append(RubricSummary(rubric: rubric))
    return rubrics.count - 1
  }
}

/// One agency's results by one rubric.
public struct RubricSummary: Sendable, Hashable {
  /// Scores and grades, as the cases have them or as set rules left them.
  public struct Figures: Sendable, Hashable {
    /// Means of the lower and of the upper ends.
    public internal(set) var lower = ExactMean()
    /// With every open item in order.
    public internal(set) var upper = ExactMean()
    /// Lower and upper ends of all cases in thousandths, with how often each occurs.
    var lowerEnds: [Int: Int] = [:]
    var upperEnds: [Int: Int] = [:]
    /// Cases whose grade is certain, by grade.
    public internal(set) var grades: [String: Int] = [:]
    /// Cases whose grade is open.
    public internal(set) var uncertain = 0

    /// The lowest score of any case lies between these, in thousandths; nil without cases.
    public var lowest: (lower: Int, upper: Int)? {
      guard let lower = lowerEnds.keys.min(), let upper = upperEnds.keys.min() else { return nil }
      return (lower, upper)
    }

    /// True where every case has one score and one grade.
    public var isCertain: Bool { uncertain == 0 && lower == upper }
  }

  /// The rubric's id.
  public let rubric: String
  /// Case files judged by this rubric.
  public internal(set) var judged = 0
  /// As each file has it.
  public internal(set) var figures = Figures()
  /// After the set rules' vetoes; nil where there were none.
  public internal(set) var adjusted: Figures?
  /// Veto items failed, and those still open.
  public internal(set) var vetoesFailed = 0
  /// Vetoes that nobody has decided yet.
  public internal(set) var vetoesUndecided = 0
  /// Findings on this rubric's items.
  public internal(set) var findings = FindingCounts()

  /// What to show: after the set rules where they changed something.
  public var final: Figures { adjusted ?? figures }

  init(rubric: String) { self.rubric = rubric }

  mutating func take(
    _ score: ScoreRecord, in outcomes: [String: OutcomeRecord], severities: [String: Severity],
    order: [String: Int]
  ) {
    judged += 1
    figures.add(score.lower, score.upper, certain: score.certain)
    vetoesFailed += score.vetoes.count { $0.state == .failed }
    vetoesUndecided += score.vetoes.count { $0.state != .failed }
    for item in score.items {
      let failed = outcomes[item.requirement]?.occurrences.count { $0.outcome == .failed } ?? 0
      findings.add(
        failed, of: item.requirement, severity: severities[item.requirement] ?? .minor,
        order: order[item.requirement] ?? Int.max)
    }
  }

  mutating func adjust(
    from before: AdjustmentRecord.ScoreRange, to after: AdjustmentRecord.ScoreRange,
    hasUndecidedVeto: Bool
  ) {
    var new = final
    new.remove(
      before.lower, before.upper,
      certain: before.lower.grade == before.upper.grade && !hasUndecidedVeto)
    new.add(
      after.lower, after.upper,
      certain: after.lower.grade == after.upper.grade && !hasUndecidedVeto)
    adjusted = new
  }
}

extension RubricSummary.Figures {
  mutating func add(_ low: ScoreEndRecord, _ high: ScoreEndRecord, certain: Bool) {
    lower.add(low.points)
    upper.add(high.points)
    lowerEnds[low.points, default: 0] += 1
    upperEnds[high.points, default: 0] += 1
    if certain { grades[low.grade, default: 0] += 1 } else { uncertain += 1 }
  }

  mutating func remove(_ low: ScoreEndRecord, _ high: ScoreEndRecord, certain: Bool) {
    lower.remove(low.points)
    upper.remove(high.points)
    lowerEnds.takeOne(low.points)
    upperEnds.takeOne(high.points)
    if certain { grades.takeOne(low.grade) } else { uncertain -= 1 }
  }
}

extension Dictionary where Value == Int {
  fileprivate mutating func takeOne(_ key: Key) {
    guard let count = self[key] else { return }
    self[key] = count > 1 ? count - 1 : nil
  }
}
