/// A case file with every field empty and its Chinese name beside it, for those who transcribe.
public enum CaseSkeleton {
  /// Papers that an ordinary file has at the least; the rest is listed in a comment.
  private static let papers: [String: [String]] = [
    "ordinaryPenalty": [
      "clueRecord", "filingApproval", "inspectionRecord", "interview", "investigationReport",
      "legalReview", "priorNotice", "proofOfService", "decisionApproval", "decision",
      "paymentReceipt", "closing",
    ],
    "summaryPenalty": ["inspectionRecord", "onSpotDecision", "onSpotFiling", "paymentReceipt"],
    "coerciveMeasure": [
      "filingApproval", "coercionApproval", "coercionDecision", "coercionList", "coercionRecord",
      "proofOfService", "coercionExtension", "coercionHandling", "coercionLift", "goodsReturn",
    ],
    "coerciveExecution": [
      "decision", "proofOfService", "demand", "coercionApproval", "executionDecision",
      "substituteDecision", "executionRecord", "courtApplication", "closing",
    ],
  ]

  /// The kinds of case the schema knows.
  public static func kinds(_ vocabulary: Vocabulary) -> [String] {
    vocabulary.roots.flatMap { kinds(of: $0, vocabulary) }
  }

  /// Of roots of files, which must say their kind; the schema's other global elements need not.
  private static func kinds(of root: Vocabulary.Element, _ vocabulary: Vocabulary) -> [String] {
    vocabulary.types[root.type].attributes
      .first { $0.name == "kind" && $0.required }?.values ?? []
  }

  /// The skeleton of a kind.
  public static func xml(kind: String, _ vocabulary: Vocabulary) -> String {
    guard let root = vocabulary.roots.first(where: { kinds(of: $0, vocabulary).contains(kind) })
    else { return "" }
    var writer = Writer(vocabulary: vocabulary, papers: papers[kind] ?? [])
    writer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    writer.line("<!-- 卷内没有的文书或者栏目，整段删去；有而空白的写 state=\"blank\"，字迹不清的写")
    writer.line("     state=\"illegible\"，暂未录入的写 state=\"notTranscribed\"；日期写成 2024-05-06，")
    writer.line("     时刻写成 2024-05-06T09:30，金额写成 3000.00（元）。 -->")
    writer.open("\(root.name) kind=\"\(kind)\" version=\"1\"", root.title)
    writer.children(of: root, below: [root.name])
    writer.close(root.name)
    return writer.text
  }

  private struct Writer {
    let vocabulary: Vocabulary
    let papers: [String]
    var text = ""
    private var depth = 0
    private var count = 0

    init(vocabulary: Vocabulary, papers: [String]) {
      self.vocabulary = vocabulary
      self.papers = papers
    }

    mutating func line(_ content: String) {
      text += String(repeating: "  ", count: depth) + content + "\n"
    }

    mutating func open(_ tag: String, _ title: LocalizedText) {
      line("<\(tag)>  <!-- \(title.zh) -->")
      depth += 1
    }

    mutating func close(_ name: String) {
      depth -= 1
      line("</\(name)>")
    }

    mutating func children(of element: Vocabulary.Element, below path: [String]) {
      let elements = vocabulary.types[element.type].elements
      let isFolder = element.name == "documents"
      if isFolder {
        let others = elements.filter { !papers.contains($0.name) }
        line(
          "<!-- 其他可用的文书：\(others.map { "\($0.title.zh) \($0.name)" }.joined(separator: "；")) -->")
      }
      for child in isFolder ? order(elements) : elements {
        write(child, below: path + [child.name])
      }
    }

    /// The papers of this kind, in filing order.
    private func order(_ elements: [Vocabulary.Element]) -> [Vocabulary.Element] {
      papers.compactMap { name in elements.first { $0.name == name } }
    }

    private mutating func write(_ element: Vocabulary.Element, below path: [String]) {
      let type = vocabulary.types[element.type]
      let tag = element.name + attributes(type, below: path)
      let isRecursion = path.dropLast().contains(element.name) || path.count > 8
      if type.elements.isEmpty || isRecursion {
        let values = type.values.isEmpty ? "" : "：\(type.values.joined(separator: "、"))"
        line(
          "<\(tag)></\(element.name)>  <!-- \(element.title.zh)\(element.title.zh.contains("元") ? "" : hint(type))\(values) -->"
        )
      } else {
        open(tag, element.title)
        children(of: element, below: path)
        close(element.name)
      }
    }

    /// An id where others refer to the element, and the attributes that must stand, with their first
    /// value; the choices are in a comment above.
    private mutating func attributes(_ type: Vocabulary.ElementType, below path: [String]) -> String
    {
      var text = ""
      if path.count == 3, type.attributes.contains(where: { $0.name == "id" }) {
        count += 1
        text += " id=\"\(path[1].prefix(1))\(count)\""
      }
      for attribute in type.attributes where attribute.required && attribute.name != "id" {
        if attribute.values.count > 1 {
          line("<!-- \(attribute.name)：\(attribute.values.joined(separator: "、")) -->")
        }
        text += " \(attribute.name)=\"\(attribute.values.first ?? "")\""
      }
      return text
    }

    private func hint(_ type: Vocabulary.ElementType) -> String {
      switch type.value {
      case .date: "（年-月-日）"
      case .moment: "（年-月-日T时:分）"
      case .amount: "（元）"
      case .text: ""
      }
    }
  }
}
