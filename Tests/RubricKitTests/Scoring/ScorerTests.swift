import Testing

@testable import RubricKit

private func score(_ tallies: [ItemTally], _ rubric: Rubric = scoringRubric()) throws
  -> ScoreRecord
{
  try Scorer(rubric: rubric).score(tallies)
}

@Suite("The range of a score")
struct ScoreRangeTests {
  @Test("Open items pass at the upper end and fail at the lower")
  func range() throws {
    let record = try score([
      tally(60_000), tally(10_000, lost: 5_000, .failed),
      tally(20_000, lost: 0, mayLose: 20_000, .pending), tally(10_000, mayLose: 3_000, .error),
    ])
    #expect(record.upper == ScoreEndRecord(points: 95_000, grade: "excellent"))
    #expect(record.lower == ScoreEndRecord(points: 72_000, grade: "pass"))
    #expect(!record.certain)
    #expect(record.items.map(\.lost) == [0, 5_000, 0, 0])
    #expect(record.items.map(\.mayLose) == [0, 5_000, 20_000, 3_000])
  }

  @Test("A grade is certain where both ends lie in one band")
  func certain() throws {
    let record = try score([tally(97_000), tally(3_000, mayLose: 3_000, .pending)])
    #expect(record.lower.points == 97_000 && record.upper.points == 100_000)
    #expect(record.certain)
  }

  @Test("An item that may not apply is left out of the lower end where that is worse")
  func mayNotApply() throws {
    // Failing costs 1 of 10 and would raise 50/100 to 59/110.
    let rises = try score([
      tally(100_000, lost: 50_000, .failed),
      tally(10_000, mayLose: 1_000, .pending, part: .mayNotApply),
    ])
    #expect(rises.lower.points == 50_000)
    #expect(rises.upper.points == 54_500)
    // Failing costs all and lowers it to 50/110.
    let falls = try score([
      tally(100_000, lost: 50_000, .failed),
      tally(10_000, mayLose: 10_000, .pending, part: .mayNotApply),
    ])
    #expect(falls.lower.points == 45_500)
  }

  @Test("An item without points that may not apply hides no other from the lower end")
  func withoutPoints() throws {
    let record = try score([
      tally(5_000, mayLose: 1_000, .pending, part: .mayNotApply),
      tally(0, .pending, part: .mayNotApply),
      tally(5_000, mayLose: 4_000, .pending, part: .mayNotApply),
    ])
    #expect(record.lower.points == 20_000)
  }

  @Test("The lower end is the worst of all choices, over random items")
  func bruteForce() throws {
    var random = SplitMix(state: 20_261_123)
    func items(atMost count: Int) -> [(earned: Int, full: Int)] {
      (0..<random.next(below: count + 1)).map { _ in
        let full = random.next(below: 6)
        return (random.next(below: full + 1), full)
      }
    }
    for _ in 0..<400 {
      let certain = items(atMost: 2)
      let open = items(atMost: 6)
      var lowest: (earned: Int, full: Int)?
      for choice in 0..<(1 << open.count) {
        let chosen = certain + open.indices.filter { choice >> $0 & 1 == 1 }.map { open[$0] }
        let earned = chosen.reduce(0) { $0 + $1.earned }
        let full = chosen.reduce(0) { $0 + $1.full }
        guard full > 0 else { continue }
        if lowest.map({ earned * $0.full < $0.earned * full }) ?? true { lowest = (earned, full) }
      }
      var reached = ScoreSums()
      for item in certain { reached.add(earned: item.earned, full: item.full) }
      reached.addWorst(of: open)
      guard let lowest else {
        #expect(reached.full == 0)
        continue
      }
      #expect(reached.full > 0, "\(certain) \(open)")
      #expect(reached.earned * lowest.full == lowest.earned * reached.full, "\(certain) \(open)")
    }
  }
}

@Suite("Points, bands and what does not apply")
struct ScorePointsTests {
  @Test("What does not apply leaves both sums, and the rest is scaled to full marks")
  func rescale() throws {
    let record = try score([
      tally(40_000, lost: 10_000, .failed), tally(20_000),
      tally(40_000, .notApplicable, part: .notApplicable),
    ])
    #expect(record.upper.points == 83_300)
    #expect(record.items.map(\.excluded) == [false, false, true])
  }

  @Test("By the other policy it counts as earned")
  func fullMarks() throws {
    let record = try score(
      [
        tally(40_000, lost: 10_000, .failed), tally(20_000),
        tally(40_000, .notApplicable, part: .notApplicable),
      ], scoringRubric(notApplicable: .fullMarks))
    #expect(record.upper.points == 90_000)
  }

