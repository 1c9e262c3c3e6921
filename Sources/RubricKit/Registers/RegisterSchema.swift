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
    let reader = RegisterLayoutReader(root)
    kinds = reader.kinds
    layouts = reader.layouts
  }

  /// The kinds that the schema knows.
  public var knownKinds: [String] {
    kinds.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What does not follow the schema in a map of columns.
  func columnErrors(_ bytes: [UInt8]) throws(XMLError) -> [SchemaError] {
    let schema = try CompiledSchema(Array(text.utf8))
    return try XMLParser(names: .empty, schema: schema).parse(bytes).schemaErrors
  }

  /// What does not follow the schema; nothing for a kind that the schema does not know.
  public func errors(_ bytes: [UInt8], kind: String) throws(XMLError) -> [SchemaError] {
    guard kinds.contains(kind) else { return [] }
    let bound = text.replacing(
      Self.openRoot, with: "<xs:element name=\"register\" type=\"\(kind)\"/>", maxReplacements: 1)
    let schema = try CompiledSchema(Array(bound.utf8))
    return try XMLParser(names: .empty, schema: schema).parse(bytes).schemaErrors
  }
}
