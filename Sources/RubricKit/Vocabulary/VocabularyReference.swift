/// The reference page of the case-file vocabulary: every element and field with its Chinese name,
/// made from the schema.
public enum VocabularyReference {
  /// The page as Markdown.
  public static func markdown(_ vocabulary: Vocabulary, _ language: Language) -> String {
    var page = Page(vocabulary: vocabulary, language: language)
    for root in vocabulary.roots { page.write(root) }
    return page.text
  }

  private struct Page {
    let vocabulary: Vocabulary
    let language: Language
    var text: String
    private var written: Set<Int> = []

    init(vocabulary: Vocabulary, language: Language) {
      self.vocabulary = vocabulary
      self.language = language
      text =
        language == .zh
        ? "# 案卷格式\n\n本页由 `caseaudit new-case --reference` 根据 `Rubrics/schema/case-file.xsd` 生成，请勿手改。\n"
        : "# The case-file format\n\nMade from `Rubrics/schema/case-file.xsd` by "
          + "`caseaudit new-case --reference --lang en`; do not edit.\n"
    }

    mutating func write(_ root: Vocabulary.Element) {
      var open = [root]
      while !open.isEmpty {
        let element = open.removeFirst()
        guard written.insert(element.type).inserted else { continue }
        let type = vocabulary.types[element.type]
        guard !type.elements.isEmpty else { continue }
        let name = type.name.isEmpty ? element.name : type.name
        text += "\n## \(element.title[language]) `\(name)`\n\n"
        attributes(type)
        text +=
          language == .zh
          ? "| 元素 | 名称 | 内容 | 次数 |\n|---|---|---|---|\n"
          : "| Element | Name | Content | Times |\n|---|---|---|---|\n"
        for child in type.elements {
          text +=
            "| `\(child.name)` | \(child.title[language]) | \(content(child)) | \(times(child)) |\n"
        }
        open += type.elements
      }
    }

    private mutating func attributes(_ type: Vocabulary.ElementType) {
      for attribute in type.attributes {
        let title = attribute.title[language]
        let values = attribute.values.map { "`\($0)`" }.joined(separator: " ")
        let detail = [title, values].filter { !$0.isEmpty }.joined(separator: "：")
        text += "- `@\(attribute.name)` \(detail)\n"
      }
      if !type.attributes.isEmpty { text += "\n" }
    }

    private func content(_ element: Vocabulary.Element) -> String {
      let type = vocabulary.types[element.type]
      if !type.elements.isEmpty { return type.name.isEmpty ? "…" : "`\(type.name)`" }
      if !type.values.isEmpty { return type.values.map { "`\($0)`" }.joined(separator: " ") }
      let words =
        switch type.value {
        case .date: LocalizedText(zh: "日期", en: "date")
        case .moment: LocalizedText(zh: "日期和时刻", en: "date and time")
        case .amount: LocalizedText(zh: "金额（元）", en: "amount (yuan)")
        case .text: LocalizedText(zh: "文字", en: "text")
        }
      let personal = LocalizedText(zh: "，个人信息", en: ", personal data")
      return words[language] + (element.personal == nil ? "" : personal[language])
    }

    private func times(_ element: Vocabulary.Element) -> String {
      switch (element.required, element.repeats) {
      case (true, false): "1"
      case (true, true): "1…"
      case (false, false): "0–1"
      case (false, true): "0…"
      }
    }
  }
}
