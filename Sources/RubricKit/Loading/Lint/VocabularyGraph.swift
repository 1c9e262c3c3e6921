internal import XPath

/// A node that may stand in a case file, as far as the schema tells: what a path may select.
enum SchemaNode: Sendable, Hashable {
  case document
  /// An element of a name and type; the same declaration in many places is one node.
  case element(name: String, type: Int)
  /// An attribute, with its closed list of values; empty where it has none.
  case attribute(name: String, values: [String])
  /// Text within an element of this type.
  case text(type: Int)
  /// A comment or processing instruction.
  case other
}

/// The vocabulary as a graph that the axes of XPath can be walked in.
struct VocabularyGraph: Sendable {
  let vocabulary: Vocabulary
  private var parents: [SchemaNode: Set<SchemaNode>] = [:]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var open: [SchemaNode] = [.document]
    var seen: Set<SchemaNode> = [.document]
    while let node = open.popLast() {
      for child in children(of: node) {
        parents[child, default: []].insert(node)
        if seen.insert(child).inserted { open.append(child) }
      }
    }
  }

  /// What kind of value a node holds.
  func value(of node: SchemaNode) -> Vocabulary.ValueKind {
    switch node {
    case .element(_, let type), .text(let type): vocabulary.types[type].value
    case .document, .attribute, .other: .text
    }
  }

  /// The closed list of what may stand in a node; nil where anything may.
  func values(of node: SchemaNode) -> [String]? {
    switch node {
    case .attribute(_, let values): return values.isEmpty ? nil : values
    case .element(_, let type), .text(let type):
      let type = vocabulary.types[type]
      return type.isClosed && type.elements.isEmpty ? type.values : nil
    case .document, .other: return nil
    }
  }

  func children(of node: SchemaNode) -> Set<SchemaNode> {
    let elements: [Vocabulary.Element]
    switch node {
    case .document: elements = vocabulary.roots
    case .element(_, let type): elements = vocabulary.types[type].elements
    case .attribute, .text, .other: return []
    }
    return Set(elements.map { SchemaNode.element(name: $0.name, type: $0.type) })
  }

  func parents(of node: SchemaNode) -> Set<SchemaNode> { parents[node] ?? [] }

  /// The nodes on an axis, before any test.
  func nodes(on axis: Axis, from node: SchemaNode) -> Set<SchemaNode> {
    switch axis {
    case .self: return [node]
    case .child: return content(of: node)
    case .descendant: return closure(content(of: node), content)
    case .descendantOrSelf: return closure([node], content)
    case .parent: return parents(of: node)
    case .ancestor: return closure(parents(of: node), parents)
    case .ancestorOrSelf: return closure([node], parents)
    case .attribute:
      guard case .element(_, let type) = node else { return [] }
      return Set(
        vocabulary.types[type].attributes.map {
          SchemaNode.attribute(name: $0.name, values: $0.values)
        })
    case .followingSibling, .precedingSibling:
      return parents(of: node).reduce(into: []) { $0.formUnion(content(of: $1)) }
    case .following, .preceding: return closure([.document], content)
    case .namespace: return [.other]
    }
  }

  /// Children, and the text and comments that may stand among them.
  private func content(of node: SchemaNode) -> Set<SchemaNode> {
    var nodes = children(of: node)
    if case .element(_, let type) = node { nodes.formUnion([.text(type: type), .other]) }
    return nodes
  }

  private func closure(
    _ start: Set<SchemaNode>, _ next: (SchemaNode) -> Set<SchemaNode>
  ) -> Set<SchemaNode> {
    var all = start
    var open = Array(start)
    while let node = open.popLast() {
      for more in next(node) where all.insert(more).inserted { open.append(more) }
    }
    return all
  }
}
