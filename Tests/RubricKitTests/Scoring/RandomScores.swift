import CaseXML

@testable import RubricKit

/// Streams of random rubrics, each with a case of random outcomes: every policy, role, group, gate,
/// veto, cap and rounding, in numbers that do not come out even.
struct RandomScores {
  var random: SplitMix
  private var manifest: ManifestRecord
  private var cases: [CaseRecord] = []

  private static let words = LocalizedText(zh: "标准", en: "rubric")
  private static let start = SourcePosition(line: 1, column: 1)
  private static let nowhere = ExpressionSource(text: "/", file: "rubric.xml", position: start)
  private static let place = PlaceRecord(line: 1, column: 1, path: "/caseFile")
  private static let setVetoes = ["zero", "unqualified", "cap:59", "bar-excellent"]

  init(seed: UInt64) {
    random = SplitMix(state: seed)
    manifest = StreamSample.manifest()
    manifest.rubrics = []
    manifest.requirements = []
    manifest.setRules = RandomScores.setVetoes.map {
      StreamSample.setRule($0, veto: $0)
    }
  }

  /// A stream of so many rubrics that score their case, with as many cases.
  static func stream(rubrics: Int, seed: UInt64) throws -> String {
    var scores = RandomScores(seed: seed)
    while scores.cases.count < rubrics { try scores.addCase() }
    return try scores.written()
  }

  private func written() throws -> String {
    var writer = StreamWriter(StringSink())
    try writer.consume(.manifest(manifest))
    var adjuster = Adjuster(manifest: manifest)
    for record in cases {
      adjuster.collect(record)
      try writer.consume(.caseFile(record))
    }
    let findings = zip(cases, 0...).filter { $1.isMultiple(of: 5) }.map { record, number in
      SetFindingRecord(
        rule: RandomScores.setVetoes[number / 5 % RandomScores.setVetoes.count], severity: .major,
        message: RandomScores.words,
        parts: [
          .init(
            path: record.path, agency: record.agency, caseNumber: "", place: RandomScores.place)
        ], values: [], fingerprint: record.path, evidence: "")
    }
    for finding in findings { try writer.consume(.setFinding(finding)) }
    for adjustment in adjuster.adjustments(for: findings) {
      try writer.consume(.adjustment(adjustment))
    }
    try writer.consume(.end(StreamSample.end(judged: cases.count)))
    return writer.sink.text
  }

  /// A rubric with a case; left out where nothing in it applies, for then there is no score.
  private mutating func addCase() throws {
    let (rubric, checks) = self.rubric("r\(cases.count)")
    let places = ItemTally.places(of: rubric)
    var outcomes: [OutcomeRecord] = []
    var tallies: [ItemTally] = []
    for (index, item) in rubric.items.enumerated() {
      let judgement = self.judgement(item, checks[index])
      outcomes.append(judgement.record)
      tallies.append(
        ItemTally(item: item, place: places[index], checks: checks[index], judgement: judgement))
    }
    let score: ScoreRecord
    do {
      score = try Scorer(rubric: rubric).score(tallies)
    } catch .nothingApplies {
      return
    }
    manifest.rubrics.append(ManifestBuilder.record(rubric))
    for (item, checks) in zip(rubric.items, checks) {
      manifest.requirements.append(
        RequirementRecord(
          id: item.requirement, title: RandomScores.words, severity: .minor, judge: .engine,
          system: .none, basis: [], remedy: RandomScores.words, curable: .yes,
          checks: ManifestBuilder.costs(checks), digest: ""))
    }
    var record = StreamSample.caseFile("\(rubric.id).xml", agency: "甲", lower: 0)
    record.outcomes = outcomes
    record.scores = [score]
    cases.append(record)
  }

  // MARK: A rubric

  private mutating func rubric(_ id: String) -> (Rubric, [[Check]]) {
    let isDeduct = chance(1, of: 2)
    let full = pick([100, 100, 120, 7])
    let legality = random.next(below: full + 1)
    let digits = random.next(below: 4)
    var rubric = scoringRubric(
      isDeduct
        ? .deduct
        : .legalityNormality(legality: Points(legality), normality: Points(full - legality)),
      full: full, notApplicable: pick([.rescale, .fullMarks]), digits: digits,
      mode: pick(RoundingMode.allCases),
      bands: pick([
        [("excellent", 90), ("good", 80), ("pass", 60), ("fail", 0)], [("high", 60), ("low", 0)],
        [("only", 0)],
      ]))
    rubric.id = id
    if chance(1, of: 3) {
      rubric.bonus = BonusPolicy(entry: pick([.earned, .score]), overFull: pick([.cut, .kept]))
    }
    var checks: [[Check]] = []
    for number in 0...random.next(below: 4) {
      var roles: [RubricSection.Role] = isDeduct ? [.normality] : [.normality, .legality, .basic]
      if rubric.bonus != nil { roles += [.bonus] }
      let role = number == 0 ? .normality : pick(roles)
      var section = RubricSection(
        id: "s\(number)", title: RandomScores.words, points: .zero, role: role, items: [],
        groups: [])
      for _ in 0...random.next(below: 5) {
        checks.append(self.checks())
        var item = item("\(id).\(checks.count)", checks[checks.count - 1], digits: digits)
        if role == .bonus { item.gate = [] }
        section.items.append(item)
      }
      group(&section)
      rubric.sections.append(section)
    }
    return (rubric, checks)
  }

