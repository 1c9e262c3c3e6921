public import CaseXML

/// `register.xsd`: what the rows of each kind hold, and the check of a file against it.
///
/// The root of every register is `<register>`, and XML Schema 1.0 cannot choose a type by the value
/// of an attribute: the root is declared without a type, and a file is validated against the type
/// that is named like its kind.
public struct RegisterSchema: Sendable {
  /// The layouts of kinds with rows, by kind.
  public let layouts: [String: RegisterLayout]
  private let text: String
  private let kinds: Set<String>

  private static let openRoot = "<xs:element name=\"register\"/>"

  /// Reads the schema.
  ///
  /// - Throws: `XMLError` where it is no usable schema.
  public init(_ bytes: [UInt8]) throws(XMLError) {
    _ = try CompiledSchema(bytes)
    let document = try XMLParser().parse(bytes).document
    text = String(decoding: bytes, as: UTF8.self)
    guard let root = document.rootElement, text.contains(Self.openRoot) else {
      throw .schemaUnusable(detail: "no \(Self.openRoot)")
    }
    var layouts: [String: RegisterLayout] = [:]
    var kinds: Set<String> = []
    for type in root.children(named: "complexType") {
      guard let name = type.attribute("name"), type.first("annotation") != nil else { continue }
      kinds.insert(name)
      if let layout = Self.layout(type, kind: name, root) { layouts[name] = layout }
    }
    self.layouts = layouts
    self.kinds = kinds
  }

  /// The kinds that the schema knows.
  public var knownKinds: [String] {
    kinds.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What does not follow the schema; nothing for a kind that the schema does not know.
  public func errors(_ bytes: [UInt8], kind: String) throws(XMLError) -> [SchemaError] {
    guard kinds.contains(kind) else { return [] }
    let bound = text.replacing(
      Self.openRoot, with: "<xs:element name=\"register\" type=\"\(kind)\"/>", maxReplacements: 1)
    let schema = try CompiledSchema(Array(bound.utf8))
    return try XMLParser(names: .empty, schema: schema).parse(bytes).schemaErrors
  }

  private static func layout(_ type: XMLElement, kind: String, _ root: XMLElement)
    -> RegisterLayout?
  {
    guard let element = type.first("sequence")?.first("element"),
      element.attribute("name") == "row", let row = element.first("complexType")
    else { return nil }
    let key = row.children(named: "attribute").first { $0.attribute("name") == "key" }
    let composed = type.first("annotation")?.first("appinfo").flatMap { child("key", of: $0) }
    return RegisterLayout(
      kind: kind, title: title(type),
      fields: (row.first("sequence")?.children ?? []).map { field($0, root) },
      keyFields: (composed?.attribute("fields") ?? "").split(separator: " ").map(String.init),
      keyTitle: key.map(title), keyRefersTo: key.flatMap(refersTo))
  }

  private static func field(_ element: XMLElement, _ root: XMLElement) -> RegisterLayout.Field {
    let type = root.children(named: "complexType").first {
      $0.attribute("name") == element.attribute("type")
    }
    let holder = type?.first("simpleContent")?.first("extension") ?? type
    return RegisterLayout.Field(
      name: element.attribute("name") ?? "", title: title(element),
      isRepeated: element.attribute("maxOccurs") == "unbounded",
      attributes: (holder?.children(named: "attribute") ?? []).compactMap { $0.attribute("name") },
      refersTo: refersTo(element))
  }

  private static func refersTo(_ element: XMLElement) -> String? {
    element.first("annotation")?.first("appinfo").flatMap { child("refers", of: $0) }?
      .attribute("kind")
  }

  /// Notes of ours in the schema stand in no namespace.
  private static func child(_ name: String, of element: XMLElement) -> XMLElement? {
    element.children.first { $0.name == name && $0.uri == nil }
  }

  private static func title(_ element: XMLElement) -> LocalizedText {
    let texts = element.first("annotation")?.children(named: "documentation") ?? []
    func text(_ language: String) -> String {
      texts.first { $0.attributes.contains { $0.name == "xml:lang" && $0.value == language } }?
        .trimmedText ?? ""
    }
    return LocalizedText(zh: text("zh"), en: text("en"))
  }
}
