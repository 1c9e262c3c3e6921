internal import Synchronization

extension XMLDocument {
  /// The byte in `source` where the node begins: the `<` of an element, comment or
  /// processing instruction, the first byte of a text (of its markup, if it begins with a CDATA
  /// section), the name of an attribute. For a namespace, the `<` of its
  /// element.
  public func offset(_ node: NodeID) -> Int {
    let row = rows[Int(node.index)]
    guard row.kind == .attribute else { return Int(row.offset) }
    let element = NodeID(index: row.parent)
    let number = Int(node.index - attributes(of: element).lowerBound)
    return StartTag.attributeOffset(number, in: source, from: Int(row.offset))
  }

  /// Line and column where the node begins. The first call builds an index of the whole source.
  public func position(_ node: NodeID) -> SourcePosition {
    position(ofOffset: offset(node))
  }

  /// Line and column of a byte of `source`.
  public func position(ofOffset offset: Int) -> SourcePosition {
    lineIndex.withLock { cached in
      let index = cached ?? LineIndex(source)
      cached = index
      return index.position(of: offset, in: source)
    }
  }

  /// The path from the root, with an index only where siblings share the name:
  /// `/caseFile/documents/decision[2]/date`.
  public func path(_ node: NodeID) -> String {
    var steps: [String] = []
    var current = node
    while let parent = parent(current) {
      steps.append(step(current, in: parent))
      current = parent
    }
    return "/" + steps.reversed().joined(separator: "/")
  }

  private func step(_ node: NodeID, in parent: NodeID) -> String {
    switch kind(node) {
    case .attribute: return "@" + qualifiedName(node)
    case .namespace: return "namespace::" + localName(name(node))
    case .root: return ""
    case .element: return qualifiedName(node) + ordinal(node, in: parent)
    case .text: return "text()" + ordinal(node, in: parent)
    case .comment: return "comment()" + ordinal(node, in: parent)
    case .processingInstruction:
      return "processing-instruction('\(localName(name(node)))')" + ordinal(node, in: parent)
    }
  }

  private func ordinal(_ node: NodeID, in parent: NodeID) -> String {
    var total = 0
    var mine = 0
    for sibling in children(of: parent)
    where kind(sibling) == kind(node) && name(sibling) == name(node) {
      total += 1
      if sibling == node { mine = total }
    }
    return total > 1 ? "[\(mine)]" : ""
  }
}
