public import XPath

/// Second phase of the set rules: the judgement over the facts of all cases. Needs no XML, so merged
/// streams are judged the same way. Confined to one worker.
public struct SetJudge {
  /// What came out.
  public struct Result: Sendable, Hashable {
    /// What is wrong, in the order of rules, then of the first case concerned.
    public var findings: [SetFindingRecord] = []
    /// What is to be looked into, in the same order.
    public var questions: [SetFindingRecord] = []
    /// What could not be compared.
    public var remarks: [RemarkRecord] = []
  }

  private let rules: [SetRuleRecord]
  private let services: any FunctionServices
  private var groups: [String: [String: [CollectedFact]]] = [:]

  /// A judge for the rules of a manifest.
  ///
  /// - Parameter services: what the functions in conditions look into.
  public init(rules: [SetRuleRecord], services: any FunctionServices) {
    self.rules = rules
    self.services = services
  }

  /// Takes the facts of one case.
  public mutating func collect(
    _ facts: FactsRecord, agency: AgencyRecord, caseNumber: String
  ) {
    for fact in facts.facts {
      groups[fact.rule, default: [:]][fact.key, default: []].append(
        CollectedFact(
          path: facts.path, agency: agency, caseNumber: caseNumber,
          name: fact.fact ?? SetRuleReader.onlyFact, key: fact.key, values: fact.values ?? [:],
          place: fact.place))
    }
  }

  /// Compares what was collected.
  public func judge() -> Result {
    var result = Result()
    for rule in rules {
      guard let groups = groups[rule.id] else { continue }
      let matches: [(key: String, match: SetMatch)]
      do {
        let condition = try PairCondition(
          rule.comparison.condition, values: rule.valueNames, services: services)
        var crowded = 0
        matches = groups.sorted { $0.key < $1.key }.flatMap { key, facts in
          condition.begin()
          let found = rule.comparison.matches(
            facts.sorted(by: CollectedFact.precedes), condition)
          if condition.isExhausted || found.count > SetJudge.limit { crowded += 1 }
          return found.prefix(SetJudge.limit).map { (key, $0) }
        }
        if crowded > 0 { result.remarks.append(SetJudge.crowded(rule, crowded)) }
        if condition.undecided > 0 {
          result.remarks.append(SetJudge.undecided(rule, condition.undecided))
        }
      } catch {
        result.remarks.append(SetJudge.undecided(rule, 1))
        continue
      }
      let found = matches.map { SetFindingWriter(rule: rule, key: $0.key, match: $0.match).record }
        .sorted { left, right in
          let (first, second) = (left.parts.first?.path ?? "", right.parts.first?.path ?? "")
          return first == second
            ? left.fingerprint < right.fingerprint : Paths.precedes(first, second)
        }
      if rule.strength == .strong { result.findings += found } else { result.questions += found }
    }
    return result
  }

  /// How many matches of one key are told.
  static let limit = 100

  private static func crowded(_ rule: SetRuleRecord, _ keys: Int) -> RemarkRecord {
    RemarkRecord(
      code: RemarkRecord.factNotRead,
      message: LocalizedText(
        zh: "“\(rule.title.zh)”有 \(keys) 组内容过多，没有全部比对或者全部列出，请先核对数据",
        en:
          "“\(rule.title.en)”: \(keys) groups are too large to compare or list in full; check the data"
      ),
      subject: rule.id)
  }

  private static func undecided(_ rule: SetRuleRecord, _ count: Int) -> RemarkRecord {
    RemarkRecord(
      code: RemarkRecord.factNotRead,
      message: LocalizedText(
        zh: "“\(rule.title.zh)”有 \(count) 次比对无法得出结论，未作为问题",
        en: "“\(rule.title.en)”: \(count) comparisons could not be decided and count as no match"),
      subject: rule.id)
  }
}

extension SetRuleRecord {
  /// The names of the values of all facts.
  var valueNames: [String] {
    labels.keys.map { String($0.drop { $0 != "." }.dropFirst()) }
  }
}

extension SetComparison {
  func matches(_ facts: [CollectedFact], _ condition: PairCondition) -> [SetMatch] {
    comparing(condition).matches(facts)
  }

  private func comparing(_ condition: PairCondition) -> any SetComparing {
    switch kind {
    case .same: SameComparison(comparison: self)
    case .overlap: OverlapComparison(comparison: self, condition: condition)
    case .pair: PairComparison(comparison: self, condition: condition)
    case .sequence: SequenceComparison(comparison: self)
    case .spread: SpreadComparison(comparison: self)
    case .crowd: CrowdComparison(comparison: self)
    case .similar: SimilarComparison(comparison: self, condition: condition)
    case .below: BelowComparison(comparison: self)
    }
  }
}
