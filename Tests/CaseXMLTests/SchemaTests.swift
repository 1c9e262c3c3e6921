import CaseXML
import TestSupport
import Testing

private let schemaText = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:simpleType name="civilDate">
      <xs:restriction base="xs:date"><xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}"/></xs:restriction>
    </xs:simpleType>
    <xs:simpleType name="amount">
      <xs:restriction base="xs:decimal">
        <xs:fractionDigits value="2"/><xs:minInclusive value="0"/>
      </xs:restriction>
    </xs:simpleType>
    <xs:element name="caseFile">
      <xs:complexType>
        <xs:sequence>
          <xs:element name="number">
            <xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="date" type="civilDate" minOccurs="0"/>
          <xs:element name="fine" type="amount" minOccurs="0"/>
          <xs:element name="party" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="name" type="xs:string"/>
                <xs:element name="born" type="civilDate" minOccurs="0"/>
              </xs:sequence>
              <xs:attribute name="id" type="xs:NCName" use="required"/>
            </xs:complexType>
          </xs:element>
          <xs:element name="see" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType><xs:attribute name="party" type="xs:NCName"/></xs:complexType>
          </xs:element>
        </xs:sequence>
        <xs:attribute name="kind">
          <xs:simpleType>
            <xs:restriction base="xs:string">
              <xs:enumeration value="ordinary"/><xs:enumeration value="summary"/>
            </xs:restriction>
          </xs:simpleType>
        </xs:attribute>
      </xs:complexType>
      <xs:key name="partyKey"><xs:selector xpath="party"/><xs:field xpath="@id"/></xs:key>
      <xs:keyref name="partyRef" refer="partyKey"><xs:selector xpath="see"/><xs:field xpath="@party"/></xs:keyref>
    </xs:element>
  </xs:schema>
  """

private func parser() throws -> XMLParser {
  XMLParser(schema: try CompiledSchema(Array(schemaText.utf8)))
}

private func check(_ text: String) throws -> ParsedXML {
  try parser().parse(Array(text.utf8))
}

@Suite("Schema validation") struct SchemaTests {
  @Test("finds nothing in a valid document")
  func valid() throws {
    let parsed = try check(
      """
      <caseFile kind="ordinary"><number>1</number><date>2024-05-06</date><fine>10.50</fine>
      <party id="p1"><name>甲</name></party><see party="p1"/></caseFile>
      """)
    #expect(parsed.schemaErrors.isEmpty)
    #expect(parsed.schemaErrorsOmitted == 0)
  }

  struct Fault: Sendable {
    let text: String
    let problem: SchemaProblem
    let path: String
    let position: SourcePosition
    let message: String
  }

  static let faults = [
    Fault(
      text: "<caseFile><number>1</number><dat>2024-05-06</dat></caseFile>",
      problem: .unexpectedElement(expected: ["date", "fine", "party", "see"]),
      path: "/caseFile/dat", position: SourcePosition(line: 1, column: 29),
      message: "元素“dat”不应出现在这里"),
    Fault(
      text: "<caseFile>\n</caseFile>", problem: .missingChildren(expected: ["number"]),
      path: "/caseFile", position: SourcePosition(line: 1, column: 1),
      message: "元素“caseFile”的内容不完整，缺少：number"),
    Fault(
      text: "<caseFile><number>1</number><date>2024-02-30</date></caseFile>",
      problem: .badValue(.type("civilDate"), value: "2024-02-30"),
      path: "/caseFile/date", position: SourcePosition(line: 1, column: 29),
      message: "元素“date”的值“2024-02-30”不符合类型要求（civilDate）"),
    Fault(
      text: "<caseFile><number>1</number><date>2024-01-01+08:00</date></caseFile>",
      problem: .badValue(.pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}"), value: "2024-01-01+08:00"),
      path: "/caseFile/date", position: SourcePosition(line: 1, column: 29),
      message: "元素“date”的值“2024-01-01+08:00”不符合格式“[0-9]{4}-[0-9]{2}-[0-9]{2}”"),
    Fault(
      text: "<caseFile><number>1</number><fine>1.005</fine></caseFile>",
      problem: .badValue(.digits("2"), value: "1.005"),
      path: "/caseFile/fine", position: SourcePosition(line: 1, column: 29),
      message: "元素“fine”的值“1.005”位数超过要求（2）"),
    Fault(
      text: "<caseFile><number>1</number><fine>-1</fine></caseFile>",
      problem: .badValue(.bound("0"), value: "-1"),
      path: "/caseFile/fine", position: SourcePosition(line: 1, column: 29),
      message: "元素“fine”的值“-1”超出范围（0）"),
    Fault(
      text: "<caseFile><number>123456</number></caseFile>",
      problem: .badValue(.length("5"), value: nil),
      path: "/caseFile/number", position: SourcePosition(line: 1, column: 11),
      message: "元素“number”的值长度不符合要求（5）"),
    Fault(
      text: "<caseFile\n kind='x'><number>1</number></caseFile>",
      problem: .badValue(.enumeration(["ordinary", "summary"]), value: "x"),
      path: "/caseFile", position: SourcePosition(line: 2, column: 2),
      message: "元素“caseFile”的属性“kind”的值“x”不在允许的值之内：ordinary、summary"),
    Fault(
      text: "<caseFile><number a='1'>1</number></caseFile>", problem: .unexpectedAttribute,
      path: "/caseFile/number", position: SourcePosition(line: 1, column: 19),
      message: "元素“number”不能有属性“a”"),
    Fault(
      text: "<caseFile><number>1</number><party><name/></party></caseFile>",
      problem: .missingAttribute, path: "/caseFile/party",
      position: SourcePosition(line: 1, column: 29), message: "元素“party”缺少属性“id”"),
    Fault(
      text: "<caseFile>甲<number>1</number></caseFile>", problem: .unexpectedText,
      path: "/caseFile", position: SourcePosition(line: 1, column: 1),
      message: "元素“caseFile”中不应直接写文字"),
    Fault(
      text: "<caseFile><number>1<b/></number></caseFile>", problem: .unexpectedContent,
      path: "/caseFile/number/b", position: SourcePosition(line: 1, column: 20),
      message: "元素“b”所在的上级元素中不能再有元素"),
    Fault(
      text: "<other/>", problem: .unknownRoot, path: "/other",
      position: SourcePosition(line: 1, column: 1), message: "最外层元素“other”不是已知的案卷格式"),
    Fault(
      text:
        "<caseFile><number>1</number><party id='p'><name/></party><party id='p'><name/></party></caseFile>",
      problem: .duplicateKey("['p']"), path: "/caseFile/party[2]",
      position: SourcePosition(line: 1, column: 58), message: "元素“party”的标识“p”重复"),
    Fault(
      text: "<caseFile><number>1</number><see/><see party='q'/></caseFile>",
      problem: .danglingReference("['q']"), path: "/caseFile/see[2]",
      position: SourcePosition(line: 1, column: 35), message: "元素“see”引用的“q”不存在"),
  ]

  @Test("explains each kind of fault with its element and place", arguments: faults)
  func explanation(_ fault: Fault) throws {
    let parsed = try check(fault.text)
    #expect(parsed.schemaErrors.count == 1)
    let error = try #require(parsed.schemaErrors.first)
    #expect(error.problem == fault.problem)
    #expect(parsed.document.path(error.node) == fault.path)
    #expect(error.position == fault.position)
    #expect(error.message.zh == fault.message)
    #expect(error.parent == parsed.document.parent(error.node))
    #expect(!error.message.en.isEmpty && !error.advice.zh.isEmpty && !error.advice.en.isEmpty)
    #expect(!error.detail.isEmpty)
  }

  @Test("keeps the errors that follow from the first as detail")
  func cascade() throws {
    let parsed = try check(
      "<caseFile><number>1</number><date>2024-01-01Z</date><party><name/></party></caseFile>")
    #expect(parsed.schemaErrors.map(\.element) == ["date", "party"])
    #expect(parsed.schemaErrors.map { $0.detail.split(separator: "\n").count } == [1, 2])
  }

  @Test("marks what the validator leaves out after an unexpected element")
  func unchecked() throws {
    let parsed = try check(
      """
      <caseFile><number>1</number><party id="a"><nam/><born>x</born></party>\
      <party id="b"><name/><born>x</born></party></caseFile>
      """)
    #expect(parsed.schemaErrors.map(\.element) == ["nam", "born"])
    let document = parsed.document
    let skipped = parsed.schemaErrors[0].unchecked.map { document.path(NodeID(index: $0)) }
    #expect(
      skipped == [
        "/caseFile/party[1]/nam", "/caseFile/party[1]/born", "/caseFile/party[1]/born/text()",
      ])
    #expect(parsed.schemaErrors[1].unchecked.isEmpty)
  }

  @Test("counts the errors beyond its limit")
  func limit() throws {
    let schema = try CompiledSchema(Array(schemaText.utf8))
    let parser = XMLParser(limits: XMLLimits(maxSchemaErrors: 10), schema: schema)
    let parties = String(repeating: "<party><name/></party>", count: 50)
    let parsed = try parser.parse(
      Array("<caseFile><number>1</number>\(parties)</caseFile>".utf8))
    // Each party lacks its attribute, and with it its key: two errors, one place.
    #expect(parsed.schemaErrors.count == 5)
    #expect(parsed.schemaErrorsOmitted == 90)
  }

  @Test("gives the same errors for the second document as for the first")
  func reuse() throws {
    let parser = try parser()
    let bad = Array(
      "<caseFile><number>1</number><party id='p'><born>x</born></party></caseFile>".utf8)
    let first = try parser.parse(bad).schemaErrors
    #expect(throws: XMLError.self) { try parser.parse(Array(bad.dropLast(20))) }
    #expect(try parser.parse(bad).schemaErrors == first)
    #expect(
      try parser.parse(Array("<caseFile><number>1</number></caseFile>".utf8)).schemaErrors.isEmpty)
  }

  @Test("does not let the document choose a schema")
  func schemaLocation() throws {
    let parsed = try XMLParser(schema: CompiledSchema(Array(schemaText.utf8)))
      .parse(fixture("Hostile/schema-location.xml"))
    #expect(parsed.schemaErrors.first?.problem == .unknownRoot)
  }

  @Test("refuses a schema that is none, with libxml2's reasons")
  func unusable() throws {
    let text = schemaText.replacing("type=\"amount\"", with: "type=\"amont\"")
    let error = #expect(throws: XMLError.self) { try CompiledSchema(Array(text.utf8)) }
    guard case .schemaUnusable(let detail) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail.contains("amont"))
    #expect(throws: XMLError.self) { try CompiledSchema(Array("<!DOCTYPE a><a/>".utf8)) }
  }
}
