import Testing

@testable import RubricKit

@Suite("The summary of a set of case files")
struct AuditSummaryTests {
  private func summary(_ records: [AuditRecord], digits: Int = 1) -> AuditSummary {
    var summary = AuditSummary()
    summary.consume(.manifest(StreamSample.manifest(digits: digits)))
    for record in records { summary.consume(record) }
    let judged = records.count { if case .caseFile = $0 { true } else { false } }
    summary.consume(.end(StreamSample.end(judged: judged)))
    return summary
  }

  private func mean(_ figures: RubricSummary.Figures, digits: Int = 1) -> [Int?] {
    [figures.lower, figures.upper].map { $0.rounded(digits: digits, mode: "half-up") }
  }

  @Test("keeps the mean exact and rounds it once, half up")
  func exactMean() {
    // 94.1 + 94.1 + 94.2 = 282.4; a third is 94.1333…; two of 94.1 and 94.2 are 94.15 → 94.2.
    let three = summary(
      [94100, 94100, 94200].map {
        .caseFile(StreamSample.caseFile("\($0)", agency: "甲", lower: $0))
      })
    #expect(mean(three.agencies[0].rubrics[0].figures) == [94100, 94100])
    let two = summary(
      [94100, 94200].map {
        .caseFile(StreamSample.caseFile("\($0)", agency: "甲", lower: $0))
      })
    #expect(mean(two.agencies[0].rubrics[0].figures) == [94200, 94200])
  }

  @Test(
    "rounds a mean as the rubric says",
    arguments: [
      ("half-up", 94200), ("half-even", 94200), ("down", 94100),
    ])
  func modes(mode: String, expected: Int) {
    var mean = ExactMean()
    mean.add(94100)
    mean.add(94200)
    #expect(mean.rounded(digits: 1, mode: mode) == expected)
    var even = ExactMean()
    even.add(94200)
    even.add(94300)
    #expect(even.rounded(digits: 1, mode: "half-even") == 94200)
  }

  @Test("gives a range where scores are ranges, and counts open grades apart")
  func ranges() {
    let summary = summary([
      .caseFile(StreamSample.caseFile("1", agency: "甲", lower: 80000, upper: 100_000)),
      .caseFile(StreamSample.caseFile("2", agency: "甲", lower: 90000)),
      .caseFile(StreamSample.caseFile("3", agency: "甲", lower: 95000, undecidedVeto: true)),
    ])
    let result = summary.agencies[0].rubrics[0]
    #expect(mean(result.figures) == [88300, 95000])
    #expect(result.figures.grades == ["high": 1])
    #expect(result.figures.uncertain == 2)
    #expect(result.vetoesUndecided == 1)
    #expect(result.figures.lowest?.lower == 80000)
    #expect(result.figures.lowest?.upper == 90000)
  }

  @Test("shows an unjudged file and never averages it away")
  func unjudged() {
    let summary = summary([
      .caseFile(StreamSample.caseFile("1", agency: "甲", lower: 90000)),
      .unjudged(StreamSample.unjudged("2", agency: "甲")),
      .unjudged(StreamSample.unjudged("3", agency: nil)),
    ])
    #expect(summary.agencies[0].drawn == 2)
    #expect(summary.agencies[0].judged == 1)
    #expect(summary.agencies[1].agency == nil)
    #expect(summary.agencies[1].unjudged == 1)
    #expect(mean(summary.agencies[0].rubrics[0].figures) == [90000, 90000])
    #expect(summary.ranking(rubric: "r") == .open)
  }

  @Test("names the five most frequent findings: by count, then severity, then rubric order")
  func frequent() {
    let summary = summary([
      .caseFile(
        StreamSample.caseFile(
          "1", agency: "甲", lower: 50000,
          findings: ["a": 1, "b": 3, "c": 1, "d": 1, "e": 1, "f": 1]))
    ])
    let frequent = summary.agencies[0].findings.mostFrequent()
    #expect(frequent.map(\.requirement) == ["b", "d", "c", "a", "e"])
    #expect(frequent.map(\.count) == [3, 1, 1, 1, 1])
    #expect(summary.agencies[0].findings.bySeverity == [.minor: 6, .major: 1, .fatal: 1])
  }

  @Test("ranks agencies only when every score is certain; equal means share a place")
  func ranking() {
    let certain: [AuditRecord] = [
      .caseFile(StreamSample.caseFile("1", agency: "甲", lower: 80000)),
      .caseFile(StreamSample.caseFile("2", agency: "乙", lower: 95000)),
      .caseFile(StreamSample.caseFile("3", agency: "丙", lower: 80000)),
    ]
    guard case .places(let places) = summary(certain).ranking(rubric: "r") else {
      Issue.record("no ranking")
      return
    }
    #expect(places.map(\.agency.code) == ["乙", "丙", "甲"])
    #expect(places.map(\.rank) == [1, 2, 2])
    let open =
      certain + [
        .caseFile(StreamSample.caseFile("4", agency: "丙", lower: 80000, upper: 81000))
      ]
    #expect(summary(open).ranking(rubric: "r") == .open)
  }

  @Test("shows scores before and after a set rule's veto, the worse of two")
  func adjustments() {
    func adjust(to points: Int) -> AuditRecord {
      let before = ScoreEndRecord(points: 90000, grade: "high")
      let after = ScoreEndRecord(points: points, grade: "low")
      return .adjustment(
        AdjustmentRecord(
          path: "1", rule: "s", rubric: "r", before: .init(lower: before, upper: before),
          after: .init(lower: after, upper: after)))
    }
    let summary = summary([
      .caseFile(StreamSample.caseFile("1", agency: "甲", lower: 90000)),
      .caseFile(StreamSample.caseFile("2", agency: "甲", lower: 100_000)), adjust(to: 0),
      adjust(to: 60000),
    ])
    let result = summary.agencies[0].rubrics[0]
    #expect(mean(result.figures) == [95000, 95000])
    #expect(result.figures.grades == ["high": 2])
    #expect(result.adjusted.map { mean($0) } == [50000, 50000])
    #expect(result.adjusted?.grades == ["high": 1, "low": 1])
  }
}
