internal import CaseXML

/// The marks of a document in document order, so that those below a node are found by halving.
struct MarkIndex {
  private typealias Mark = (node: NodeID, doubt: Doubt)

  let isEmpty: Bool
  private let incomplete: [Mark]
  private let opaque: [Mark]

  init(_ marks: DocumentMarks) {
    isEmpty = marks.incomplete.isEmpty && marks.opaque.isEmpty
    incomplete = marks.incomplete.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    opaque = marks.opaque.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Doubt about the content of a node, or of a part of it.
  func opacity(from node: NodeID, to end: NodeID) -> Doubt {
    MarkIndex.doubt(opaque, from: node, to: end)
  }

  /// Doubt about what stands in a range of rows.
  func doubt(from node: NodeID, to end: NodeID) -> Doubt {
    MarkIndex.doubt(incomplete, from: node, to: end)
      .union(MarkIndex.doubt(opaque, from: node, to: end))
  }

  private static func doubt(_ marks: [Mark], from node: NodeID, to end: NodeID) -> Doubt {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].node < node { low = middle + 1 } else { high = middle }
    }
    var doubt: Doubt = []
    while low < marks.count, marks[low].node < end {
      doubt.formUnion(marks[low].doubt)
      low += 1
    }
    return doubt
  }
}

extension Evaluator {
  /// Doubt about the content of a node and of what lies below it.
  func opacity(of node: NodeID) -> Doubt {
    marks.isEmpty ? [] : marks.opacity(from: node, to: document.end(node))
  }

  /// Doubt about a node's own content, not about what lies below it.
  func ownOpacity(of node: NodeID) -> Doubt {
    marks.isEmpty ? [] : marks.opacity(from: node, to: NodeID(index: node.index + 1))
  }

  /// Doubt about a set found on an axis: something may stand there that was not seen.
  func doubt(on axis: Axis, from node: NodeID) -> Doubt {
    if marks.isEmpty { return [] }
    switch axis {
    case .self, .parent, .ancestor, .ancestorOrSelf, .attribute, .namespace: return []
    case .child: return own(node)
    case .descendant, .descendantOrSelf: return marks.doubt(from: node, to: document.end(node))
    case .followingSibling, .precedingSibling: return document.parent(node).map(own) ?? []
    case .following, .preceding:
      return marks.doubt(from: document.root, to: document.end(document.root))
    }
  }

  private func own(_ node: NodeID) -> Doubt {
    marks.doubt(from: node, to: NodeID(index: node.index + 1))
  }
}
