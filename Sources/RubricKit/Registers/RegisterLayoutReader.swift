internal import CaseXML

/// Reads what the rows of each kind hold out of `register.xsd`, so that it stands in one place.
struct RegisterLayoutReader {
  private(set) var kinds: Set<String> = []
  private(set) var layouts: [String: RegisterLayout] = [:]
  private var types: [String: XMLElement] = [:]

  init(_ root: XMLElement) {
    for type in root.children {
      guard let name = type.attribute("name"), type.name.hasSuffix("Type") else { continue }
      types[name] = type
    }
    // The kinds are the types that say what they are; the others are parts of them.
    for (name, type) in types where type.name == "complexType" && type.first("annotation") != nil {
      kinds.insert(name)
      layouts[name] = layout(type, kind: name)
    }
  }

  private func layout(_ type: XMLElement, kind: String) -> RegisterLayout? {
    guard let element = type.first("sequence")?.first("element"),
      element.attribute("name") == "row", let row = element.first("complexType")
    else { return nil }
    let key = row.children(named: "attribute").first { $0.attribute("name") == "key" }
    let composed = note("key", of: type)?.attribute("fields") ?? ""
    return RegisterLayout(
      kind: kind, title: title(type), fields: (row.first("sequence")?.children ?? []).map(field),
      keyFields: composed.split(separator: " ").map(String.init), keyTitle: key.map(title),
      keyRefersTo: key.flatMap { note("refers", of: $0)?.attribute("kind") })
  }

  private func field(_ element: XMLElement) -> RegisterLayout.Field {
    let type = element.attribute("type").flatMap { types[$0] }
    let content = type?.first("simpleContent")?.first("extension")
    return RegisterLayout.Field(
      name: element.attribute("name") ?? "", title: title(element),
      isRequired: element.attribute("minOccurs") != "0",
      isRepeated: element.attribute("maxOccurs") == "unbounded",
      codes: codes(content?.attribute("base") ?? element.attribute("type")),
      isDay: element.attribute("type") == "day",
      attributes: ((content ?? type)?.children(named: "attribute") ?? []).map {
        RegisterLayout.Attribute(
          name: $0.attribute("name") ?? "", title: title($0), codes: codes($0.attribute("type")),
          isDay: $0.attribute("type") == "day")
      },
      refersTo: note("refers", of: element)?.attribute("kind"))
  }

  private func codes(_ type: String?) -> [String: LocalizedText] {
    let values = type.flatMap { types[$0] }?.first("restriction")?.children(named: "enumeration")
    return Dictionary(
      (values ?? []).map { ($0.attribute("value") ?? "", title($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Notes of ours in the schema stand in no namespace.
  private func note(_ name: String, of element: XMLElement) -> XMLElement? {
    element.first("annotation")?.first("appinfo")?.children
      .first { $0.name == name && $0.uri == nil }
  }

  private func title(_ element: XMLElement) -> LocalizedText {
    let texts = element.first("annotation")?.children(named: "documentation") ?? []
    func text(_ language: String) -> String {
      texts.first { $0.attributes.contains { $0.name == "xml:lang" && $0.value == language } }?
        .trimmedText ?? ""
    }
    return LocalizedText(zh: text("zh"), en: text("en"))
  }
}
