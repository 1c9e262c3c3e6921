import CaseXML
import Foundation
import RubricKit
import Testing

@Suite("The format of registers") struct RegisterSchemaTests {
  /// The least that a row of each kind must hold.
  static let least: [(kind: String, row: String)] = [
    ("agencies", "<row key='A'><name>示例县林业局</name><kind>statutory</kind></row>"),
    (
      "entrustments",
      "<row><entrusting>A</entrusting><entrusted>B</entrusted><matter>处罚</matter><letter>1</letter></row>"
    ),
    ("officers", "<row key='C1'><name>林巡甲</name><agency>A</agency></row>"),
    ("legal-reviewers", "<row key='C1'><name>林巡甲</name></row>"),
    ("powers", "<row key='P'><name>对滥伐林木的处罚</name><kind>penalty</kind><agency>A</agency></row>"),
    ("delegations", "<row><township>T</township><power>P</power></row>"),
    (
      "benchmarks", "<row><power>P</power><tier>slight</tier><document>示林〔2023〕25号</document></row>"
    ),
    (
      "no-penalty",
      """
      <row key='1'><name>事项</name><kind>minor</kind><condition>及时改正</condition>
      <document>示〔2024〕1号</document></row>
      """
    ),
    ("inspection-items", "<row><agency>A</agency><item>J1</item><name>检查</name></row>"),
    ("recording-list", "<row><agency>A</agency><item>听证</item><coverage>full</coverage></row>"),
    ("major-decisions", "<row><agency>A</agency><item>罚款</item></row>"),
    ("hearing-thresholds", "<row key='A'/>"),
    ("local-terms", "<row key='A'><source>示例县规定</source></row>"),
    ("parties", "<row key='999999'><name>示例商店</name></row>"),
    ("laws", "<row key='森林法'><fullName>森林法</fullName><articles>84</articles></row>"),
  ]

  func add(_ kind: String, _ rows: String, head: String = "") throws -> Registers {
    var registers = Registers()
    try registers.add(
      registerFile("<register kind='\(kind)' \(head)>\n\(rows)\n</register>"),
      schema: ShippedRegisters.schema)
    return registers
  }

  @Test("takes the least of every kind it knows") func minimal() throws {
    for (kind, row) in Self.least {
      #expect(try add(kind, row).table(kind)?.rows.count == 1, "\(kind)")
    }
    let known = try ShippedRegisters.schema.knownKinds
    #expect(Set(known) == Set(Self.least.map(\.kind) + ["calendar"]))
  }

  @Test("has a Chinese and an English name for every kind and field") func titles() throws {
    for layout in try ShippedRegisters.schema.layouts.values {
      let titles = [layout.title] + layout.fields.map(\.title) + [layout.keyTitle].compactMap { $0 }
      #expect(titles.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty }, "\(layout.kind)")
      #expect(layout.keyFields.isEmpty != (layout.keyTitle == nil), "\(layout.kind)")
    }
  }

  @Test("refers only to kinds that there are") func references() throws {
    let layouts = try ShippedRegisters.schema.layouts
    let named = layouts.values.flatMap { layout in
      layout.fields.compactMap(\.refersTo) + [layout.keyRefersTo].compactMap { $0 }
    }
    #expect(named.count > 10)
    #expect(named.allSatisfy { layouts[$0] != nil })
  }

  @Test(
    "refuses a row that lacks or mistakes something, with its line",
    arguments: [
      ("officers", "<row key='C1'><name>林巡甲</name></row>"),
      ("officers", "<row key='C1'><name> </name><agency>A</agency></row>"),
      ("officers", "<row key='C1'><name>甲</name><agency>A</agency><validTo>2024年</validTo></row>"),
      ("officers", "<row key='C1'><name>甲</name><agency>A</agency><status>valid</status></row>"),
      (
        "officers",
        "<row key='C1'><name>甲</name><agency>A</agency><status from='2024-01-01'>lost</status></row>"
      ),
      ("officers", "<row key='C1'><name>甲</name><agency>A</agency><agencyy>B</agencyy></row>"),
      ("delegations", "<row key='T/P'><township>T</township><power>P</power></row>"),
      ("powers", "<row key='P'><name>处罚</name><kind>fine</kind><agency>A</agency></row>"),
      (
        "powers",
        """
        <row key='P'><name>处罚</name><kind>penalty</kind><agency>A</agency>\
        <range min='1,000' unit='yuan'/></row>
        """
      ),
      ("hearing-thresholds", "<row key='A'><individual>五千</individual></row>"),
    ])
  func refused(kind: String, row: String) {
    #expect {
      try add(kind, row)
    } throws: { error in
      guard case RegisterError.schema("test.xml", let errors) = error else { return false }
      return errors.first?.position.line == 2
    }
  }

  @Test("refuses two statuses of one certificate from one day") func statusTwice() {
    let row = """
      <row key='C1'><name>甲</name><agency>A</agency><status from='2024-01-01'>valid</status>
      <status from='2024-01-01'>suspended</status></row>
      """
    #expect(throws: RegisterError.self) { try add("officers", row) }
  }

  @Test("joins the fields that are the key") func composedKey() throws {
    let registers = try add("delegations", "<row><township> T1 </township><power>P-2</power></row>")
    #expect(registers.table("delegations")?.rows.map(\.key) == ["T1/P-2"])
  }

  @Test("keeps all values of a field that may be repeated") func repeated() throws {
    let row = """
      <row key='P'><name>处罚</name><kind>penalty</kind><agency>A</agency><agency>B</agency>
      <penalty law='森林法' article='第七十六条'/></row>
      """
    let found = try #require(try add("powers", row).table("powers")?.rows.first)
    #expect(found.values("agency") == ["A", "B"])
    #expect(found.fields["agency"] == nil)
    #expect(found.parts.last?.attributes == ["law": "森林法", "article": "第七十六条"])
  }

  @Test("leaves registers of unknown kinds alone") func unknownKind() throws {
    let registers = try add("thresholds", "<row key='a'><amount>viele</amount></row>")
    #expect(registers.table("thresholds")?.rows.count == 1)
  }

  @Test("works in an editor that is told the type") func editor() throws {
    let schema = try CompiledSchema(ShippedRegisters.schemaBytes)
    func errors(_ row: String) throws -> Int {
      let text = """
        <register xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="officers"
        kind="officers">\(row)</register>
        """
      _ = try RegisterFile(Array(text.utf8), name: "test.xml")
      return try XMLParser(schema: schema).parse(Array(text.utf8)).schemaErrors.count
    }
    #expect(try errors("<row key='C1'><name>甲</name><agency>A</agency></row>") == 0)
    #expect(try errors("<row key='C1'><name>甲</name></row>") == 1)
  }

  @Test("fits the registers that ship and those of the example county") func shipped() throws {
    let schema = try ShippedRegisters.schema
    for folder in [ShippedRegisters.folder, ShippedRegisters.exampleFolder] {
      let registers = try Registers(folder: folder, named: "registers", schema: schema)
      #expect(registers.sources.count >= 3)
    }
  }
}
