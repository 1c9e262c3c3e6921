import FoundationEssentials
import Testing

@testable import Reports
@testable import RubricKit

@Suite("Findings as SARIF")
struct SARIFTests {
  private struct Log: Decodable {
    struct Run: Decodable {
      struct Result: Decodable {
        var ruleId: String
        var kind: String
        var level: String
        var suppressions: [[String: String]]?
      }
      struct Invocation: Decodable { var executionSuccessful: Bool }
      var results: [Result]
      var invocations: [Invocation]
    }
    var version: String
    var runs: [Run]
  }

  private func log(_ records: [AuditRecord]) throws -> Log {
    try JSONDecoder().decode(Log.self, from: Data(Outputs.sarif(records, .zh).utf8))
  }

  @Test("open items are no failures")
  func kinds() throws {
    let run = try #require(try log(Sample.records).runs.first)
    let kinds = Dictionary(grouping: run.results, by: \.kind).mapValues(\.count)
    #expect(kinds == ["fail": 7, "open": 2, "review": 2])
    #expect(run.results.filter { $0.kind != "fail" }.allSatisfy { $0.level == "none" })
    #expect(run.results.count { $0.suppressions != nil } == 1)
    #expect(run.invocations.map(\.executionSuccessful) == [false])
  }

  @Test("are valid JSON without any finding")
  func empty() throws {
    let log = try log([.manifest(Sample.manifest), .caseFile(Sample.clean), .end(Sample.end)])
    #expect(log.version == "2.1.0")
    #expect(log.runs[0].results.isEmpty)
    #expect(log.runs[0].invocations.map(\.executionSuccessful) == [true])
  }

  @Test("name files by percent-encoded references")
  func uri() {
    #expect(SARIF.uri("一/a b#1.xml") == "%E4%B8%80/a%20b%231.xml")
  }
}
