import TestSupport
import Testing

@Suite("A second scorer and the files that ship")
struct SecondScorerTests {
  private static func stream(_ options: String...) throws -> String {
    try Tool.score(
      "\(Tool.root)/ExampleFiles", options: ["--format", "jsonl"] + options
    ).output
  }

  @Test("Every score and range of ExampleFiles comes out alike twice")
  func examples() throws {
    let result = try secondScorer(Self.stream())
    #expect(result.status == 0, "\(result.output.suffix(2_000))")
    #expect(result.output.hasSuffix(" 0 differ\n"), "\(result.output.suffix(2_000))")
  }

  @Test("So does every score by the rubric of groups and gates, which is used only where named")
  func examplesByNamedRubric() throws {
    let result = try secondScorer(Self.stream("--rubric", "mee-2024-penalty"))
    #expect(result.status == 0, "\(result.output.suffix(2_000))")
  }

  @Test("One point more in one outcome's loss, and they come out unlike")
  func noticed() throws {
    let stream = try Self.stream()
    let start = try #require(stream.firstRange(of: "\"lost\":"))
    var changed = stream
    changed.insert("1", at: start.upperBound)
    let result = try secondScorer(changed)
    #expect(result.status == 1)
    #expect(result.output.contains("should be"), "\(result.output.suffix(2_000))")
  }
}
