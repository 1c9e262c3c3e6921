import Testing

@testable import RubricKit

private let examples =
  #"<examples base="ordinary-penalty"><example title="a" verdict="passed"/>"#
  + #"<example title="b" verdict="failed"/></examples>"#

/// The codes lint gives for a requirement in an otherwise sound folder.
func lintCodes(
  _ body: String, attributes: String = #"severity="minor" judge="engine" system="none""#,
  basis: String = #"<basis law="行政处罚法" article="57"/>"#, examples: String = examples,
  head: String = "", points: Int = 100, veto: String? = nil, bands: String = RubricsFolder.bands,
  applies: String = "/caseFile"
) throws -> [String] {
  let folder = try RubricsFolder()
  try folder.requirement(
    "test.item", attributes: attributes, body, basis: basis, examples: examples)
  let veto = veto.map { "veto=\"\($0)\"" } ?? ""
  try folder.rubric(
    items: item("test.item", points, veto), applies: applies,
    head: head, bands: bands)
  return try folder.lintCodes()
}

extension RubricsFolder {
  /// The codes lint gives for the folder.
  func lintCodes() throws -> [String] {
    let assembly = try AuditAssembly(
      AuditRequest(
        rubricsFolder: path, asOf: try CivilDate("2026-11-23"),
        tool: ManifestRecord.Tool(name: "test", version: "0")))
    return RubricLint.problems(of: assembly).map(\.code)
  }
}

@Suite("What lint refuses")
struct RubricLintTests {
  @Test("Nothing in a sound requirement")
  func sound() throws {
    #expect(try lintCodes(check(#"each="/caseFile" test="caseNumber""#)) == [])
  }

  @Test("Nothing in what ships")
  func shipped() throws {
    let assembly = try AuditAssembly(
      AuditRequest(
        rubricsFolder: RubricsFolder.shipped, asOf: try CivilDate("2026-11-23"),
        tool: ManifestRecord.Tool(name: "test", version: "0")))
    #expect(RubricLint.problems(of: assembly) == [])
  }

  @Test("No basis")
  func noBasis() throws {
    #expect(try lintCodes(check(#"test="true()""#), basis: "") == ["no-basis"])
  }

  @Test(
    "A law that does not resolve: its name, its article",
    arguments: [
      #"<basis law="不存在的法" article="1"/>"#, #"<basis law="行政处罚法" article="87"/>"#,
    ])
  func unknownLaw(basis: String) throws {
    #expect(try lintCodes(check(#"test="true()""#), basis: basis) == ["unknown-law"])
  }

  @Test("No examples, or not of every verdict it can give")
  func noExamples() throws {
    #expect(try lintCodes(check(#"test="true()""#), examples: "") == ["no-example"])
    #expect(
      try lintCodes("<when>/caseFile</when>" + check(#"test="true()""#)) == ["no-example"])
  }

  @Test("A name in a path that the schema does not know")
  func unknownName() throws {
    #expect(
      try lintCodes(check(#"each="/caseFile/documents/decison" test="true()""#)) == ["unknown-name"]
    )
    #expect(
      try lintCodes(check(#"each="/caseFile" test="@knid = 'x'""#)) == ["unknown-name"])
  }

  @Test(
    "Operators on dates",
    arguments: ["date &lt; '2025-01-01'", "date + 1 = 2", "number(date) = 1", "sum(date) = 1"])
  func dates(test: String) throws {
    #expect(
      try lintCodes(check(#"each="/caseFile/documents/decision" test="\#(test)""#))
        == ["operator-on-date"])
  }

  @Test("Operators on amounts")
  func amounts() throws {
    #expect(
      try lintCodes(
        check(#"each="/caseFile/documents/decision/penalties/penalty" test="amount &gt; 100""#))
        == ["operator-on-amount"])
  }

  @Test("A person is asked and no question is written")
  func noQuestion() throws {
    let pending =
      #"<examples base="ordinary-penalty"><example title="a" verdict="pending" reason="person"/></examples>"#
    #expect(
      try lintCodes(
        "", attributes: #"severity="minor" judge="person" system="none""#, examples: pending)
        == ["no-question"])
  }

  @Test("A requirement of the engine without a check, and a check without a test")
  func noCheck() throws {
    #expect(try lintCodes("").contains("no-check"))
    #expect(try lintCodes(check(#"each="/caseFile""#)).contains("no-test"))
  }

  @Test("Points that do not add up, in the section and in the rubric")
  func points() throws {
    #expect(try lintCodes(check(#"test="true()""#), points: 90) == ["points"])
  }

  @Test("Bands that leave a gap at the bottom, or begin above full marks")
  func bands() throws {
    func band(_ id: String, _ from: Int) -> String {
      #"<band id="\#(id)" from="\#(from)">\#(both("label", id))</band>"#
    }
    #expect(try lintCodes(check(#"test="true()""#), bands: band("a", 60)) == ["bands"])
    #expect(
      try lintCodes(check(#"test="true()""#), bands: band("a", 101) + band("b", 0)) == ["bands"])
  }

  @Test("A veto's cap finer than the rounding, which could round up into a better grade")
  func vetoCap() throws {
    #expect(try lintCodes(check(#"test="true()""#), veto: "cap:59.9") == [])
    #expect(try lintCodes(check(#"test="true()""#), veto: "cap:59.95") == ["veto-cap"])
  }
}
