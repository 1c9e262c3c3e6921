import Testing

@testable import Ledger
@testable import RubricKit

@Suite("Steps of a round") struct LedgerStepTests {
  private let calendar = Result { () throws -> WorkingDayCalendar in
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let registers = try Registers(
      folder: "/\(root)/Rubrics/registers", named: "registers",
      schema: try RegisterSchema(
        Array(try RegisterSchemaFile.bytes("/\(root)/Rubrics/schema/register.xsd"))))
    return try #require(registers.calendar)
  }

  private func received(_ findings: [LedgerFact.Finding]) throws -> LedgerBench {
    let bench = try LedgerBench()
    try bench.noticed(findings)
    let calendar = try calendar.get()
    try bench.step(on: "2025-03-11") { (state) throws(LedgerError) in
      try state.receiving("示司监〔2025〕1号", on: CivilDate.reading("2025-03-11"), calendar: calendar)
    }
    return bench
  }

  @Test("Notices are numbered by year and mark, one for each agency")
  func numbers() throws {
    let bench = try LedgerBench()
    let other = AgencyRecord(code: "SLLY", name: "示例县林业局")
    try bench.enter([.roundOpened(LedgerBench.opening)])
    try bench.enter([
      .caseAudited(LedgerBench.audit("1号", [LedgerBench.finding("aaaaaaaa1")])),
      .caseAudited(
        LedgerBench.audit("2号", [LedgerBench.finding("aaaaaaaa2")], agency: other)),
    ])
    for _ in 0..<2 {
      try bench.step { (state) throws(LedgerError) in
        try state.noticing(round: "2025-1", year: 2025)
      }
    }
    #expect(
      try bench.file.state().notices.map(\.fact.number) == ["示司监〔2025〕1号", "示司监〔2025〕2号"])
    #expect(try bench.file.state().notices.map(\.fact.agency.code) == ["SLLY", "SLYJ"])
    #expect(try bench.file.state().finding("aaaaaaaa1", in: "2025-1").status == .noticed)
  }

  @Test("The term for the reply runs from the day after receipt and rolls past rest days")
  func term() throws {
    let bench = try received([LedgerBench.finding("aaaaaaaa1")])
    let notice = try bench.file.state().notice("示司监〔2025〕1号")
    #expect("\(notice.due ?? .first)" == "2025-04-10")
    let state = try bench.file.state()
    #expect(state.overdue(on: try CivilDate("2025-04-10")).late.isEmpty)
    #expect(state.overdue(on: try CivilDate("2025-04-11")).late.count == 1)
  }

  @Test("A finding that can be cured is closed only when a re-check found it fixed")
  func closing() throws {
    let bench = try received([LedgerBench.finding("aaaaaaaa1")])
    #expect(throws: LedgerError.self) {
      try bench.step { (state) throws(LedgerError) in
        try state.closing("aaaaaaaa1", round: "2025-1", explanation: "已整改")
      }
    }
    try bench.enter([
      .rechecked(
        .init(
          round: "2025-1", caseNumber: "1号", agency: "SLYJ", digest: "d2",
          inputs: LedgerBench.audit("1号", []).inputs,
          results: [.init(fingerprint: "aaaaaaaa1", result: .fixed, evidence: "")], new: []))
    ])
    try bench.step { (state) throws(LedgerError) in
      try state.closing("aaaaaaaa1", round: "2025-1", explanation: "")
    }
    #expect(try bench.file.state().finding("aaaaaaaa1", in: "2025-1").status == .closed)
  }

  @Test("A finding that cannot be cured is closed with an explanation, and not without")
  func explained() throws {
    let bench = try received([LedgerBench.finding("aaaaaaaa1", curable: .no)])
    func close(_ explanation: String) throws {
      try bench.step { (state) throws(LedgerError) in
        try state.closing("aaaaaaaa1", round: "2025-1", explanation: explanation)
      }
    }
    #expect(throws: LedgerError.self) { try close("") }
    try close("逾期送达已无法补正，已通报批评并建立送达台账")
    #expect(try bench.file.state().finding("aaaaaaaa1", in: "2025-1").status == .closed)
    #expect(throws: LedgerError.self) { try close("再次") }
  }

  @Test("A fault that was fixed and is there again is open again, and counted as come back")
  func cameBack() throws {
    let bench = try received([LedgerBench.finding("aaaaaaaa1")])
    func recheck(_ result: RecheckResult) throws {
      try bench.enter([
        .rechecked(
          .init(
            round: "2025-1", caseNumber: "1号", agency: "SLYJ", digest: "d",
            inputs: LedgerBench.audit("1号", []).inputs,
            results: [.init(fingerprint: "aaaaaaaa1", result: result, evidence: "")], new: []))
      ])
    }
    try recheck(.fixed)
    try bench.step { (state) throws(LedgerError) in
      try state.closing("aaaaaaaa1", round: "2025-1", explanation: "")
    }
    try recheck(.cameBack)
    let finding = try bench.file.state().finding("aaaaaaaa1", in: "2025-1")
    #expect(finding.status == .stillWrong)
    #expect(finding.cameBack)
  }

  @Test("A reply names only findings of its notice, and comes after receipt")
  func reply() throws {
    let row = LedgerFact.Replied.Row(
      fingerprint: "aaaaaaaa1", status: "已整改", text: "已补正", completed: "2025-03-20")
    let early = try LedgerBench()
    try early.noticed([LedgerBench.finding("aaaaaaaa1")])
    #expect(throws: LedgerError.self) {
      try early.step { (state) throws(LedgerError) in
        try state.replying("示司监〔2025〕1号", [row], digest: "d")
      }
    }
    let bench = try received([LedgerBench.finding("aaaaaaaa1")])
    var wrong = row
    wrong.fingerprint = "zzzzzzzz9"
    let foreign = wrong
    #expect(throws: LedgerError.self) {
      try bench.step { (state) throws(LedgerError) in
        try state.replying("示司监〔2025〕1号", [foreign], digest: "d")
      }
    }
    try bench.step(on: "2025-03-25") { (state) throws(LedgerError) in
      try state.replying("示司监〔2025〕1号", [row], digest: "d")
    }
    #expect(try bench.file.state().finding("aaaaaaaa1", in: "2025-1").status == .replied)
  }

  @Test("A term is extended forwards only, with a reason")
  func extended() throws {
    let bench = try received([LedgerBench.finding("aaaaaaaa1")])
    func extend(_ day: String, _ reason: String) throws {
      try bench.step { (state) throws(LedgerError) in
        try state.extending("示司监〔2025〕1号", to: CivilDate.reading(day), reason: reason)
      }
    }
    #expect(throws: LedgerError.self) { try extend("2025-04-10", "理由") }
    #expect(throws: LedgerError.self) { try extend("2025-05-10", "") }
    try extend("2025-05-10", "案卷已送上级调阅")
    #expect("\(try bench.file.state().notice("示司监〔2025〕1号").due ?? .first)" == "2025-05-10")
  }

  @Test("A corrected file says of each finding what became of it")
  func rechecked() throws {
    let bench = try received([
      LedgerBench.finding("aaaaaaaa1"), LedgerBench.finding("aaaaaaaa2"),
      LedgerBench.finding("aaaaaaaa3"), LedgerBench.finding("aaaaaaaa4"),
    ])
    let intake = try RecheckSample.intake(
      number: "1号", failed: [("aaaaaaaa2", "e"), ("aaaaaaaa3", "other"), ("bbbbbbbb5", "e")],
      outcomes: ["test.aaaaaaaa1": .passed, "test.aaaaaaaa4": .pending])
    let facts = try bench.file.state().rechecking(intake, round: "2025-1")
    guard case .rechecked(let fact)? = facts.first else { throw RecheckSample.Missing() }
    #expect(
      fact.results.map(\.result) == [.fixed, .unchanged, .changed, .open])
    #expect(fact.new.map(\.fingerprint) == ["bbbbbbbb5"])
  }

  @Test("Letters that follow a notice have a series of their own for each step and year")
  func escalated() throws {
    let bench = try received([LedgerBench.finding("aaaaaaaa1")])
    func escalate(_ step: EscalationStep, _ year: Int) throws {
      try bench.step { (state) throws(LedgerError) in
        try state.escalating("示司监〔2025〕1号", step, reason: "逾期", year: year)
      }
    }
    try escalate(.reminder, 2025)
    try escalate(.reminder, 2025)
    try escalate(.opinion, 2025)
    try escalate(.reminder, 2026)
    #expect(
      try bench.file.state().notice("示司监〔2025〕1号").escalations.map(\.letter)
        == ["示司监督〔2025〕1号", "示司监督〔2025〕2号", "示司监意〔2025〕1号", "示司监督〔2026〕1号"])
  }
}
