internal import Synchronization

/// A parsed document: an immutable flat table, one row per node in document order.
///
/// The rows after a row up to its `end` are its namespaces, its attributes and
/// then its descendants, each followed by its own. All text lies in one arena in document
/// order, so the string value of an element is one slice without a copy.
public final class XMLDocument: Sendable {
  /// The names known before parsing; the document's own come after them.
  public let names: NameTable
  /// Whether `namespace` rows were kept. If not, the namespace axis must not be used.
  public let hasNamespaceNodes: Bool
  /// The document as UTF-8, without byte order mark; what `offset` points into.
  public let source: [UInt8]

  @usableFromInline let rows: ContiguousArray<Row>
  @usableFromInline let text: [UInt8]
  @usableFromInline let other: [UInt8]
  let extraNames: [ExpandedName]
  let prefixes: [String]
  @usableFromInline let elementIndex: NameIndex
  @usableFromInline let attributeIndex: NameIndex
  let lineIndex = Mutex<LineIndex?>(nil)

  init(
    names: NameTable, extraNames: [ExpandedName], prefixes: [String], source: [UInt8],
    rows: ContiguousArray<Row>, text: [UInt8], other: [UInt8], hasNamespaceNodes: Bool
  ) {
    self.names = names
    self.extraNames = extraNames
    self.prefixes = prefixes
    self.source = source
    self.rows = rows
    self.text = text
    self.other = other
    self.hasNamespaceNodes = hasNamespaceNodes
    let nameCount = names.count + extraNames.count
    elementIndex = NameIndex(rows: rows, kind: .element, nameCount: nameCount)
    attributeIndex = NameIndex(rows: rows, kind: .attribute, nameCount: nameCount)
  }

  /// The number of nodes.
  @inlinable public var count: Int { rows.count }

  /// The document node.
  @inlinable public var root: NodeID { NodeID(index: 0) }

  /// The outermost element.
  public var documentElement: NodeID? { children(of: root).first { kind($0) == .element } }

  /// The kind of `node`.
  @inlinable public func kind(_ node: NodeID) -> NodeKind { rows[Int(node.index)].kind }

  /// The name of an element, attribute, processing instruction (its target) or
  /// namespace (its prefix); `NameID.none` for other nodes.
  @inlinable public func name(_ node: NodeID) -> NameID {
    NameID(raw: rows[Int(node.index)].name)
  }

  /// The parent; an attribute's parent is its element. Nil for the root.
  @inlinable public func parent(_ node: NodeID) -> NodeID? {
    let parent = rows[Int(node.index)].parent
    return parent < 0 ? nil : NodeID(index: parent)
  }

  /// The first row after the subtree of `node`.
  @inlinable public func end(_ node: NodeID) -> NodeID {
    NodeID(index: rows[Int(node.index)].end)
  }

  /// The string value (XPath 1.0 §5), without a copy.
  @inlinable public func stringValue(_ node: NodeID) -> TextSlice {
    let row = rows[Int(node.index)]
    switch row.kind {
    case .root, .element, .text:
      return TextSlice(unchecked: text, lower: row.textStart, upper: row.textEnd)
    case .attribute, .comment, .processingInstruction, .namespace:
      return TextSlice(unchecked: other, lower: row.textStart, upper: row.textEnd)
    }
  }

  /// The elements with this name, in document order.
  @inlinable public func nodes(named name: NameID) -> ArraySlice<NodeID> {
    elementIndex.nodes(named: name)
  }

  /// The attributes with this name, in document order.
  @inlinable public func attributeNodes(named name: NameID) -> ArraySlice<NodeID> {
    attributeIndex.nodes(named: name)
  }
}
