public import CaseXML

/// Gives variables their values, lazily and once; the host keeps them.
public protocol VariableSource: AnyObject {
  /// The value in a slot.
  func value(slot: Int, for evaluator: Evaluator) throws(XPathError) -> XPathValue
}

/// Evaluates compiled expressions over one document. Confined to one thread.
public final class Evaluator {
  /// The document; parsed with the names that the expressions were compiled against.
  public let document: XMLDocument
  let functions: FunctionLibrary
  let services: any FunctionServices
  let marks: DocumentMarks
  let hasMarks: Bool
  private let keys: [KeyDefinition]
  private var keyIndices: [Int: KeyIndex] = [:]
  /// Where variables come from.
  public weak var variables: (any VariableSource)?
  /// Keeps notes of functions where true.
  public var isTracing = false
  /// Notes of functions, in the order of evaluation.
  public var notes: [EvaluationNote] = []
  /// Doubt raised since ``takeDoubts()``.
  public internal(set) var doubts: Doubt = []
  var fuel: Int

  /// An evaluator.
  ///
  /// - Parameter limit: most node visits over the evaluator's life before ``XPathError/limit``.
  public init(
    document: XMLDocument, functions: FunctionLibrary, services: any FunctionServices,
    keys: [KeyDefinition] = [], marks: DocumentMarks = DocumentMarks(), limit: Int = 200_000_000
  ) {
    self.document = document
    self.functions = functions
    self.services = services
    self.keys = keys
    self.marks = marks
    hasMarks = !marks.isEmpty
    fuel = limit
  }

  /// Evaluates with a node as context and current node.
  public func evaluate(_ expression: CompiledExpression, at node: NodeID) throws(XPathError)
    -> XPathValue
  {
    try value(expression.code, Context(node: node, position: 1, size: 1, current: node))
  }

  /// Doubt raised so far, which is cleared.
  public func takeDoubts() -> Doubt {
    defer { doubts = [] }
    return doubts
  }

  /// Raises doubt again, e.g. that of a value kept from earlier.
  public func raise(_ doubt: Doubt) { doubts.formUnion(doubt) }

  // MARK: Values

  struct Context {
    var node: NodeID
    var position: Int
    var size: Int
    var current: NodeID
    /// Doubt about the set that position and size count in.
    var doubt: Doubt = []
  }

  func value(_ code: Code, _ context: Context) throws(XPathError) -> XPathValue {
    switch code {
    case .or(let left, let right):
      if try boolean(left, context) { return .boolean(true) }
      return .boolean(try boolean(right, context))
    case .and(let left, let right):
      if try !boolean(left, context) { return .boolean(false) }
      return .boolean(try boolean(right, context))
    case .compare(let op, let left, let right):
      return .boolean(compare(op, try value(left, context), try value(right, context)))
    case .arithmetic(let op, let left, let right):
      let a = number(try value(left, context))
      let b = number(try value(right, context))
      switch op {
      case .plus: return .number(a + b)
      case .minus: return .number(a - b)
      case .multiply: return .number(a * b)
      case .divide: return .number(a / b)
      case .modulo: return .number(a.truncatingRemainder(dividingBy: b))
      }
    case .negate(let operand): return .number(-number(try value(operand, context)))
    case .union(let left, let right):
      let a = try nodes(left, context)
      let b = try nodes(right, context)
      return .nodes(Evaluator.union(a, b))
    case .string(let text): return .string(text)
    case .number(let number): return .number(number)
    case .variable(let slot):
      guard let variables else { throw .cycle("\(slot)") }
      return try variables.value(slot: slot, for: self)
    case .core(let function, let arguments): return try core(function, arguments, context)
    case .host(let index, let arguments): return try host(index, arguments, context)
    case .key(let index, let argument):
      return .nodes(try lookUp(index, try value(argument, context)))
    case .path(let start, let steps): return .nodes(try path(start, steps, context))
    case .filter(let primary, let predicates):
      var set = try nodes(primary, context)
      for predicate in predicates {
        set = try filter(set, predicate, reverse: false, current: context.current)
      }
      return .nodes(set)
    }
  }

  func nodes(_ code: Code, _ context: Context) throws(XPathError) -> NodeSet {
    guard case .nodes(let set) = try value(code, context) else {
      throw .notNodeSet("\(code)".prefix(60).description)
    }
    return set
  }

