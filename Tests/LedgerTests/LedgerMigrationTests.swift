import Foundation
import Testing

@testable import Ledger
@testable import RubricKit

/// Ledgers as released versions wrote them. A file is added for each version and never changed.
@Suite("A ledger of an earlier version") struct LedgerMigrationTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Ledgers").path

  /// The end of each, as the version that wrote it printed it.
  static let heads = [
    1: "3aebc59ae0604af4cce314041fb5488994ad8c7c93fb0ba60c991a535e68ba9b"
  ]

  private func copy(_ version: Int) throws -> String {
    let path = NSTemporaryDirectory() + "ledger-\(UUID().uuidString).db"
    try FileManager.default.copyItem(
      atPath: "\(Self.fixtures)/version-\(version).db", toPath: path)
    return path
  }

  @Test("is read as it was: the chain, its end, and what stands open", arguments: heads.keys)
  func read(version: Int) throws {
    let path = try copy(version)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try LedgerFile(path)
    try LedgerChain.check(try file.events(), expected: try #require(Self.heads[version]))
    let state = try file.state()
    let round = try state.round("2025-2")
    #expect(round.opening.office == "示例县司法局")
    #expect(round.findings.count { $0.closure != nil } == 1)
    #expect(round.findings.count == 2)
    let notice = try #require(state.notices.first)
    #expect(notice.received == (try CivilDate("2025-06-06")))
    #expect(notice.escalations.map(\.letter) == ["示司监督〔2025〕1号"])
  }

  @Test("goes on from where it ended", arguments: heads.keys)
  func goesOn(version: Int) throws {
    let path = try copy(version)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try LedgerFile(path)
    let before = try file.events()
    let due = try CivilDate("2025-09-30")
    let head = try file.add(
      recorded: "2025-07-11T09:00:00", effective: try CivilDate("2025-07-11")
    ) { (_) throws(LedgerError) in
      [.extended(.init(number: "示司监〔2025〕1号", due: due, reason: "材料较多"))]
    }
    let after = try file.events()
    #expect(Array(after.dropLast()) == before)
    #expect(after.last?.previous == Self.heads[version])
    #expect(head.count == before.count + 1)
    #expect(try file.state().notices.first?.due == due)
  }

  @Test("has a file for every version there is")
  func complete() {
    #expect(LedgerMigrations.count == Self.heads.count)
  }
}
