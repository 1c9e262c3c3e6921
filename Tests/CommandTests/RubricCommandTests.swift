import Testing

@Suite("The commands for a rubric's author")
struct RubricCommandTests {
  @Test("Every example of every requirement that ships holds")
  func examples() throws {
    let result = try Tool.run(["rubric", "test"])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("不符 0"))
  }

  @Test("The rubrics that ship have nothing for lint to say")
  func lint() throws {
    let result = try Tool.run(["rubric", "lint"])
    #expect(result.status == 0)
    #expect(result.output.contains("错误 0，提示 0"), "\(result.output)")
  }
}
