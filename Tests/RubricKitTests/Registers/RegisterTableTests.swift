import CaseXML
import Foundation
import RubricKit
import Testing

@Suite("Registers kept as tables") struct RegisterTableTests {
  func folder(_ files: [String: String]) throws -> RegistersFolder {
    let folder = try RegistersFolder()
    for (name, text) in files { try folder.write(name, text) }
    return folder
  }

  func read(_ files: [String: String]) throws -> Registers { try folder(files).read() }

  func problems(_ files: [String: String]) throws -> [String] { try folder(files).problems() }

  @Test("are read by the names of the fields") func fieldNames() throws {
    let registers = try read([
      "officers.csv": """
      key,name,agency,validTo,from
      C1,林巡甲,SLXLY01,2027-12-31,2022-12-20
      C2,"洪, ""巡""乙",SLXLY01,,

      """
    ])
    let rows = try #require(registers.table("officers")).rows
    #expect(rows.map(\.key) == ["C1", "C2"])
    #expect(rows.map { $0.fields["name"] } == ["林巡甲", "洪, \"巡\"乙"])
    #expect(rows.first?.from == (try CivilDate("2022-12-20")))
    #expect(rows.first?.fields["validTo"] == "2027-12-31")
    #expect(rows.last?.fields["validTo"] == nil)
    #expect(rows.map(\.position.line) == [2, 3])
  }

  @Test("are read by their Chinese headers, with words for codes and days as people write them")
  func chineseHeaders() throws {
    let registers = try read([
      "执法人员.csv": """
      执法证号,姓名,所在单位代码,有效期至,执法领域,证件状态,证件状态（自）,起始日期
      C1,林巡甲,SLXLY01,2027年12月31日,林业；草原,有效；暂扣,2022/12/20；2024.5.6,20221220
      """
    ])
    let row = try #require(registers.table("officers")?.rows.first)
    #expect(row.fields["validTo"] == "2027-12-31")
    #expect(row.values("field") == ["林业", "草原"])
    #expect(row.from == (try CivilDate("2022-12-20")))
    #expect(row.status(on: try CivilDate("2024-05-05"))?.code == .valid)
    #expect(row.status(on: try CivilDate("2024-05-06"))?.code == .suspended)
  }

  static let map = """
    <registerColumns kind="powers" from="2021-07-15" source="示例县权责清单" header-row="2">
      <column header="序号"/>
      <column header="编码" field="key"/>
      <column header="事项" field="name"/>
      <column header="类型" field="kind"><value is="罚" as="penalty"/></column>
      <column field="agency" value="SLXLY01"/>
      <column header="下限" field="range@min"/>
      <column header="上限" field="range@max"/>
      <column field="range@unit" value="yuan"/>
    </registerColumns>
    """

