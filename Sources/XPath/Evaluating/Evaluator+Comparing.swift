internal import CaseXML

extension Evaluator {
  /// §3.4. A comparison with a set that may be incomplete raises doubt where it is false.
  func compare(_ op: Code.Comparison, _ left: XPathValue, _ right: XPathValue) -> Bool {
    switch (left, right) {
    case (.nodes(let a), .nodes(let b)):
      let doubtful = a.doubt.union(b.doubt)
      let holds =
        a.nodes.contains { _ in !b.nodes.isEmpty }
        && compareSets(op, a.nodes.map(string(of:)), b.nodes.map(string(of:)))
      if !holds { doubts.formUnion(doubtful) }
      return holds
    case (.nodes(let set), let other): return compare(op, set, other, flipped: false)
    case (let other, .nodes(let set)): return compare(op, set, other, flipped: true)
    default: return compareAtoms(op, left, right)
    }
  }

  private func compare(
    _ op: Code.Comparison, _ set: NodeSet, _ other: XPathValue, flipped: Bool
  ) -> Bool {
    if case .boolean = other {
      let whole = XPathValue.boolean(boolean(.nodes(set)))
      return flipped ? compareAtoms(op, other, whole) : compareAtoms(op, whole, other)
    }
    for node in set.nodes {
      let text = XPathValue.string(string(of: node))
      if flipped ? compareAtoms(op, other, text) : compareAtoms(op, text, other) { return true }
    }
    doubts.formUnion(set.doubt)
    return false
  }

  private func compareSets(_ op: Code.Comparison, _ left: [TextSlice], _ right: [TextSlice]) -> Bool
  {
    switch op {
    case .equal:
      if left.count * right.count <= 16 { return left.contains { right.contains($0) } }
      let known = Set(right)
      return left.contains(where: known.contains)
    case .notEqual:
      // False only where both hold one and the same value throughout.
      guard let first = left.first else { return false }
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

  private func compareAtoms(_ op: Code.Comparison, _ left: XPathValue, _ right: XPathValue) -> Bool
  {
    switch op {
    case .equal, .notEqual:
      let same: Bool
      switch (left, right) {
      case (.boolean, _), (_, .boolean): same = boolean(left) == boolean(right)
      case (.number, _), (_, .number):
        let a = number(left)
        let b = number(right)
        return op == .equal ? a == b : a != b
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