  @Test("Where nothing applies there is no score")
  func nothing() {
    #expect(throws: ScoringError.nothingApplies(rubric: "r")) {
      try score([tally(100_000, .notApplicable, part: .notApplicable)])
    }
  }

  @Test(
    "The band is chosen from the rounded score, the one printed",
    arguments: [(10_050, 90_000, "excellent"), (10_051, 89_900, "good"), (20_050, 80_000, "good")])
  func band(lost: Int, points: Int, grade: String) throws {
    let record = try score([tally(100_000, lost: lost, .failed)])
    #expect(record.upper == ScoreEndRecord(points: points, grade: grade))
  }

  @Test("A half is rounded up, once, at the end")
  func halfUp() throws {
    // 65/99 of 100 is 65.6565…
    #expect(try score([tally(99_000, lost: 34_000, .failed)]).upper.points == 65_700)
    let third = tally(1_000, lost: 333, .failed)
    #expect(try score([third, third, third], scoringRubric(digits: 3)).upper.points == 66_700)
    #expect(try score([tally(16_000, lost: 1_000, .failed)]).upper.points == 93_800)
    let down = scoringRubric(mode: .down)
    #expect(try score([tally(16_000, lost: 1_000, .failed)], down).upper.points == 93_700)
  }

  private let half = Points(milli: 50_000)

  @Test("Legality counts in full, normality in proportion, basic elements absolutely")
  func legalityNormality() throws {
    let rubric = scoringRubric(.legalityNormality(legality: half, normality: half))
    let record = try score(
      [
        tally(0, role: .legality, veto: .zero), tally(80_000, lost: 20_000, .failed),
        tally(20_000, .notApplicable, part: .notApplicable),
        tally(20_000, lost: 1_500, .failed, role: .basic),
      ], rubric)
    // 50 + 60/80 × 50 − 1.5
    #expect(record.upper.points == 86_000)
  }

  @Test("Basic elements never push the score below zero")
  func floor() throws {
    let rubric = scoringRubric(.legalityNormality(legality: half, normality: half))
    let record = try score(
      [
        tally(10_000, lost: 10_000, .failed),
        tally(60_000, lost: 60_000, .failed, role: .basic),
      ], rubric)
    #expect(record.upper.points == 0)
  }

  @Test("A failed question of legality takes the whole score")
  func legalityVeto() throws {
    let rubric = scoringRubric(.legalityNormality(legality: half, normality: half))
    let record = try score(
      [tally(0, .failed, role: .legality, veto: .zero), tally(80_000)], rubric)
    #expect(record.upper == ScoreEndRecord(points: 0, grade: "fail"))
  }

  @Test("An open basic element widens the range by its points")
  func openBasic() throws {
    let rubric = scoringRubric(.legalityNormality(legality: half, normality: half))
    let record = try score(
      [tally(80_000), tally(3_000, mayLose: 3_000, .pending, role: .basic)], rubric)
    #expect(record.upper.points == 100_000 && record.lower.points == 97_000)
  }

  @Test("The derivation shows the sums, both ends and what a veto did")
  func derivation() throws {
    let lines = try score([
      tally(90_000, lost: 10_000, .failed, veto: .zero), tally(10_000, mayLose: 10_000, .pending),
    ]).derivation.map(\.zh)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("上限：参评项目满分100分，扣10分，得90分；90÷100×100＝90分；一票否决后0分"))
    #expect(lines.last?.hasPrefix("下限：参评项目满分100分，扣20分，得80分；80÷100×100＝80分") == true)
  }
}

@Suite("Vetoes")
struct VetoTests {
  @Test(
    "A veto that failed decides score or grade, as the rubric says",
    arguments: [
      (VetoEffect.zero, 0, "fail"), (.unqualified, 95_000, "fail"),
      (.cap(Points(milli: 59_900)), 59_900, "fail"),
      (.cap(Points(milli: 99_000)), 95_000, "excellent"), (.barExcellent, 95_000, "good"),
    ])
  func vetoes(effect: VetoEffect, points: Int, grade: String) throws {
    let record = try score([tally(95_000), tally(5_000, lost: 5_000, .failed, veto: effect)])
    #expect(record.upper == ScoreEndRecord(points: points, grade: grade))
    #expect(record.lower == record.upper)
    #expect(record.certain)
    #expect(record.vetoes.map(\.state) == [.failed])
  }

  @Test("Barring the best grade leaves every other as it is")
  func barred() throws {
    let record = try score([
      tally(75_000), tally(25_000, lost: 25_000, .failed, veto: .barExcellent),
    ])
    #expect(record.upper.grade == "pass")
  }

  @Test(
    "An undecided veto is shown beside the score and never folded in",
    arguments: [Outcome.pending, .error])
  func undecided(outcome: Outcome) throws {
    let record = try score([tally(100_000), tally(0, outcome, veto: .zero)])
    #expect(record.lower.points == 100_000)
    #expect(record.vetoes.map(\.state) == [outcome])
    #expect(!record.certain)
  }

  @Test(
    "A veto that passed or does not apply is no matter",
    arguments: [Outcome.passed, .notApplicable])
  func passedVeto(outcome: Outcome) throws {
    let record = try score([
      tally(100_000),
      tally(0, outcome, part: outcome == .passed ? .applies : .notApplicable, veto: .zero),
    ])
    #expect(record.vetoes.isEmpty)
    #expect(record.certain)
  }
}

/// A small repeatable source of numbers.
struct SplitMix {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
