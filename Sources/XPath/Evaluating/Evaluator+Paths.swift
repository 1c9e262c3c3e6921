internal import CaseXML

extension Evaluator {
  /// Walks the steps of a path (§2).
  func path(_ start: Code.Start, _ steps: [CompiledStep], _ context: Context) throws(XPathError)
    -> NodeSet
  {
    var set: NodeSet
    switch start {
    case .context: set = NodeSet([context.node])
    case .root: set = NodeSet([document.root])
    case .code(let code): set = try nodes(code, context)
    }
    for step in steps { set = try self.step(step, from: set, current: context.current) }
    return set
  }

  private func step(_ step: CompiledStep, from contexts: NodeSet, current: NodeID)
    throws(XPathError) -> NodeSet
  {
    var result = NodeSet([], doubt: contexts.doubt)
    if step.predicates.isEmpty, step.axis == .descendant, contexts.nodes == [document.root],
      case .name(let name) = step.test
    {
      result.nodes = Array(document.nodes(named: name))
      if hasMarks { result.doubt.formUnion(doubt(on: .descendant, from: document.root)) }
      try spend(result.nodes.count)
      return result
    }
    var ordered = true
    for context in contexts.nodes {
      if step.predicates.isEmpty {
        let first = result.nodes.count
        collect(step.axis, step.test, from: context, into: &result.nodes)
        try spend(result.nodes.count - first + 1)
        if hasMarks { result.doubt.formUnion(doubt(on: step.axis, from: context)) }
        if step.axis.isReverse { result.nodes[first...].reverse() }
        if first > 0, first < result.nodes.count, result.nodes[first] <= result.nodes[first - 1] {
          ordered = false
        }
        continue
      }
      var found = NodeSet()
      collect(step.axis, step.test, from: context, into: &found.nodes)
      try spend(found.nodes.count + 1)
      if hasMarks { found.doubt = doubt(on: step.axis, from: context) }
      for predicate in step.predicates {
        found = try filter(found, predicate, reverse: step.axis.isReverse, current: current)
      }
      result.doubt.formUnion(found.doubt)
      let inOrder = step.axis.isReverse ? found.nodes.reversed() : found.nodes
      if let last = result.nodes.last, let first = inOrder.first, first <= last { ordered = false }
      result.nodes += inOrder
    }
    if !ordered { result.nodes = Evaluator.ordered(result.nodes) }
    return result
  }

  /// Keeps the nodes for which a predicate holds; `set` is in the order of the axis.
  func filter(_ set: NodeSet, _ predicate: Code, reverse: Bool, current: NodeID) throws(XPathError)
    -> NodeSet
  {
    if case .number(let number) = predicate {
      doubts.formUnion(set.nodes.isEmpty ? [] : set.doubt)
      guard number >= 1, number <= Double(set.nodes.count), number == number.rounded() else {
        return NodeSet([], doubt: set.doubt)
      }
      return NodeSet([set.nodes[Int(number) - 1]], doubt: set.doubt)
    }
    var kept: [NodeID] = []
    let size = set.nodes.count
    for (offset, node) in set.nodes.enumerated() {
      let context = Context(
        node: node, position: offset + 1, size: size, current: current, doubt: set.doubt)
      let value = try value(predicate, context)
      try spend(1)
      if case .number(let number) = value {
        if number == Double(offset + 1) { kept.append(node) }
      } else if boolean(value) {
        kept.append(node)
      }
    }
    return NodeSet(kept, doubt: set.doubt)
  }

  private func spend(_ visits: Int) throws(XPathError) {
    fuel -= visits
    if fuel < 0 { throw .limit }
  }

  // MARK: Axes

  /// Appends the nodes on an axis that pass the test, in the order of the axis.
  private func collect(
    _ axis: Axis, _ test: CompiledTest, from node: NodeID, into found: inout [NodeID]
  ) {
    let kind = document.kind(node)
    switch axis {
    case .child:
      if case .name(let name) = test, namedChildren(name, of: node, into: &found) { return }
      for child in document.children(of: node) where passes(child, test, .element) {
        found.append(child)
      }
    case .descendant: descendants(of: node, test, &found)
    case .descendantOrSelf:
      if passes(node, test, .element) { found.append(node) }
      descendants(of: node, test, &found)
    case .attribute:
      guard kind == .element else { break }
      if case .name(let name) = test {
        if let attribute = document.attribute(node, name) { found.append(attribute) }
      } else {
        for index in document.attributes(of: node) {
          let attribute = NodeID(index: index)
          if passes(attribute, test, .attribute) { found.append(attribute) }
        }
      }
    case .namespace:
      guard kind == .element else { break }
      for space in document.namespaceNodes(of: node) where passes(space, test, .namespace) {
        found.append(space)
      }
    case .self:
      if passes(node, test, .element) { found.append(node) }
    case .parent:
      if let parent = document.parent(node), passes(parent, test, .element) {
        found.append(parent)
      }
    case .ancestor, .ancestorOrSelf:
      if axis == .ancestorOrSelf, passes(node, test, .element) { found.append(node) }
      var up = document.parent(node)
      while let ancestor = up {
        if passes(ancestor, test, .element) { found.append(ancestor) }
        up = document.parent(ancestor)
      }
    case .followingSibling:
      var next = document.nextSibling(node)
      while let sibling = next {
        if passes(sibling, test, .element) { found.append(sibling) }
        next = document.nextSibling(sibling)
      }
    case .precedingSibling:
      var previous = document.previousSibling(node)
      while let sibling = previous {
        if passes(sibling, test, .element) { found.append(sibling) }
        previous = document.previousSibling(sibling)
      }
    case .following: following(node, test, &found)
    case .preceding: preceding(node, test, &found)
    }
  }

