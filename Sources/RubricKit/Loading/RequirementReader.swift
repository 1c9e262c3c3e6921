internal import CaseXML

/// Reads a requirement file.
struct RequirementReader {
  var reader: ElementReader

  init(file: String) { reader = ElementReader(file: file) }

  mutating func requirement(_ root: XMLElement, digest: String) -> Requirement {
    let checks = root.children(named: "check").enumerated().map { check($0.element, $0.offset) }
    let examples = root.first("examples")
    return Requirement(
      id: reader.required("id", of: root),
      title: reader.text("title", of: root) ?? LocalizedText(zh: "", en: ""),
      severity: reader.choice("severity", of: root, default: .minor),
      judge: reader.choice("judge", of: root, default: .engine),
      system: reader.choice("system", of: root, default: .none),
      from: reader.day("from", of: root),
      to: reader.day("to", of: root),
      variables: root.children(named: "variable").compactMap { variable($0) },
      when: root.first("when").map { reader.expression(in: $0) },
      checks: checks,
      question: reader.text("question", of: root, required: false),
      bases: root.children(named: "basis").map { basis($0) },
      remedy: reader.text("remedy", of: root) ?? LocalizedText(zh: "", en: ""),
      curable: Curability(rawValue: root.first("curable")?.text ?? "") ?? .yes,
      termDays: root.first("term").flatMap { Int($0.attribute("days") ?? "") },
      exampleBase: examples?.attribute("base"),
      examples: examples?.children(named: "example").map { example($0) } ?? [],
      file: reader.file,
      digest: digest,
      position: root.position)
  }

  private mutating func check(_ element: XMLElement, _ index: Int) -> Check {
    let root = ExpressionSource(text: "/*", file: reader.file, position: element.position)
    return Check(
      id: element.attribute("id") ?? "c\(index + 1)",
      each: reader.expression("each", of: element) ?? root,
      when: reader.expression("when", of: element),
      test: reader.expression("test", of: element),
      key: reader.expression("key", of: element),
      deduct: reader.points("deduct", of: element),
      cap: reader.points("cap", of: element),
      effect: reader.choice("effect", of: element, default: .fault),
      message: message(element),
      values: element.children(named: "value").map { value in
        ValueTemplate(
          label: LocalizedText(
            zh: reader.required("label-zh", of: value), en: reader.required("label-en", of: value)),
          select: reader.expression("select", of: value) ?? root)
      },
      places: element.children(named: "place").compactMap { reader.expression("select", of: $0) },
      position: element.position)
  }

  private mutating func message(_ element: XMLElement) -> MessageTemplate {
    _ = reader.text("message", of: element)
    var template = MessageTemplate(zh: [], en: [])
    for message in element.children(named: "message") {
      let segments = segments(of: message)
      if message.attribute("lang") == "zh" {
        template.zh = segments
      } else {
        template.en = segments
      }
    }
    return template
  }

  /// Splits `决定日期{date}早于…` into text and expressions; `{{` and `}}` are braces.
  private mutating func segments(of element: XMLElement) -> [MessageTemplate.Segment] {
    var segments: [MessageTemplate.Segment] = []
    var literal = ""
    var rest = Substring(ElementReader.collapsed(element.text))
    while let character = rest.popFirst() {
      if (character == "{" || character == "}") && rest.first == character {
        rest.removeFirst()
        literal.append(character)
      } else if character == "{" {
        guard let close = rest.firstIndex(of: "}") else {
          reader.report(
            "bad-message", at: element, zh: "消息中的“{”没有对应的“}”",
            en: "a “{” in the message is not closed")
          break
        }
        if !literal.isEmpty { segments.append(.text(literal)) }
        literal = ""
        segments.append(
          .expression(
            ExpressionSource(
              text: String(rest[..<close]), file: reader.file, position: element.position)))
        rest = rest[rest.index(after: close)...]
      } else {
        literal.append(character)
      }
    }
    if !literal.isEmpty { segments.append(.text(literal)) }
    return segments
  }

  private mutating func example(_ element: XMLElement) -> Example {
    Example(
      title: reader.required("title", of: element),
      base: element.attribute("base"),
      verdict: reader.choice("verdict", of: element, default: .passed),
      reason: element.attribute("reason").flatMap(PendingReason.init(rawValue:)),
      occurrences: element.attribute("occurrences").flatMap { Int($0) },
      changes: (element.attribute("changes") ?? "").split(separator: " ").map(String.init).sorted(),
      edits: element.children.compactMap { edit($0) },
      position: element.position)
  }

  mutating func edit(_ element: XMLElement) -> Example.Edit? {
    switch element.name {
    case "set":
      guard let select = reader.expression("select", of: element) else { return nil }
      return .set(select: select, value: element.attribute("value") ?? "")
    case "remove":
      return reader.expression("select", of: element).map { .remove(select: $0) }
    default:
      for place in [Example.Place.into, .before, .after] {
        if let select = reader.expression(place.rawValue, of: element) {
          return .insert(
            place, select: select,
            xml: XMLSerializer(document: element.document).inner(of: element.node))
        }
      }
      reader.report(
        "bad-edit", at: element, zh: "<insert> 须有 into、before 或 after 之一",
        en: "<insert> needs one of into, before or after")
      return nil
    }
  }

  mutating func variable(_ element: XMLElement) -> VariableDefinition? {
    let name = reader.required("name", of: element)
    return reader.expression("select", of: element).map {
      VariableDefinition(name: name, select: $0)
    }
  }

  mutating func basis(_ element: XMLElement) -> Basis {
    Basis(
      law: reader.required("law", of: element),
      article: element.attribute("article").flatMap { Int($0) },
      articleSuffix: element.attribute("suffix").flatMap { Int($0) },
      paragraph: element.attribute("paragraph").flatMap { Int($0) },
      item: element.attribute("item").flatMap { Int($0) },
      from: reader.day("from", of: element),
      to: reader.day("to", of: element),
      remark: reader.text("remark", of: element, required: false))
  }
}
