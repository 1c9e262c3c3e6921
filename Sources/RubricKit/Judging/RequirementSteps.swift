internal import CaseXML
internal import XPath

/// The steps of judging one requirement: variables, condition, nodes, and each node's test part by
/// part, with dates counted day by day.
struct RequirementSteps {
  private static let deepest = 4

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
          zh: "  适用条件：\(when.text) ＝ \(value)", en: "  applies when: \(when.text) = \(value)"))
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
        zh: "  检查 \(check.check.id)：\(check.each.text)，\(nodes.count) 处",
        en: "  check \(check.check.id): \(check.each.text), \(nodes.count) places")
    ]
    for node in nodes {
      let place = citations.place(of: node)
      lines.append(both("    L\(place.line) \(place.path)"))
      if let when = check.when {
        let value = evaluation.shownResult(when, at: node)
        lines.append(
          LocalizedText(
            zh: "      条件：\(when.text) ＝ \(value)", en: "      when: \(when.text) = \(value)"))
        if value != "true" { continue }
      }
      guard let test = check.test else { continue }
      let value = evaluation.shownResult(test, at: node)
      lines.append(
        LocalizedText(
          zh: "      应当：\(test.text) ＝ \(value)", en: "      must hold: \(test.text) = \(value)"))
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
    guard depth <= RequirementSteps.deepest + 4 else { return [] }
    return expression.operands.flatMap { part -> [LocalizedText] in
      if part.isConstant { return [] }
      let indent = String(repeating: "  ", count: depth)
      let line = both("\(indent)\(part.text) ＝ \(evaluation.shownResult(part, at: node))")
      return [line] + parts(of: part, at: node, depth: depth + 1)
    }
  }

  private func both(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }
}
