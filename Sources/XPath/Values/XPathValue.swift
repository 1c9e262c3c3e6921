public import CaseXML

/// Doubt about a result: what was looked at may not be all there is. The bits belong to the host.
public struct Doubt: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt16
  /// Bits given by the host.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// Nodes in document order, each once, and whether there may be more of them.
public struct NodeSet: Sendable, Hashable {
  /// In document order.
  public var nodes: [NodeID]
  /// Not empty where nodes may be missing.
  public var doubt: Doubt

  /// Nodes that are already in document order, each once.
  public init(_ nodes: [NodeID] = [], doubt: Doubt = []) {
    self.nodes = nodes
    self.doubt = doubt
  }
}

/// A value of XPath 1.0 (§1).
public enum XPathValue: Sendable, Hashable {
  case nodes(NodeSet)
  case boolean(Bool)
  case number(Double)
  case string(TextSlice)
}

/// What the host knows about a document that the document does not show.
public struct DocumentMarks: Sendable {
  /// Elements below which something may be unseen.
  public var incomplete: [NodeID: Doubt]
  /// Elements whose content is unknown.
  public var opaque: [NodeID: Doubt]

  /// Marks by node.
  public init(incomplete: [NodeID: Doubt] = [:], opaque: [NodeID: Doubt] = [:]) {
    self.incomplete = incomplete
    self.opaque = opaque
  }
}

/// An evaluation went wrong.
public enum XPathError: Error, Sendable, Hashable {
  /// A function of the host raised.
  case function(name: String, FunctionError)
  /// A node-set was needed and a `boolean`, `number` or `string` was given.
  case notNodeSet(String)
  /// The namespace axis was used on a document that was parsed without namespace nodes.
  case namespacesNotKept
  /// The expression took more steps than allowed.
  case limit
  /// A variable refers to itself.
  case cycle(String)
}

/// What a function of the host can say went wrong.
public enum FunctionError: Error, Sendable, Hashable {
  /// An argument is empty and must not be.
  case missing(argument: Int)
  /// A value cannot be read as what is expected: `date`, `amount` …
  case unreadable(value: String, expected: String)
  /// Nobody can say yet; the reason is the host's code.
  case pending(reason: String, detail: String)
  /// A bound was passed, e.g. of a regular expression.
  case limit(String)
  /// Anything else, in the two languages.
  case other(zh: String, en: String)
}
