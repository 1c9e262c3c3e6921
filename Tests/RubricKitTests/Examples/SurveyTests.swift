import Testing

@testable import RubricKit

/// Requirements about the small agency file that ships, in a folder that lives as long as they do.
private struct Author {
  let folder: RubricsFolder
  let assembly: AuditAssembly
}

private func author(_ requirements: [(id: String, body: String)]) throws -> Author {
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
  return Author(
    folder: folder,
    assembly: try AuditAssembly(
      AuditRequest(
        rubricsFolder: folder.path, asOf: try CivilDate("2026-11-23"),
        tool: ManifestRecord.Tool(name: "test", version: "0"))))
}

private let year = check(#"id="year" each="/agencyFile" test="filled(year)""#)

@Suite("What examples show together")
struct SurveyTests {
  private func survey(_ requirements: [(id: String, body: String)]) throws -> ExampleSurvey {
    let author = try author(requirements)
    return try ExampleSurvey(
      context: author.assembly.context, library: author.assembly.library)
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
    let author = try author([("test.year", year)])
    let spots = try BlindSpots(
      context: author.assembly.context, library: author.assembly.library
    ).spots(of: "agency-file")
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
    let author = try author([("test.year", year)])
    let finder = try BlindSpots(
      context: author.assembly.context, library: author.assembly.library)
    #expect(throws: UnusableRubricError.self) { try finder.spots(of: "none") }
  }
}
