import Testing

@Suite("The commands for a rubric's author")
struct RubricCommandTests {
  @Test("Every example of every requirement that ships holds")
  func examples() throws {
    let result = try Tool.run(["rubric", "test"])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("不符 0"))
  }

  /// All of them take a minute and a half in a debug build; one small rubric stands for the rest.
  @Test("The examples of the agency's own file name every other requirement they make fail")
  func changes() throws {
    let result = try Tool.run(["rubric", "test", "--changes", "agency."])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("不符 0"))
  }

  @Test("Two ways of looking at examples at once are wrong use")
  func oneWay() throws {
    #expect(try Tool.run(["rubric", "test", "--changes", "--survey"]).status == 64)
  }

  @Test("The rubrics that ship have nothing for lint to say")
  func lint() throws {
    let result = try Tool.run(["rubric", "lint", "--as-of", "2026-11-23"])
    #expect(result.status == 0)
    #expect(result.output.contains("错误 0，提示 0"), "\(result.output)")
  }

  @Test("A parameter checked too long ago is a warning that fails nothing; the term can be set")
  func parameters() throws {
    let late = try Tool.run(["rubric", "lint", "--as-of", "2027-11-24"])
    #expect(late.status == 0)
    #expect(late.output.contains("[parameter-outdated]"))
    let longer = ["rubric", "lint", "--as-of", "2027-11-24", "--parameter-term", "13"]
    #expect(try Tool.run(longer).output.contains("错误 0，提示 0"))
    #expect(try Tool.run(["rubric", "lint", "--parameter-term", "0"]).status == 64)
  }
}
