import Foundation
import Testing

@testable import RubricKit

@Suite("How a set rule came to what it says")
struct SetExplainerTests {
  private func explained(_ numbers: [String: String]) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    let assembly = try AuditAssembly(
      AuditRequest(
        rubricsFolder: "\(root)/Rubrics", asOf: try CivilDate("2026-11-23"),
        tool: ManifestRecord.Tool(name: "test", version: "0")))
    let rule = "set.payment.receipt-twice"
    var explainer = try #require(SetExplainer(rule, assembly))
    for (path, party) in numbers.sorted(by: { $0.key < $1.key }) {
      try explainer.consume(.caseFile(StreamSample.caseFile(path, agency: "甲", lower: 90_000)))
      try explainer.consume(
        .facts(
          FactsRecord(
            path: path,
            facts: [
              .init(
                rule: rule, key: "示例县财政局|SL001", values: ["party": party],
                place: PlaceRecord(line: 7, column: 3, path: "/x"))
            ])))
    }
    return try explainer.explain().lines.map(\.zh).joined(separator: "\n")
  }

  @Test("names what was collected, how it was compared, each fact and each pair that matched")
  func match() throws {
    let text = try explained(["a.xml": "P1", "b.xml": "P2", "c.xml": "P1"])
    #expect(text.contains("案卷 3 件，收集 3 条；两条以上的有 1 组，其中 1 组有发现"))
    #expect(text.contains("条件：$a.party != $b.party"))
    #expect(text.contains("2  b.xml  第7行第3列"))
    #expect(text.contains("→ 第 1、2 条"))
    #expect(!text.contains("→ 第 1、3 条"))
  }

  @Test("says so where facts were compared and nothing was found")
  func none() throws {
    let text = try explained(["a.xml": "P1", "b.xml": "P1"])
    #expect(text.contains("其中 0 组有发现"))
    #expect(!text.contains("→"))
  }
}
