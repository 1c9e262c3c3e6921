import CaseXML
import Testing

@testable import RubricKit

private func group(_ points: Int, _ id: String = "g") -> ItemTally.Group {
  ItemTally.Group(id: id, points: points)
}

private func score(_ tallies: [ItemTally], _ rubric: Rubric = scoringRubric()) throws
  -> ScoreRecord
{
  try Scorer(rubric: rubric).score(tallies)
}

private let half = Points(milli: 50_000)
private let legality = scoringRubric(.legalityNormality(legality: half, normality: half))

@Suite("Items that share points")
struct GroupTests {
  @Test("Items of a group cost together no more than the group has")
  func capped() throws {
    let record = try score([
      tally(10_000, lost: 10_000, .failed, group: group(10_000)),
      tally(10_000, lost: 10_000, .failed, group: group(10_000)), tally(90_000),
    ])
    #expect(record.upper.points == 90_000)
    #expect(record.items.map(\.lost) == [10_000, 0, 0])
    #expect(record.items.map(\.points) == [10_000, 0, 90_000])
  }

  @Test("A group's points take part in whole where one of its items applies")
  func takesPart() throws {
    let record = try score([
      tally(10_000, .notApplicable, part: .notApplicable, group: group(20_000)),
      tally(20_000, lost: 5_000, .failed, group: group(20_000)), tally(80_000),
    ])
    #expect(record.upper.points == 95_000)
    #expect(record.items.map(\.excluded) == [true, false, false])
  }

  @Test("A group of which nothing applies is left out")
  func leftOut() throws {
    let record = try score([
      tally(20_000, .notApplicable, part: .notApplicable, group: group(20_000)),
      tally(20_000, .notApplicable, part: .notApplicable, group: group(20_000)),
      tally(80_000, lost: 20_000, .failed),
    ])
    #expect(record.upper.points == 75_000)
    let earned = try score(
      [
        tally(20_000, .notApplicable, part: .notApplicable, group: group(20_000)),
        tally(80_000, lost: 20_000, .failed),
      ], scoringRubric(notApplicable: .fullMarks))
    #expect(earned.upper.points == 80_000)
  }

  @Test("What is certain is lost before what is open")
  func certainFirst() throws {
    let record = try score([
      tally(10_000, mayLose: 10_000, .pending, group: group(10_000)),
      tally(10_000, lost: 6_000, .failed, group: group(10_000)), tally(90_000),
    ])
    #expect(record.upper.points == 94_000)
    #expect(record.lower.points == 90_000)
    #expect(record.items.map(\.lost) == [0, 6_000, 0])
    #expect(record.items.map(\.mayLose) == [4_000, 6_000, 0])
  }

  @Test("A waiver gives back only what the group then no longer loses")
  func waiver() throws {
    let record = try score([
      tally(10_000, lost: 10_000, .waived, group: group(10_000), lostAfterWaiver: 0),
      tally(10_000, lost: 4_000, .failed, group: group(10_000)), tally(90_000),
    ])
    #expect(record.upper.points == 90_000)
    #expect(record.upperAfterWaiver?.points == 96_000)
  }

  @Test("A basic element is deducted once, however many of its requirements fail")
  func basicElement() throws {
    let record = try score(
      [
        tally(3_000, lost: 3_000, .failed, role: .basic, group: group(3_000)),
        tally(3_000, lost: 3_000, .failed, role: .basic, group: group(3_000)), tally(80_000),
      ], legality)
    #expect(record.upper.points == 97_000)
  }

  @Test("A group whose applying is undecided counts at the lower end where that is worse")
  func undecided() throws {
    let record = try score([
      tally(10_000, mayLose: 10_000, .pending, part: .mayNotApply, group: group(10_000)),
      tally(10_000, .notApplicable, part: .notApplicable, group: group(10_000)),
      tally(90_000),
    ])
    #expect(record.upper.points == 100_000)
    #expect(record.lower.points == 90_000)
  }
}

