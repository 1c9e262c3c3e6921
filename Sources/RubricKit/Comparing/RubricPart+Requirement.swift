extension RubricPart {
  /// A requirement, its variables, checks and examples.
  static func parts(of requirement: Requirement) -> [RubricPart] {
    let id = requirement.id
    var parts = [
      RubricPart(
        .requirement, id, digest: requirement.digest,
        [
          "title.zh": requirement.title.zh, "title.en": requirement.title.en,
          "severity": requirement.severity.rawValue, "judge": requirement.judge.rawValue,
          "system": requirement.system.rawValue, "from": requirement.from.map { "\($0)" },
          "to": requirement.to.map { "\($0)" }, "when": requirement.when?.text,
          "question.zh": requirement.question?.zh, "question.en": requirement.question?.en,
          "basis": basis(requirement.bases), "remedy.zh": requirement.remedy.zh,
          "remedy.en": requirement.remedy.en, "curable": requirement.curable.rawValue,
          "term": requirement.termDays.map { "\($0)" }, "base": requirement.exampleBase,
        ])
    ]
    parts += requirement.variables.map {
      RubricPart(.variable, id, $0.name, ["select": $0.select.text])
    }
    parts += requirement.checks.map { part(of: $0, requirement: id) }
    parts += requirement.examples.map { part(of: $0, requirement: id) }
    return parts
  }

  private static func part(of check: Check, requirement: String) -> RubricPart {
    RubricPart(
      .check, requirement, check.id,
      [
        "each": check.each.text, "when": check.when?.text, "test": check.test?.text,
        "key": check.key?.text, "deduct": check.deduct.map { "\($0)" },
        "cap": check.cap.map { "\($0)" }, "effect": check.effect.rawValue,
        "message.zh": text(check.message.zh), "message.en": text(check.message.en),
        "values": list(
          check.values.map { "\($0.label.zh) / \($0.label.en): \($0.select.text)" }),
        "places": list(check.places.map(\.text)),
      ])
  }

  private static func part(of example: Example, requirement: String) -> RubricPart {
    RubricPart(
      .example, requirement, example.title,
      [
        "verdict": example.verdict.rawValue, "reason": example.reason?.rawValue,
        "occurrences": example.occurrences.map { "\($0)" }, "base": example.base,
        "changes": example.changes.isEmpty ? nil : example.changes.joined(separator: " "),
        "edits": list(example.edits.map(text)),
      ])
  }

  private static func list(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "；")
  }

  private static func text(_ segments: [MessageTemplate.Segment]) -> String {
    segments.map { segment in
      switch segment {
      case .text(let text): text
      case .expression(let source): "{\(source.text)}"
      }
    }.joined()
  }

  private static func text(_ edit: Example.Edit) -> String {
    switch edit {
    case .set(let select, let value): "set \(select.text) = \(value)"
    case .remove(let select): "remove \(select.text)"
    case .insert(let place, let select, let xml):
      "insert \(place.rawValue) \(select.text): \(ElementReader.collapsed(xml))"
    }
  }
}
