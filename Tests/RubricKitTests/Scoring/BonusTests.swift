import Testing

@testable import RubricKit

private func score(
  _ tallies: [ItemTally], _ entry: BonusPolicy.Entry, _ overFull: BonusPolicy.OverFull = .kept,
  _ model: ScoringModel = .deduct
) throws -> ScoreRecord {
  var rubric = scoringRubric(model)
  rubric.bonus = BonusPolicy(entry: entry, overFull: overFull)
  return try Scorer(rubric: rubric).score(tallies)
}

@Suite("Bonus points")
struct BonusTests {
  private let half = Points(milli: 50_000)

  @Test("They enter with the points earned, scaled with them, or with the score as they are")
  func entry() throws {
    // 60 of 80 points, and a bonus of 10.
    let items = [tally(80_000, lost: 20_000, .failed), tally(10_000, role: .bonus)]
    #expect(try score(items, .earned).upper.points == 87_500)
    #expect(try score(items, .score).upper.points == 85_000)
  }

  @Test("Under legality plus normality they enter the share of normality, or the whole")
  func legality() throws {
    let items = [
      tally(80_000, lost: 20_000, .failed), tally(20_000, lost: 2_000, .failed, role: .basic),
      tally(10_000, role: .bonus),
    ]
    let model = ScoringModel.legalityNormality(legality: half, normality: half)
    // 50 + 50 × 70/80 − 2, and 50 + 50 × 60/80 − 2 + 10.
    #expect(try score(items, .earned, .kept, model).upper.points == 91_800)
    #expect(try score(items, .score, .kept, model).upper.points == 95_500)
  }

  @Test(
    "A total above full marks is kept or cut to them",
    arguments: [BonusPolicy.Entry.earned, .score])
  func overFull(entry: BonusPolicy.Entry) throws {
    let items = [tally(100_000, lost: 2_000, .failed), tally(15_000, role: .bonus)]
    #expect(try score(items, entry, .kept).upper.points == 113_000)
    let cut = try score(items, entry, .cut)
    #expect(cut.upper == ScoreEndRecord(points: 100_000, grade: "excellent"))
    #expect(cut.derivation[0].zh.contains("超过满分，计满分"))
  }

  @Test("They enter before a veto takes its part")
  func vetoes() throws {
    func points(_ veto: VetoEffect) throws -> Int {
      try score(
        [tally(100_000, .failed, veto: veto), tally(15_000, role: .bonus)], .score
      ).upper.points
    }
    #expect(try points(.cap(Points(59))) == 59_000)
    #expect(try points(.zero) == 0)
    #expect(try points(.barExcellent) == 115_000)
  }

  @Test("An open one is given at the upper end alone, also where it may not apply")
  func range() throws {
    for part in [ItemTally.Part.applies, .mayNotApply] {
      let record = try score(
        [
          tally(100_000, lost: 20_000, .failed),
          tally(10_000, mayLose: 10_000, .pending, part: part, role: .bonus),
        ], .score)
      #expect((record.lower.points, record.upper.points) == (80_000, 90_000))
      #expect((record.items[1].gained, record.items[1].mayGain) == (0, 10_000))
    }
  }

  @Test("One that does not apply gives nothing, and costs nothing, under either policy")
  func notApplicable() throws {
    for policy in [NotApplicablePolicy.rescale, .fullMarks] {
      var rubric = scoringRubric(notApplicable: policy)
      rubric.bonus = BonusPolicy(entry: .score, overFull: .kept)
      let record = try Scorer(rubric: rubric).score([
        tally(100_000, lost: 10_000, .failed),
        tally(15_000, .notApplicable, part: .notApplicable, role: .bonus),
      ])
      #expect((record.lower.points, record.upper.points) == (90_000, 90_000))
    }
  }

  @Test("The worst of what may not apply is found beside the bonus that is scaled with it")
  func worst() throws {
    // Alone: (40 + 10) ÷ 80; with the doubtful item failed as well, (40 + 10) ÷ 100.
    let record = try score(
      [
        tally(80_000, lost: 40_000, .failed), tally(10_000, role: .bonus),
        tally(20_000, mayLose: 20_000, .pending, part: .mayNotApply),
      ], .earned)
    #expect(record.lower.points == 50_000)
  }

