internal import CaseXML

/// Why a search that found nothing may have missed something.
struct SearchDoubt {
  /// Nodes may stand where none was seen.
  var unseen: Doubt = []
  /// A predicate that rejected a node is not certain.
  var rejected: Doubt = []
}

/// Paths walked node by node instead of step by step, so that the walk can stop.
extension Evaluator {
  /// Whether there is a node; doubt is raised only where none is found.
  func holdsAny(_ code: Code, _ context: Context) throws(XPathError) -> Bool {
    guard case .path(let path) = code, path.isSearchable else {
      return boolean(.nodes(try nodes(code, context)))
    }
    if marks.isEmpty, let known = known(path) { return !known.set.nodes.isEmpty }
    var doubt = SearchDoubt()
    let found = try search(path, context, &doubt) { _ in true }
    if !found { doubts.formUnion(doubt.unseen.union(doubt.rejected)) }
    return found
  }

  /// The first node of a path, or all of them where the path must be walked as a whole.
  func first(_ path: CompiledPath, _ context: Context) throws(XPathError) -> NodeSet {
    guard path.isFoundInOrder else { return try nodes(path, context) }
    if marks.isEmpty, let known = known(path) { return known.set }
    var doubt = SearchDoubt()
    var result = NodeSet()
    _ = try search(path, context, &doubt) { node in
      result.nodes.append(node)
      return true
    }
    doubts.formUnion(doubt.rejected)
    if result.nodes.isEmpty { result.doubt = doubt.unseen }
    return result
  }

  /// Calls `visit` with the nodes of a path until it returns true; tells whether it did. A node may
  /// be visited more than once.
  func search(
    _ path: CompiledPath, _ context: Context, _ doubt: inout SearchDoubt,
    _ visit: (NodeID) throws(XPathError) -> Bool
  ) throws(XPathError) -> Bool {
    if let start = start(of: path, context) {
      return try descend(path.first, from: start, context.current, &doubt, visit)
    }
    guard case .code(let code) = path.start else { return false }
    let starts = try nodes(code, context)
    doubt.unseen.formUnion(starts.doubt)
    for start in starts.nodes
    where try descend(path.first, from: start, context.current, &doubt, visit) {
      return true
    }
    return false
  }

  /// The node a path begins at; nil where code must find it.
  func start(of path: CompiledPath, _ context: Context) -> NodeID? {
    switch path.start {
    case .context: context.node
    case .root: document.root
    case .current: context.current
    case .code: nil
    }
  }

  func descend(
    _ stage: Stage?, from node: NodeID, _ current: NodeID,
    _ doubt: inout SearchDoubt, _ visit: (NodeID) throws(XPathError) -> Bool
  ) throws(XPathError) -> Bool {
    guard let stage else { return try visit(node) }
    if stage.step.isPositional {
      let found = try positioned(stage.step, from: node, current: current)
      doubt.unseen.formUnion(found.doubt)
      for next in found.nodes where try descend(stage.next, from: next, current, &doubt, visit) {
        return true
      }
      return false
    }
    if !marks.isEmpty { doubt.unseen.formUnion(self.doubt(on: stage.step.axis, from: node)) }
    return try scan(stage.step.axis, stage.step.test, from: node) { (next) throws(XPathError) in
      for predicate in stage.step.predicates
      where try !accepts(predicate.code, next, current, &doubt) {
        return false
      }
      return try descend(stage.next, from: next, current, &doubt, visit)
    }
  }

  private func accepts(
    _ predicate: Code, _ node: NodeID, _ current: NodeID, _ doubt: inout SearchDoubt
  ) throws(XPathError) -> Bool {
    let before = takeDoubts()
    defer { doubts.formUnion(before) }
    let context = Context(node: node, position: 1, size: 1, current: current)
    let holds = try boolean(predicate, context)
    if !holds { doubt.rejected.formUnion(takeDoubts()) }
    return holds
  }
}
