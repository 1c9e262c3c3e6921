internal import CaseXML

/// Reads set rules.
struct SetRuleReader {
  private var requirements: RequirementReader

  init(file: String) { requirements = RequirementReader(file: file) }

  var problems: [RubricProblem] { requirements.reader.problems }

  mutating func rule(_ root: XMLElement, digest: String) -> SetRule {
    let facts = root.children(named: "fact").map { fact($0) }
    let examples = root.first("examples")
    return SetRule(
      id: requirements.reader.required("id", of: root),
      title: text("title", of: root),
      severity: requirements.reader.choice("severity", of: root, default: .major),
      strength: requirements.reader.choice("strength", of: root, default: .hint),
      facts: facts,
      terms: terms(root),
      comparison: comparison(root.first("compare") ?? root, facts),
      message: text("message", of: root),
      innocent: text("innocent", of: root),
      bases: root.children(named: "basis").map { requirements.basis($0) },
      remedy: text("remedy", of: root),
      veto: requirements.reader.veto(of: root),
      examples: examples?.children.map { example($0, base: examples?.attribute("base") ?? "") }
        ?? [],
      place: nothing(root),
      file: requirements.reader.file,
      digest: digest)
  }

  private mutating func fact(_ element: XMLElement) -> SetFact {
    SetFact(
      name: element.attribute("name") ?? SetRuleReader.onlyFact,
      each: requirements.reader.expression("each", of: element) ?? nothing(element),
      key: requirements.reader.expression("key", of: element) ?? nothing(element),
      values: element.children.map { value in
        SetFact.Value(
          name: requirements.reader.required("name", of: value),
          label: LocalizedText(
            zh: requirements.reader.required("zh", of: value),
            en: requirements.reader.required("en", of: value)),
          type: requirements.reader.choice("type", of: value, default: .text),
          select: requirements.reader.expression("select", of: value) ?? nothing(value),
          isOptional: value.attribute("optional") == "yes")
      })
  }

  private mutating func terms(_ root: XMLElement) -> [String: LocalizedText] {
    root.children(named: "term").reduce(into: [:]) { terms, element in
      terms[requirements.reader.required("code", of: element)] = LocalizedText(
        zh: requirements.reader.required("zh", of: element),
        en: requirements.reader.required("en", of: element))
    }
  }

  /// What the only fact of a rule is called where it has no name.
  static let onlyFact = "fact"

  private mutating func comparison(_ element: XMLElement, _ facts: [SetFact]) -> SetComparison {
    func texts(_ names: [String]) -> [String: String] {
      names.reduce(into: [:]) { $0[$1] = element.attribute($1) }
    }
    return SetComparison(
      kind: requirements.reader.choice("as", of: element, default: .same),
      facts: facts.map(\.name),
      apart: requirements.reader.choice("apart", of: element, default: .file),
      least: element.attribute("least").flatMap { Int($0) } ?? 2,
      values: texts(["from", "to", "date", "number", "value", "text", "limit"]),
      numbers: texts(["gap", "days", "deviations", "percent"]).compactMapValues { Int($0) },
      condition: element.attribute("where"))
  }

  private mutating func example(_ element: XMLElement, base: String) -> SetExample {
    SetExample(
      title: requirements.reader.required("title", of: element),
      matches: Int(element.attribute("matches") ?? "") ?? 0,
      base: element.attribute("base") ?? base,
      files: element.children.map { file in file.children.compactMap { requirements.edit($0) } },
      place: nothing(element))
  }

  /// An expression that selects nothing, at an element.
  private func nothing(_ element: XMLElement) -> ExpressionSource {
    ExpressionSource(text: "/..", file: requirements.reader.file, position: element.position)
  }

  private mutating func text(_ name: String, of element: XMLElement) -> LocalizedText {
    requirements.reader.text(name, of: element) ?? LocalizedText(zh: "", en: "")
  }
}
