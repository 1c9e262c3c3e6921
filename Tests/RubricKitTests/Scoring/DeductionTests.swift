import Testing

@testable import RubricKit

@Suite("What occurrences cost")
struct DeductionTests {
  private let three = (1...3).map { "<interview id=\"i\($0)\"><number>\($0)</number></interview>" }
    .joined()

  private func scored(item: String, _ body: String, documents: String? = nil) throws
    -> ItemScoreRecord
  {
    let folder = try RubricsFolder()
    try folder.requirement("test.item", body)
    try folder.requirement("test.sound", check(#"test="true()""#))
    try folder.rubric(
      items:
        "<item requirement=\"test.item\" \(item)/><item requirement=\"test.sound\" points=\"90\"/>"
    )
    let record = try Bench(folder).record(caseText(documents: documents ?? three))
    return try #require(record.scores.first?.items.first)
  }

  @Test(
    "Each occurrence costs its deduction up to the cap; without one, the item's points",
    arguments: [
      (#"points="10""#, "", 10_000), (#"points="10""#, #"deduct="2""#, 6_000),
      (#"points="10""#, #"deduct="2" cap="5""#, 5_000), (#"points="10""#, #"deduct="4""#, 10_000),
      (#"points="10""#, #"deduct="0.5""#, 1_500),
      // The rubric's item overrides the check.
      (#"points="10" deduct="1""#, #"deduct="2""#, 3_000),
      (#"points="10" cap="3""#, #"deduct="2" cap="5""#, 3_000),
      (#"points="10" deduct="3" cap="8""#, #"deduct="2" cap="5""#, 8_000),
      (#"points="2""#, #"deduct="2" cap="5""#, 2_000),
    ])
  func deductions(item: String, attributes: String, lost: Int) throws {
    let body = check("each=\"//interview\" test=\"filled(date)\" \(attributes)")
    #expect(try scored(item: item, body).lost == lost)
  }

  @Test("Several checks each have their cap, and the item one for all")
  func severalChecks() throws {
    let body =
      check(#"each="//interview" test="filled(date)" deduct="2" cap="4""#)
      + check(#"each="//interview" test="filled(start)" deduct="1""#)
    #expect(try scored(item: #"points="10""#, body).lost == 7_000)
    #expect(try scored(item: #"points="10" cap="5""#, body).lost == 5_000)
  }

  @Test("Certain and open losses are kept apart, and share one cap")
  func openLosses() throws {
    let body = check(#"each="//interview" test="filled(date)" deduct="2" cap="3""#)
    let documents =
      #"<interview id="i1"><number>1</number></interview>"#
      + #"<interview id="i2"><number>2</number><date state="illegible"/></interview>"#
    let item = try scored(item: #"points="10""#, body, documents: documents)
    #expect((item.lost, item.mayLose) == (2_000, 3_000))
  }

  @Test("Nodes that may not have been seen may cost as much as the check can")
  func unseen() throws {
    let body = check(#"each="//interview" test="filled(date)" deduct="1" cap="4""#)
    let item = try scored(
      item: #"points="10""#, body, documents: #"<interview id="i1"/><intervew id="i2"/>"#)
    #expect((item.lost, item.mayLose) == (1_000, 4_000))
  }

  @Test("An item that may have nothing to examine may not apply, whichever is worse")
  func mayNotApply() throws {
    let folder = try RubricsFolder()
    try folder.requirement(
      "test.item", check(#"each="//interview" test="filled(date)" deduct="1" cap="1""#))
    try folder.requirement("test.half", check(#"test="false()" deduct="45""#))
    try folder.rubric(
      items: item("test.item", 10) + item("test.half", 90)
    )
    let record = try Bench(folder).record(caseText(documents: "<intervew/>"))
    let score = try #require(record.scores.first)
    // 45/90, not 54/100.
    #expect(score.lower.points == 50_000)
    #expect(score.upper.points == 55_000)
  }

  @Test("An undecided condition costs nothing at the upper end and all at the lower")
  func openCondition() throws {
    let body =
      "<when>/caseFile/documents/decision</when>" + check(#"test="false()" deduct="2""#)
    let item = try scored(item: #"points="10""#, body, documents: "<decison/>")
    #expect((item.lost, item.mayLose) == (0, 10_000))
    #expect(!item.excluded)
  }

  @Test("One requirement in two rubrics costs each its own points")
  func twoRubrics() throws {
    let folder = try RubricsFolder()
    try folder.requirement("test.item", check(#"test="false()""#))
    try folder.requirement("test.sound", check(#"test="true()""#))
    for (id, points) in [("one", 10), ("two", 40)] {
      try folder.rubric(
        id,
        items: "<item requirement=\"test.item\" points=\"\(points)\"/>"
          + "<item requirement=\"test.sound\" points=\"\(100 - points)\"/>")
    }
    let record = try Bench(folder).record(caseText())
    #expect(record.outcomes.count == 2)
    #expect(record.scores.map(\.rubric) == ["one", "two"])
    #expect(record.scores.map(\.upper.points) == [90_000, 60_000])
  }

  @Test("A rubric of which nothing applies is left out with a remark; the others score")
  func oneRubricWithoutItems() throws {
    let folder = try RubricsFolder()
    try folder.requirement(
      "test.none", "<when>false()</when>" + check(#"test="true()""#))
    try folder.requirement("test.sound", check(#"test="true()""#))
    try folder.rubric("one", items: item("test.none", 100))
    try folder.rubric("two", items: item("test.sound", 100))
    let record = try Bench(folder).record(caseText())
    #expect(record.scores.map(\.rubric) == ["two"])
    #expect(record.remarks.map(\.code).contains("rubric-not-scored"))
    var counts = AuditCounts()
    counts.count(.caseFile(record))
    #expect(counts.causes.notJudged)
  }

  @Test("Where nothing applies by any rubric, the case is unjudged")
  func nothingApplies() throws {
    let folder = try RubricsFolder()
    try folder.requirement(
      "test.none", "<when>false()</when>" + check(#"test="true()""#))
    try folder.rubric(items: item("test.none", 100))
    guard case .unjudged(let record)? = try Bench(folder).verdict(caseText()).record else {
      Issue.record("judged")
      return
    }
    #expect(record.cause == "nothing-applies")
    #expect(record.caseNumber == "示应急立〔2025〕9号")
  }
}
