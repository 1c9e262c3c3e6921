/// A reading view of one element, for small files: rubrics, registers, schemas.
///
/// `children(named:)`, `first(_:)` and `attribute(_:)` name things by local part; elements are looked for in the
/// namespace of this element, attributes in none.
public struct XMLElement: Sendable {
  /// The document the element is in.
  public let document: XMLDocument
  /// The element's row.
  public let node: NodeID

  /// A view of `node`, which must be an element of `document`.
  public init(document: XMLDocument, node: NodeID) {
    self.document = document
    self.node = node
  }

  /// The local name.
  public var name: String { document.localName(document.name(node)) }

  /// The namespace; nil for none.
  public var uri: String? { document.uri(document.name(node)) }

  /// The value of the attribute `name` (in no namespace); nil when it is not there.
  public func attribute(_ name: String) -> String? {
    attributeNode(name).map { document.stringValue($0).string }
  }

  /// The row of the attribute `name`, to cite it.
  public func attributeNode(_ name: String) -> NodeID? {
    guard let id = document.nameID(local: name) else { return nil }
    return document.attribute(node, id)
  }

  /// The names and values of all attributes, as written in the start tag.
  public var attributes: [(name: String, value: String, node: NodeID)] {
    document.attributes(of: node).map {
      let attribute = NodeID(index: $0)
      return (
        document.qualifiedName(attribute), document.stringValue(attribute).string, attribute
      )
    }
  }

  /// The child elements in order.
  public var children: [XMLElement] {
    document.children(of: node).compactMap {
      document.kind($0) == .element ? XMLElement(document: document, node: $0) : nil
    }
  }

  /// The child elements called `name` in this element's namespace, in order.
  public func children(named name: String) -> [XMLElement] {
    guard let id = document.nameID(uri: uri, local: name) else { return [] }
    return document.children(of: node).compactMap {
      document.kind($0) == .element && document.name($0) == id
        ? XMLElement(document: document, node: $0) : nil
    }
  }

  /// The first child element called `name` in this element's namespace.
  public func first(_ name: String) -> XMLElement? {
    guard let id = document.nameID(uri: uri, local: name) else { return nil }
    for child in document.children(of: node)
    where document.kind(child) == .element && document.name(child) == id {
      return XMLElement(document: document, node: child)
    }
    return nil
  }

  /// The text of the element and all below it, as written.
  public var text: String { document.stringValue(node).string }

  /// The text without white space at its ends.
  public var trimmedText: String { document.stringValue(node).trimmed.string }

  /// Where the element begins.
  public var position: SourcePosition { document.position(node) }
}

extension XMLDocument {
  /// A view of the outermost element.
  public var rootElement: XMLElement? {
    documentElement.map { XMLElement(document: self, node: $0) }
  }
}
