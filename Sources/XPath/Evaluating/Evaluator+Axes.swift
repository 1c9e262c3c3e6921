internal import CaseXML

extension Evaluator {
  /// Calls `visit` with the nodes on an axis (§2.2) that pass a test (§2.3), in the order of the axis,
  /// until it returns true; tells whether it did.
  func scan(
    _ axis: Axis, _ test: CompiledTest, from node: NodeID,
    _ visit: (NodeID) throws(XPathError) -> Bool
  ) throws(XPathError) -> Bool {
    switch axis {
    case .child: return try children(of: node, test, visit)
    case .attribute: return try attributes(of: node, test, visit)
    case .self: return passes(node, test) ? try visit(node) : false
    case .descendant: return try descendants(of: node, test, visit)
    case .descendantOrSelf:
      if passes(node, test), try visit(node) { return true }
      return try descendants(of: node, test, visit)
    case .parent:
      guard let parent = document.parent(node) else { return false }
      return passes(parent, test) ? try visit(parent) : false
    case .ancestor, .ancestorOrSelf:
      var next = axis == .ancestor ? document.parent(node) : node
      while let here = next {
        try spend(1)
        if passes(here, test), try visit(here) { return true }
        next = document.parent(here)
      }
      return false
    case .followingSibling, .precedingSibling:
      var next = sibling(of: node, on: axis)
      while let here = next {
        try spend(1)
        if passes(here, test), try visit(here) { return true }
        next = sibling(of: here, on: axis)
      }
      return false
    case .following: return try following(node, test, visit)
    case .preceding: return try preceding(node, test, visit)
    case .namespace:
      guard document.hasNamespaceNodes else { throw .namespacesNotKept }
      for space in document.namespaceNodes(of: node) where passes(space, test, .namespace) {
        if try visit(space) { return true }
      }
      return false
    }
  }

  private func sibling(of node: NodeID, on axis: Axis) -> NodeID? {
    axis == .followingSibling ? document.nextSibling(node) : document.previousSibling(node)
  }

  // MARK: Down

  private func children(
    of node: NodeID, _ test: CompiledTest, _ visit: (NodeID) throws(XPathError) -> Bool
  ) throws(XPathError) -> Bool {
    if case .name(let name) = test, let named = fewNamed(name, below: node) {
      try spend(named.count + 1)
      for child in named where document.parent(child) == node {
        if try visit(child) { return true }
      }
      return false
    }
    var next = document.firstChild(node)
    while let child = next {
      try spend(1)
      if passes(child, test), try visit(child) { return true }
      next = document.nextSibling(child)
    }
    return false
  }

  /// The elements below a node that have a name, where they are so few, and the subtree so large,
  /// that picking the children among them is faster than walking all children.
  private func fewNamed(_ name: NameID, below node: NodeID) -> ArraySlice<NodeID>? {
    let end = document.end(node)
    guard end.index - node.index > 16 else { return nil }
    let all = document.nodes(named: name)
    let first = Evaluator.firstIndex(in: all, atOrAfter: NodeID(index: node.index + 1))
    var last = first
    while last < all.endIndex, all[last] < end {
      last += 1
      if last - first > 24 { return nil }
    }
    return all[first..<last]
  }

  private func attributes(
    of node: NodeID, _ test: CompiledTest, _ visit: (NodeID) throws(XPathError) -> Bool
  ) throws(XPathError) -> Bool {
    guard document.kind(node) == .element else { return false }
    let rows = document.attributes(of: node)
    try spend(rows.count)
    for row in rows {
      let attribute = NodeID(index: row)
      if passes(attribute, test, .attribute), try visit(attribute) { return true }
    }
    return false
  }

  private func descendants(
    of node: NodeID, _ test: CompiledTest, _ visit: (NodeID) throws(XPathError) -> Bool
  ) throws(XPathError) -> Bool {
    try range(from: node.index + 1, to: document.end(node).index, test, visit)
  }

  // MARK: Across

  /// All after the node but its descendants; from an attribute, also its element's content.
  private func following(
    _ node: NodeID, _ test: CompiledTest, _ visit: (NodeID) throws(XPathError) -> Bool
  ) throws(XPathError) -> Bool {
    // The rows of an attribute's siblings are passed over: they are no elements.
    try range(from: document.end(node).index, to: Int32(document.count), test, visit)
  }

  /// Rows in a range that are not attributes or namespaces; elements of one name by the index.
  private func range(
    from first: Int32, to end: Int32, _ test: CompiledTest,
    _ visit: (NodeID) throws(XPathError) -> Bool
  ) throws(XPathError) -> Bool {
    if case .name(let name) = test {
      let all = document.nodes(named: name)
      var index = Evaluator.firstIndex(in: all, atOrAfter: NodeID(index: first))
      while index < all.endIndex, all[index].index < end {
        try spend(1)
        if try visit(all[index]) { return true }
        index += 1
      }
      return false
    }
    var row = first
    while row < end {
      let node = NodeID(index: row)
      row += 1
      try spend(1)
      switch document.kind(node) {
      case .attribute, .namespace: continue
      default: if passes(node, test), try visit(node) { return true }
      }
    }
    return false
  }

  /// All before the node but its ancestors, last first.
  private func preceding(
    _ node: NodeID, _ test: CompiledTest, _ visit: (NodeID) throws(XPathError) -> Bool
  ) throws(XPathError) -> Bool {
    var place = node
    switch document.kind(node) {
    case .attribute, .namespace: place = document.parent(node) ?? node
    default: break
    }
    if case .name(let name) = test {
      let all = document.nodes(named: name)
      var index = Evaluator.firstIndex(in: all, atOrAfter: place)
      while index > all.startIndex {
        index -= 1
        try spend(1)
        if document.end(all[index]) <= place, try visit(all[index]) { return true }
      }
      return false
    }
    var row = place.index
    while row > 0 {
      row -= 1
      let candidate = NodeID(index: row)
      try spend(1)
      switch document.kind(candidate) {
      case .attribute, .namespace: continue
      default:
        // What ends after the node begins is an ancestor.
        if document.end(candidate) <= place, passes(candidate, test), try visit(candidate) {
          return true
        }
      }
    }
    return false
  }

  private static func firstIndex(in nodes: ArraySlice<NodeID>, atOrAfter node: NodeID) -> Int {
    var low = nodes.startIndex
    var high = nodes.endIndex
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Tests

  /// §2.3: a name test takes nodes of the axis's principal kind.
  private func passes(
    _ node: NodeID, _ test: CompiledTest, _ principal: NodeKind = .element
  ) -> Bool {
    let kind = document.kind(node)
    switch test {
    case .node: return true
    case .text: return kind == .text
    case .comment: return kind == .comment
    case .processingInstruction(let target):
      return kind == .processingInstruction && (target == nil || document.name(node) == target)
    case .any: return kind == principal
    case .namespace(let name):
      return kind == principal && document.uri(document.name(node)) == document.uri(name)
    case .name(let name): return kind == principal && document.name(node) == name
    case .never: return false
    }
  }
}
