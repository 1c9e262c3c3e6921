internal import XPath

/// Second phase of the set rules: the judgement over the facts of all cases. Needs no XML and no
/// registers, so merged streams are judged the same way. Confined to one worker.
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
  private var store: FactStore

  /// A judge for the rules of a manifest. Their conditions know the day of the audit and no register,
  /// so that streams can be judged where there are none.
  ///
  /// - Parameter memory: how many bytes of facts to keep in memory, about; the rest goes to a temporary
  ///   file.
  public init(rules: [SetRuleRecord], asOf: CivilDate, memory: Int = SetJudge.defaultMemory) {
    self.rules = rules
    services = RegisterServices(registers: Registers(), asOf: asOf)
    store = FactStore(limit: memory)
  }

  /// About as much as a thousand cases have, in bytes.
  public static let defaultMemory = FactStore.defaultLimit

  /// Takes the facts of one case.
  ///
  /// - Throws: ``FactStoreError`` where the temporary file cannot be written.
  public mutating func collect(
    _ facts: FactsRecord, agency: AgencyRecord, caseNumber: String
  ) throws(FactStoreError) {
    for fact in facts.facts {
      try store.add(
        CollectedFact(fact, path: facts.path, agency: agency, caseNumber: caseNumber),
        rule: fact.rule)
    }
  }

  /// Compares what was collected.
  ///
  /// - Throws: ``FactStoreError`` where the temporary file cannot be read.
  public func judge() throws(FactStoreError) -> Result {
    var result = Result()
    for rule in rules {
      let condition: PairCondition
      do throws(XPathSyntaxError) {
        condition = try PairCondition(
          rule.comparison.condition, values: rule.valueNames, services: services)
      } catch {
        result.remarks.append(SetJudge.undecided(rule, 1))
        continue
      }
      let found = try compare(rule, condition, &result.remarks)
      if rule.strength == .strong { result.findings += found } else { result.questions += found }
    }
    return result
  }

  /// What a rule finds, in the order of the first case concerned.
  private func compare(
    _ rule: SetRuleRecord, _ condition: PairCondition, _ remarks: inout [RemarkRecord]
  ) throws(FactStoreError) -> [SetFindingRecord] {
    var crowded = 0
    var found: [SetFindingRecord] = []
    try store.forEachKey(of: rule.id) { key, facts in
      condition.begin()
      let matches = rule.comparison.matches(facts, condition)
      if condition.isExhausted || matches.count > SetJudge.limit { crowded += 1 }
      found += matches.prefix(SetJudge.limit).map {
        SetFindingWriter(rule: rule, key: key, match: $0).record
      }
    }
    if crowded > 0 { remarks.append(SetJudge.crowded(rule, crowded)) }
    if condition.undecided > 0 { remarks.append(SetJudge.undecided(rule, condition.undecided)) }
    return found.sorted { left, right in
      let (first, second) = (left.parts.first?.path ?? "", right.parts.first?.path ?? "")
      return first == second
        ? left.fingerprint < right.fingerprint : Paths.precedes(first, second)
    }
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
