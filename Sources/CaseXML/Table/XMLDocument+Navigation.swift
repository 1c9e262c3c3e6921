extension XMLDocument {
  /// The rows of the attributes of an element, in the order of the start tag.
  @inlinable public func attributes(of element: NodeID) -> Range<Int32> {
    let end = rows[Int(element.index)].end
    var first = element.index + 1
    guard rows[Int(element.index)].kind == .element else { return first..<first }
    while first < end, rows[Int(first)].kind == .namespace { first += 1 }
    var last = first
    while last < end, rows[Int(last)].kind == .attribute { last += 1 }
    return first..<last
  }

  /// The attribute of `element` with this name.
  @inlinable public func attribute(_ element: NodeID, _ name: NameID) -> NodeID? {
    for index in attributes(of: element) where rows[Int(index)].name == name.raw {
      return NodeID(index: index)
    }
    return nil
  }

  /// The first child: element, text, comment or processing instruction.
  @inlinable public func firstChild(_ node: NodeID) -> NodeID? {
    let end = rows[Int(node.index)].end
    var index = node.index + 1
    while index < end {
      switch rows[Int(index)].kind {
      case .attribute, .namespace: index += 1
      default: return NodeID(index: index)
      }
    }
    return nil
  }

  /// The next sibling. Attributes and namespaces have none.
  @inlinable public func nextSibling(_ node: NodeID) -> NodeID? {
    let row = rows[Int(node.index)]
    guard row.parent >= 0, row.kind != .attribute, row.kind != .namespace else { return nil }
    return row.end < rows[Int(row.parent)].end ? NodeID(index: row.end) : nil
  }

  /// The sibling before `node`. Attributes and namespaces have none.
  @inlinable public func previousSibling(_ node: NodeID) -> NodeID? {
    let row = rows[Int(node.index)]
    guard row.parent >= 0, row.kind != .attribute, row.kind != .namespace else { return nil }
    var before = node.index - 1
    while before > row.parent {
      let candidate = rows[Int(before)]
      if candidate.parent == row.parent {
        switch candidate.kind {
        case .attribute, .namespace: return nil
        default: return NodeID(index: before)
        }
      }
      before = candidate.parent
    }
    return nil
  }

  /// The children in document order, without building a list.
  @inlinable public func children(of node: NodeID) -> ChildSequence {
    ChildSequence(document: self, next: firstChild(node))
  }

  /// The namespaces in scope of `element`, nearest declaration first; empty unless the document was
  /// parsed with namespace nodes (`hasNamespaceNodes`).
  public func namespaceNodes(of element: NodeID) -> [NodeID] {
    guard kind(element) == .element else { return [] }
    var nodes: [NodeID] = []
    var index = element.index + 1
    while index < end(element).index, kind(NodeID(index: index)) == .namespace {
      nodes.append(NodeID(index: index))
      index += 1
    }
    return nodes
  }
}

/// The children of a node in document order.
public struct ChildSequence: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let document: XMLDocument
  @usableFromInline var upcoming: NodeID?

  @inlinable init(document: XMLDocument, next: NodeID?) {
    self.document = document
    upcoming = next
  }

  /// The next child.
  @inlinable public mutating func next() -> NodeID? {
    guard let current = upcoming else { return nil }
    upcoming = document.nextSibling(current)
    return current
  }
}
