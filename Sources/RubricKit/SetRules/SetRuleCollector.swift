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
      for fact in rule.facts {
        do {
          let selected = try evaluation.nodes(fact.each, at: evaluation.root)
          if !selected.doubts.isEmpty {
            result.remarks.append(unread(rule.rule, selected.doubts, name))
          }
          for node in selected.nodes {
            collect(rule.rule, fact, node, evaluation, citations, into: &result)
          }
        } catch {
          result.remarks.append(unread(rule.rule, error.reasons, name))
        }
      }
    }
    // One field that cannot be read may concern many facts of a rule.
    var seen: Set<RemarkRecord> = []
    result.remarks = result.remarks.filter { seen.insert($0).inserted }
    return result
  }

  private func collect(
    _ rule: SetRule, _ fact: CompiledSetRule.Fact, _ node: NodeID, _ evaluation: CaseEvaluation,
    _ citations: Citations, into result: inout Result
  ) {
    do {
      let key = try evaluation.string(fact.key, at: node)
      guard !key.isEmpty else { return }
      var values: [String: String] = [:]
      for (value, select) in fact.values {
        let text = SetRuleCollector.trimmed(try evaluation.string(select, at: node))
        if text.isEmpty, !value.isOptional { return }
        guard text.isEmpty || value.type.canRead(text) else {
          result.remarks.append(unread(rule, [.person], result.record.path))
          return
        }
        values[value.name] = text
      }
      result.record.facts.append(
        FactsRecord.Fact(
          rule: rule.id, fact: fact.fact.name == SetRuleReader.onlyFact ? nil : fact.fact.name,
          key: key, values: values.isEmpty ? nil : values, place: citations.place(of: node)))
    } catch {
      result.remarks.append(unread(rule, error.reasons, result.record.path))
    }
  }

  /// With single blanks. By scalars, as a whole interview passes through here.
  private static func trimmed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isBehindBlank = true
    for character in text.unicodeScalars {
      let isBlank = character.value <= 0x3000 && character.properties.isWhitespace
      if !isBlank {
        result.append(character)
      } else if !isBehindBlank {
        result.append(" ")
      }
      isBehindBlank = isBlank
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  /// What is not compared with other cases is said; only what a person must read is normal work.
  private func unread(_ rule: SetRule, _ reasons: [PendingReason], _ name: String) -> RemarkRecord {
    RemarkRecord(
      code: reasons == [.person] ? RemarkRecord.factForPerson : RemarkRecord.factNotRead,
      message: Self.unread(rule.title), subject: name)
  }

  /// How a case says that it was not compared in full by the rule with a title.
  static func unread(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(
      zh: "“\(title.zh)”需要的内容无法读取，本案卷未全部参加比对",
      en: "what “\(title.en)” needs cannot be read; this case was not compared in full")
  }
}

extension SetValueType {
  /// Whether a text is of the type.
  func canRead(_ text: String) -> Bool {
    switch self {
    case .text: true
    case .date: (try? CivilMoment(text)) != nil
    case .moment: (try? CivilMoment(text))?.hasTime ?? false
    case .amount: (try? Amount(text)) != nil
    case .number: Int(text) != nil
    }
  }
}
