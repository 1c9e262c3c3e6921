import CaseXML
import Foundation
import RubricKit
import Testing

@Suite("The check of registers") struct RegisterCheckTests {
  static let agencies = """
    <row key="A"><name>示例县林业局</name><kind>statutory</kind></row>
    <row key="T"><name>东溪镇人民政府</name><kind>township</kind></row>
    """
  static let power = """
    <row key="P"><name>对滥伐林木的处罚</name><kind>penalty</kind><agency>A</agency></row>
    """

  /// `code file line key` of each finding, the folder left out.
  func check(_ files: [String: String], asOf: String = "2026-11-23", share: Int = 0) throws
    -> [String]
  {
    let folder = try RegistersFolder(files)
    let parameters = RegisterCheck.Parameters(asOf: try CivilDate(asOf), reviewerShare: share)
    return RegisterCheck.findings(in: try folder.book, parameters).map { finding in
      let file = finding.file.replacingOccurrences(of: folder.path + "/", with: "")
      let line = finding.position.map { "\($0.line)" } ?? "-"
      return "\(finding.code) \(file):\(line) \(finding.key ?? "-")"
    }
  }

  func officer(
    _ key: String = "C1", name: String = "林巡甲", agency: String = "A", dates: String = "",
    _ more: String = ""
  ) -> String {
    "<row key=\"\(key)\" \(dates)><name>\(name)</name><agency>\(agency)</agency>\(more)</row>"
  }

  @Test("finds nothing in registers that agree") func clean() throws {
    let found = try check([
      "agencies": Self.agencies, "powers": Self.power,
      "officers": officer() + officer("C2", name: "石审查"),
      "legal-reviewers": "<row key=\"C2\"><name>石审查</name></row>",
      "delegations": "<row><township>T</township><power>P</power><basis>示政〔2021〕18号</basis></row>",
    ])
    #expect(found == [])
  }

  @Test("names the later of two rows of one key that overlap") func overlap() throws {
    let rows = """
      <row key="A" from="2019-01-01" to="2024-06-30"><name>甲</name><kind>statutory</kind></row>
      <row key="B" from="2019-01-01"><name>乙</name><kind>statutory</kind></row>
      <row key="A" from="2024-06-30"><name>丙</name><kind>statutory</kind></row>
      """
    #expect(try check(["agencies": rows]) == ["overlap agencies.xml:4 A"])
  }

