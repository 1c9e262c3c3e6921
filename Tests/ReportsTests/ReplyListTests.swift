import Foundation
import RubricKit
import TestSupport
import Testing

@testable import Reports

@Suite("The list to be filled in") struct ReplyListTests {
  private static let folder = "示例县市场监督管理局/整改清单"

  private func file(_ ending: String) throws -> String {
    let set = Outputs.notices(Sample.records)
    let bytes = try #require(set.files["\(Self.folder).\(ending)"])
    let path = NSTemporaryDirectory() + "list-\(UUID().uuidString).\(ending)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @Test("is read back with its fingerprints, as a workbook and as CSV", arguments: ["xlsx", "csv"])
  func readBack(ending: String) throws {
    let path = try file(ending)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sheet = try Spreadsheet(path, headers: ["指纹", "整改状态", "整改情况", "完成日期"])
    let failed = Sample.faulty.outcomes.flatMap(\.occurrences).filter { $0.outcome == .failed }
    #expect(!failed.isEmpty)
    let prints = Set(sheet.rows.map { $0["指纹"] })
    #expect(failed.allSatisfy { prints.contains($0.fingerprint) })
    #expect(sheet.rows.allSatisfy { $0["整改状态"].isEmpty })
  }

  @Test("is the same bytes each time")
  func sameBytes() throws {
    let first = Outputs.notices(Sample.records).files["\(Self.folder).xlsx"]
    #expect(first != nil)
    #expect(Outputs.notices(Sample.records).files["\(Self.folder).xlsx"] == first)
  }

  @Test("lets openpyxl see a frozen head, filters, choices, and open cells in the reply only")
  func foreign() throws {
    let path = try file("xlsx")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (status, text) = try Python.run([
      "-c",
      """
      import openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])["整改清单"]
      print(sheet.freeze_panes, sheet.auto_filter.ref, sheet.protection.sheet)
      print([cell.value for cell in sheet[1]][-4:])
      print([cell.protection.locked for cell in sheet[2]])
      print(sheet.data_validations.dataValidation[0].sqref, sheet.data_validations.dataValidation[0].formula1)
      """, path,
    ])
    #expect(status == 0, "\(text)")
    #expect(text.contains("A2 A1:J"), "\(text)")
    #expect(text.contains("True"))
    #expect(text.contains("['指纹', '整改状态', '整改情况', '完成日期']"))
    #expect(text.contains("[True, True, True, True, True, True, True, False, False, False]"))
    #expect(text.contains("已整改,正在整改,不能补正，已作说明"))
  }
}
