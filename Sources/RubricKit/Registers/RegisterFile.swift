public import CaseXML

/// A register as it was read from its file, before its content is interpreted.
public struct RegisterFile: Sendable {
  /// The file, as it is cited.
  public let name: String
  /// SHA-256 of its bytes.
  public let digest: String
  /// What it holds, such as `thresholds`; look-ups name it.
  public let kind: String
  /// The first day it speaks about; nil: no beginning.
  public let from: CivilDate?
  /// The last day it speaks about; nil: it is kept up to date.
  public let to: CivilDate?
  /// Where its facts come from.
  public let source: String?
  /// The root element.
  public let root: XMLElement
  private let bytes: [UInt8]
  /// Where its parts stand in the table it was made from.
  private let origin: TableOrigin?

  /// Reads the head of a register.
  public init(_ bytes: [UInt8], name: String) throws(RegisterError) {
    try self.init(bytes, name: name, digest: Digest.sha256(bytes), origin: nil)
  }

  /// Reads the head of a register that was made from a table with this digest.
  init(_ bytes: [UInt8], name: String, digest: String, origin: TableOrigin?)
    throws(RegisterError)
  {
    let parsed: ParsedXML
    do {
      parsed = try XMLParser().parse(bytes)
    } catch {
      throw .xml(file: name, error)
    }
    guard let root = parsed.document.rootElement, root.name == "register", root.uri == nil else {
      let found = parsed.document.rootElement
      throw .invalid(
        file: name, found?.position ?? SourcePosition(line: 1, column: 1),
        .notARegister(root: found?.name ?? ""))
    }
    self.name = name
    self.root = root
    self.bytes = bytes
    self.digest = digest
    self.origin = origin
    source = root.attribute("source")
    kind = try Self.required("kind", of: root, file: name)
    (from, to) = try Self.period(of: root, file: name)
    // For an editor, the root may name its type and the schema.
    let editors: Set = ["xsi:type", "xsi:noNamespaceSchemaLocation", "xmlns:xsi"]
    try Self.allow(editors.union(["kind", "from", "to", "source"]), on: root, file: name)
  }

  /// Reads the file's content; errors are led back to the table it was made from.
  func reading<Value>(_ body: () throws(RegisterError) -> Value) throws(RegisterError) -> Value {
    do {
      return try body()
    } catch {
      throw origin?.relocated(error) ?? error
    }
  }

  /// Refuses what does not follow the schema's type for this kind.
  func check(_ schema: RegisterSchema) throws(RegisterError) {
    let errors: [SchemaError]
    do {
      errors = try schema.errors(bytes, kind: kind)
    } catch {
      throw .xml(file: name, error)
    }
    if !errors.isEmpty { throw .schema(file: name, errors) }
  }

  /// The attributes `from` and `to` of an element.
  static func period(of element: XMLElement, file: String) throws(RegisterError)
    -> (from: CivilDate?, to: CivilDate?)
  {
    let from = try date("from", of: element, file: file)
    let to = try date("to", of: element, file: file)
    if let from, let to, to < from {
      throw .invalid(file: file, element.position, .endsBeforeStart)
    }
    return (from, to)
  }

  /// A date attribute; nil when it is not there.
  static func date(_ name: String, of element: XMLElement, file: String) throws(RegisterError)
    -> CivilDate?
  {
    guard let text = element.attribute(name) else { return nil }
    do {
      return try CivilDate(text)
    } catch {
      throw .invalid(file: file, element.position, .date(error))
    }
  }

  /// An attribute that must be there and not empty.
  static func required(_ name: String, of element: XMLElement, file: String)
    throws(RegisterError) -> String
  {
    guard let text = element.attribute(name), !text.isEmpty else {
      throw .invalid(file: file, element.position, .missingAttribute(name))
    }
    return text
  }

  /// Refuses attributes that nobody reads: they are mistyped names.
  static func allow(_ names: Set<String>, on element: XMLElement, file: String)
    throws(RegisterError)
  {
    for attribute in element.attributes where !names.contains(attribute.name) {
      throw .invalid(file: file, element.position, .unexpected("@" + attribute.name))
    }
  }
}
