internal import CaseXML

/// Comparisons (§3.4). One with a set that may be incomplete raises doubt where it is false; one that
/// is true because of a node whose content is unknown raises doubt about that.
extension Evaluator {
  func compare(
    _ op: Code.Comparison, _ left: Code, _ right: Code, _ context: Context
  ) throws(XPathError) -> Bool {
    if case .path(let path) = left, path.isSearchable {
      if marks.isEmpty, case .path(let other) = right {
        return try compare(op, path, other, context)
      }
      let other = try value(right, context)
      guard case .nodes(let set) = other else {
        return try compare(op, path, other, flipped: false, context)
      }
      return try compare(op, nodes(path, context), set, fixed: (path, fixedPath(right)))
    }
    let value = try value(left, context)
    if case .path(let path) = right, path.isSearchable {
      guard case .nodes(let set) = value else {
        return try compare(op, path, value, flipped: true, context)
      }
      return try compare(op, set, nodes(path, context), fixed: (fixedPath(left), path))
    }
    switch (value, try self.value(right, context)) {
    case (.nodes(let a), .nodes(let b)):
      return try compare(op, a, b, fixed: (fixedPath(left), fixedPath(right)))
    case (.nodes(let set), let other):
      return try compare(op, set, other, flipped: false)
    case (let other, .nodes(let set)):
      return try compare(op, set, other, flipped: true)
    case (let one, let other): return compareAtoms(op, one, other)
    }
  }

  private func fixedPath(_ code: Code) -> CompiledPath? {
    guard case .path(let path) = code, path.slot != nil else { return nil }
    return path
  }

  // MARK: Nodes with a value

  /// A path with a value that is no node-set: looks for the first node that will do.
  private func compare(
    _ op: Code.Comparison, _ path: CompiledPath, _ other: XPathValue, flipped: Bool,
    _ context: Context
  ) throws(XPathError) -> Bool {
    if case .boolean = other {
      return try compareBoolean(op, holdsAny(.path(path), context), other, flipped)
    }
    if marks.isEmpty, path.slot != nil {
      return try compare(op, nodes(path, context), other, flipped: flipped)
    }
    var doubt = SearchDoubt()
    var opacity = Opacity()
    let certain = try search(path, context, &doubt) { (node) throws(XPathError) in
      try compare(op, node, other, flipped, &opacity)
    }
    return conclude(certain, opacity, doubt.unseen.union(doubt.rejected))
  }

  private func compare(
    _ op: Code.Comparison, _ set: NodeSet, _ other: XPathValue, flipped: Bool
  ) throws(XPathError) -> Bool {
    if case .boolean = other {
      return compareBoolean(op, boolean(.nodes(set)), other, flipped)
    }
    var opacity = Opacity()
    for node in set.nodes where try compare(op, node, other, flipped, &opacity) { return true }
    return conclude(false, opacity, set.doubt)
  }

  private func compareBoolean(
    _ op: Code.Comparison, _ set: Bool, _ other: XPathValue, _ flipped: Bool
  ) -> Bool {
    flipped
      ? compareAtoms(op, other, .boolean(set)) : compareAtoms(op, .boolean(set), other)
  }

  /// What nodes with unknown content did to a comparison.
  private struct Opacity {
    /// Doubt about the nodes for which it does not hold.
    var failing: Doubt = []
    /// Doubt about a node for which it holds.
    var holding: Doubt?
  }

  /// Whether the comparison certainly holds for a node.
  private func compare(
    _ op: Code.Comparison, _ node: NodeID, _ other: XPathValue, _ flipped: Bool,
    _ opacity: inout Opacity
  ) throws(XPathError) -> Bool {
    let text = try read(node)
    let holds =
      flipped
      ? compareAtoms(op, other, .string(text)) : compareAtoms(op, .string(text), other)
    let doubt = self.opacity(of: node)
    if holds, doubt.isEmpty { return true }
    if holds {
      opacity.holding = doubt
    } else {
      opacity.failing.formUnion(doubt)
    }
    return false
  }

  private func conclude(_ certain: Bool, _ opacity: Opacity, _ incomplete: Doubt) -> Bool {
    if certain { return true }
    doubts.formUnion(opacity.holding ?? opacity.failing.union(incomplete))
    return opacity.holding != nil
  }

  /// A node's string value, without raising doubt.
  private func read(_ node: NodeID) throws(XPathError) -> TextSlice {
    let text = document.stringValue(node)
    try spend(1 + text.count >> 6)
    return text
  }

  // MARK: Nodes with nodes

  /// Two paths in a document without marks: the nodes of the first are looked at one by one, until
  /// one will do.
  private func compare(
    _ op: Code.Comparison, _ path: CompiledPath, _ other: CompiledPath, _ context: Context
  ) throws(XPathError) -> Bool {
    let right = try nodes(other, context)
    if right.nodes.isEmpty { return false }
    guard right.nodes.count <= Evaluator.fewPairs, path.slot == nil else {
      return try compare(op, nodes(path, context), right, fixed: (path, other))
    }
    var doubt = SearchDoubt()
    return try search(path, context, &doubt) { (node) throws(XPathError) in
      let text = try read(node)
      for candidate in right.nodes where try compare(op, text, read(candidate)) { return true }
      return false
    }
  }

