import FoundationEssentials
import RubricKit

/// The registers that ship with the tool.
enum TestCalendar {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Rubrics/registers").path

  /// Fails the tests that use it where the shipped register cannot be read.
  static var shipped: WorkingDayCalendar {
    get throws { try loaded.get() }
  }

  private static let loaded = Result {
    let registers = try Registers(folder: folder, named: "Rubrics/registers")
    guard let calendar = registers.calendar else { throw CocoaError(.fileNoSuchFile) }
    return calendar
  }
}

/// A date from its text, for tests.
func day(_ text: String) throws -> CivilDate { try CivilDate(text) }

/// A register from its text, for tests.
func registerFile(_ xml: String) throws -> RegisterFile {
  try RegisterFile(Array(xml.utf8), name: "test.xml")
}