  /// Children by the name index, where that is shorter than walking all children.
  private func namedChildren(_ name: NameID, of node: NodeID, into found: inout [NodeID]) -> Bool {
    let all = document.nodes(named: name)
    let end = document.end(node)
    // A small subtree is walked faster than the index is searched.
    guard end.index - node.index > 16 else { return false }
    var low = all.startIndex
    var high = all.endIndex
    while low < high {
      let middle = (low + high) / 2
      if all[middle] <= node { low = middle + 1 } else { high = middle }
    }
    var checked = 0
    let before = found.count
    while low < all.endIndex, all[low] < end {
      if document.parent(all[low]) == node { found.append(all[low]) }
      low += 1
      checked += 1
      if checked > 24 {
        found.removeSubrange(before...)
        return false
      }
    }
    return true
  }

  private func descendants(of node: NodeID, _ test: CompiledTest, _ found: inout [NodeID]) {
    let end = document.end(node)
    if case .name(let name) = test {
      let all = document.nodes(named: name)
      var low = all.startIndex
      var high = all.endIndex
      while low < high {
        let middle = (low + high) / 2
        if all[middle] <= node { low = middle + 1 } else { high = middle }
      }
      while low < all.endIndex, all[low] < end {
        found.append(all[low])
        low += 1
      }
      return
    }
    rows(from: node.index + 1, to: end.index, test, &found)
  }

  /// Rows in a range that are not attributes or namespaces.
  private func rows(
    from first: Int32, to end: Int32, _ test: CompiledTest, _ found: inout [NodeID]
  ) {
    var index = first
    while index < end {
      let node = NodeID(index: index)
      index += 1
      switch document.kind(node) {
      case .attribute, .namespace: continue
      default: if passes(node, test, .element) { found.append(node) }
      }
    }
  }

  /// All after the node but its descendants; from an attribute, also its element's content.
  private func following(_ node: NodeID, _ test: CompiledTest, _ found: inout [NodeID]) {
    let kind = document.kind(node)
    var first = document.end(node).index
    if kind == .attribute || kind == .namespace, let parent = document.parent(node) {
      first = parent.index + 1
    }
    rows(from: first, to: Int32(document.count), test, &found)
  }

  /// All before the node but its ancestors, last first.
  private func preceding(_ node: NodeID, _ test: CompiledTest, _ found: inout [NodeID]) {
    var ancestors: Set<NodeID> = []
    var up = document.parent(node)
    while let ancestor = up {
      ancestors.insert(ancestor)
      up = document.parent(ancestor)
    }
    var start = node.index
    if document.kind(node) == .attribute || document.kind(node) == .namespace {
      start = document.parent(node)?.index ?? 0
    }
    var index = start - 1
    while index >= 0 {
      let candidate = NodeID(index: index)
      index -= 1
      switch document.kind(candidate) {
      case .attribute, .namespace: continue
      default:
        if !ancestors.contains(candidate), passes(candidate, test, .element) {
          found.append(candidate)
        }
      }
    }
  }

  /// §2.3: a name test takes nodes of the axis's principal kind.
  private func passes(_ node: NodeID, _ test: CompiledTest, _ principal: NodeKind) -> Bool {
    let kind = document.kind(node)
    switch test {
    case .node: return true
    case .text: return kind == .text
    case .comment: return kind == .comment
    case .processingInstruction(let target):
      return kind == .processingInstruction
        && (target == nil || document.localName(document.name(node)) == target)
    case .any: return kind == principal
    case .namespace(let uri): return kind == principal && document.uri(document.name(node)) == uri
    case .name(let name): return kind == principal && document.name(node) == name
    case .prefix(let prefix):
      return kind == .namespace && document.localName(document.name(node)) == prefix
    }
  }

  // MARK: Doubt

  /// Doubt about a set found on an axis: something may stand there that was not seen.
  private func doubt(on axis: Axis, from node: NodeID) -> Doubt {
    switch axis {
    case .self, .parent, .ancestor, .ancestorOrSelf, .attribute, .namespace: return []
    case .child:
      return (marks.incomplete[node] ?? []).union(marks.opaque[node] ?? [])
    case .descendant, .descendantOrSelf:
      return doubt(within: node)
    case .followingSibling, .precedingSibling:
      guard let parent = document.parent(node) else { return [] }
      return marks.incomplete[parent] ?? []
    case .following, .preceding:
      return doubt(within: document.root)
    }
  }

  private func doubt(within node: NodeID) -> Doubt {
    let end = document.end(node)
    var doubt: Doubt = []
    for (marked, reason) in marks.incomplete where marked >= node && marked < end {
      doubt.formUnion(reason)
    }
    for (marked, reason) in marks.opaque where marked >= node && marked < end {
      doubt.formUnion(reason)
    }
    return doubt
  }
}
