import Testing

@testable import RubricKit

private let faulty = caseText(officers: #"<officer id="o1"/><officer id="o2"/>"#)

/// A bench whose requirement takes ten points for each officer without a name, with waivers.
private func bench(_ waivers: String, item: String = "", asOf: String = "2026-11-23") throws
  -> Bench
{
  let folder = try RubricsFolder()
  try folder.requirement(
    "test.item",
    check(#"id="c" each="/caseFile/officers/officer" test="filled(name)" key="@id" deduct="10""#))
  try folder.requirement("test.sound", check(#"test="true()""#))
  try folder.rubric(
    items: RubricKitTests.item("test.item", 80, item) + RubricKitTests.item("test.sound", 20))
  return try Bench(folder, waivers: "<waivers>\(waivers)</waivers>", asOf: asOf)
}

private func waiver(_ scope: String, from: String = "2026-01-01", to: String = "2026-12-31")
  -> String
{
  #"<waiver id="w1" \#(scope) approver="王某" from="\#(from)" to="\#(to)">已书面说明</waiver>"#
}

@Suite("Waivers")
struct WaiverTests {
  @Test("A waived finding stays listed; its points come back only after waiver")
  func waived() throws {
    let record = try bench(waiver(#"requirement="test.item" agency="SLYJ""#)).record(faulty)
    let outcome = try #require(record.outcomes.first { $0.requirement == "test.item" })
    #expect(outcome.outcome == .waived && outcome.occurrences.count == 2)
    #expect(outcome.occurrences[0].waiver == "w1：已书面说明（王某）")
    #expect(record.scores[0].upper.points == 80_000)
    #expect(record.scores[0].upperAfterWaiver?.points == 100_000)
  }

  @Test("A waiver by fingerprint covers that finding alone")
  func fingerprint() throws {
    let print = try bench("").outcome(faulty).occurrences[0].fingerprint
    let record = try bench(waiver(#"fingerprint="\#(print)""#)).record(faulty)
    let outcome = try #require(record.outcomes.first { $0.requirement == "test.item" })
    #expect(outcome.occurrences.map(\.outcome) == [.waived, .failed])
    #expect(outcome.outcome == .failed)
    #expect(record.scores[0].upperAfterWaiver?.points == 90_000)
  }

  @Test("A waiver of another agency or case covers nothing and is listed as unused")
  func unused() throws {
    let bench = try bench(waiver(#"requirement="test.item" agency="OTHER""#))
    #expect(try bench.outcome(faulty).outcome == .failed)
    let remarks = try bench.verdict(faulty).decisions.remarks(bench.context.decisions)
    #expect(remarks.map(\.code) == ["waiver-unused"])
  }

  @Test(
    "A waiver counts from its first to its last day",
    arguments: [
      ("2025-12-31", Outcome.failed), ("2026-01-01", .waived), ("2026-12-31", .waived),
      ("2027-01-01", .failed),
    ])
  func days(asOf: String, outcome: Outcome) throws {
    let bench = try bench(waiver(#"requirement="test.item""#), asOf: asOf)
    #expect(try bench.outcome(faulty).outcome == outcome)
    let codes = try bench.verdict(faulty).decisions.remarks(bench.context.decisions).map(\.code)
    #expect(codes == (outcome == .waived ? [] : ["waiver-expired"]))
  }

  @Test("A veto cannot be waived")
  func veto() throws {
    let bench = try bench(waiver(#"requirement="test.item""#), item: #"veto="zero""#)
    let record = try bench.record(faulty)
    #expect(record.scores[0].upper.points == 0)
    #expect(record.scores[0].upperAfterWaiver == nil)
    let codes = try bench.verdict(faulty).decisions.remarks(bench.context.decisions).map(\.code)
    #expect(codes == ["waiver-of-veto"])
  }

  @Test("A waiver of nothing in particular makes the file unusable")
  func noScope() throws {
    #expect(throws: UnusableRubricError.self) { try bench(waiver("")) }
  }
}