  @Test("A bonus alone is no score")
  func alone() {
    #expect(throws: ScoringError.nothingApplies(rubric: "r")) {
      try score([tally(15_000, role: .bonus)], .score)
    }
  }

  @Test("Read from a rubric, it is no part of full marks, and what it gave is told")
  func fromRubric() throws {
    let folder = try RubricsFolder()
    try folder.requirement("test.item", check(#"test="true()""#))
    try folder.requirement("test.extra", check(#"test="true()""#))
    try folder.rubric(
      items: item("test.item", 100),
      scoring:
        #"model="deduct" full="100" not-applicable="rescale" bonus="score" over-full="kept""#,
      more: #"<section id="b" points="15" role="bonus">\#(both("title", "加分"))"#
        + item("test.extra", 15) + "</section>")
    let score = try #require(try Bench(folder).record(caseText()).scores.first)
    #expect(score.upper.points == 115_000)
    #expect(
      (score.items[1].points, score.items[1].gained, score.items[1].mayGain) == (0, 15_000, 15_000))
    #expect(
      score.derivation[0].zh
        == "参评项目满分100分，扣0分，得100分；100÷100×100＋加分15分＝115分，优秀".replacing("优秀", with: "excellent"))
  }
}

@Suite("What lint says of points earned and given as a bonus")
struct EarningLintTests {
  private func codes(item: String, scoring: String = "", role: String = "normality") throws
    -> [String]
  {
    let folder = try RubricsFolder()
    let examples =
      #"<examples base="ordinary-penalty"><example title="a" verdict="passed"/>"#
      + #"<example title="b" verdict="failed"/></examples>"#
    let checks =
      check(#"id="a" each="/caseFile" test="caseNumber""#)
      + check(#"id="b" each="/caseFile" test="caseName""#)
      + check(#"id="c" each="/caseFile" test="cause" effect="note""#)
    try folder.requirement("test.item", checks, examples: examples)
    try folder.requirement(
      "test.sound", check(#"each="/caseFile" test="caseNumber""#), examples: examples)
    try folder.rubric(
      points: "100", items: RubricKitTests.item("test.sound", 100),
      scoring: #"model="deduct" full="100" not-applicable="rescale" \#(scoring)"#,
      more:
        #"<section id="b" points="10" role="\#(role)">\#(both("title", "部分"))\#(item)</section>"#)
    let assembly = try AuditAssembly(
      AuditRequest(
        rubricsFolder: folder.path, asOf: try CivilDate("2026-11-23"),
        tool: ManifestRecord.Tool(name: "test", version: "0")))
    return RubricLint.problems(of: assembly).map(\.code)
  }

  private func earning(_ points: [(String, Int)], _ attributes: String = "") -> String {
    let earns = points.map { #"<earn check="\#($0)" points="\#($1)"/>"# }.joined()
    return #"<item requirement="test.item" points="10" \#(attributes)>\#(earns)</item>"#
  }

  private let bonus = #"bonus="earned" over-full="cut""#

  @Test("Nothing where each check earns its part, and the bonus says how it counts")
  func sound() throws {
    #expect(try codes(item: earning([("a", 4), ("b", 6)]), scoring: bonus, role: "bonus") == [])
  }

  @Test("Sums that differ, checks that earn nothing, twice or are none, and deductions beside")
  func earningFaults() throws {
    func codes(_ points: [(String, Int)], _ attributes: String = "") throws -> [String] {
      try self.codes(item: earning(points, attributes), scoring: bonus, role: "bonus")
    }
    #expect(try codes([("a", 4), ("b", 5)]) == ["points"])
    #expect(try codes([("a", 10)]) == ["earn"])
    #expect(try codes([("a", 4), ("a", 6)]) == ["earn"])
    #expect(try codes([("a", 4), ("b", 5), ("c", 1)]) == ["earn"])
    #expect(try codes([("a", 4), ("b", 6)], #"cap="3""#) == ["earn"])
  }

  @Test("A bonus of which nobody says how it counts, the saying without a bonus, and a gate")
  func bonusFaults() throws {
    let item = earning([("a", 4), ("b", 6)])
    #expect(try codes(item: item, role: "bonus") == ["bonus"])
    #expect(try codes(item: item, scoring: bonus).sorted() == ["bonus", "points"])
    let gated = earning([("a", 4), ("b", 6)], #"gate="a""#)
    #expect(try codes(item: gated, scoring: bonus, role: "bonus") == ["bonus"])
  }
}
