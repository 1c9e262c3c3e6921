import CaseXML
import Foundation
import RubricKit
import Testing

@Suite("Registers kept as workbooks") struct RegisterWorkbookTests {
  static let map = """
    <registerColumns kind="officers" header-row="3" sheet="人员">
      <column header="执法证号" field="key"/>
      <column header="姓名" field="name"/>
      <column header="所在单位代码" field="agency"/>
      <column header="有效期至" field="validTo"/>
      <column header="证件状态" field="status"><value is="有效" as="valid"/></column>
      <column header="自" field="status@from"/>
    </registerColumns>
    """

  func folder(_ workbook: String, _ files: [String: String]) throws -> RegistersFolder {
    let folder = try RegistersFolder()
    for (name, text) in files { try folder.write(name, text) }
    try folder.write(workbook: workbook)
    return folder
  }

  func read(_ workbook: String, _ files: [String: String] = [:]) throws -> Registers {
    try folder(workbook, files).read()
  }

  func problems(_ workbook: String, _ files: [String: String] = [:]) throws -> [String] {
    try folder(workbook, files).problems()
  }

  @Test("give the same rows as the same register in CSV and in XML") func sameRows() throws {
    let text = try RegistersFolder()
    try text.write(
      "officers.csv",
      """
      示例县行政执法人员名录

      执法证号,姓名,所在单位代码,有效期至,证件状态,自
      C1,林巡甲,SLXLY01,2027-12-31,有效,2022-12-20
      C2,"洪, ""巡""B",SLXLY01,2027-12-31,,

      C3,丁巡丙,SLXLY01,2027-12-31,有效,2022-12-20
      """)
    try text.write("officers.columns.xml", Self.map.replacing(" sheet=\"人员\"", with: ""))
    let xml = try RegistersFolder([
      "officers": """
      <row key="C1"><name>林巡甲</name><agency>SLXLY01</agency><validTo>2027-12-31</validTo>
      <status from="2022-12-20">valid</status></row>
      <row key="C2"><name>洪, "巡"B</name><agency>SLXLY01</agency><validTo>2027-12-31</validTo></row>
      <row key="C3"><name>丁巡丙</name><agency>SLXLY01</agency><validTo>2027-12-31</validTo>
      <status from="2022-12-20">valid</status></row>
      """
    ])
    let workbook = try #require(
      try read("officers", ["officers.columns.xml": Self.map]).table("officers"))
    let day = try CivilDate("2024-01-01")
    for folder in [text, xml] {
      let registers = try Registers(
        folder: folder.path, named: "r", schema: ShippedRegisters.schema)
      let other = try #require(registers.table("officers"))
      #expect(workbook.rows.map(\.key) == other.rows.map(\.key))
      #expect(workbook.rows.map(\.fields) == other.rows.map(\.fields))
      #expect(
        workbook.rows.map { $0.status(on: day)?.code }
          == other.rows.map { $0.status(on: day)?.code })
    }
    #expect(workbook.rows.map { $0.status(on: day)?.code } == [.valid, nil, .valid])
    #expect(workbook.rows.map(\.position.line) == [4, 5, 7])
  }

  @Test("change the digest with their map") func digest() throws {
    let one = try read("officers", ["officers.columns.xml": Self.map])
    let other = try read("officers", ["officers.columns.xml": Self.map + "\n"])
    #expect(one.sources.first?.digest != other.sources.first?.digest)
  }

  @Test(
    "are refused at the cell or the row that is wrong",
    arguments: [
      ("error-cell", "r/officers.xlsx:7:4 第7行 D列：单元格是错误值#REF!"),
      ("bad-row", "r/officers.xlsx:5:4 第5行“有效期至”列："),
      ("days-1900", "r/officers.xlsx:1:1 第1行：不知道“1900-01-01”列"),
      ("faults", "r/officers.xlsx:7:1 第7行：单元格比标题多；请给该列"),
      ("officers", "r/officers.xlsx:1:1 第1行：不知道“本表由县司法局维护”列"),
    ])
  func refused(workbook: String, problem: String) throws {
    let found = try problems(workbook)
    #expect(found.first?.hasPrefix(problem) ?? false, "\(found)")
  }

  @Test("may hold error cells in columns that are left out") func unreadColumn() throws {
    let map = """
      <registerColumns kind="officers"><column header="执法证号" field="key"/>
      <column header="姓名" field="name"/><column header="所在单位代码" field="agency"/>
      <column header="有效期至"/><column header="证件状态"/></registerColumns>
      """
    let registers = try read("error-cell", ["officers.columns.xml": map])
    #expect(registers.table("officers")?.rows.map(\.position.line) == [2, 7])
  }

  @Test(
    "are refused when the container or a part is not as it should be",
    arguments: [
      ("truncated", "文件已损坏或不完整"), ("damaged", "文件已损坏或不完整"), ("not-a-zip", "不是XLSX文件"),
      ("compound", "是设有密码的工作簿或者旧版XLS文件"), ("encrypted", "已加密"),
      ("bomb", "解压后超过67108864字节"), ("wide", "超过4000000个单元格"),
      ("repeated", "xl/workbook.xml"), ("doctype", "xl/worksheets/sheet1.xml 不是可用的XML文件"),
      ("missing-sheet", "没有可用的 xl/worksheets/sheet1.xml"), ("bad-place", "“A0”有误"),
    ])
  func container(workbook: String, part: String) throws {
    let found = try problems(workbook)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("r/officers.xlsx:1:1 ") ?? false)
    #expect(found.first?.contains(part) ?? false, "\(found)")
  }

  @Test("are refused when the map names a sheet that is not there") func noSheet() throws {
    let map = Self.map.replacing("sheet=\"人员\"", with: "sheet=\"名单\"")
    let found = try problems("officers", ["officers.columns.xml": map])
    #expect(found.first?.hasSuffix("工作簿中没有工作表“名单”；有：说明、人员") ?? false, "\(found)")
  }

  @Test(
    "are refused with a map that speaks of CSV, and CSV with one that speaks of sheets",
    arguments: [
      ("officers.xlsx", "encoding=\"UTF-8\"", "@encoding"),
      ("officers.xlsx", "delimiter=\"tab\"", "@delimiter"),
      ("officers.csv", "sheet=\"a\"", "@sheet"),
    ])
  func surplusAttribute(file: String, attribute: String, name: String) throws {
    let folder = try RegistersFolder()
    try folder.write(workbook: "officers", as: file)
    try folder.write(
      "officers.columns.xml",
      "<registerColumns kind=\"officers\" \(attribute)><column field=\"key\" value=\"a\"/></registerColumns>"
    )
    let error = RegisterError.invalid(
      file: "r/officers.columns.xml", SourcePosition(line: 1, column: 1), .unexpected(name))
    #expect(throws: error) { try folder.read() }
  }

  @Test("are refused beside a CSV table of the same kind") func twice() throws {
    let folder = try RegistersFolder()
    try folder.write("officers.csv", "执法证号,姓名,所在单位代码\nC1,甲,A\n")
    try folder.write("list.columns.xml", Self.map)
    try folder.write(workbook: "officers", as: "list.xlsx")
    let error = RegisterError.repeatedKind(
      kind: "officers", file: "r/officers.csv", other: "r/list.xlsx")
    #expect(throws: error) { try folder.read() }
  }

  @Test("that someone has open leave a lock file, which is passed over") func lockFile() throws {
    let folder = try RegistersFolder()
    try folder.write("~$officers.xlsx", "x")
    #expect(try folder.read().sources.isEmpty)
  }
}
