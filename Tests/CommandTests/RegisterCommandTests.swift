import Testing

@Suite("The commands about registers")
struct RegisterCommandTests {
  private static let example = ["--registers", "\(Tool.root)/ExampleFiles/registers"]

  private func check(_ options: String...) throws -> Tool.Result {
    try Tool.run(["register", "check", "--as-of", "2026-11-23"] + options)
  }

  @Test("A check with nothing worse than warnings ends with 0 and counts")
  func warnings() throws {
    let result = try Tool.run(["register", "check", "--as-of", "2026-11-23"] + Self.example)
    #expect(result.status == 0)
    #expect(result.output.contains("legal-reviewers.xml:8:3: 提示：[99990512051]"))
    #expect(result.output.hasSuffix("错误 0，提示 1\n"))
  }

  @Test("A check that finds an error ends with 65, with file, line and key")
  func errors() throws {
    let folder = try Folder()
    try folder.write(
      "hearing-thresholds.xml",
      """
      <register kind="hearing-thresholds">
        <row key="A" from="2021-07-15"><individual>5000</individual></row>
        <row key="A" from="2024-01-01"><individual>10000</individual></row>
      </register>
      """.utf8)
    let result = try check("--registers", folder.path, "--lang", "en")
    #expect(result.status == 65)
    #expect(result.output.contains("hearing-thresholds.xml:3:3: error: [A] in force together"))
    #expect(result.output.contains("to=\"2023-12-31\""))
  }

  @Test("A folder that does not exist ends with 65, a day that is none and a bad share with 64")
  func wrongUse() throws {
    #expect(try check("--registers", "/nonexistent").status == 65)
    #expect(
      try Tool.run(["register", "check", "--as-of", "2026-02-30"] + Self.example).status == 64)
    let share = try Tool.run(["register", "check", "--reviewer-share", "101"] + Self.example)
    #expect(share.status == 64)
  }

  @Test("An officer is shown by certificate number, in clear, as of a day")
  func show() throws {
    let result = try Tool.run(
      ["register", "show", "SL359900401", "--as-of", "2025-04-21"] + Self.example)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("林巡甲  SL359900401"))
    #expect(result.output.contains("2025年4月21日：执法证有效，示例县林业局"))
  }

  @Test("A name that nobody has ends with 64 and suggestions")
  func unknown() throws {
    let result = try Tool.run(["register", "show", "林巡"] + Self.example)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("林巡甲"))
  }

  @Test("A table with a bad row ends the judging with 65, and the check lists it with its row")
  func table() throws {
    let cases = try Folder()
    try cases.base("case.xml")
    let registers = try Folder()
    try registers.write(
      "officers.csv", "执法证号,姓名,所在单位代码,有效期至\r\nC1,林巡甲,A,长期\r\n".utf8)
    let judged = try Tool.score(cases.path, options: ["--registers", registers.path])
    #expect(judged.status == 65)
    #expect(judged.errors.contains("officers.csv:2:4: 错误：第2行“有效期至”列："))
    let checked = try check("--registers", registers.path)
    #expect(checked.status == 65)
    #expect(checked.output.contains("officers.csv:2:4: 错误：第2行“有效期至”列："))
  }
}
