import CaseXML
import Testing

@testable import RubricKit

@Suite("Items that start at 0 and earn points")
struct EarningTests {
  private static let checks =
    check(#"id="number" each="/caseFile/documents/interview" test="filled(number)""#)
    + check(#"id="date" each="/caseFile/documents/interview" test="filled(date)""#)
    + check(
      #"id="end" each="/caseFile/documents/interview" when="filled(start)" test="filled(end)""#)
    + check(#"id="hearing" each="/caseFile/documents/hearingRecord" test="filled(date)""#)
  private static let earns =
    [("number", "3"), ("date", "3"), ("end", "2"), ("hearing", "2")]
    .map { #"<earn check="\#($0)" points="\#($1)"/>"# }.joined()

  private func scored(_ documents: String, policy: String = "rescale", when: String = "") throws
    -> ItemScoreRecord
  {
    let folder = try RubricsFolder()
    try folder.requirement("test.item", when + Self.checks)
    try folder.requirement("test.sound", check(#"test="true()""#))
    try folder.rubric(
      items: #"<item requirement="test.item" points="10">\#(Self.earns)</item>"#
        + item("test.sound", 90),
      scoring: #"model="deduct" full="100" not-applicable="\#(policy)""#)
    let record = try Bench(folder).record(caseText(documents: documents))
    return try #require(record.scores.first?.items.first)
  }

  private let plain = #"<interview id="i"><number>1</number><date>2025-03-11</date></interview>"#
  private let hearing = #"<hearingRecord id="h"><date>2025-03-11</date></hearingRecord>"#

  @Test("A check earns its points where what it looks at is there and in order")
  func earned() throws {
    let complete = plain.replacing(
      "</date>", with: "</date><start>2025-03-11T09:00</start><end>2025-03-11T10:00</end>")
    let item = try scored(complete + hearing)
    #expect((item.points, item.lost, item.mayLose) == (10_000, 0, 0))
  }

  @Test("One that finds nothing to look at earns nothing")
  func absent() throws {
    let item = try scored(plain)
    #expect((item.lost, item.mayLose) == (2_000, 2_000))
  }

  @Test(
    "One whose condition holds nowhere is left out, or counts as earned, as the rubric has it",
    arguments: [("rescale", 8_000), ("full-marks", 10_000)])
  func unconcerned(policy: String, points: Int) throws {
    let item = try scored(plain + hearing, policy: policy)
    #expect((item.points, item.lost, item.excluded) == (points, 0, false))
  }

  @Test("One fault among several nodes, and nothing is earned")
  func allOrNothing() throws {
    let item = try scored(plain + #"<interview id="j"><number>2</number></interview>"# + hearing)
    #expect((item.lost, item.mayLose) == (3_000, 3_000))
  }

  @Test("What nobody could read is earned at the upper end and not at the lower")
  func open() throws {
    let item = try scored(
      #"<interview id="i"><number>1</number><date state="illegible"/></interview>"# + hearing)
    #expect((item.lost, item.mayLose) == (0, 3_000))
  }

  @Test("What may not have been seen may be there or not")
  func unseen() throws {
    let item = try scored(plain + "<hearngRecord/>")
    #expect((item.lost, item.mayLose) == (0, 10_000))
  }

  @Test("Nothing is certain of an item of which nobody knows whether it applies")
  func openCondition() throws {
    let item = try scored("<decison/>", when: "<when>/caseFile/documents/decision</when>")
    #expect((item.lost, item.mayLose) == (0, 10_000))
  }

  @Test("Where no check finds anything, the item does not apply")
  func notApplicable() throws {
    let item = try scored("")
    #expect(item.excluded)
    #expect(item.lost == 0)
  }

  @Test("An answer decides for one check what it costs, up to what it earns")
  func answered() throws {
    let (found, points) = ("date", 3)
    var record = OutcomeRecord(
      requirement: "test.item", outcome: .failed, reasons: [], occurrences: [], notes: [],
      examined: 1)
    let item = RubricItem(
      requirement: "test.item", points: Points(points), gate: [],
      earns: [EarnedPoints(check: found, points: Points(points))],
      position: .init(line: 1, column: 1))
    var occurrence = StreamSample.occurrence("k")
    occurrence.check = found
    for (answer, lost) in [(1_000, 1_000), (9_000, 3_000)] {
      occurrence.answeredLoss = answer
      record.occurrences = [occurrence]
      #expect(item.unearned(record, [occurrence.outcome]) == lost)
    }
  }

  @Test("A waived fault is earned after the waiver alone")
  func waived() throws {
    var record = OutcomeRecord(
      requirement: "test.item", outcome: .waived, reasons: [], occurrences: [], notes: [],
      examined: 1)
    var occurrence = StreamSample.occurrence("k")
    (occurrence.check, occurrence.outcome) = ("date", .waived)
    record.occurrences = [occurrence]
    let item = RubricItem(
      requirement: "test.item", points: Points(3), gate: [],
      earns: [EarnedPoints(check: "date", points: Points(3))],
      position: .init(line: 1, column: 1))
    let tally = ItemTally(
      item: item, place: .init(), checks: [],
      judgement: Judgement(record: record, mayNotApply: false))
    #expect((tally.certainLoss, tally.worstLossAfterWaiver) == (3_000, 0))
  }
}
