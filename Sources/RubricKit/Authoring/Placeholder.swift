internal import CaseXML

/// What a scaffold leaves to its author. A file in which one is left cannot be used: neither lint nor
/// an audit takes it for a text.
enum Placeholder {
  static let chinese = "【待填】"
  static let english = "【fill in】"

  /// Every place that is still to be filled in, in the order of the file.
  static func problems(in root: XMLElement, file: String) -> [RubricProblem] {
    let document = root.document
    var problems: [RubricProblem] = []
    func look(at text: String, _ node: NodeID) {
      guard isLikely(in: text), text.contains(chinese) || text.contains(english) else { return }
      let words = ElementReader.collapsed(text)
      problems.append(
        RubricProblem(
          "placeholder", file: file, position: document.position(node), zh: "还没有填写：\(words)",
          en: "still to be filled in: \(words)"))
    }
    func walk(_ element: XMLElement) {
      for attribute in element.attributes { look(at: attribute.value, attribute.node) }
      for child in document.children(of: element.node) where document.kind(child) == .text {
        look(at: document.stringValue(child).string, child)
      }
      for child in element.children { walk(child) }
    }
    walk(root)
    return problems
  }

  /// Whether the text has the bracket both begin with: comparing characters over all texts of all
  /// rubrics is a large part of loading them.
  private static func isLikely(in text: String) -> Bool {
    var utf8 = text.utf8[...]
    while let first = utf8.firstIndex(of: 0xE3) {
      utf8 = utf8[first...].dropFirst()
      if utf8.starts(with: [0x80, 0x90]) { return true }
    }
    return false
  }
}