  func boolean(_ code: Code, _ context: Context) throws(XPathError) -> Bool {
    boolean(try value(code, context))
  }

  /// `boolean()` (§4.3); an empty set that may be incomplete raises doubt.
  public func boolean(_ value: XPathValue) -> Bool {
    switch value {
    case .boolean(let flag): return flag
    case .number(let number): return !(number.isNaN || number == 0)
    case .string(let text): return !text.isEmpty
    case .nodes(let set):
      if set.nodes.isEmpty { doubts.formUnion(set.doubt) }
      return !set.nodes.isEmpty
    }
  }

  /// `number()` (§4.4).
  public func number(_ value: XPathValue) -> Double {
    switch value {
    case .boolean(let flag): flag ? 1 : 0
    case .number(let number): number
    case .string(let text): NumberText.number(text)
    case .nodes: NumberText.number(string(value))
    }
  }

  /// `string()` (§4.2); an empty set that may be incomplete raises doubt, and so does a node whose
  /// content is unknown.
  public func string(_ value: XPathValue) -> TextSlice {
    switch value {
    case .boolean(let flag): return TextSlice(flag ? "true" : "false")
    case .number(let number): return NumberText.text(number)
    case .string(let text): return text
    case .nodes(let set):
      guard let first = set.nodes.first else {
        doubts.formUnion(set.doubt)
        return TextSlice()
      }
      return string(of: first)
    }
  }

  /// A node's string value (§5).
  public func string(of node: NodeID) -> TextSlice {
    if hasMarks { doubts.formUnion(opacity(of: node)) }
    return document.stringValue(node)
  }

  /// Doubt about the content of a node and of what lies below it.
  func opacity(of node: NodeID) -> Doubt {
    var doubt: Doubt = []
    let end = document.end(node)
    for (marked, reason) in marks.opaque where marked >= node && marked < end || marked == node {
      doubt.formUnion(reason)
    }
    return doubt
  }

  static func union(_ left: NodeSet, _ right: NodeSet) -> NodeSet {
    let doubt = left.doubt.union(right.doubt)
    if left.nodes.isEmpty { return NodeSet(right.nodes, doubt: doubt) }
    if right.nodes.isEmpty { return NodeSet(left.nodes, doubt: doubt) }
    return NodeSet(ordered(left.nodes + right.nodes), doubt: doubt)
  }

  /// In document order, each once.
  static func ordered(_ nodes: [NodeID]) -> [NodeID] {
    var result: [NodeID] = []
    result.reserveCapacity(nodes.count)
    for node in nodes.sorted() where node != result.last { result.append(node) }
    return result
  }

  // MARK: Functions of the host and keys

  private func host(_ index: Int, _ codes: [Code], _ context: Context) throws(XPathError)
    -> XPathValue
  {
    var arguments: [XPathValue] = []
    arguments.reserveCapacity(codes.count)
    for code in codes { arguments.append(try value(code, context)) }
    let call = CallContext(
      document: document, node: context.node, services: services, evaluator: self)
    do {
      return try functions.bodies[index](call, arguments)
    } catch {
      throw .function(name: functions.functions[index].signature.name, error)
    }
  }

  private struct KeyIndex {
    var nodes: [TextSlice: [NodeID]] = [:]
    var doubt: Doubt = []
  }

  private func lookUp(_ index: Int, _ value: XPathValue) throws(XPathError) -> NodeSet {
    let table = try keyIndex(index)
    switch value {
    case .nodes(let set):
      var found: [NodeID] = []
      for node in set.nodes { found += table.nodes[string(of: node)] ?? [] }
      return NodeSet(Evaluator.ordered(found), doubt: table.doubt.union(set.doubt))
    default:
      return NodeSet(table.nodes[string(value)] ?? [], doubt: table.doubt)
    }
  }

  /// Built when first used.
  private func keyIndex(_ index: Int) throws(XPathError) -> KeyIndex {
    if let known = keyIndices[index] { return known }
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
        for used in set.nodes { table.nodes[string(of: used), default: []].append(node) }
      case let other: table.nodes[string(other), default: []].append(node)
      }
    }
    for (value, nodes) in table.nodes { table.nodes[value] = Evaluator.ordered(nodes) }
    keyIndices[index] = table
    return table
  }
}
