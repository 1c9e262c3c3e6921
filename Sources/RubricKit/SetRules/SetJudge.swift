/// Second phase of the set rules: the judgement over the facts of all cases. Needs no XML, so merged
/// streams are judged the same way.
public struct SetJudge: Sendable {
  private struct Part {
    var path: String
    var agency: AgencyRecord
    var caseNumber: String
    var place: PlaceRecord
  }

  private let rules: [SetRuleRecord]
  private var groups: [String: [String: [Part]]] = [:]

  /// A judge for the rules of a manifest.
  public init(rules: [SetRuleRecord]) {
    self.rules = rules
  }

  /// Takes the facts of one case.
  public mutating func collect(
    _ facts: FactsRecord, agency: AgencyRecord, caseNumber: String
  ) {
    for fact in facts.facts {
      groups[fact.rule, default: [:]][fact.key, default: []].append(
        Part(path: facts.path, agency: agency, caseNumber: caseNumber, place: fact.place))
    }
  }

  /// The findings, in the order of rules, then of the first case concerned.
  public func findings() -> [SetFindingRecord] {
    rules.flatMap { rule in
      (groups[rule.id] ?? [:])
        .filter { Set($0.value.map(\.path)).count > 1 }
        .map { finding(rule, key: $0.key, parts: $0.value) }
        .sorted { left, right in
          (left.parts.first?.path ?? "", left.fingerprint)
            < (right.parts.first?.path ?? "", right.fingerprint)
        }
    }
  }

  private func finding(_ rule: SetRuleRecord, key: String, parts: [Part]) -> SetFindingRecord {
    let sorted = parts.sorted { Paths.precedes($0.path, $1.path) }
    let shown = key.split(separator: "|").joined(separator: " ")
    let values = [
      ValueRecord(
        label: LocalizedText(zh: "相同的值", en: "the value they share"),
        value: LocalizedText(zh: shown, en: shown), line: nil)
    ]
    return SetFindingRecord(
      rule: rule.id, severity: rule.severity,
      message: LocalizedText(
        zh: rule.message.zh.replacing("{count}", with: "\(sorted.count)").replacing(
          "{key}", with: shown),
        en: rule.message.en.replacing("{count}", with: "\(sorted.count)").replacing(
          "{key}", with: shown)),
      parts: sorted.map {
        SetFindingRecord.Part(
          path: $0.path, agency: $0.agency, caseNumber: $0.caseNumber, place: $0.place)
      },
      values: values,
      fingerprint: Fingerprint.digest(["caseaudit-set-finding/1", rule.id, key]),
      evidence: Fingerprint.digest(
        ["caseaudit-set-evidence/1"] + sorted.map { "\($0.path):\($0.place.line)" }))
  }
}
