/// A place where a document does not follow its schema.
public struct SchemaError: Sendable, Hashable {
  /// The innermost element open when the error was found; nil at the end of the document.
  public let node: NodeID?
  /// The parent of `node`: absence checks on paths through it must be pending.
  public let parent: NodeID?
  /// Where `node` begins.
  public let position: SourcePosition
  /// The number libxml2 gives to this kind of error.
  public let code: Int
  /// libxml2's text; further errors at the same place follow on lines of their own.
  public let detail: String

  static func list(_ faults: [SchemaFault], in document: XMLDocument) -> [SchemaError] {
    faults.map { fault in
      let node = NodeID(index: fault.event)
      return SchemaError(
        node: node, parent: document.parent(node), position: document.position(node),
        code: Int(fault.code), detail: fault.message)
    }
  }
}
