/// Finds out what mending faults would bring, by scoring the case again without them.
public struct MendingPlanner: Sendable {
  private let compiled: CompiledRubrics

  /// - Parameter context: what the cases were judged with.
  public init(_ context: AuditContext) { compiled = context.compiled }

  /// The plan for a judged case.
  ///
  /// - Throws: ``ScoringError`` where a score cannot be computed again.
  public func plan(_ record: CaseRecord) throws(ScoringError) -> MendingPlan {
    let faults = record.outcomes.filter { outcome in
      outcome.occurrences.contains { $0.outcome == .failed }
    }
    let curability = Dictionary(
      compiled.requirements.map { ($0.requirement.id, $0.requirement.curable) },
      uniquingKeysWith: { first, _ in first })
    let incurable = faults.map(\.requirement).filter { curability[$0] == .no }
    let curable = faults.map(\.requirement).filter { curability[$0] != .no }
    var plan = MendingPlan(
      mendings: curable.map { MendingPlan.Mending(requirement: $0, gains: []) },
      incurable: incurable, outlooks: [])
    var paths: [(Rescoring, [String])] = []
    for score in record.scores {
      guard let rubric = compiled.rubrics.first(where: { $0.rubric.id == score.rubric }) else {
        continue
      }
      let rescoring = Rescoring(compiled, rubric, record)
      let concerned = curable.filter(rescoring.has)
      for index in plan.mendings.indices where concerned.contains(plan.mendings[index].requirement)
      {
        plan.mendings[index].gains.append(try rescoring.gain(plan.mendings[index].requirement))
      }
      paths.append((rescoring, concerned))
    }
    plan.mendings = MendingPlanner.sorted(plan.mendings)
    for (rescoring, concerned) in paths {
      let inOrder = plan.mendings.map(\.requirement).filter(concerned.contains)
      plan.outlooks.append(try outlook(rescoring, inOrder))
    }
    return plan
  }

  /// What lifts a veto first, then what brings most; equal ones stay in the stream's order.
  private static func sorted(_ mendings: [MendingPlan.Mending]) -> [MendingPlan.Mending] {
    func weight(_ mending: MendingPlan.Mending) -> (Int, Int) {
      let vetoes = mending.gains.count { $0.veto != nil }
      return (vetoes, mending.gains.reduce(0) { $0 + $1.points })
    }
    return mendings.enumerated().sorted {
      let (left, right) = (weight($0.element), weight($1.element))
      return left == right ? $0.offset < $1.offset : left > right
    }.map(\.element)
  }

  private func outlook(_ rescoring: Rescoring, _ curable: [String]) throws(ScoringError)
    -> MendingPlan.Outlook
  {
    let now = try rescoring.score(without: [])
    let mended = try rescoring.score(without: Set(curable))
    var outlook = MendingPlan.Outlook(
      rubric: rescoring.rubric.id, now: now, mended: mended, next: nil, isHighest: false)
    let grades = rescoring.rubric.bands.map(\.id)
    guard let rank = grades.firstIndex(of: now.upper.grade) else { return outlook }
    outlook.isHighest = rank == 0
    if let reached = grades.firstIndex(of: mended.upper.grade), reached < rank {
      outlook.next = try MendingSearch(rescoring, curable, rank: rank, grades: grades).step()
    }
    return outlook
  }
}

/// Scores one case by one rubric again, as if some requirements had no faults.
struct Rescoring: Sendable {
  let rubric: Rubric
  private let compiled: CompiledRubrics
  private let entry: CompiledRubric
  private let outcomes: [String: OutcomeRecord]

  init(_ compiled: CompiledRubrics, _ entry: CompiledRubric, _ record: CaseRecord) {
    self.compiled = compiled
    self.entry = entry
    rubric = entry.rubric
    outcomes = Dictionary(
      record.outcomes.map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the requirement is an item of the rubric.
  func has(_ requirement: String) -> Bool { entry.items.contains { $0.requirement == requirement } }

  func score(without mended: Set<String>) throws(ScoringError) -> MendingPlan.Range {
    let score = try Scorer(rubric: rubric).score(tallies(without: mended))
    return MendingPlan.Range(lower: score.lower, upper: score.upper)
  }

  func upperEnd(without mended: Set<String>) throws(ScoringError) -> ScoreEndRecord {
    try Scorer(rubric: rubric).upperEnd(tallies(without: mended))
  }

  func gain(_ requirement: String) throws(ScoringError) -> MendingPlan.Gain {
    let scorer = Scorer(rubric: rubric)
    func points(_ mended: Set<String>) throws(ScoringError) -> Int {
      var tallies = tallies(without: mended)
      for index in tallies.indices { tallies[index].veto = nil }
      return try scorer.upperEnd(tallies).points
    }
    let gained = try points([requirement]) - points([])
    let veto = entry.items.first { $0.requirement == requirement }?.veto
    return MendingPlan.Gain(rubric: rubric.id, points: gained, veto: veto?.code)
  }

  private func tallies(without mended: Set<String>) -> [ItemTally] {
    compiled.tallies(entry) { index in
      guard var record = outcomes[compiled.requirements[index].requirement.id] else { return nil }
      if mended.contains(record.requirement) {
        record.occurrences.removeAll { $0.outcome == .failed }
        RequirementJudge.settle(&record)
      }
      return Judgement(record: record, mayNotApply: record.mayNotApply ?? false)
    }
  }
}
