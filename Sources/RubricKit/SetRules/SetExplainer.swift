/// Tells how a set rule came to what it says: what it collected, how facts were grouped and compared, and
/// for each group with a match every fact and the arithmetic.
public struct SetExplainer: AuditRecordConsumer {
  /// How many groups are shown fact by fact.
  static let shown = 20

  private let rule: SetRule
  private let record: SetRuleRecord
  private let asOf: CivilDate
  private var store = FactStore(limit: FactStore.defaultLimit)
  private var current: CaseRecord?
  private var cases = 0
  private var facts = 0
  private var unread = 0
  private var personal: [String: [PersonalDatum]] = [:]

  /// - Returns: nil where the assembly has no such set rule.
  public init?(_ id: String, _ assembly: AuditAssembly) {
    guard let rule = assembly.library.setRules.first(where: { $0.id == id }),
      let record = assembly.manifest.setRules.first(where: { $0.id == id })
    else { return nil }
    (self.rule, self.record) = (rule, record)
    asOf = assembly.context.services.asOf
  }

  /// Takes a case and its facts.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .caseFile(let record):
      cases += 1
      current = record
      personal[record.path] = record.personal
      if record.remarks.contains(where: { $0.message == SetRuleCollector.unread(rule.title) }) {
        unread += 1
      }
    case .facts(let facts):
      guard let current else { return }
      for fact in facts.facts where fact.rule == rule.id {
        self.facts += 1
        try store.add(
          CollectedFact(
            fact, path: facts.path, agency: current.agency, caseNumber: current.caseNumber),
          rule: rule.id)
      }
    default: break
    }
  }

  /// The steps, and the personal data of the cases named in them.
  ///
  /// - Throws: ``FactStoreError``, `XPathSyntaxError`.
  public func explain() throws -> Explainer.Explanation {
    let condition = try PairCondition(
      rule.comparison.condition, values: record.valueNames,
      services: RegisterServices(registers: Registers(), asOf: asOf))
    var groups = 0
    var matched: [Group] = []
    var paths: Set<String> = []
    try store.forEachKey(of: rule.id) { key, facts in
      condition.begin()
      groups += 1
      let matches = rule.comparison.matches(facts, condition)
      guard !matches.isEmpty else { return }
      matched.append(Group(key: key, facts: facts, matches: Array(matches.prefix(SetJudge.limit))))
    }
    var lines = heading(groups: groups, matched: matched.count)
    for group in matched.prefix(Self.shown) {
      lines += self.lines(of: group)
      paths.formUnion(group.facts.map(\.path))
    }
    if matched.count > Self.shown {
      let rest = matched.count - Self.shown
      lines.append(LocalizedText(zh: "其余 \(rest) 组从略。", en: "\(rest) more groups left out."))
    }
    return Explainer.Explanation(
      lines: lines, personal: paths.sorted(by: Paths.precedes).flatMap { personal[$0] ?? [] })
  }

  private struct Group {
    var key: String
    var facts: [CollectedFact]
    var matches: [SetMatch]
  }

  private func heading(groups: Int, matched: Int) -> [LocalizedText] {
    var lines = [
      LocalizedText(zh: "【\(rule.id)】\(rule.title.zh)", en: "[\(rule.id)] \(rule.title.en)")
    ]
    for fact in rule.facts {
      lines.append(
        LocalizedText(
          zh: "  收集：每份案卷中的 \(fact.each.text)", en: "  collected: in each case \(fact.each.text)"))
      lines.append(
        LocalizedText(zh: "  归组：\(fact.key.text)", en: "  grouped by: \(fact.key.text)"))
    }
    lines.append(
      LocalizedText(
        zh: "  比对：\(rule.comparison.method.zh)", en: "  compared: \(rule.comparison.method.en)"))
    if let condition = rule.comparison.condition {
      lines.append(LocalizedText(zh: "  条件：\(condition)", en: "  where: \(condition)"))
    }
    lines.append(
      LocalizedText(
        zh: "  案卷 \(cases) 件，收集 \(facts) 条；两条以上的有 \(groups) 组，其中 \(matched) 组有发现",
        en:
          "  \(cases) case files gave \(facts) facts; \(groups) groups have two or more, \(matched) of them a match"
      ))
    if unread > 0 {
      lines.append(
        LocalizedText(
          zh: "  另有 \(unread) 件案卷的内容无法读取，未全部参加比对",
          en: "  \(unread) case files could not be read in full and were not compared in full"))
    }
    return lines
  }

  private func lines(of group: Group) -> [LocalizedText] {
    let writer = SetFindingWriter(
      rule: record, key: group.key, match: SetMatch(facts: group.facts))
    let shared = writer.record.values[0]
    var lines = [
      LocalizedText(zh: "", en: ""),
      LocalizedText(
        zh: "  \(shared.label.zh)：\(shared.value.zh)（\(group.facts.count) 条）",
        en: "  \(shared.label.en): \(shared.value.en) (\(group.facts.count) facts)"),
    ]
    for (index, part) in writer.record.parts.enumerated() {
      lines.append(
        LocalizedText(
          zh: "    \(index + 1)  \(part.path)  第\(part.place.line)行第\(part.place.column)列",
          en: "    \(index + 1)  \(part.path)  line \(part.place.line), column \(part.place.column)"
        ))
      let values = part.values ?? []
      guard !values.isEmpty else { continue }
      lines.append(
        LocalizedText(
          zh: "       " + values.map { "\($0.label.zh)：\($0.value.zh)" }.joined(separator: "；"),
          en: "       " + values.map { "\($0.label.en): \($0.value.en)" }.joined(separator: "; ")))
    }
    for match in group.matches {
      let numbers = match.facts.compactMap { group.facts.firstIndex(of: $0) }.map { "\($0 + 1)" }
      let found = SetFindingWriter(rule: record, key: group.key, match: match).record
      lines.append(
        LocalizedText(
          zh: "    → 第 \(numbers.joined(separator: "、")) 条：\(found.message.zh)",
          en: "    → facts \(numbers.joined(separator: ", ")): \(found.message.en)"))
      for value in match.values {
        lines.append(
          LocalizedText(
            zh: "       \(value.label.zh)：\(value.value.zh)",
            en: "       \(value.label.en): \(value.value.en)"))
      }
    }
    return lines
  }
}