  @Test("finds an overlap with a long row behind a short one") func longOverlap() throws {
    let rows = """
      <row key="A" from="2019-01-01"><name>甲</name><kind>statutory</kind></row>
      <row key="A" from="2020-01-01" to="2020-12-31"><name>乙</name><kind>statutory</kind></row>
      <row key="A" from="2022-01-01"><name>丙</name><kind>statutory</kind></row>
      """
    #expect(
      try check(["agencies": rows]) == ["overlap agencies.xml:3 A", "overlap agencies.xml:4 A"])
  }

  @Test("names the row before which nothing was in force") func gap() throws {
    let rows = """
      <row key="A" from="2019-01-01" to="2024-06-30"><name>甲</name><kind>statutory</kind></row>
      <row key="A" from="2024-07-02"><name>丙</name><kind>statutory</kind></row>
      """
    #expect(try check(["agencies": rows]) == ["gap agencies.xml:3 A"])
    let adjacent = rows.replacingOccurrences(of: "07-02", with: "07-01")
    #expect(try check(["agencies": adjacent]) == [])
  }

  @Test("finds what refers to nothing") func orphans() throws {
    let found = try check([
      "agencies": Self.agencies, "powers": Self.power,
      "officers": officer(agency: "X"),
      "legal-reviewers": "<row key=\"C9\"><name>石审查</name></row>",
      "delegations": """
      <row><township>T</township><power>Q</power><basis>示政〔2021〕18号</basis></row>
      <row><township>U</township><power>P</power><basis>示政〔2021〕18号</basis></row>
      """,
      "benchmarks":
        "<row><power>Q</power><tier>slight</tier><document>示林〔2023〕25号</document></row>",
    ])
    #expect(
      found == [
        "orphan benchmarks.xml:2 Q/slight", "orphan delegations.xml:2 T/Q",
        "orphan delegations.xml:3 U/P", "orphan legal-reviewers.xml:2 C9",
        "orphan officers.xml:2 C1",
      ])
  }

  @Test("finds a reference to a row of other times") func otherTimes() throws {
    let found = try check([
      "agencies": "<row key=\"A\" to=\"2023-12-31\"><name>甲</name><kind>statutory</kind></row>",
      "officers": officer(dates: "from=\"2024-01-01\""),
    ])
    #expect(found == ["reference-not-in-force officers.xml:2 C1"])
  }

  @Test("says once that a register is missing, and not for each row") func noRegister() throws {
    let found = try check(["officers": officer() + officer("C2")])
    #expect(found == ["no-register officers.xml:- -"])
  }

  @Test("finds certificates that ran out by the day, not on their last day") func expired() throws {
    let files = [
      "agencies": Self.agencies, "officers": officer("C1", "<validTo>2026-11-22</validTo>"),
    ]
    #expect(try check(files) == ["certificate-expired officers.xml:2 C1"])
    #expect(try check(files, asOf: "2026-11-22") == [])
  }

  @Test(
    "finds certificates suspended on the day",
    arguments: [
      ("2024-05-05", [String]()), ("2024-05-06", ["certificate-suspended officers.xml:2 C1"]),
      ("2024-06-05", ["certificate-suspended officers.xml:2 C1"]), ("2024-06-06", []),
      ("2025-01-01", ["certificate-cancelled officers.xml:2 C1"]),
    ])
  func suspended(day: String, found: [String]) throws {
    let history = """
      <status from="2022-01-01">valid</status><status from="2024-05-06">suspended</status>\
      <status from="2024-06-06">valid</status><status from="2025-01-01">cancelled</status>
      """
    let files = ["agencies": Self.agencies, "officers": officer("C1", history)]
    #expect(try check(files, asOf: day) == found)
  }

  @Test("finds delegations without a basis, and to what is no township") func delegations() throws {
    let found = try check([
      "agencies": Self.agencies, "powers": Self.power,
      "delegations": """
      <row><township>T</township><power>P</power></row>
      <row><township>A</township><power>P</power><basis>示政〔2021〕18号</basis></row>
      """,
    ])
    #expect(found == ["no-basis delegations.xml:2 T/P", "no-township delegations.xml:3 A/P"])
  }

  @Test("finds an entrustment without a term") func entrustment() throws {
    let row = """
      <row from="2024-01-01"><entrusting>A</entrusting><entrusted>T</entrusted>\
      <matter>处罚</matter><letter>示林委〔2024〕1号</letter></row>
      """
    #expect(
      try check(["agencies": Self.agencies, "entrustments": row])
        == ["no-term entrustments.xml:2 A/T"])
  }

  @Test("finds a range that ends below its start") func range() throws {
    let row = Self.power.replacingOccurrences(
      of: "</row>", with: "<range min=\"500\" max=\"50.5\" unit=\"yuan\"/></row>")
    #expect(
      try check(["agencies": Self.agencies, "powers": row]) == ["range powers.xml:2 P"])
  }

  @Test("finds a reviewer called otherwise, and one who began without a qualification")
  func reviewers() throws {
    let found = try check([
      "agencies": Self.agencies, "officers": officer("C1") + officer("C2", name: "石审查"),
      "legal-reviewers": """
      <row key="C1"><name>林巡乙</name><since>2021-07-14</since></row>
      <row key="C2"><name>石审查</name><since>2021-07-15</since></row>
      """,
    ])
    #expect(
      found == [
        "name-differs legal-reviewers.xml:2 C1", "no-qualification legal-reviewers.xml:3 C2",
      ])
  }

  @Test(
    "counts legal reviewers against the share that is asked",
    arguments: [
      (0, 1, 0, [String]()), (5, 1, 0, ["few-reviewers agencies.xml:2 A"]), (5, 20, 1, []),
      (5, 21, 1, ["few-reviewers agencies.xml:2 A"]), (5, 21, 2, []),
      (10, 20, 1, ["few-reviewers agencies.xml:2 A"]),
    ])
  func share(percent: Int, officers: Int, reviewers: Int, found: [String]) throws {
    let files = [
      "agencies": Self.agencies, "officers": (1...officers).map { officer("C\($0)") }.joined(),
      "legal-reviewers": (0..<reviewers).map { "<row key=\"C\($0 + 1)\"><name>林巡甲</name></row>" }
        .joined(),
    ]
    #expect(try check(files, share: percent) == found)
  }

  @Test("says that a register ends before the day") func outdated() throws {
    let folder = try RegistersFolder()
    try folder.write(
      "agencies.xml", "<register kind=\"agencies\" to=\"2026-11-22\">\(Self.agencies)</register>")
    let day = try CivilDate("2026-11-23")
    let found = RegisterCheck.findings(in: try folder.book, .init(asOf: day))
    #expect(found.map(\.code) == ["outdated"])
  }

  @Test("asks about a kind without a format") func unknownKind() throws {
    #expect(try check(["oficers": "<row key=\"C1\"/>"]) == ["unknown-kind oficers.xml:- -"])
  }

  @Test("lists a file that cannot be used, and checks the others") func unusable() throws {
    let found = try check([
      "agencies": "<row key=\"A\"><name>甲</name></row>", "officers": officer(agency: "X"),
      "powers": "<row><name>",
    ])
    #expect(
      found.map { String($0.prefix(21)) }.sorted() == [
        "register powers.xml:3", "schema agencies.xml:2",
      ])
  }

  @Test("says what is wrong and what to do in both languages") func words() throws {
    let folder = try RegistersFolder([
      "agencies": Self.agencies, "officers": officer("C1", agency: "X"),
    ])
    let day = try CivilDate("2026-11-23")
    let finding = try #require(
      RegisterCheck.findings(in: try folder.book, .init(asOf: day, reviewerShare: 0)).first)
    #expect(
      finding.text(.zh)
        == "\(folder.path)/officers.xml:2:1: 错误：[C1] 所在单位代码 X 不在“执法主体”登记册中。"
        + "请改正，或者在该登记册中补登 [orphan]")
    #expect(
      finding.text(.en)
        == "\(folder.path)/officers.xml:2:1: error: [C1] Agency X is not in the register "
        + "“Enforcing bodies”. Correct it, or enter it in that register [orphan]")
  }

  @Test("finds in the example county one reviewer without a qualification, and no error")
  func example() throws {
    let book = try RegisterBook(
      rubricsFolder: RubricsFolder.shipped, folder: ShippedRegisters.exampleFolder)
    let day = try CivilDate("2026-11-23")
    let found = RegisterCheck.findings(in: book, .init(asOf: day))
    #expect(found.map(\.code) == ["no-qualification"])
    #expect(found.first?.key == "99990512051")
  }

  @Test("The example county has the real one's size")
  func size() throws {
    let county = try Registers(
      folder: ShippedRegisters.exampleFolder, named: "registers", schema: ShippedRegisters.schema)
    func rows(_ kind: String) -> [Register.Row] { county.table(kind)?.rows ?? [] }
    #expect(rows("agencies").count == 33)
    #expect(rows("agencies").count { $0.fields["kind"] == "township" } == 11)
    #expect(Set(rows("officers").map(\.key)).count == 300)
    #expect(Set(rows("delegations").compactMap { $0.fields["power"] }).count == 201)
  }
}
