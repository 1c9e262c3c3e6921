public import CaseXML

/// What a parameter or result is, for checks before anything runs.
public enum ParameterKind: String, Sendable, Hashable {
  case any, string, number, boolean, nodes, date, amount
}

/// The outside of a function of the host.
public struct FunctionSignature: Sendable, Hashable {
  /// The name.
  public var name: String
  /// In the order of the file.
  public var parameters: [ParameterKind]
  /// How many of the parameters must be given.
  public var required: Int
  /// The result.
  public var result: ParameterKind
  /// What it does, in the two languages.
  public var zh: String
  /// In English.
  public var en: String

  /// A signature; all parameters are required unless said otherwise.
  public init(
    _ name: String, _ parameters: [ParameterKind], required: Int? = nil, result: ParameterKind,
    zh: String, en: String
  ) {
    self.name = name
    self.parameters = parameters
    self.required = required ?? parameters.count
    self.result = result
    self.zh = zh
    self.en = en
  }
}

/// What the host offers its functions: calendar, registers and the like.
public protocol FunctionServices: AnyObject, Sendable {}

/// A step of a computation, kept when tracing.
public struct EvaluationNote: Sendable, Hashable {
  /// In Chinese.
  public var zh: String
  /// In English.
  public var en: String

  /// A note in two languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}

/// A function of the host.
public struct HostFunction: Sendable {
  /// What a function does with its arguments' values.
  public typealias Body =
    @Sendable (borrowing CallContext, [XPathValue]) throws(FunctionError) -> XPathValue

  /// The outside: name, parameters, result.
  public var signature: FunctionSignature
  /// Whether one node among those of its only argument, seen as it stands, makes the function true
  /// whatever the others are.
  public typealias Settler = @Sendable (XMLDocument, NodeID) -> Bool

  /// What it does.
  public var body: Body
  /// Asked first, node by node, so that the rest of the nodes need not be found; where no node
  /// settles it, the body is called.
  public var settler: Settler?

  /// Pairs a signature with what it does.
  public init(
    _ signature: FunctionSignature, settler: Settler? = nil, _ body: @escaping Body
  ) {
    self.signature = signature
    self.settler = settler
    self.body = body
  }
}

/// The functions of the host by name.
public struct FunctionLibrary: Sendable {
  /// In the order given.
  public let functions: [HostFunction]
  private let indices: [String: Int]
  /// The bodies alone: a call should not copy a signature's texts.
  let bodies: [HostFunction.Body]
  let settlers: [HostFunction.Settler?]

  /// A library; a later function replaces an earlier one of the same name.
  public init(_ functions: [HostFunction] = []) {
    self.functions = functions
    bodies = functions.map(\.body)
    settlers = functions.map(\.settler)
    indices = Dictionary(
      functions.enumerated().map { ($0.element.signature.name, $0.offset) },
      uniquingKeysWith: { _, last in last })
  }

  /// The place of a function, or nil.
  public func index(of name: String) -> Int? { indices[name] }
}

/// What a function of the host sees.
public struct CallContext: ~Copyable {
  /// The document judged.
  public let document: XMLDocument
  /// The context node.
  public let node: NodeID
  /// The current node (XSLT 1.0 §12.4).
  public let current: NodeID
  /// The host's services.
  public let services: any FunctionServices
  let evaluator: Evaluator

  /// Keeps a step of the computation, when tracing.
  public func note(_ note: @autoclosure () -> EvaluationNote) {
    if evaluator.isTracing { evaluator.notes.append(note()) }
  }

  /// True where notes are kept.
  public var isTracing: Bool { evaluator.isTracing }

  /// The string value, with doubt raised where a node's content is unknown or nodes may be missing.
  public func string(_ value: XPathValue) -> TextSlice { evaluator.string(value) }

  /// Raises doubt where nodes may be missing.
  public func nodes(_ value: XPathValue) -> [NodeID]? {
    guard case .nodes(let set) = value else { return nil }
    evaluator.doubts.formUnion(set.doubt)
    return set.nodes
  }

  /// Doubt about a node's own content, or none.
  public func opacity(of node: NodeID) -> Doubt { evaluator.ownOpacity(of: node) }

  /// Raises doubt.
  public func raise(_ doubt: Doubt) { evaluator.doubts.formUnion(doubt) }
}
