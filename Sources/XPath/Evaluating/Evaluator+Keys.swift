internal import CaseXML

/// The nodes of a key by their values, in document order.
struct KeyIndex {
  var nodes: [TextSlice: [NodeID]] = [:]
  var doubt: Doubt = []
}

extension Evaluator {
  /// `key()` (XSLT 1.0 §12.2): of a node-set, the nodes for the value of each.
  func lookUp(_ index: Int, _ value: XPathValue) throws(XPathError) -> NodeSet {
    let table = try keyIndex(index)
    switch value {
    case .nodes(let set):
      var found: [NodeID] = []
      for node in set.nodes { found += table.nodes[string(of: node)] ?? [] }
      return NodeSet(
        set.nodes.count > 1 ? Evaluator.ordered(found) : found,
        doubt: table.doubt.union(set.doubt))
    default:
      return NodeSet(table.nodes[string(value)] ?? [], doubt: table.doubt)
    }
  }

  /// Built when first used.
  private func keyIndex(_ index: Int) throws(XPathError) -> KeyIndex {
    if let known = keyIndices[index] { return known }
    // What is doubtful while it is built is doubtful in every look-up, not only in the first.
    let before = takeDoubts()
    defer { doubts.formUnion(before) }
    var table = KeyIndex()
    let definition = keys[index]
    let root = Context(node: document.root, position: 1, size: 1, current: document.root)
    let matching = try nodes(definition.match.code, root)
    table.doubt = matching.doubt
    for node in matching.nodes {
      let context = Context(node: node, position: 1, size: 1, current: node)
      switch try value(definition.use.code, context) {
      case .nodes(let set):
        table.doubt.formUnion(set.doubt)
        // One node may have a value twice; the nodes come in document order.
        for used in set.nodes where table.nodes[string(of: used)]?.last != node {
          table.nodes[string(of: used), default: []].append(node)
        }
      case let other: table.nodes[string(other), default: []].append(node)
      }
    }
    table.doubt.formUnion(takeDoubts())
    keyIndices[index] = table
    return table
  }
}
