internal import CaseXML

/// The nodes of a fixed path in one document, kept.
struct FixedNodes {
  let path: CompiledPath
  let set: NodeSet
  /// Doubt raised while they were found.
  let raised: Doubt
  /// Their string values, once somebody compared with them.
  var strings: Set<TextSlice>?
}

extension Evaluator {
  /// All nodes of a path (§2), in document order.
  func nodes(_ path: CompiledPath, _ context: Context) throws(XPathError) -> NodeSet {
    guard let slot = path.slot else { return try walk(path, context) }
    if let known = known(path) {
      doubts.formUnion(known.raised)
      return known.set
    }
    let before = takeDoubts()
    defer { doubts.formUnion(before) }
    let set = try walk(path, context)
    while fixedNodes.count <= slot { fixedNodes.append(nil) }
    fixedNodes[slot] = FixedNodes(path: path, set: set, raised: doubts)
    return set
  }

  /// The nodes kept of a fixed path. Compilers that were copied may give a slot to two paths.
  func known(_ path: CompiledPath) -> FixedNodes? {
    guard let slot = path.slot, slot < fixedNodes.count, let known = fixedNodes[slot],
      known.path === path
    else { return nil }
    return known
  }

  private func walk(_ path: CompiledPath, _ context: Context) throws(XPathError) -> NodeSet {
    var set: NodeSet
    if let start = start(of: path, context) {
      set = NodeSet([start])
    } else if case .code(let code) = path.start {
      set = try nodes(code, context)
    } else {
      set = NodeSet()
    }
    if marks.isEmpty, path.isSearchedInOrder, set.nodes.count == 1 {
      return try gather(path.first, from: set.nodes[0], current: context.current)
    }
    var stage = path.first
    while let here = stage, !set.nodes.isEmpty {
      set = try step(here.step, from: set, current: context.current)
      stage = here.next
    }
    return set
  }

  /// What is found from one node, met in document order; without marks there is no doubt.
  private func gather(_ stage: Stage?, from start: NodeID, current: NodeID) throws(XPathError)
    -> NodeSet
  {
    var result = NodeSet()
    var doubt = SearchDoubt()
    _ = try descend(stage, from: start, current, &doubt) { node in
      result.nodes.append(node)
      return false
    }
    return result
  }

  private func step(_ step: CompiledStep, from contexts: NodeSet, current: NodeID)
    throws(XPathError) -> NodeSet
  {
    var result = NodeSet([], doubt: contexts.doubt)
    if step.predicates.isEmpty, step.axis == .descendant, contexts.nodes == [document.root],
      case .name(let name) = step.test
    {
      result.nodes = Array(document.nodes(named: name))
      result.doubt.formUnion(doubt(on: .descendant, from: document.root))
      try spend(result.nodes.count)
      return result
    }
    var ordered = true
    for context in contexts.nodes {
      let first = result.nodes.count
      try appendNodes(of: step, from: context, current: current, to: &result)
      if step.axis.isReverse { result.nodes[first...].reverse() }
      if first > 0, first < result.nodes.count, result.nodes[first] <= result.nodes[first - 1] {
        ordered = false
      }
    }
    if !ordered { result.nodes = Evaluator.ordered(result.nodes) }
    return result
  }

  /// Appends what a step finds from one node, in the order of the axis.
  private func appendNodes(
    of step: CompiledStep, from node: NodeID, current: NodeID, to result: inout NodeSet
  ) throws(XPathError) {
    if step.isPositional {
      let found = try positioned(step, from: node, current: current)
      result.nodes += found.nodes
      result.doubt.formUnion(found.doubt)
      return
    }
    result.doubt.formUnion(doubt(on: step.axis, from: node))
    _ = try scan(step.axis, step.test, from: node) { (found) throws(XPathError) in
      for predicate in step.predicates {
        let context = Context(node: found, position: 1, size: 1, current: current)
        guard try boolean(predicate.code, context) else { return false }
      }
      // Siblings have one parent.
      if found != result.nodes.last { result.nodes.append(found) }
      return false
    }
  }

