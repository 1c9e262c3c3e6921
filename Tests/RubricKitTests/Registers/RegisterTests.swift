import CaseXML
import RubricKit
import Testing

@Suite("Registers") struct RegisterTests {
  func register(_ rows: String, head: String = "kind='thresholds'") throws -> Register {
    try Register(registerFile("<register \(head)>\(rows)</register>"))
  }

  static let rows = """
    <row key="罚款" from="2021-07-15" to="2023-12-31"><amount>5000</amount></row>
    <row key="罚款" from="2024-01-01"><amount> 10000 </amount><unit>元</unit></row>
    <row key="没收"><amount>20000</amount></row>
    """

  @Test(
    "answer with the row in force on the day",
    arguments: [
      ("罚款", "2021-07-15", "5000"), ("罚款", "2023-12-31", "5000"), ("罚款", "2024-01-01", "10000"),
      ("罚款", "2099-01-01", "10000"), ("没收", "0001-01-01", "20000"),
    ])
  func inForce(key: String, date: String, amount: String) throws {
    guard case .row(let row) = try register(Self.rows).answer(key, on: day(date)) else {
      Issue.record("no row")
      return
    }
    #expect(row.fields["amount"] == amount)
  }

  @Test("have no row for an unknown key or a day before") func none() throws {
    let register = try register(Self.rows)
    #expect(register.answer("拘留", on: try day("2024-01-01")) == .none)
    #expect(register.answer("罚款", on: try day("2021-07-14")) == .none)
  }

  @Test("say nothing about days outside their coverage") func coverage() throws {
    let register = try register(
      Self.rows, head: "kind='thresholds' from='2021-01-01' to='2024-06-30'")
    let outside = Register.Answer.notCovered(from: try day("2021-01-01"), to: try day("2024-06-30"))
    #expect(register.answer("罚款", on: try day("2024-07-01")) == outside)
    #expect(register.answer("没收", on: try day("2020-12-31")) == outside)
    #expect(register.answer("拘留", on: try day("2024-06-30")) == .none)
  }

  @Test(
    "refuse content that cannot be looked up",
    arguments: [
      ("<row key='a'/><row key='a'/>", RegisterError.Fault.overlappingRows(key: "a")),
      (
        "<row key='a' to='2024-01-01'/><row key='a' from='2024-01-01'/>",
        .overlappingRows(key: "a")
      ),
      ("<row/>", .missingAttribute("key")), ("<row key=''/>", .missingAttribute("key")),
      ("<row key='a' form='2024-01-01'/>", .unexpected("@form")),
      ("<entry key='a'/>", .unexpected("<entry>")),
      ("<row key='a' from='2024-02-01' to='2024-01-01'/>", .endsBeforeStart),
      ("<row key='a' from='2024'/>", .date(.malformed(.date, text: "2024"))),
      ("<row key='a'><b>1</b><b>2</b></row>", .repeatedField("b")),
    ])
  func refused(rows: String, fault: RegisterError.Fault) {
    #expect {
      try register(rows)
    } throws: { error in
      guard case RegisterError.invalid(_, let position, let found) = error else { return false }
      return found == fault && position.line == 1 && position.column > 1
    }
  }

  @Test(
    "refuse files that are none",
    arguments: [
      "<caseFile/>", "<register/>", "<register kind='a' until='2024-01-01'/>",
      "<register kind='a'>",
      "<register xmlns='urn:x' kind='a'/>", "",
    ])
  func noRegister(xml: String) {
    #expect(throws: RegisterError.self) { try registerFile(xml) }
  }

  @Test("of one kind may stand only once in a set") func repeated() throws {
    var registers = Registers()
    try registers.add(registerFile("<register kind='a'/>"))
    #expect(throws: RegisterError.repeatedKind(kind: "a", file: "test.xml", other: "test.xml")) {
      try registers.add(registerFile("<register kind='a'/>"))
    }
  }

  @Test("of the bureau replace the shipped ones of their kind") func replacing() throws {
    var shipped = Registers()
    try shipped.add(registerFile("<register kind='a'><row key='x'/></register>"))
    try shipped.add(registerFile("<register kind='b'/>"))
    var own = Registers()
    try own.add(registerFile("<register kind='a'><row key='y'/></register>"))
    let both = shipped.replacing(with: own)
    #expect(both.table("a")?.rows.map(\.key) == ["y"])
    #expect(both.table("b") != nil)
    #expect(both.sources.map(\.kind) == ["a", "b"])
    #expect(both.sources.first?.digest == own.sources.first?.digest)
  }

  @Test("name an agency as its newest row does") func agency() throws {
    var registers = Registers()
    try registers.add(
      registerFile(
        """
        <register kind="agencies">
          <row key="350900-01" to="2024-02-29"><name>示例县环境保护局</name></row>
          <row key="350900-01" from="2024-03-01"><name>示例县生态环境局</name></row>
        </register>
        """))
    #expect(registers.agencyName("350900-01") == "示例县生态环境局")
    #expect(registers.agencyName("350900-02") == nil)
  }

  @Test("that ship can all be read") func shipped() throws {
    let registers = try Registers(folder: ShippedRegisters.folder, named: "Rubrics/registers")
    #expect(registers.sources.contains { $0.name == "Rubrics/registers/calendar.xml" })
  }

  @Test("in a folder that is not there are an error") func noFolder() {
    #expect(throws: RegisterError.unreadable(file: "x")) {
      try Registers(folder: "/nonexistent-folder", named: "x")
    }
  }
}
