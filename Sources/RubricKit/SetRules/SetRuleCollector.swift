internal import CaseXML

/// First phase of the set rules: the facts of one case.
struct SetRuleCollector {
  let context: AuditContext

  func facts(evaluation: CaseEvaluation, citations: Citations, name: String) -> FactsRecord {
    var record = FactsRecord(path: name, facts: [])
    for rule in context.compiled.setRules {
      // A fact that cannot be read is no fact; what it needs is a requirement's business.
      guard let selected = try? evaluation.nodes(rule.each, at: evaluation.root) else { continue }
      for node in selected.nodes {
        guard let key = try? evaluation.string(rule.key, at: node), !key.isEmpty else { continue }
        record.facts.append(
          FactsRecord.Fact(rule: rule.rule.id, key: key, place: citations.place(of: node)))
      }
    }
    return record
  }
}