  /// What a step with predicates that count finds from one node, in the order of the axis.
  func positioned(_ step: CompiledStep, from node: NodeID, current: NodeID) throws(XPathError)
    -> NodeSet
  {
    var found = NodeSet([], doubt: doubt(on: step.axis, from: node))
    var predicates = step.predicates[...]
    let plain = predicates.prefix { !$0.isPositional }
    if case .number(let wanted)? = predicates.dropFirst(plain.count).first?.code {
      // The node is known before the rest are seen.
      predicates = predicates.dropFirst(plain.count + 1)
      var seen = 0.0
      _ = try scan(step.axis, step.test, from: node) { (candidate) throws(XPathError) in
        let context = Context(node: candidate, position: 1, size: 1, current: current)
        for predicate in plain where try !boolean(predicate.code, context) { return false }
        seen += 1
        if seen == wanted { found.nodes.append(candidate) }
        return seen == wanted
      }
      if seen > 0 { doubts.formUnion(found.doubt) }
    } else {
      _ = try scan(step.axis, step.test, from: node) { candidate in
        found.nodes.append(candidate)
        return false
      }
    }
    for predicate in predicates { found = try filter(found, predicate, current: current) }
    return found
  }

  /// Keeps the nodes for which a predicate holds; `set` is in the order that positions count in.
  func filter(_ set: NodeSet, _ predicate: Predicate, current: NodeID) throws(XPathError)
    -> NodeSet
  {
    if set.nodes.isEmpty { return set }
    if case .number(let number) = predicate.code {
      doubts.formUnion(set.doubt)
      guard number >= 1, number <= Double(set.nodes.count), number == number.rounded() else {
        return NodeSet([], doubt: set.doubt)
      }
      return NodeSet([set.nodes[Int(number) - 1]], doubt: set.doubt)
    }
    var kept: [NodeID] = []
    var context = Context(
      node: document.root, position: 0, size: set.nodes.count, current: current, doubt: set.doubt)
    try spend(set.nodes.count)
    for node in set.nodes {
      context.node = node
      context.position += 1
      if try holds(predicate, context) { kept.append(node) }
    }
    return NodeSet(kept, doubt: set.doubt)
  }

  /// §2.4: a number is compared with the position, all else is a boolean.
  private func holds(_ predicate: Predicate, _ context: Context) throws(XPathError) -> Bool {
    guard predicate.isPositional else { return try boolean(predicate.code, context) }
    let value = try value(predicate.code, context)
    guard case .number(let number) = value else { return boolean(value) }
    doubts.formUnion(context.doubt)
    return number == Double(context.position)
  }

  // MARK: Sets

  /// Both sets, merged in document order, each node once.
  static func union(_ left: NodeSet, _ right: NodeSet) -> NodeSet {
    let doubt = left.doubt.union(right.doubt)
    if left.nodes.isEmpty { return NodeSet(right.nodes, doubt: doubt) }
    if right.nodes.isEmpty { return NodeSet(left.nodes, doubt: doubt) }
    var merged: [NodeID] = []
    merged.reserveCapacity(left.nodes.count + right.nodes.count)
    var a = 0
    var b = 0
    while a < left.nodes.count, b < right.nodes.count {
      let (one, other) = (left.nodes[a], right.nodes[b])
      merged.append(min(one, other))
      if one <= other { a += 1 }
      if other <= one { b += 1 }
    }
    merged += left.nodes[a...]
    merged += right.nodes[b...]
    return NodeSet(merged, doubt: doubt)
  }

  /// In document order, each once.
  static func ordered(_ nodes: [NodeID]) -> [NodeID] {
    var result: [NodeID] = []
    result.reserveCapacity(nodes.count)
    for node in nodes.sorted() where node != result.last { result.append(node) }
    return result
  }
}
