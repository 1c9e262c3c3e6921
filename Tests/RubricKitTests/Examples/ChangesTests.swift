import Testing

@testable import RubricKit

/// Two requirements about the year of the small agency file that ships, and one about its name.
private func folder(changes: String) throws -> RubricsFolder {
  let folder = try RubricsFolder()
  let attribute = changes.isEmpty ? "" : #"changes="\#(changes)""#
  let examples = """
    <examples base="agency-file">
    <example title="没有年度" verdict="failed" \(attribute)><remove select="/agencyFile/year"/></example>
    <example title="齐全" verdict="passed"/>
    </examples>
    """
  try folder.requirement(
    "test.year", check(#"each="/agencyFile" test="filled(year)""#), examples: examples)
  try folder.requirement("test.also", check(#"each="/agencyFile" test="filled(year)""#))
  try folder.requirement("test.name", check(#"each="/agencyFile" test="filled(caseName)""#))
  // Fails in the base case as it is, and so is no change.
  try folder.requirement("test.bad", check(#"each="/agencyFile" test="false()""#))
  try folder.rubric(
    items: ["year", "also", "name", "bad"].map { item("test.\($0)", 25) }.joined(),
    decidedBy: "/agencyFile/compiledOn", applies: "/agencyFile")
  return folder
}

private func assembly(_ folder: RubricsFolder) throws -> AuditAssembly {
  try AuditAssembly(
    AuditRequest(
      rubricsFolder: folder.path, asOf: try CivilDate("2026-11-23"),
      tool: ManifestRecord.Tool(name: "test", version: "0")))
}

@Suite("Other requirements that an example's edits make fail")
struct ChangesTests {
  private func results(changes: String, judgesAll: Bool = true) throws -> [ExampleRunner.Result] {
    let folder = try folder(changes: changes)
    let assembly = try assembly(folder)
    var runner = try ExampleRunner(
      context: assembly.context, library: assembly.library, judgesAll: judgesAll)
    return runner.run(try #require(assembly.library.requirement("test.year")))
  }

  @Test("One that is not listed is refused, with the list to write")
  func unlisted() throws {
    let results = try results(changes: "")
    #expect(results.map(\.changes) == [["test.also"], []])
    let fault = try #require(results[0].fault)
    #expect(fault.zh.contains(#"changes="test.also""#))
    #expect(fault.en.contains(#"changes="test.also""#))
    #expect(results[1].fault == nil)
  }

  @Test("One that is listed is as it should be")
  func listed() throws {
    #expect(try results(changes: "test.also").map(\.fault) == [nil, nil])
  }

  @Test("One that is listed and does not fail is refused: the list would say what is not so")
  func stale() throws {
    let fault = try #require(try results(changes: "test.also test.name")[0].fault)
    #expect(fault.en.contains("test.name"))
  }

  @Test("Unless asked, no other requirement is judged")
  func unasked() throws {
    #expect(try results(changes: "", judgesAll: false).map(\.fault) == [nil, nil])
  }

  @Test("Lint refuses a list that names no requirement, or the example's own")
  func lint() throws {
    for changes in ["test.none", "test.year"] {
      let folder = try folder(changes: changes)
      let codes = RubricLint.problems(of: try assembly(folder)).map(\.code)
      #expect(codes.contains("unknown-requirement"))
    }
    let sound = try folder(changes: "test.also")
    #expect(
      !RubricLint.problems(of: try assembly(sound)).map(\.code).contains("unknown-requirement"))
  }
}
