internal import CaseXML

/// Finds `id` attributes that stand twice in one file: references would be ambiguous. XML Schema could
/// say so (`xs:unique`), but libxml2 spends a third of all validation on it.
enum IdentifierCheck {
  /// An error for each id that stands a second time, at its element.
  static func faults(in document: XMLDocument) -> [(node: NodeID, error: SchemaErrorRecord)] {
    guard let name = document.nameID(local: "id") else { return [] }
    var seen: Set<TextSlice> = []
    var faults: [(node: NodeID, error: SchemaErrorRecord)] = []
    for attribute in document.attributeNodes(named: name) {
      let value = document.stringValue(attribute)
      guard !value.isEmpty, !seen.insert(value).inserted,
        let element = document.parent(attribute)
      else { continue }
      let position = document.position(attribute)
      let shown = value.string
      faults.append(
        (
          element,
          SchemaErrorRecord(
            line: position.line, column: position.column,
            message: LocalizedText(
              zh: "编号 id=\"\(shown)\" 在同一案卷中重复，引用它的地方无法确定所指。请改成不同的编号",
              en: "id=\"\(shown)\" stands twice in the file, so references to it are ambiguous; "
                + "give each its own"))
        ))
    }
    return faults
  }
}
