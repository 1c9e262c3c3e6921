import Archive
import Testing

@testable import RubricKit

@Suite("Sheets of register workbooks") struct RegisterSheetTests {
  func table(_ name: String, sheet: String? = nil) throws -> [TableRow] {
    try XLSXTable(WorkbookFixture.bytes(name), sheet: sheet).rows
  }

  @Test("give shared, rich, inline and formula texts, booleans and numbers under their row numbers")
  func cells() throws {
    let rows = try table("cells")
    #expect(rows.map(\.number) == Array(1...7))
    #expect(
      rows.map(\.cells) == [
        [], ["林巡甲", "", "TRUE", "FALSE", "", "200"],
        ["1.1", "0.0015", "-0.3", "2024-05-06", "20240506", "2000"], [],
        ["", "3.5", "1.5", "a\rb_c"], ["shown", "", "beside"], ["", "", "beside"],
      ])
    #expect(rows.allSatisfy { $0.faults.isEmpty })
  }

  @Test("are the first that is not hidden, or the one that is named") func whichSheet() throws {
    #expect(try table("hidden-first").map(\.cells) == [["new"]])
    #expect(try table("hidden-first", sheet: "旧").map(\.cells) == [["old"]])
    #expect(try table("officers").map(\.cells) == [["本表由县司法局维护"]])
  }

  @Test("count days from 1900, with the 29 February that was not") func days1900() throws {
    #expect(
      try table("days-1900").map(\.cells) == [
        [
          "1900-01-01", "1900-02-28", "1900-03-01", "1970-01-01", "2024-02-29", "2024-03-01",
          "9999-12-31",
        ]
      ])
    #expect(CellDay(60, uses1904: false) == .none)
    #expect(CellDay(0.5, uses1904: false) == .time)
    #expect(CellDay(-1, uses1904: false) == .none)
    #expect(CellDay(.nan, uses1904: true) == .none)
    #expect(CellDay(2_958_465, uses1904: true) == .none)
  }

  @Test("count days from 1904 where the workbook says so") func days1904() throws {
    #expect(
      try table("days-1904").map(\.cells) == [
        ["1904-01-01", "1904-02-29", "1904-03-01", "2024-02-29"]
      ])
  }

  @Test("keep what is wrong with a cell until the cell is read") func faults() throws {
    let row = try #require(table("faults").last)
    #expect(row.number == 7)
    let begins = [
      "单元格是错误值#N/A", "数字超过15位", "单元格按日期显示，但60", "单元格按日期显示，但内容是时间",
      "公式没有保存计算结果", "单元格内容“99”无法读取", "单元格内容“x”无法读取",
    ]
    for (index, begin) in begins.enumerated() {
      #expect(row.faults[index]?.zh.hasPrefix(begin) ?? false, "\(index)")
    }
  }

  @Test(
    "tell dates by the codes of formats",
    arguments: [
      ("yyyy/m/d", true), ("m\"月\"d\"日\"", true), ("mmm", true), ("[DBNum1]yyyy", true),
      ("d h:mm", true), ("h:mm", false), ("mm:ss.0", false), ("General", false), ("0.00", false),
      ("[Red]0", false), ("0\"d\"", false), ("0\\y", false), ("@;yyyy", false), ("\"", false),
    ])
  func formats(code: String, isDate: Bool) {
    #expect(CellFormats.isDate(code) == isDate)
  }

  @Test(
    "write numbers out as people typed them",
    arguments: [
      ("0", "0"), ("-0", "0"), ("007.50", "7.5"), ("0.30000000000000004", "0.3"),
      ("999999999999999", "999999999999999"), ("9.9999999999999995E-2", "0.1"),
      ("1E-7", "0.0000001"), ("123456.78900000001", "123456.789"), (".5", "0.5"),
    ])
  func numbers(raw: String, text: String) {
    #expect(CellNumber(raw) == .text(text))
  }

  @Test(
    "refuse what is no number, and numbers with more digits than are kept",
    arguments: [
      ("", CellNumber.notANumber), ("1,5", .notANumber), ("1E", .notANumber),
      ("1E-9223372036854775808", .notANumber),
      ("NaN", .notANumber), ("1E15", .tooLong), ("1234567890123456", .tooLong),
    ])
  func noNumbers(raw: String, number: CellNumber) {
    #expect(CellNumber(raw) == number)
  }

  @Test(
    "name columns as a spreadsheet does",
    arguments: [(0, "A"), (25, "Z"), (26, "AA"), (16_383, "XFD")])
  func columns(column: Int, letters: String) {
    #expect(CellPlace.letters(ofColumn: column) == letters)
    #expect(CellPlace("\(letters)7")?.column == column)
    #expect(CellPlace("\(letters)7")?.row == 7)
  }

  @Test("have no other places", arguments: ["", "A", "7", "A0", "a1", "XFE1", "A1048577", "A-1"])
  func noPlaces(reference: String) {
    #expect(CellPlace(reference) == nil)
  }

  @Test("come out of containers within limits") func limits() throws {
    let bytes = try WorkbookFixture.bytes("officers")
    func entries(_ limits: ArchiveLimits) throws -> Int {
      try ZIPReader.entries(of: bytes, limits: limits) { _ in true }.count
    }
    #expect(try entries(ArchiveLimits()) == 8)
    #expect(throws: ArchiveError.tooLarge(limit: 100)) { try entries(ArchiveLimits(maxBytes: 100)) }
    #expect(throws: ArchiveError.tooManyEntries(limit: 7)) {
      try entries(ArchiveLimits(maxEntries: 7))
    }
    #expect(throws: ArchiveError.tooMuchContent(limit: 2000)) {
      try entries(ArchiveLimits(maxTotalBytes: 2000))
    }
    #expect(throws: ArchiveError.entryTooLarge(entry: "[content_types].xml", limit: 100)) {
      try entries(ArchiveLimits(maxEntryBytes: 100))
    }
    #expect(throws: ArchiveError.notAnArchive) { try ZIPReader.entries(of: []) { _ in true } }
  }
}
