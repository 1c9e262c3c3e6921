import Foundation
import Testing

@testable import Ledger
@testable import RubricKit

@Suite("The ledger's file") struct LedgerFileTests {
  @Test("keeps events in a chain, each with the hash of the one before")
  func chain() throws {
    let bench = try LedgerBench()
    try bench.noticed([LedgerBench.finding("aaaaaaaa1")])
    let events = try bench.file.events()
    #expect(events.map(\.kind) == ["round-opened", "case-audited", "notice-issued"])
    #expect(events.map(\.sequence) == [1, 2, 3])
    #expect(events[0].previous == String(repeating: "0", count: 64))
    #expect(events[1].previous == events[0].hash)
    #expect(events[2].hash == Digest.sha256(events[2].canonical))
  }

  @Test("hashes the canonical form that is documented")
  func canonical() throws {
    let event = LedgerEvent(
      sequence: 2, recorded: "2025-03-01T09:00:00", effective: try CivilDate("2025-02-28"),
      kind: "closed", payload: "{}", previous: "p", hash: "")
    #expect(
      event.canonical
        == "caseaudit-ledger/1\n2\np\n2025-03-01T09:00:00\n2025-02-28\nclosed\n{}")
  }

  @Test("is the same bytes of payload for the same fact")
  func payload() throws {
    let fact = LedgerFact.extended(
      .init(number: "示司监〔2025〕1号", due: try CivilDate("2025-05-01"), reason: "材料/多"))
    #expect(
      try fact.payload() == #"{"due":"2025-05-01","number":"示司监〔2025〕1号","reason":"材料/多"}"#)
  }

  @Test("takes all facts of a step or none")
  func whole() throws {
    let bench = try LedgerBench()
    #expect(throws: LedgerError.self) {
      try bench.enter([.roundOpened(LedgerBench.opening), .roundOpened(LedgerBench.opening)])
    }
    #expect(try bench.file.events().isEmpty)
  }

  @Test("lets nobody change or delete an event by SQL")
  func kept() throws {
    let bench = try LedgerBench()
    try bench.enter([.roundOpened(LedgerBench.opening)])
    for statement in ["UPDATE events SET kind = 'x'", "DELETE FROM events"] {
      let (status, output) = try bench.sqlite(statement)
      #expect(status != 0)
      #expect(output.contains("events are never"), "\(output)")
    }
  }

  @Test(
    "shows every edit to whoever takes the triggers away",
    arguments: [
      (
        "UPDATE events SET payload = replace(payload, 'aaaaaaaa1', 'bbbbbbbb1') WHERE sequence = 2",
        2
      ),
      ("UPDATE events SET effective = '2025-01-01' WHERE sequence = 1", 1),
      ("UPDATE events SET recorded = '2025-01-01T00:00:00' WHERE sequence = 3", 3),
      ("DELETE FROM events WHERE sequence = 2", 2),
      ("UPDATE events SET sequence = 9 WHERE sequence = 3", 3),
    ])
  func edited(statement: String, sequence: Int) throws {
    let bench = try LedgerBench()
    try bench.noticed([LedgerBench.finding("aaaaaaaa1")])
    let (status, output) = try bench.sqlite(
      "DROP TRIGGER events_are_kept; DROP TRIGGER events_stay; \(statement)")
    try #require(status == 0, "\(output)")
    #expect {
      try bench.file.events()
    } throws: { error in
      (error as? LedgerError)?.kind == .tampered
        && (error as? LedgerError)?.message.zh.contains("第\(sequence)条") ?? false
    }
  }

  @Test("that was cut, or rewritten as a whole, does not have the end that was noted")
  func cut() throws {
    let bench = try LedgerBench()
    try bench.noticed([LedgerBench.finding("aaaaaaaa1")])
    let noted = try bench.file.state().head.hash
    try LedgerChain.check(try bench.file.events(), expected: noted)
    try LedgerChain.check(try bench.file.events(), expected: String(noted.prefix(16)).uppercased())
    _ = try bench.sqlite("DROP TRIGGER events_are_kept; DELETE FROM events WHERE sequence = 3")
    let events = try bench.file.events()
    #expect(throws: LedgerError.self) { try LedgerChain.check(events, expected: noted) }
    #expect(throws: LedgerError.self) { try LedgerChain.check(events, expected: "0") }
  }

  @Test("is not made by a mistyped name")
  func mistyped() throws {
    #expect {
      try LedgerFile("/nowhere/ledger.db")
    } throws: {
      ($0 as? LedgerError)?.kind == .usage
    }
  }

  @Test("uses a rollback journal and leaves nothing but itself behind")
  func journal() throws {
    let bench = try LedgerBench()
    try bench.enter([.roundOpened(LedgerBench.opening)])
    #expect(try bench.sqlite("PRAGMA journal_mode").output == "delete\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder) == ["ledger.db"])
  }
}