  @Test("are read with a map of columns") func mapped() throws {
    let registers = try read([
      "list.columns.xml": Self.map,
      "list.csv": "示例县权责清单,,,,,\n序号,编码,事项,类型,下限,上限\n1,P1,对滥伐林木的处罚,罚,200,3000\n",
    ])
    let register = try #require(registers.table("powers"))
    #expect(register.from == (try CivilDate("2021-07-15")))
    let row = try #require(register.rows.first)
    #expect(row.fields["kind"] == "penalty")
    #expect(row.values("agency") == ["SLXLY01"])
    #expect(
      row.parts.last?.attributes == ["min": "200", "max": "3000", "unit": "yuan"])
  }

  @Test("name the row, the column and its header where a cell is wrong") func badCell() throws {
    let files = [
      "officers.csv": """
      key,name,agency,validTo
      C1,林巡甲,SLXLY01,2027-12-31

      C2,洪巡乙,SLXLY01,长期
      """
    ]
    let found = try problems(files)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("r/officers.csv:4:4 第4行“validTo”列：") ?? false)
    #expect(found.first?.contains("长期") ?? false)
  }

  @Test("count rows as a spreadsheet does, where cells hold line ends") func lineEnds() throws {
    let found = try problems([
      "officers.csv": "key,name,agency\r\nC1,\"林巡\r\n甲\",A\r\nC2,,A\r\n"
    ])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("r/officers.csv:3:2 第3行“name”列：") ?? false)
  }

  @Test(
    "are refused at the row that cannot be read",
    arguments: [
      ("key,name,agency\nC1,\"林巡甲,A\nC2,乙,A\n", "r/officers.csv:2:1 第2行：引号没有闭合"),
      ("key,name,agency\nC1,\"林\"巡甲,A\n", "r/officers.csv:2:1 第2行：引号之后还有文字"),
      ("key,name,agency\nC1,林,巡甲,A\n", "r/officers.csv:2:1 第2行：单元格比标题多"),
      ("key,name,agency,年龄\nC1,林巡甲,A,30\n", "r/officers.csv:1:4 第1行：不知道“年龄”列"),
      ("key,name,姓名,agency\nC1,甲,乙,A\n", "r/officers.csv:1:3 第1行：“姓名”与另一列是同一字段"),
      ("key,name,agency\nC1,甲,A\nC1,乙,A\n", "r/officers.csv:3:1 第3行：“C1”有两行的有效期重叠"),
      ("name,agency\n甲,A\n", "r/officers.csv:2:1 第2行："),
      (
        "key,name,agency,status,status@from\nC1,甲,A,有效；暂扣,2024-01-01\n",
        "r/officers.csv:2:4 第2行：“证件状态”各列用分号隔开的值，个数不一致"
      ),
      ("", "r/officers.csv:1:1 第1行：表中没有标题行"),
    ])
  func refused(table: String, problem: String) throws {
    let found = try problems(["officers.csv": table])
    #expect(found.first?.hasPrefix(problem) ?? false, "\(found)")
  }

  @Test(
    "are refused with a map that does not fit",
    arguments: [
      (
        #"<column header="编码" field="key"/>"#, #"<column header="代码" field="key"/>"#, "list.csv:2:2"
      ),
      (#"field="name""#, #"field="names""#, "list.columns.xml:4:3"),
      (#"kind="powers""#, #"kind="power""#, "list.columns.xml:1:1"),
      (#"header-row="2""#, #"header-row="9""#, "list.csv:9:1"),
      ("registerColumns", "columns", "list.columns.xml:1:1"),
      (#"<column header="序号"/>"#, #"<colum header="序号"/>"#, "list.columns.xml:2:3"),
    ])
  func badMap(old: String, new: String, place: String) throws {
    let found = try problems([
      "list.columns.xml": Self.map.replacingOccurrences(of: old, with: new),
      "list.csv": "示例县权责清单\n序号,编码,事项,类型,下限,上限\n1,P1,对滥伐林木的处罚,罚,200,3000\n",
    ])
    #expect(found.first?.hasPrefix("r/\(place) ") ?? false, "\(found)")
  }

  @Test("are refused under a name that is no kind") func unknownName() throws {
    let found = try problems(["名单.csv": "key,name\n"])
    #expect(found.first?.hasPrefix("r/名单.csv:1:1 ") ?? false)
  }

  @Test("are refused beside an XML file of the same kind") func twice() throws {
    let found = try problems([
      "officers.csv": "key,name,agency\n", "officers.xml": "<register kind=\"officers\"/>",
    ])
    #expect(found.count == 1)
  }

  @Test("may be in GB18030, as spreadsheets write them, and change the digest with their map")
  func encoding() throws {
    let folder = try RegistersFolder()
    // 执法证号,姓名,所在单位代码 / C1,林巡甲,A
    let bytes: [UInt8] =
      [
        0xD6, 0xB4, 0xB7, 0xA8, 0xD6, 0xA4, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xCB,
        0xF9, 0xD4, 0xDA, 0xB5, 0xA5, 0xCE, 0xBB, 0xB4, 0xFA, 0xC2, 0xEB, 0x0D, 0x0A,
      ] + [0x43, 0x31, 0x2C, 0xC1, 0xD6, 0xD1, 0xB2, 0xBC, 0xD7, 0x2C, 0x41, 0x0D, 0x0A]
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/officers.csv"))
    let schema = try ShippedRegisters.schema
    let registers = try Registers(folder: folder.path, named: "r", schema: schema)
    #expect(registers.table("officers")?.rows.first?.fields["name"] == "林巡甲")
    try folder.write(
      "officers.columns.xml",
      """
      <registerColumns kind="officers" encoding="GB18030"><column header="执法证号" field="key"/>
      <column header="姓名" field="name"/><column header="所在单位代码" field="agency"/></registerColumns>
      """)
    let mapped = try Registers(folder: folder.path, named: "r", schema: schema)
    #expect(mapped.table("officers")?.rows.map(\.key) == ["C1"])
    #expect(mapped.sources.first?.digest != registers.sources.first?.digest)
  }

  @Test("give the same rows as the XML register of the example county") func roundTrip() throws {
    let xml = try Registers(
      folder: ShippedRegisters.exampleFolder, named: "registers", schema: ShippedRegisters.schema)
    let delegations = try #require(xml.table("delegations"))
    let fields = ["township", "power", "department", "basis", "accepted", "inspection", "coercion"]
    var lines = [(["from"] + fields).joined(separator: ",")]
    for row in delegations.rows {
      let cells = fields.map { "\"\(row.values($0).joined(separator: "；"))\"" }
      lines.append((["\(row.from.map { "\($0)" } ?? "")"] + cells).joined(separator: ","))
    }
    let table = try read(["delegations.csv": lines.joined(separator: "\r\n")]).table("delegations")
    #expect(table?.rows.map(\.key) == delegations.rows.map(\.key))
    #expect(table?.rows.map(\.fields) == delegations.rows.map(\.fields))
    #expect(table?.rows.map(\.from) == delegations.rows.map(\.from))
  }
}
