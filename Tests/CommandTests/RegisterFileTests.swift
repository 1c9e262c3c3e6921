import Foundation
import Testing

@Suite("Registers that cannot be used")
struct RegisterFileTests {
  private func score(_ name: String, _ text: String) throws -> Tool.Result {
    let cases = try Folder()
    try cases.base("case.xml")
    let registers = try Folder()
    try registers.write(name, text.utf8)
    return try Tool.score(cases.path, options: ["--registers", registers.path])
  }

  @Test("A register that does not fit its format ends with 65, with line, column and what to do")
  func schema() throws {
    let result = try score(
      "officers.xml",
      """
      <register kind="officers">
        <row key="C1"><name>林巡甲</name></row>
        <row key="C2"><name>洪巡乙</name><agency>A</agency><status from="2024-1-1">valid</status></row>
      </register>
      """)
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("officers.xml:2:3: ") ?? false)
    #expect(lines.first?.contains("agency") ?? false)
    #expect(lines.last?.contains("officers.xml:3:59: ") ?? false)
  }

  @Test("Rows of one key that overlap end with 65 and say what to do")
  func overlap() throws {
    let result = try score(
      "hearing-thresholds.xml",
      """
      <register kind="hearing-thresholds">
        <row key="A" from="2021-07-15"><individual>5000</individual></row>
        <row key="A" from="2024-01-01"><individual>10000</individual></row>
      </register>
      """)
    #expect(result.status == 65)
    #expect(result.errors.contains("hearing-thresholds.xml:3:3: "))
    #expect(result.errors.contains("请在前一行注明截止日期"))
  }

  @Test("A register that is no XML ends with 65 at the place where it breaks off")
  func malformed() throws {
    let result = try score("officers.xml", "<register kind=\"officers\">\n<row></register>")
    #expect(result.status == 65)
    #expect(result.errors.contains("officers.xml:2:"))
  }
}