@Suite("Sections without points where a paper is missing")
struct SectionGateTests {
  @Test("A failed gate counts all points of its section and earns none")
  func closed() throws {
    let record = try score([
      tally(0, .failed, section: 1, sectionPoints: 10_000, gate: .closed),
      tally(10_000, .notApplicable, part: .notApplicable, section: 1, sectionPoints: 10_000),
      tally(90_000),
    ])
    #expect(record.upper.points == 90_000)
    #expect(record.lower.points == 90_000)
    #expect(record.items.map(\.lost) == [10_000, 0, 0])
    #expect(record.items.map(\.points) == [10_000, 10_000, 90_000])
    #expect(record.items.map(\.excluded) == [false, true, false])
  }

  @Test("What else a section lost is not lost twice behind a failed gate")
  func once() throws {
    let record = try score([
      tally(0, .failed, section: 1, sectionPoints: 10_000, gate: .closed),
      tally(10_000, lost: 10_000, .failed, section: 1, sectionPoints: 10_000),
      tally(90_000, lost: 9_000, .failed),
    ])
    #expect(record.upper.points == 81_000)
  }

  @Test("An open gate leaves the upper end alone and empties the section at the lower")
  func open() throws {
    let record = try score([
      tally(0, .pending, section: 1, sectionPoints: 20_000, gate: .open),
      tally(20_000, .notApplicable, part: .notApplicable, section: 1, sectionPoints: 20_000),
      tally(80_000, lost: 8_000, .failed),
    ])
    #expect(record.upper.points == 90_000)
    #expect(record.lower.points == 72_000)
    #expect(record.items.map(\.mayLose) == [20_000, 0, 8_000])
  }

  @Test("A gate that is waived gives the section back after waiver")
  func waived() throws {
    let record = try score([
      tally(
        0, lost: 1, .waived, section: 1, sectionPoints: 10_000, gate: .closed,
        gateAfterWaiver: ItemTally.Gate.none, lostAfterWaiver: 0),
      tally(10_000, section: 1, sectionPoints: 10_000), tally(90_000),
    ])
    #expect(record.upper.points == 90_000)
    #expect(record.upperAfterWaiver?.points == 100_000)
  }

  @Test("A waiver of one gate opens no section that another leaves without points")
  func waivedBesideAnother() throws {
    let waived = tally(
      0, lost: 1, .waived, section: 1, sectionPoints: 10_000, gate: .closed,
      gateAfterWaiver: ItemTally.Gate.none, lostAfterWaiver: 0)
    func score(_ gate: ItemTally.Gate) throws -> ScoreRecord {
      try Scorer(rubric: scoringRubric()).score([
        waived, tally(0, .failed, section: 1, sectionPoints: 10_000, gate: gate),
        tally(10_000, section: 1, sectionPoints: 10_000), tally(90_000),
      ])
    }
    #expect(try score(.closed).upperAfterWaiver?.points == 90_000)
    #expect(try score(.open).upperAfterWaiver?.points == 100_000)
    #expect(try score(.open).lowerAfterWaiver?.points == 90_000)
  }

  @Test("A gate waived in one place and open in another counts as failed before the waiver")
  func waivedAndOpen() throws {
    let found = [Outcome.waived, .pending].map { outcome in
      var occurrence = StreamSample.occurrence("\(outcome)")
      occurrence.outcome = outcome
      return occurrence
    }
    let record = OutcomeRecord(
      requirement: "x", outcome: .pending, reasons: [], occurrences: found, notes: [], examined: 2)
    let item = RubricItem(
      requirement: "x", points: .zero, gate: ["c1"],
      position: SourcePosition(line: 1, column: 1))
    let gated = ItemTally(
      item: item, place: ItemTally.Place(), checks: [],
      judgement: Judgement(record: record, mayNotApply: false))
    #expect(gated.gate == .closed)
    #expect(gated.gateAfterWaiver == .open)
  }

  @Test("A failed gate in the basic elements costs the section's points")
  func basic() throws {
    let record = try score(
      [
        tally(
          0, .failed, role: .basic, section: 1, sectionPoints: 10_000, gate: .closed),
        tally(10_000, lost: 2_000, .failed, role: .basic, section: 1, sectionPoints: 10_000),
        tally(80_000),
      ], legality)
    #expect(record.upper.points == 90_000)
  }
}
