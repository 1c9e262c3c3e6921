import CaseXML
import Foundation

@testable import RubricKit

/// A folder of registers for one test, gone when the test is over.
final class RegistersFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "registers-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (kind, rows) in files {
      try write("\(kind).xml", "<register kind=\"\(kind)\">\n\(rows)\n</register>")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  var book: RegisterBook {
    get throws { try RegisterBook(rubricsFolder: RubricsFolder.shipped, folder: path) }
  }
}

extension RegistersFolder {
  /// The registers of the folder, cited below `r`.
  func read() throws -> Registers {
    try Registers(folder: path, named: "r", schema: ShippedRegisters.schema)
  }

  /// `file:row:column message` of each problem, in Chinese.
  func problems() throws -> [String] {
    do {
      _ = try read()
      return []
    } catch let error as RegisterError {
      return error.problems.map {
        "\($0.file):\($0.position.line):\($0.position.column) \($0.message.zh)"
      }
    }
  }
}
