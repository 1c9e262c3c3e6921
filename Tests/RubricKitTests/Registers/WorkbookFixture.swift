import Foundation
import RubricKit

/// The workbooks of Tests/Fixtures/XLSX, which `make.py` there writes.
enum WorkbookFixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "Fixtures/XLSX/\(name).xlsx")))
  }
}

extension RegistersFolder {
  func write(workbook name: String, as file: String = "officers.xlsx") throws {
    try Data(WorkbookFixture.bytes(name)).write(to: URL(filePath: "\(path)/\(file)"))
  }
}
