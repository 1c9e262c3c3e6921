import Testing

@testable import RubricKit

/// A case decided on a day, with a page count to compare parameters with.
private func decided(_ day: String) -> String {
  caseText(
    documents: #"<decision id="d"><date>\#(day)</date><pages><from>1</from></pages></decision>"#)
}

private let old = #"version="1" from="1996-10-01""#

@Suite("The rules and numbers of the day that decides")
struct DatedRulesTests {
  private func bench(
    basis: String, _ body: String = check(#"test="false()""#), head: String = ""
  ) throws -> Bench {
    let folder = try RubricsFolder()
    try folder.requirement("test.item", body, basis: basis)
    try folder.rubric(attributes: old, items: item("test.item", 100), head: head)
    return try Bench(folder)
  }

  @Test("Before the leading basis was in force, a person is asked by the rules of the time")
  func notYetBinding() throws {
    let bench = try bench(basis: #"<basis law="行政处罚法" article="57"/>"#)
    let outcome = try bench.outcome(decided("2020-05-06"))
    #expect(outcome.outcome == .pending)
    #expect(outcome.reasons == [.person])
    #expect(outcome.occurrences.first?.message.zh.contains("《行政处罚法》第五十七条") == true)
    #expect(try bench.outcome(decided("2021-07-14")).outcome == .pending)
    #expect(try bench.outcome(decided("2021-07-15")).outcome == .failed)
  }

  @Test("A pass by rules not yet in force is asked, too; what does not apply stays so")
  func passedAndNotApplicable() throws {
    let basis = #"<basis law="行政处罚法" article="57"/>"#
    let passing = try bench(basis: basis, check(#"test="true()""#))
    #expect(try passing.outcome(decided("2020-05-06")).outcome == .pending)
    let other = try bench(basis: basis, "<when>false()</when>" + check(#"test="false()""#))
    #expect(throws: Unexpected.self) { try other.outcome(decided("2020-05-06")) }
  }

  @Test("A second basis that was in force does not make an older case a fault")
  func leadingBasis() throws {
    let later = #"<basis law="行政处罚法" article="57"/>"#
    let earlier = #"<basis law="罚款决定与罚款收缴分离实施办法" article="4"/>"#
    #expect(try bench(basis: later + earlier).outcome(decided("2020-05-06")).outcome == .pending)
    #expect(try bench(basis: earlier + later).outcome(decided("2020-05-06")).outcome == .failed)
  }

  @Test("A standard of review counts for files older than itself")
  func reviewStandard() throws {
    let bench = try bench(basis: #"<basis law="生态环境行政执法案卷评查细则（2024年版）"/>"#)
    #expect(try bench.outcome(decided("2022-05-06")).outcome == .failed)
  }

  @Test("A basis may have days of force of its own")
  func ownDays() throws {
    let bench = try bench(basis: #"<basis law="行政处罚法" article="57" from="2020-01-01"/>"#)
    #expect(try bench.outcome(decided("2020-05-06")).outcome == .failed)
    let ended = try self.bench(basis: #"<basis law="行政处罚法" article="57" to="2022-01-01"/>"#)
    #expect(try ended.outcome(decided("2022-01-02")).outcome == .pending)
  }

  private static let limit = """
    <parameter name="most" value="3" unit="count" source="旧" checked-on="2026-11-23" to="2022-12-31"/>
    <parameter name="most" value="5" unit="count" source="新" checked-on="2026-11-23" from="2023-07-01"/>
    """

  @Test("A parameter has the value of the day that decides; between two, a person is asked")
  func datedParameter() throws {
    let bench = try bench(
      basis: #"<basis law="罚款决定与罚款收缴分离实施办法" article="4"/>"#,
      check(#"test="$most = 5""#), head: Self.limit)
    #expect(try bench.outcome(decided("2022-12-31")).outcome == .failed)
    #expect(try bench.outcome(decided("2023-07-01")).outcome == .passed)
    let between = try bench.outcome(decided("2023-02-01"))
    #expect(between.outcome == .pending)
    #expect(between.reasons == [.person])
  }

  @Test("Where the case shows no deciding date, the present value counts")
  func noDate() throws {
    let bench = try bench(
      basis: #"<basis law="罚款决定与罚款收缴分离实施办法" article="4"/>"#,
      check(#"test="$most = 5""#), head: Self.limit)
    #expect(
      try bench.outcome(caseText(documents: #"<decision id="d"/>"#)).outcome == .passed)
  }
}
