import RubricKit
import Testing
import XPath

@Suite("Functions of provisions and earlier cases") struct ProvisionFunctionTests {
  let evaluation: Evaluation

  init() throws {
    let head = "<name>示例</name><kind>penalty</kind><agency>A</agency>"
    let folder = try RegistersFolder([
      "powers": """
      <row key="P1">\(head)<violated law="中华人民共和国安全生产法" article="第二十八条第四款"/></row>
      <row key="P2">\(head)<violated law="产品质量法" article="第十三条"/>
        <violated law="产品质量法" article="49-1"/></row>
      <row key="P3">\(head)<violated law="产品质量法" article="见细则"/></row>
      """
    ])
    try folder.write(
      "parties.xml",
      """
      <register kind="parties" from="2021-07-15" to="2026-06-30">
        <row key="91350000SL00000001"><name>示例公司</name>
          <case number="示罚〔2023〕1号" agency="A" decided="2023-05-06" power="P1"/>
          <case number="示罚〔2024〕2号" agency="A" decided="2024-05-06" power="P1"/>
          <case number="示罚〔2023〕3号" agency="B" decided="2023-05-06" power="P2"/>
          <case number="示罚〔2023〕4号" agency="B" decided="2023-05-06"/></row>
      </register>
      """)
    var evaluation = try Evaluation()
    evaluation.registers = evaluation.registers.replacing(with: try folder.read())
    self.evaluation = evaluation
  }

  @Test(
    "compare law and article, however both are written",
    arguments: [
      ("'安全生产法', '28'", "P1", "true"), ("'《中华人民共和国安全生产法》', '28'", "P1", "true"),
      ("'安全生产法', '29'", "P1", "false"), ("'消防法', '28'", "P1", "false"),
      ("'安全生产法', '28-1'", "P1", "false"), ("'中华人民共和国产品质量法', '49-1'", "P2", "true"),
      ("'产品质量法', '第十三条第二款'", "P2", "true"),
    ])
  func listed(provision: String, power: String, value: String) throws {
    #expect(
      try evaluation.run(
        "provision-listed('powers', 'violated', '\(power)', \(provision), '2024-05-06')")
        == .value(value))
  }

  @Test("do not guess where the row, the field or an article cannot be read")
  func notListed() throws {
    func run(_ field: String, _ power: String, _ article: String) throws -> Evaluation.Result {
      try evaluation.run(
        "provision-listed('powers', '\(field)', '\(power)', '产品质量法', '\(article)', '2024-05-06')")
    }
    #expect(try run("violated", "P9", "13") == .failed(.missing(argument: 3)))
    #expect(try run("penalty", "P2", "13") == .failed(.missing(argument: 2)))
    #expect(
      try run("violated", "P3", "13") == .failed(.unreadable(value: "见细则", expected: "number")))
    #expect(
      try run("violated", "P2", "十三") == .failed(.unreadable(value: "十三", expected: "number")))
  }

  @Test(
    "count the cases decided before the day under the power",
    arguments: [
      ("91350000SL00000001", "P1", "2023-05-06", "0"),
      ("91350000SL00000001", "P1", "2023-05-07", "1"),
      ("91350000SL00000001", "P1", "2026-05-07", "2"),
      ("91350000SL00000001", "P2", "2026-05-07", "1"),
      ("91350000SL00000002", "P1", "2026-05-07", "0"),
    ])
  func earlier(party: String, power: String, day: String, count: String) throws {
    #expect(
      try evaluation.run("earlier-cases('\(party)', '\(power)', '\(day)')") == .value(count))
  }

  @Test("are undecided about earlier cases past the register's days")
  func outdated() throws {
    #expect(
      try evaluation.run("earlier-cases('x', 'P1', '2026-07-01')")
        == .failed(.pending(reason: "register-outdated", detail: "parties 2026-07-01")))
  }

  @Test("explain which cases were counted")
  func notes() throws {
    let notes = try evaluation.evaluate(
      "earlier-cases('91350000SL00000001', 'P1', '2024-01-01')", "<r/>", tracing: true
    ).notes
    #expect(notes.map(\.zh) == ["登记册“parties”第3行：示罚〔2023〕1号，2023年5月6日决定"])
  }

  @Test("read article numbers in figures and in words, and nothing else")
  func articles() {
    #expect(ArticleNumber("第一百三十三条之一第二款")?.number == 133)
    #expect(ArticleNumber("第一百三十三条之一第二款")?.suffix == 1)
    #expect(ArticleNumber("第43条")?.number == 43)
    #expect(ArticleNumber("一百三十三") == nil)
    #expect(ArticleNumber("第六十百条") == nil)
    #expect(ArticleNumber("0") == nil)
    for number in 1...1_500 {
      #expect(ChineseNumeral.number(ChineseNumeral.text(number)) == number)
    }
  }
}
