import Testing

@testable import Ledger
@testable import RubricKit

@Suite("Drawing a sample") struct SampleDrawTests {
  private func record(_ number: Int, agency: String = "A", kind: String = "ordinaryPenalty")
    throws -> CaseRecord
  {
    let intake = try RecheckSample.intake(number: "\(number)号", failed: [], outcomes: [:])
    var record = try #require(intake.cases.first)
    record.agency = AgencyRecord(code: agency, name: agency)
    record.kind = kind
    record.digest = "digest-\(agency)-\(number)"
    record.path = "\(agency)/\(number).xml"
    return record
  }

  private func population() throws -> [CaseRecord] {
    try (0..<40).map { try record($0, agency: $0.isMultiple(of: 4) ? "B" : "A") }
      + (0..<3).map { try record(100 + $0, kind: "licence") }
  }

  private func drawn(_ cases: [CaseRecord], seed: String = "七", seen: Set<String> = []) -> [String]
  {
    SampleDraw(seed: seed, perStratum: 5).draw(cases, round: "r", seen: seen).population
      .filter(\.isDrawn).map(\.path)
  }

  @Test("takes as many of each agency and kind as there are, up to the number asked for")
  func strata() throws {
    let paths = drawn(try population())
    #expect(paths.count == 13)
    #expect(paths.count { $0.hasPrefix("B/") } == 5)
    #expect(paths.count { $0.hasPrefix("A/10") } == 3)
  }

  @Test("is the same in whatever order the files come, and another for another seed")
  func order() throws {
    let cases = try population()
    #expect(drawn(cases) == drawn(cases.reversed()))
    #expect(drawn(cases) != drawn(cases, seed: "八"))
  }

  @Test("leaves out what an earlier round judged, and keeps it on record")
  func seen() throws {
    let cases = try population()
    let first = try #require(drawn(cases).first { $0.hasPrefix("B/") })
    let number = first.dropFirst(2).dropLast(4)
    let draw = SampleDraw(seed: "七", perStratum: 5).draw(cases, round: "r", seen: ["B|\(number)号"])
    let unit = try #require(draw.population.first { $0.path == first })
    #expect(unit.wasSeen)
    #expect(!unit.isDrawn)
    #expect(draw.population.count == 43)
  }

  @Test("gives every case the same chance: over many seeds each is drawn about as often")
  func fair() throws {
    let cases = try (0..<20).map { try record($0) }
    var counts: [String: Int] = [:]
    for seed in 0..<2_000 {
      for path in drawn(cases, seed: "\(seed)") { counts[path, default: 0] += 1 }
    }
    // 500 expected, standard deviation 19.4: six deviations are never passed by chance.
    #expect(counts.count == 20)
    #expect(counts.values.allSatisfy { abs($0 - 500) < 117 })
  }
}

@Suite("The pass rate of a sample") struct PassRateTests {
  @Test("weighs each stratum by its size")
  func weights() throws {
    let rate = try #require(
      PassRate([
        .init(population: 90, judged: 10, passed: 10), .init(population: 10, judged: 5, passed: 0),
      ]))
    #expect(rate.estimate == 900)
    #expect(rate.passed == 10)
    #expect(rate.judged == 15)
  }

  @Test("has no interval where everything was judged, and a wider one where less was")
  func interval() throws {
    let all = try #require(PassRate([.init(population: 20, judged: 20, passed: 15)]))
    #expect(all.interval == 750...750)
    let half = try #require(PassRate([.init(population: 40, judged: 20, passed: 15)]))
    let few = try #require(PassRate([.init(population: 40, judged: 4, passed: 3)]))
    // 1.96·√(0.5·0.75·0.25/19) = 0.1377; 1.96·√(0.9·0.75·0.25/3) = 0.4649
    #expect(half.interval == 612...888)
    #expect(few.interval == 285...1000)
  }

  @Test("is none where nothing was judged")
  func nothing() {
    #expect(PassRate([.init(population: 20, judged: 0, passed: 0)]) == nil)
  }
}

@Suite("The year's paragraph") struct YearReportTests {
  @Test("says what was judged, found and closed, and compares with the year before")
  func paragraph() throws {
    let bench = try LedgerBench()
    var last = LedgerBench.opening
    last.round = "2024-1"
    try bench.enter([.roundOpened(last)], on: "2024-03-01")
    try bench.enter(
      [
        .caseAudited(
          LedgerBench.audit(
            "0号", [LedgerBench.finding("00000000a"), LedgerBench.finding("00000000b")],
            round: "2024-1"))
      ], on: "2024-03-02")
    try bench.enter([.roundOpened(LedgerBench.opening)])
    try bench.enter([
      .caseAudited(
        LedgerBench.audit("1号", [LedgerBench.finding("aaaaaaaa1", severity: .fatal)], grade: "fail")
      ),
      .caseAudited(LedgerBench.audit("2号", [LedgerBench.finding("aaaaaaaa2", curable: .no)])),
    ])
    try bench.step { (state) throws(LedgerError) in try state.noticing(round: "2025-1", year: 2025)
    }
    try bench.step { (state) throws(LedgerError) in
      try state.closing("aaaaaaaa2", round: "2025-1", explanation: "说明")
    }
    let report = YearReport(try bench.file.state(), year: 2025)
    #expect(
      report.paragraph.zh
        == "2025年，共组织1次行政执法案卷评查，评查案卷2件，涉及示例县应急管理局，共1个单位，发现问题2处，其中严重问题1处。"
        + "制发整改通知书1份，督促整改销号1处（其中不能补正、作出说明的1处），其余1处正在整改。")
    #expect(
      report.table(.zh)[1] == ["示例县应急管理局", "2", "1", "2", "1", "0", "100", "200", "好转"])
  }

  @Test("of a year without rounds says so")
  func empty() throws {
    let bench = try LedgerBench()
    #expect(
      YearReport(try bench.file.state(), year: 2023).paragraph.zh == "2023年没有开展行政执法案卷评查。")
  }
}
