import Foundation
import Testing

@Suite("A county's profile")
struct ProfileTests {
  private static let head =
    "<title lang=\"zh\">示例口径</title><title lang=\"en\">Example profile</title>"

  private func score(_ changes: String, _ options: [String] = ["--format", "csv"]) throws
    -> Tool.Result
  {
    let folder = try Folder()
    let file = try folder.base("case.xml")
    let profile = try folder.write(
      "profile.xml", Array("<profile id=\"p\">\(Self.head)\(changes)</profile>".utf8))
    return try Tool.score(
      file, options: ["--rubric", "penalty-ordinary", "--profile", profile] + options)
  }

  private func band(_ from: String) -> String {
    """
    <band rubric="penalty-ordinary" id="excellent" from="\(from)" source="示司〔2026〕5号">提高一档。</band>
    """
  }

  @Test("A grade begins where the profile says, and the result says so with source and reason")
  func grade() throws {
    #expect(try score(band("90")).output.contains("优秀"))
    #expect(try score(band("100")).output.contains("良好"))
    let result = try score(band("99.99"), [])
    #expect(result.output.contains("本地口径：《示例口径》，调整1处"))
    #expect(result.output.contains("“优秀”等次起点由90改为99.99。依据：示司〔2026〕5号。理由：提高一档。"))
  }

  @Test("Points moved between items count; points that no longer add up end with 65")
  func points() throws {
    func item(_ requirement: String, _ points: String) -> String {
      "<item rubric=\"penalty-ordinary\" requirement=\"\(requirement)\" points=\"\(points)\" "
        + "source=\"示司〔2026〕5号\">调整。</item>"
    }
    let moved = try score(
      item("penalty.archive.cover", "0.5") + item("penalty.archive.index", "1.5"),
      ["--format", "jsonl"])
    #expect(moved.output.contains("\"points\":1500,\"requirement\":\"penalty.archive.index\""))
    let wrong = try score(item("penalty.archive.cover", "0.5"))
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("合计 4.5 分，应为 5 分"))
    #expect(wrong.output.isEmpty)
  }

  @Test(
    "What a profile names and there is not ends with 65, with line and column",
    arguments: [
      "<parameter name=\"none\" value=\"1\" source=\"s\">r</parameter>",
      "<band rubric=\"none\" id=\"excellent\" from=\"1\" source=\"s\">r</band>",
      "<band rubric=\"penalty-ordinary\" id=\"none\" from=\"1\" source=\"s\">r</band>",
      "<severity requirement=\"none\" value=\"minor\" source=\"s\">r</severity>",
      "<item rubric=\"penalty-ordinary\" requirement=\"none\" points=\"1\" source=\"s\">r</item>",
      "<section rubric=\"penalty-ordinary\" id=\"none\" points=\"1\" source=\"s\">r</section>",
    ])
  func unknown(change: String) throws {
    let result = try score("\n" + change)
    #expect(result.status == 65)
    #expect(result.errors.contains("profile.xml:2:1: "))
    #expect(result.errors.contains("unknown-in-profile"))
  }

  @Test("A parameter of the profile counts; a value that is none of its unit is refused")
  func parameter() throws {
    func change(_ value: String) -> String {
      "<parameter name=\"reviewQuestionFine\" value=\"\(value)\" source=\"s\">r</parameter>"
    }
    let records = try score(change("20000"), ["--format", "jsonl"])
    #expect(records.output.contains("\"new\":\"20000\",\"old\":\"10000\""))
    let wrong = try score(change("twenty"))
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("bad-value"))
    #expect(wrong.output.isEmpty)
  }

  @Test("The value of a parameter decides whether a question is asked")
  func parameterDecides() throws {
    // Without the register of catalogues and without a review, a fine from the parameter on is asked
    // about; the fine of the base case is 8,000.
    func asked(from amount: String) throws -> Bool {
      let folder = try Folder()
      let text = try String(
        contentsOfFile: "\(Tool.root)/Rubrics/base-cases/ordinary-penalty.xml", encoding: .utf8
      ).replacing("<code>SLYJ</code>", with: "<code>SLXX</code>")
        .replacing(/<legalReview [\s\S]*?<\/legalReview>/, with: "")
        .replacing(/<approval role="legalReview"[\s\S]*?<\/approval>/, with: "")
      let file = try folder.write("case.xml", Array(text.utf8))
      let profile = try folder.write(
        "profile.xml",
        Array(
          "<profile id=\"p\">\(Self.head)<parameter name=\"reviewQuestionFine\" value=\"\(amount)\" "
            .utf8) + Array("source=\"s\">r</parameter></profile>".utf8))
      return try Tool.score(
        file, options: ["--profile", profile, "--format", "jsonl", "--rubric", "penalty-ordinary"]
      ).output.contains("登记册中没有本机关的重大执法决定目录")
    }
    #expect(try asked(from: "8000"))
    #expect(try !asked(from: "8000.01"))
  }

  @Test("A change without source or reason is refused")
  func unexplained() throws {
    for change in [
      "<band rubric=\"penalty-ordinary\" id=\"excellent\" from=\"95\">r</band>",
      "<band rubric=\"penalty-ordinary\" id=\"excellent\" from=\"95\" source=\"s\"></band>",
    ] { #expect(try score(change).status == 65) }
  }

  @Test("A hearing threshold of the profile is looked up")
  func threshold() throws {
    let change =
      "<hearing-threshold agency=\"SLYJ\" from=\"2021-07-15\" individual=\"5000\" "
      + "organisation=\"8000\" source=\"公告\">新标准。</hearing-threshold>"
    let result = try score(change, ["--format", "jsonl", "--fail-on", "fatal"])
    #expect(result.status == 1)
    #expect(result.output.contains("“较大数额罚款”的听证标准"))
  }

  @Test("A severity of the profile is the one findings have")
  func severity() throws {
    let change =
      "<severity requirement=\"penalty.archive.index\" value=\"fatal\" source=\"s\">r</severity>"
    let result = try score(change, ["--format", "jsonl"])
    let records = result.output.split(separator: "\n").first ?? ""
    #expect(
      records.contains("\"kind\":\"severity\",\"new\":\"fatal\",\"old\":\"minor\""))
  }
}
