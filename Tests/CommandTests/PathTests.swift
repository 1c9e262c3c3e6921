import Foundation
import Testing

@Suite("Paths and links")
struct PathTests {
  private func link(_ path: String, to target: String) throws -> String {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    return path
  }

  /// How many case files a run judged, by its stream.
  private func judged(_ paths: String...) throws -> Int {
    let result = try Tool.run(
      ["score"] + paths + ["--as-of", "2026-11-23", "--quiet", "--format", "jsonl"])
    return result.output.split(separator: "\n").count { $0.contains("\"record\":\"case\"") }
  }

  @Test("Two paths that lead to one file judge it once")
  func once() throws {
    let folder = try Folder()
    let file = try folder.base("case.xml")
    let hard = "\(folder.path)/again.xml"
    try FileManager.default.linkItem(atPath: file, toPath: hard)
    let soft = try link(NSTemporaryDirectory() + "soft-\(UUID().uuidString).xml", to: file)
    defer { try? FileManager.default.removeItem(atPath: soft) }
    #expect(try judged(folder.path, file, hard, soft) == 1)
  }

  @Test("A path that is a link to a link is followed to its end")
  func chain() throws {
    let folder = try Folder()
    try folder.base("case.xml")
    let links = try Folder()
    let first = try link("\(links.path)/first", to: folder.path)
    let second = try link("\(links.path)/second", to: "first")
    #expect(first.isEmpty == false)
    #expect(try judged(second) == 1)
  }

  @Test("The program finds its rubrics when it is called through a link elsewhere")
  func program() throws {
    let folder = try Folder()
    let cases = try folder.base("case.xml")
    let called = try link("\(folder.path)/audit", to: try Tool.executable())
    let process = Process()
    process.executableURL = URL(filePath: called)
    process.arguments = ["check", cases]
    process.environment = [:]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
