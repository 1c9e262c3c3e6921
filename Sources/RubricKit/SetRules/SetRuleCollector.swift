internal import CaseXML

/// First phase of the set rules: the facts of one case.
struct SetRuleCollector {
  let context: AuditContext

  /// What a case contributes, and what it might have contributed but nobody could read.
  struct Result {
    var record: FactsRecord
    var remarks: [RemarkRecord] = []
  }

  func facts(evaluation: CaseEvaluation, citations: Citations, name: String) -> Result {
    var result = Result(record: FactsRecord(path: name, facts: []))
    for rule in context.compiled.setRules {
      do {
        let selected = try evaluation.nodes(rule.each, at: evaluation.root)
        if !selected.doubts.isEmpty {
          result.remarks.append(unread(rule.rule, selected.doubts, name))
        }
        for node in selected.nodes { collect(rule, node, evaluation, citations, into: &result) }
      } catch {
        result.remarks.append(unread(rule.rule, error.reasons, name))
      }
    }
    return result
  }

  private func collect(
    _ rule: CompiledSetRule, _ node: NodeID, _ evaluation: CaseEvaluation, _ citations: Citations,
    into result: inout Result
  ) {
    do {
      let key = try evaluation.string(rule.key, at: node)
      guard !key.isEmpty else { return }
      result.record.facts.append(
        FactsRecord.Fact(rule: rule.rule.id, key: key, place: citations.place(of: node)))
    } catch {
      result.remarks.append(unread(rule.rule, error.reasons, result.record.path))
    }
  }

  /// What is not compared with other cases is said; only what a person must read is normal work.
  private func unread(_ rule: SetRule, _ reasons: [PendingReason], _ name: String) -> RemarkRecord {
    RemarkRecord(
      code: reasons == [.person] ? RemarkRecord.factForPerson : RemarkRecord.factNotRead,
      message: LocalizedText(
        zh: "“\(rule.title.zh)”需要的内容无法读取，本案卷未全部参加比对",
        en: "what “\(rule.title.en)” needs cannot be read; this case was not compared in full"),
      subject: name)
  }
}
