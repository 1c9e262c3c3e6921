internal import CaseXML

/// Reads `rubric.xml` and `definitions` files.
struct RubricReader {
  var requirements: RequirementReader

  init(file: String) { requirements = RequirementReader(file: file) }

  var problems: [RubricProblem] { requirements.reader.problems }

  mutating func rubric(_ root: XMLElement, digest: String) -> Rubric {
    let scoring = root.first("scoring") ?? root
    let rounding = root.first("rounding") ?? root
    let bands = root.first("grades")?.children(named: "band").map { band($0) } ?? []
    return Rubric(
      id: requirements.reader.required("id", of: root),
      version: requirements.reader.required("version", of: root),
      title: text("title", of: root),
      issuer: text("issuer", of: root),
      from: requirements.reader.day("from", of: root) ?? CivilDate.first,
      to: requirements.reader.day("to", of: root),
      decidedBy: content("decided-by", of: root),
      applies: content("applies", of: root),
      unasked: root.first("unasked").map { requirements.reader.expression(in: $0) },
      scoring: model(scoring),
      full: requirements.reader.points("full", of: scoring) ?? Points(milli: 0),
      notApplicable: requirements.reader.choice(
        "not-applicable", of: scoring, default: .rescale),
      bonus: bonus(scoring),
      rounding: Rounding(
        digits: Int(rounding.attribute("digits") ?? "") ?? 1,
        mode: requirements.reader.choice("mode", of: rounding, default: .halfUp)),
      bands: bands.sorted { $0.from > $1.from },
      sections: root.children(named: "section").map { section($0) },
      definitions: definitions(root),
      file: requirements.reader.file,
      digest: digest)
  }

  mutating func definitions(_ root: XMLElement) -> Definitions {
    var result = Definitions()
    for element in root.children {
      switch element.name {
      case "parameter": result.parameters.append(parameter(element))
      case "variable":
        if let variable = requirements.variable(element) { result.variables.append(variable) }
      case "key":
        let here = ExpressionSource(text: "/..", file: file, position: element.position)
        result.keys.append(
          KeySource(
            name: requirements.reader.required("name", of: element),
            match: requirements.reader.expression("match", of: element) ?? here,
            use: requirements.reader.expression("use", of: element) ?? here))
      default: break
      }
    }
    return result
  }

  private var file: String { requirements.reader.file }

  private mutating func text(_ name: String, of element: XMLElement) -> LocalizedText {
    requirements.reader.text(name, of: element) ?? LocalizedText(zh: "", en: "")
  }

  private func content(_ name: String, of element: XMLElement) -> ExpressionSource {
    requirements.reader.expression(in: element.first(name) ?? element)
  }

  private mutating func model(_ element: XMLElement) -> ScoringModel {
    guard element.attribute("model") == "legality-normality" else { return .deduct }
    let half = Points(milli: 50_000)
    return .legalityNormality(
      legality: requirements.reader.points("legality", of: element) ?? half,
      normality: requirements.reader.points("normality", of: element) ?? half)
  }

  private mutating func bonus(_ element: XMLElement) -> BonusPolicy? {
    guard element.attribute("bonus") != nil else { return nil }
    return BonusPolicy(
      entry: requirements.reader.choice("bonus", of: element, default: .score),
      overFull: requirements.reader.choice("over-full", of: element, default: .cut))
  }

  private mutating func band(_ element: XMLElement) -> GradeBand {
    GradeBand(
      id: requirements.reader.required("id", of: element),
      label: text("label", of: element),
      from: requirements.reader.points("from", of: element) ?? Points(milli: 0))
  }

  private mutating func section(_ element: XMLElement) -> RubricSection {
    var section = RubricSection(
      id: requirements.reader.required("id", of: element),
      title: text("title", of: element),
      points: requirements.reader.points("points", of: element) ?? Points(milli: 0),
      role: requirements.reader.choice("role", of: element, default: .normality),
      items: [], groups: [])
    for child in element.children {
      switch child.name {
      case "item": section.items.append(item(child, group: nil))
      case "group":
        let group = ItemGroup(
          id: requirements.reader.required("id", of: child),
          points: requirements.reader.points("points", of: child) ?? Points(milli: 0))
        section.groups.append(group)
        section.items += child.children(named: "item").map { item($0, group: group.id) }
      default: break
      }
    }
    return section
  }

  private mutating func item(_ element: XMLElement, group: String?) -> RubricItem {
    RubricItem(
      requirement: requirements.reader.required("requirement", of: element),
      points: requirements.reader.points("points", of: element) ?? Points(milli: 0),
      deduct: requirements.reader.points("deduct", of: element),
      cap: requirements.reader.points("cap", of: element),
      veto: requirements.reader.veto(of: element),
      group: group,
      gate: element.attribute("gate")?.split(separator: " ").map(String.init) ?? [],
      earns: element.children(named: "earn").map { earn in
        EarnedPoints(
          check: requirements.reader.required("check", of: earn),
          points: requirements.reader.points("points", of: earn) ?? Points(milli: 0))
      },
      position: element.position)
  }

  private mutating func parameter(_ element: XMLElement) -> Parameter {
    Parameter(
      name: requirements.reader.required("name", of: element),
      value: element.attribute("value") ?? "",
      unit: requirements.reader.required("unit", of: element),
      source: requirements.reader.required("source", of: element),
      checkedOn: requirements.reader.day("checked-on", of: element),
      from: requirements.reader.day("from", of: element),
      to: requirements.reader.day("to", of: element),
      place: ExpressionSource(
        text: element.attribute("value") ?? "", file: file, position: element.position))
  }
}
