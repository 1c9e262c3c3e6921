import FoundationEssentials
import RubricKit

/// The registers that ship with the tool.
enum ShippedRegisters {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appending(path: "Rubrics/registers").path
  /// The registers of the fictional county.
  static let exampleFolder = root.appending(path: "ExampleFiles/registers").path

  /// `register.xsd` as it stands in its file.
  static var schemaBytes: [UInt8] {
    get throws {
      try Array(Data(contentsOf: root.appending(path: "Rubrics/schema/register.xsd")))
    }
  }

  /// The format of registers.
  static var schema: RegisterSchema {
    get throws { try RegisterSchema(schemaBytes) }
  }

  /// All of them; fails the tests that use it where one cannot be read.
  static var registers: Registers {
    get throws { try loaded.get() }
  }

  /// The calendar among them.
  static var calendar: WorkingDayCalendar {
    get throws {
      guard let calendar = try registers.calendar else { throw CocoaError(.fileNoSuchFile) }
      return calendar
    }
  }

  private static let loaded = Result {
    try Registers(folder: folder, named: "Rubrics/registers")
  }
}

/// A date from its text, for tests.
func day(_ text: String) throws -> CivilDate { try CivilDate(text) }

/// A register from its text, for tests.
func registerFile(_ xml: String) throws -> RegisterFile {
  try RegisterFile(Array(xml.utf8), name: "test.xml")
}
