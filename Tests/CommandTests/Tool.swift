import Foundation
import Testing

/// The built program, run as a user runs it.
struct Tool {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Beside the test bundle: SwiftPM builds both into one folder.
  static func executable() throws -> String {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
    let folder = bundle.map { URL(filePath: $0).deletingLastPathComponent().path }
    let candidates = [folder, "\(root)/.build/debug"].compactMap { $0 }.map { "\($0)/caseaudit" }
    return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0) })
  }

  /// Runs the program, with the registers that belong to the base cases unless others are named.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: try executable())
    process.arguments = arguments
    process.environment = [
      "CASEAUDIT_RUBRICS": "\(root)/Rubrics",
      "CASEAUDIT_REGISTERS": "\(root)/Rubrics/example-registers",
    ].merging(environment) { $1 }
    let output = NSTemporaryDirectory() + "out-\(UUID().uuidString)"
    let errors = NSTemporaryDirectory() + "err-\(UUID().uuidString)"
    for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    defer { for path in [output, errors] { try? FileManager.default.removeItem(atPath: path) } }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  /// Scores as of a fixed day.
  static func score(_ paths: String..., options: [String] = []) throws -> Result {
    try run(["score"] + paths + ["--as-of", "2026-11-23", "--quiet"] + options)
  }
}

/// A folder that is gone when the test is over.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "caseaudit-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    try Data(Array(bytes)).write(to: URL(filePath: file))
    return file
  }

  /// A clean base case, with replacements.
  @discardableResult
  func base(_ name: String, replacing pairs: [String: String] = [:]) throws -> String {
    var text = try String(
      contentsOfFile: "\(Tool.root)/Rubrics/base-cases/ordinary-penalty.xml", encoding: .utf8)
    for (old, new) in pairs {
      try #require(text.contains(old), "\(old)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    return try write(name, Array(text.utf8))
  }
}