  private mutating func checks() -> [Check] {
    (0..<random.next(below: 4)).map { number in
      Check(
        id: "c\(number)", each: RandomScores.nowhere, when: nil, test: nil, key: nil,
        deduct: chance(1, of: 2) ? points() : nil, cap: chance(1, of: 3) ? points() : nil,
        effect: pick([.fault, .fault, .ask, .note]), message: MessageTemplate(zh: [], en: []),
        values: [], places: [], position: RandomScores.start)
    }
  }

  private mutating func item(_ id: String, _ checks: [Check], digits: Int) -> RubricItem {
    var cap = Points(milli: 1000)
    for _ in 0..<digits { cap.milli /= 10 }
    cap = cap * random.next(below: 100_000 / cap.milli)
    let earning = checks.filter { $0.effect != .note }
    if !earning.isEmpty, chance(1, of: 4) {
      let earns = earning.map { EarnedPoints(check: $0.id, points: points()) }
      return RubricItem(
        requirement: id, points: earns.reduce(.zero) { $0 + $1.points },
        veto: chance(1, of: 12) ? pick([.zero, .unqualified, .cap(cap), .barExcellent]) : nil,
        gate: chance(1, of: 10) ? ["c0", "c2"] : [], earns: earns, position: RandomScores.start)
    }
    return RubricItem(
      requirement: id, points: chance(1, of: 6) ? .zero : points(),
      deduct: chance(1, of: 6) ? points() : nil, cap: chance(1, of: 6) ? points() : nil,
      veto: chance(1, of: 12) ? pick([.zero, .unqualified, .cap(cap), .barExcellent]) : nil,
      group: nil, gate: chance(1, of: 10) ? ["c0", "c2"] : [], position: RandomScores.start)
  }

  /// Puts some items into groups, which lint lets have no less than any of their items and no more
  /// than all, and adds up the section.
  private mutating func group(_ section: inout RubricSection) {
    for index in section.items.indices
    where section.items[index].earns.isEmpty && chance(1, of: 2) {
      section.items[index].group = "\(section.id).\(random.next(below: 2))"
    }
    for id in Set(section.items.compactMap(\.group)).sorted() {
      let own = section.items.filter { $0.group == id }.map(\.points)
      let (most, sum) = (own.max() ?? .zero, own.reduce(.zero, +))
      let over = random.next(below: (sum - most).milli + 1)
      section.groups.append(ItemGroup(id: id, points: most + Points(milli: over)))
    }
    let alone = section.items.filter { $0.group == nil }.map(\.points)
    section.points = (alone + section.groups.map(\.points)).reduce(.zero, +)
  }

  // MARK: Outcomes

  private mutating func judgement(_ item: RubricItem, _ checks: [Check]) -> Judgement {
    var record = OutcomeRecord(
      requirement: item.requirement, outcome: .passed, reasons: [], occurrences: [], notes: [],
      examined: 1)
    switch random.next(below: 10) {
    case 0..<3: return Judgement(record: record, mayNotApply: false)
    case 3:
      record.outcome = .notApplicable
      return Judgement(record: record, mayNotApply: false)
    case 4, 5:
      // An open condition, or a check whose nodes may not have been seen.
      record.examined = 0
      let check = chance(1, of: 2) ? "" : checks.first?.id ?? ""
      record.occurrences = [occurrence(check, pick([.pending, .error]), hasPlace: false)]
      RequirementJudge.settle(&record)
      return Judgement(record: record, mayNotApply: true)
    default: break
    }
    for _ in 0...random.next(below: 4) {
      // Vetoes cannot be waived.
      let outcome: Outcome = pick(
        [.failed, .failed, .pending, .error] + (item.veto == nil ? [.waived] : []))
      guard !checks.isEmpty, chance(9, of: 10) else {
        record.occurrences.append(occurrence("", outcome, hasPlace: false))
        continue
      }
      let check = pick(checks)
      let isOpen = outcome == .pending || outcome == .error
      if check.effect == .note && !isOpen { continue }
      record.occurrences.append(occurrence(check.id, outcome, hasPlace: chance(4, of: 5)))
    }
    RequirementJudge.settle(&record)
    // Checks in order found something, or nothing, or nothing of concern.
    for earned in item.earns where !record.occurrences.contains(where: { $0.check == earned.check })
    {
      switch random.next(below: 4) {
      case 0: record.absent = (record.absent ?? []) + [earned.check]
      case 1: record.unconcerned = (record.unconcerned ?? []) + [earned.check]
      default: break
      }
    }
    return Judgement(record: record, mayNotApply: false)
  }

  private mutating func occurrence(_ check: String, _ outcome: Outcome, hasPlace: Bool)
    -> OccurrenceRecord
  {
    var occurrence = StreamSample.occurrence("k")
    occurrence.check = check
    occurrence.outcome = outcome
    occurrence.places = hasPlace ? [RandomScores.place] : []
    if [.failed, .waived].contains(outcome), chance(1, of: 4) {
      occurrence.answeredLoss = points().milli
    }
    return occurrence
  }

  // MARK: Chance

  /// Mostly halves of a point, as rubrics have; now and then thousandths.
  private mutating func points() -> Points {
    Points(
      milli: chance(1, of: 4) ? random.next(below: 12_000) : 500 * random.next(below: 24))
  }

  private mutating func chance(_ favourable: Int, of all: Int) -> Bool {
    random.next(below: all) < favourable
  }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[random.next(below: choices.count)]
  }
}
