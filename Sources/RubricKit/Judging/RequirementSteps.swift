internal import CaseXML
internal import XPath

/// The steps of judging one requirement: variables, condition, nodes, and each node's test part by
/// part, with dates counted day by day.
struct RequirementSteps {
  private static let longest = 110

  let evaluation: CaseEvaluation
  let citations: Citations

  func lines(_ compiled: CompiledRequirement) -> [LocalizedText] {
    var lines: [LocalizedText] = []
    for variable in compiled.variables {
      lines.append(
        both(
          "  $\(variable.name) ＝ \(evaluation.shownResult(variable.select, at: evaluation.root))"))
    }
    if let when = compiled.when {
      let value = evaluation.shownResult(when, at: evaluation.root)
      lines.append(
        LocalizedText(
          zh: "  适用条件：\(short(when)) ＝ \(value)", en: "  applies when: \(short(when)) = \(value)"))
      lines += parts(of: when, at: evaluation.root, depth: 2)
      if value != "true" { return lines }
    }
    for check in compiled.checks { lines += self.lines(check) }
    return lines
  }

  private func lines(_ check: CompiledCheck) -> [LocalizedText] {
    let nodes = evaluation.placeNodes(check.each, at: evaluation.root)
    var lines = [
      LocalizedText(
        zh: "  检查 \(check.check.id)：\(short(check.each))，\(nodes.count) 处",
        en: "  check \(check.check.id): \(short(check.each)), \(nodes.count) places")
    ]
    for node in nodes {
      let place = citations.place(of: node)
      lines.append(both("    L\(place.line) \(place.path)"))
      if let when = check.when {
        let value = evaluation.shownResult(when, at: node)
        lines.append(
          LocalizedText(
            zh: "      条件：\(short(when)) ＝ \(value)", en: "      when: \(short(when)) = \(value)"))
        if value != "true" { continue }
      }
      guard let test = check.test else { continue }
      let value = evaluation.shownResult(test, at: node)
      lines.append(
        LocalizedText(
          zh: "      应当：\(short(test)) ＝ \(value)", en: "      must hold: \(short(test)) = \(value)"
        ))
      lines += parts(of: test, at: node, depth: 4)
      lines += evaluation.derivation(of: test, at: node).map {
        LocalizedText(zh: "        \($0.zh)", en: "        \($0.en)")
      }
    }
    return lines
  }

  private func parts(of expression: CompiledExpression, at node: NodeID, depth: Int)
    -> [LocalizedText]
  {
    expression.operands.flatMap { part -> [LocalizedText] in
      if part.isConstant { return [] }
      let value = evaluation.shownResult(part, at: node)
      let indent = String(repeating: "  ", count: depth)
      let line = both("\(indent)\(short(part)) ＝ \(value)")
      // What a set of nodes was made of is seen in the nodes themselves.
      return [line] + (part.givesNodes ? [] : parts(of: part, at: node, depth: depth + 1))
    }
  }

  /// An expression in one line, cut where it is very long.
  private func short(_ expression: CompiledExpression) -> String {
    let text = ElementReader.collapsed(expression.text)
    return text.count > RequirementSteps.longest
      ? "\(text.prefix(RequirementSteps.longest))…" : text
  }

  private func both(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }
}
