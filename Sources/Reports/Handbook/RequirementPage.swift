import RubricKit

/// One requirement, always under the same headings.
struct RequirementPage: Sendable {
  let requirement: Requirement
  let library: RubricLibrary
  let laws: LawRegister
  let changes: [String]

  var text: String {
    """
    # \(requirement.title.zh)

    \(requirement.title.en)

    `\(requirement.id)`

    \(facts)
    ## 评查什么 · What is checked

    \(checks)
    ## 依据 · Legal basis

    \(basis)
    ## 何时不适用 · When it does not apply

    \(exemptions)
    ## 分值 · Points

    \(points)
    ## 不符合的例子 · An example that fails

    \(failing)
    ## 怎样整改 · How to put it right

    \(requirement.remedy.zh)

    \(requirement.remedy.en)

    ## 参数 · Parameters

    \(parameters)
    ## 修订 · History

    \(history)
    """
  }

  private var facts: String {
    let severity = Words.severity(requirement.severity)
    let cure = Words.curability(requirement.curable)
    let judge =
      switch requirement.judge {
      case .engine: Words.text("程序判断", "the engine")
      case .confirm: Words.text("程序判断、人工确认", "the engine, confirmed by a person")
      case .person: Words.text("人工判断", "a person")
      }
    var lines = [
      "| 严重程度 · Severity | \(severity.zh) · \(severity.en) |",
      "| 由谁判断 · Judged by | \(judge.zh) · \(judge.en) |",
      "| 可否补正 · Curable | \(cure.zh) · \(cure.en) |",
    ]
    if let system = Words.system(requirement.system) {
      lines.append("| 三项制度 · System | \(system.zh) · \(system.en) |")
    }
    let days = [requirement.from.map { "\($0)" }, requirement.to.map { "\($0)" }]
    if days.contains(where: { $0 != nil }) {
      lines.append("| 适用期间 · In force | \(days[0] ?? "") – \(days[1] ?? "") |")
    }
    return "| | |\n|---|---|\n" + lines.joined(separator: "\n") + "\n"
  }

  private var checks: String {
    var text = requirement.checks.map { check in
      let effect =
        switch check.effect {
        case .fault: ""
        case .ask: "（提请人工判断 · asks a person）"
        case .note: "（仅作提示 · a remark only）"
        }
      return """
        - \(Self.plain(check.message.zh))\(effect)
          \(Self.plain(check.message.en))

        """
    }.joined()
    if let question = requirement.question {
      text += "\n请评查人认定 · The question to a person:\n\n> \(question.zh)\n>\n> \(question.en)\n"
    }
    return text
  }

  private var basis: String {
    requirement.bases.map { basis in
      let citation = laws.citation(basis)
      let days = laws.versions(of: basis.law).map { "\($0.from) – \($0.to.map { "\($0)" } ?? "")" }
      let force = days.isEmpty ? "" : "（\(days.joined(separator: "；"))）"
      return "- \(citation.zh)\(force) · \(citation.en)\n"
    }.joined()
  }

  private var exemptions: String {
    let titles = requirement.examples.filter { $0.verdict == .notApplicable }.map(\.title)
    let examples = titles.map { "- \($0)\n" }.joined()
    guard let when = requirement.when else { return examples }
    return examples + "\n适用条件 · Condition:\n\n```xpath\n\(when.text)\n```\n"
  }

  private var points: String {
    library.rubrics.flatMap { rubric in
      rubric.items.filter { $0.requirement == requirement.id }.map { item in
        let veto = item.veto.map { Words.vetoEffect($0.code) }
        let effect = veto.map { "，一票否决：\($0.zh) · veto: \($0.en)" } ?? ""
        return "- 《\(rubric.title.zh)》(`\(rubric.id)`)：\(item.points)\(effect)\n"
      }
    }.joined()
  }

  private var failing: String {
    let failed = requirement.examples.filter { $0.verdict == .failed }
    let shown = failed.isEmpty ? requirement.examples.filter { $0.verdict == .pending } : failed
    guard let first = shown.first else { return "" }
    let edits = first.edits.map(Self.line).joined(separator: "\n")
    let base = first.base ?? requirement.exampleBase ?? ""
    let others = shown.dropFirst().map { "- \($0.title)\n" }.joined()
    return "\(first.title)（`base-cases/\(base).xml`）\n\n```\n\(edits)\n```\n"
      + (others.isEmpty ? "" : "\n\(others)")
  }

  private var parameters: String {
    let sources =
      requirement.checks.flatMap { [$0.each, $0.when, $0.test].compactMap { $0?.text } }
      + [requirement.when?.text].compactMap { $0 }
    let used = library.rubrics.flatMap(\.definitions.parameters).filter { parameter in
      sources.contains { $0.contains("$\(parameter.name)") }
    }
    var seen: Set<String> = []
    let lines = used.filter { seen.insert("\($0.name) \($0.days)").inserted }.map {
      "- `\($0.name)` = \($0.value) \($0.unit)\($0.days)：\($0.source)\n"
    }
    return lines.isEmpty ? "无 · none\n" : lines.joined()
  }

  private var history: String {
    changes.isEmpty
      ? "见各评查标准的 CHANGELOG.md。 See the rubrics' CHANGELOG.md.\n"
      : changes.map { "- \($0)\n" }.joined()
  }

  /// A message with its values left open.
  private static func plain(_ segments: [MessageTemplate.Segment]) -> String {
    segments.map { segment in
      if case .text(let text) = segment { return text }
      return "〔…〕"
    }.joined()
  }

  private static func line(_ edit: Example.Edit) -> String {
    switch edit {
    case .set(let select, let value): "\(select.text) = \(value)"
    case .remove(let select): "删除 · remove \(select.text)"
    case .insert(let place, let select, let xml):
      "加入 · insert (\(place.rawValue)) \(select.text)\n  \(xml)"
    }
  }
}

extension Parameter {
  /// Its days of force, in brackets; empty where it has always counted.
  fileprivate var days: String {
    if from == nil && to == nil { return "" }
    return "（\(from.map { "\($0)" } ?? "")—\(to.map { "\($0)" } ?? "")）"
  }
}
