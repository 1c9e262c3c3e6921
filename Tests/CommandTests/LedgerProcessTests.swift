import Foundation
import TestSupport
import Testing

@Suite("A ledger under two processes, and under kills") struct LedgerProcessTests {
  private let folder: Folder
  private var path: String { "\(folder.path)/ledger.db" }

  init() throws { folder = try Folder() }

  private static func open(_ round: String) -> [String] {
    [
      "ledger", "open-round", round, "--title", "评查", "--office", "示例县司法局", "--mark", "示司监",
      "--reply-days", "30", "--reply-source", "方案", "--as-of", "2025-01-02",
    ]
  }

  @Test("Two that write at once both get their turn")
  func together() async throws {
    _ = try Tool.run(Self.open("0") + ["--ledger", path])
    let path = path
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 1...8 {
        group.addTask { try Tool.run(Self.open("\(number)") + ["--ledger", path]).status }
      }
      for try await status in group { #expect(status == 0) }
    }
    let verified = try Tool.run(["ledger", "verify", "--ledger", path])
    #expect(verified.output.contains("台账 9 条"), "\(verified.output)\(verified.errors)")
  }

  @Test("Killed at any moment it opens, verifies, and holds all of a step or nothing")
  func killed() throws {
    let result = try Python.run([
      "\(Tool.root)/Tests/Ledger/kills.py", try Tool.executable(), folder.path, "6",
    ])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("6 runs"), "\(result.output)")
  }
}
