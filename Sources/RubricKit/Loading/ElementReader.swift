internal import CaseXML

/// Reads fields of our own files and collects what is wrong instead of stopping at the first fault.
struct ElementReader {
  let file: String
  var problems: [RubricProblem] = []

  init(file: String) { self.file = file }

  mutating func report(
    _ code: String, at element: XMLElement, weight: RubricProblem.Weight = .error, zh: String,
    en: String
  ) {
    problems.append(
      RubricProblem(
        code, file: file, position: element.position, weight: weight, zh: zh, en: en))
  }

  /// Ends the reading.
  ///
  /// - Throws: ``UnusableRubricError`` with everything reported, where there is anything.
  func finish() throws(UnusableRubricError) {
    if !problems.isEmpty { throw UnusableRubricError(problems: problems) }
  }

  /// A required attribute; reports and gives "" where there is none.
  mutating func required(_ name: String, of element: XMLElement) -> String {
    if let value = element.attribute(name), !value.isEmpty { return value }
    report(
      "missing-attribute", at: element, zh: "<\(element.name)> 缺少属性 \(name)",
      en: "<\(element.name)> has no attribute \(name)")
    return ""
  }

  /// The text in both languages from children with `lang`; reports a language that is missing.
  mutating func text(_ name: String, of element: XMLElement, required: Bool = true)
    -> LocalizedText?
  {
    let texts = element.children(named: name)
    if texts.isEmpty && !required { return nil }
    var found: [String: String] = [:]
    for child in texts {
      let lang = child.attribute("lang") ?? ""
      if found[lang] != nil {
        report(
          "duplicate-text", at: child, zh: "<\(name)> 的 \(lang) 文本重复",
          en: "<\(name)> has two texts in \(lang)")
      }
      found[lang] = ElementReader.collapsed(child.text)
    }
    for lang in ["zh", "en"] where (found[lang] ?? "").isEmpty {
      report(
        "missing-text", at: texts.first ?? element,
        zh: "<\(element.name)> 的 <\(name)> 缺少 \(lang) 文本",
        en: "<\(element.name)> has no \(lang) text in <\(name)>")
    }
    return LocalizedText(zh: found["zh"] ?? "", en: found["en"] ?? "")
  }

  /// The expression in an attribute, or nil.
  func expression(_ name: String, of element: XMLElement) -> ExpressionSource? {
    guard let node = element.attributeNode(name), let text = element.attribute(name) else {
      return nil
    }
    return ExpressionSource(
      text: text, file: file, position: element.document.position(node))
  }

  /// The expression that is an element's content.
  func expression(in element: XMLElement) -> ExpressionSource {
    ExpressionSource(
      text: ElementReader.collapsed(element.text), file: file, position: element.position)
  }

  mutating func points(_ name: String, of element: XMLElement) -> Points? {
    guard let text = element.attribute(name) else { return nil }
    if let points = try? Points(text) { return points }
    report(
      "bad-points", at: element, zh: "属性 \(name)=\"\(text)\" 不是分值（例如 2 或 0.5）",
      en: "attribute \(name)=\"\(text)\" is not points (such as 2 or 0.5)")
    return nil
  }

  mutating func day(_ name: String, of element: XMLElement) -> CivilDate? {
    guard let text = element.attribute(name) else { return nil }
    if let day = try? CivilDate(text) { return day }
    report(
      "bad-date", at: element, zh: "属性 \(name)=\"\(text)\" 不是日期（例如 2024-05-06）",
      en: "attribute \(name)=\"\(text)\" is not a date (such as 2024-05-06)")
    return nil
  }

  /// One of a closed list, e.g. a severity.
  mutating func choice<Value: RawRepresentable>(
    _ name: String, of element: XMLElement, default fallback: Value
  ) -> Value where Value.RawValue == String {
    guard let text = element.attribute(name) else { return fallback }
    if let value = Value(rawValue: text) { return value }
    report(
      "bad-value", at: element, zh: "属性 \(name) 的值 \"\(text)\" 无法识别",
      en: "attribute \(name) has the unknown value \"\(text)\"")
    return fallback
  }

  mutating func veto(of element: XMLElement) -> VetoEffect? {
    guard let text = element.attribute("veto") else { return nil }
    if let effect = VetoEffect(text) { return effect }
    report(
      "bad-value", at: element, zh: "属性 veto 的值 \"\(text)\" 无法识别",
      en: "attribute veto has the unknown value \"\(text)\"")
    return nil
  }

  /// Runs of XML white space as one space, none at the ends.
  static func collapsed(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var owesSpace = false
    for byte in text.utf8 {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: owesSpace = !bytes.isEmpty
      default:
        if owesSpace { bytes.append(0x20) }
        owesSpace = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension VetoEffect {
  /// Reads `zero`, `unqualified`, `bar-excellent` or `cap:POINTS`.
  init?(_ text: String) {
    switch text {
    case "zero": self = .zero
    case "unqualified": self = .unqualified
    case "bar-excellent": self = .barExcellent
    default:
      guard text.hasPrefix("cap:"), let points = try? Points(String(text.dropFirst(4)))
      else { return nil }
      self = .cap(points)
    }
  }

  /// As written in a rubric.
  public var code: String {
    switch self {
    case .zero: "zero"
    case .unqualified: "unqualified"
    case .cap(let points): "cap:\(points)"
    case .barExcellent: "bar-excellent"
    }
  }
}
