import Testing

@testable import RubricKit

/// A folder whose base case is the small agency file that ships.
private func assembly(_ requirements: [(id: String, body: String)]) throws -> AuditAssembly {
  let folder = try RubricsFolder()
  let examples = """
    <examples base="agency-file">
    <example title="没有年度" verdict="failed"><remove select="/agencyFile/year"/></example>
    </examples>
    """
  for (id, body) in requirements {
    try folder.requirement(id, body, examples: examples)
  }
  try folder.rubric(
    items: requirements.map { item($0.id, 100 / requirements.count) }.joined(),
    decidedBy: "/agencyFile/compiledOn", applies: "/agencyFile")
  return try AuditAssembly(
    AuditRequest(
      rubricsFolder: folder.path, asOf: try CivilDate("2026-11-23"),
      tool: ManifestRecord.Tool(name: "test", version: "0")))
}

private let year = check(#"id="year" each="/agencyFile" test="filled(year)""#)

@Suite("What examples show together")
struct SurveyTests {
  private func survey(_ requirements: [(id: String, body: String)]) throws -> ExampleSurvey {
    let assembly = try assembly(requirements)
    return try ExampleSurvey(context: assembly.context, library: assembly.library)
  }

  @Test("A check that no example sets off is named")
  func silent() throws {
    let name = check(#"id="name" each="/agencyFile" test="filled(caseName)""#)
    let survey = try survey([("test.year", year + name)])
    #expect(survey.silent == [.init(requirement: "test.year", check: "name")])
    #expect(survey.pairs == [])
  }

  @Test("Two requirements that always fail together are named, one that fails alone is not")
  func pairs() throws {
    let both = check(#"id="both" each="/agencyFile" test="filled(year) or not(caseNumber)""#)
    let survey = try survey([
      ("test.first", year), ("test.second", both),
      ("test.third", check(#"id="x" each="/agencyFile/caseNumber" test="filled(.)""#)),
    ])
    #expect(
      survey.pairs == [.init(rubric: "test-rubric", first: "test.first", second: "test.second")])
  }
}

@Suite("Blind spots")
struct BlindSpotTests {
  @Test("A field that is checked for being there is seen when removed, and not when altered")
  func removed() throws {
    let assembly = try assembly([("test.year", year)])
    let spots = try BlindSpots(context: assembly.context, library: assembly.library)
      .spots(of: "agency-file")
    let field = spots.first { $0.path == "/agencyFile/year" }
    #expect(field?.places == 1)
    #expect(field?.removedUnnoticed == 0)
    #expect(field?.alteredUnnoticed == 1)
    #expect(spots.first { $0.path == "/agencyFile/caseName" }?.removedUnnoticed == 1)
    // The schema demands the number, so its removal is noticed there.
    #expect(spots.first { $0.path == "/agencyFile/caseNumber" }?.removedUnnoticed == 0)
  }

  @Test("A base case that there is not is refused")
  func unknown() throws {
    let assembly = try assembly([("test.year", year)])
    let finder = try BlindSpots(context: assembly.context, library: assembly.library)
    #expect(throws: UnusableRubricError.self) { try finder.spots(of: "none") }
  }
}