  private func compare(_ op: Code.Comparison, _ left: TextSlice, _ right: TextSlice) -> Bool {
    switch op {
    case .equal: left == right
    case .notEqual: left != right
    case .less: NumberText.number(left) < NumberText.number(right)
    case .lessOrEqual: NumberText.number(left) <= NumberText.number(right)
    case .greater: NumberText.number(left) > NumberText.number(right)
    case .greaterOrEqual: NumberText.number(left) >= NumberText.number(right)
    }
  }

  private func compare(
    _ op: Code.Comparison, _ a: NodeSet, _ b: NodeSet, fixed: (CompiledPath?, CompiledPath?)
  ) throws(XPathError) -> Bool {
    guard !a.nodes.isEmpty, !b.nodes.isEmpty else {
      doubts.formUnion(a.doubt.union(b.doubt))
      return false
    }
    guard marks.isEmpty else { return try compareDoubtful(op, a, b) }
    if op == .equal, a.nodes.count * b.nodes.count > Evaluator.fewPairs {
      if let strings = try strings(of: fixed.1) { return try contains(strings, any: a) }
      if let strings = try strings(of: fixed.0) { return try contains(strings, any: b) }
    }
    return compareTexts(op, try texts(a.nodes), try texts(b.nodes))
  }

  /// Up to this many pairs, comparing each is faster than hashing.
  private static let fewPairs = 16

  /// First among the nodes whose content is known; then, with doubt, among all.
  private func compareDoubtful(
    _ op: Code.Comparison, _ a: NodeSet, _ b: NodeSet
  ) throws(XPathError) -> Bool {
    let clear = (
      a.nodes.filter { opacity(of: $0).isEmpty }, b.nodes.filter { opacity(of: $0).isEmpty }
    )
    if compareTexts(op, try texts(clear.0), try texts(clear.1)) { return true }
    for node in a.nodes + b.nodes { doubts.formUnion(opacity(of: node)) }
    let holds = compareTexts(op, try texts(a.nodes), try texts(b.nodes))
    if !holds { doubts.formUnion(a.doubt.union(b.doubt)) }
    return holds
  }

  private func texts(_ nodes: [NodeID]) throws(XPathError) -> [TextSlice] {
    var texts: [TextSlice] = []
    texts.reserveCapacity(nodes.count)
    for node in nodes { texts.append(try read(node)) }
    return texts
  }

  /// The string values of a fixed path's nodes, kept for the next comparison.
  private func strings(of path: CompiledPath?) throws(XPathError) -> Set<TextSlice>? {
    guard let path, let slot = path.slot, let known = known(path) else { return nil }
    if let strings = known.strings { return strings }
    let strings = Set(try texts(known.set.nodes))
    fixedNodes[slot]?.strings = strings
    return strings
  }

  private func contains(_ strings: Set<TextSlice>, any set: NodeSet) throws(XPathError) -> Bool {
    for node in set.nodes where strings.contains(try read(node)) { return true }
    return false
  }

  private func compareTexts(_ op: Code.Comparison, _ left: [TextSlice], _ right: [TextSlice])
    -> Bool
  {
    guard let first = left.first, !right.isEmpty else { return false }
    switch op {
    case .equal:
      if left.count * right.count <= Evaluator.fewPairs {
        return left.contains { right.contains($0) }
      }
      let known = Set(right)
      return left.contains(where: known.contains)
    case .notEqual:
      // False only where both hold one and the same value throughout.
      return left.contains { $0 != first } || right.contains { $0 != first }
    default:
      let a = left.map(NumberText.number).filter { !$0.isNaN }
      let b = right.map(NumberText.number).filter { !$0.isNaN }
      guard let leastA = a.min(), let mostA = a.max(), let leastB = b.min(), let mostB = b.max()
      else { return false }
      switch op {
      case .less: return leastA < mostB
      case .lessOrEqual: return leastA <= mostB
      case .greater: return mostA > leastB
      default: return mostA >= leastB
      }
    }
  }

  // MARK: Values with values

  private func compareAtoms(_ op: Code.Comparison, _ left: XPathValue, _ right: XPathValue) -> Bool
  {
    if case (.string(let one), .string(let other)) = (left, right) {
      return compare(op, one, other)
    }
    switch op {
    case .equal, .notEqual:
      let same: Bool
      switch (left, right) {
      case (.boolean, _), (_, .boolean): same = boolean(left) == boolean(right)
      case (.number, _), (_, .number): same = number(left) == number(right)
      default: same = string(left) == string(right)
      }
      return (op == .equal) == same
    case .less: return number(left) < number(right)
    case .lessOrEqual: return number(left) <= number(right)
    case .greater: return number(left) > number(right)
    case .greaterOrEqual: return number(left) >= number(right)
    }
  }
}
