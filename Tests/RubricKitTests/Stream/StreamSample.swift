@testable import RubricKit

/// The smallest records that make a stream.
enum StreamSample {
  static func text(_ zh: String) -> LocalizedText { LocalizedText(zh: zh, en: zh) }

  static func rubric(digits: Int = 1) -> RubricRecord {
    RubricRecord(
      id: "r", version: "1", title: text("标准"), issuer: text("示例县司法局"), from: "2021-07-15",
      digest: Digest.sha256("r"), model: "deduct", full: 100_000, notApplicable: "rescale",
      roundingDigits: digits, roundingMode: "half-up",
      bands: [
        .init(id: "high", label: text("优秀"), from: 90000),
        .init(id: "low", label: text("不及格"), from: 0),
      ],
      sections: [
        .init(
          id: "s", title: text("一"), points: 100_000,
          items: ids.map { .init(requirement: $0, points: 20000) })
      ])
  }

  static let ids = ["a", "b", "c", "d", "e", "f"]

  static func manifest(format: Int = 1, digits: Int = 1) -> ManifestRecord {
    let severities: [Severity] = [.minor, .minor, .major, .fatal, .minor, .minor]
    return ManifestRecord(
      format: format, tool: .init(name: "caseaudit", version: "0"), asOf: "2024-06-30",
      rubrics: [rubric(digits: digits)],
      requirements: zip(ids, severities).map { id, severity in
        RequirementRecord(
          id: id, title: text(id), severity: severity, judge: .engine, system: .none, basis: [],
          remedy: text("改"), curable: .yes, digest: Digest.sha256(id))
      }, setRules: [], registers: .init(insideJudged: false, files: []),
      calendar: .init(firstYear: 2018, lastYear: 2026, digest: Digest.sha256("c")),
      schemaDigest: Digest.sha256("x"), options: .init(rubrics: [], validation: true))
  }

  static func agency(_ code: String) -> AgencyRecord {
    AgencyRecord(code: code, name: "示例县\(code)局")
  }

  /// A case with so many findings per requirement and a score from `lower` to `upper` points.
  static func caseFile(
    _ path: String, agency code: String, lower: Int, upper: Int? = nil,
    findings: [String: Int] = [:],
    undecidedVeto: Bool = false
  ) -> CaseRecord {
    let upper = upper ?? lower
    let outcomes = ids.map { id in
      let count = findings[id] ?? 0
      return OutcomeRecord(
        requirement: id, outcome: count > 0 ? .failed : .passed, reasons: [],
        occurrences: (0..<count).map { occurrence("\(id)\($0)") }, notes: [], examined: 1)
    }
    func end(_ points: Int) -> ScoreEndRecord {
      ScoreEndRecord(points: points, grade: points >= 90000 ? "high" : "low")
    }
    let score = ScoreRecord(
      rubric: "r", lower: end(lower), upper: end(upper),
      certain: end(lower).grade == end(upper).grade && !undecidedVeto,
      items: ids.map {
        ItemScoreRecord(
          requirement: $0, outcome: .passed, points: 20000, lost: 0, mayLose: 0, excluded: false)
      },
      vetoes: undecidedVeto ? [VetoRecord(requirement: "d", effect: "zero", state: .pending)] : [],
      derivation: [])
    return CaseRecord(
      path: path, digest: Digest.sha256(path), agency: agency(code), caseNumber: path, caseName: "",
      kind: "ordinaryPenalty", schemaErrors: [], remarks: [], personal: [], outcomes: outcomes,
      scores: [score])
  }

  static func occurrence(_ key: String) -> OccurrenceRecord {
    OccurrenceRecord(
      key: key, check: "c1", outcome: .failed, reasons: [], message: text("错"), places: [],
      values: [],
      derivation: [], fingerprint: key, evidence: key)
  }

  static func unjudged(_ path: String, agency code: String?) -> UnjudgedRecord {
    UnjudgedRecord(
      path: path, cause: "unreadable", message: text("无法读取"), agency: code.map(agency))
  }

  /// A rule that facts of one key match.
  static func setRule(
    _ id: String, _ strength: SetStrength = .strong, message: LocalizedText = text("矛盾"),
    veto: String? = nil, labels: [String: LocalizedText] = [:],
    comparison: SetComparison = SetComparison(
      kind: .same, facts: ["fact"], apart: .file, least: 2, values: [:], numbers: [:])
  ) -> SetRuleRecord {
    SetRuleRecord(
      id: id, title: text("相同"), severity: .major, strength: strength, labels: labels,
      comparison: comparison, message: message, veto: veto, innocent: text("重复报送"), basis: [],
      remedy: text("核对"))
  }

  static func end(judged: Int, unjudged: Int = 0) -> EndRecord {
    EndRecord(
      judged: judged, unjudged: unjudged, findings: [:], setFindings: 0, setQuestions: 0,
      pending: [:], errors: 0, notCases: [:], otherFiles: [:], digest: "")
  }

  /// Two cases of one agency, written.
  static func stream(form: StreamWriter<StringSink>.Form = .lines) throws -> String {
    var writer = StreamWriter(StringSink(), form: form)
    try writer.consume(.manifest(manifest()))
    try writer.consume(.caseFile(caseFile("一/1.xml", agency: "甲", lower: 95000)))
    try writer.consume(.unjudged(unjudged("一/2.xml", agency: "甲")))
    try writer.consume(.end(end(judged: 1, unjudged: 1)))
    return writer.sink.text
  }
}
