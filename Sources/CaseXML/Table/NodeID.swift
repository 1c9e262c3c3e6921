/// A node of a document: the number of its row. Lower is earlier in document order.
@frozen
public struct NodeID: Hashable, Comparable, Sendable {
  /// The row, from 0 (the root).
  public let index: Int32

  /// The node in this row.
  @inlinable public init(index: Int32) { self.index = index }

  /// Whether `left` comes first in document order (XPath 1.0 §5).
  @inlinable public static func < (left: NodeID, right: NodeID) -> Bool {
    left.index < right.index
  }
}

/// The kinds of node in the data model of XPath 1.0 §5.
@frozen
public enum NodeKind: UInt8, Sendable {
  /// The document itself, parent of the outermost element.
  case root
  /// An element.
  case element
  /// An attribute; never a namespace declaration.
  case attribute
  /// A run of character data, CDATA sections included; never empty.
  case text
  /// A comment.
  case comment
  /// A processing instruction.
  case processingInstruction
  /// A namespace in scope of an element. Only in documents parsed with namespace nodes.
  case namespace
}

/// What the table keeps of a node: 28 bytes, in document order.
@usableFromInline
struct Row: Sendable {
  @usableFromInline var name: Int32
  @usableFromInline var parent: Int32
  /// The first row after the subtree; the next row for nodes that can't have one.
  @usableFromInline var end: Int32
  /// Where the node begins in the UTF-8 source. For attributes and namespaces, where
  /// the start tag begins.
  @usableFromInline var offset: Int32
  /// The string value: in the text arena for root, element and text, in the other
  /// arena for the rest.
  @usableFromInline var textStart: Int32
  @usableFromInline var textEnd: Int32
  @usableFromInline var kind: NodeKind
  /// Index into the document's prefixes; 0 for none.
  @usableFromInline var prefix: UInt16

  @usableFromInline
  init(
    kind: NodeKind, name: Int32, prefix: UInt16, parent: Int32, end: Int32, offset: Int32,
    textStart: Int32, textEnd: Int32
  ) {
    self.kind = kind
    self.name = name
    self.prefix = prefix
    self.parent = parent
    self.end = end
    self.offset = offset
    self.textStart = textStart
    self.textEnd = textEnd
  }
}
