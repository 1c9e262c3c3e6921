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
  let marks: MarkIndex
  let keys: [KeyDefinition]
  var keyIndices: [Int: KeyIndex] = [:]
  var fixedNodes: [FixedNodes?] = []
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
  /// - Parameter limit: how much work, in nodes looked at and blocks of 64 bytes read, all
  ///   evaluations together may take before ``XPathError/limit``.
  public init(
    document: XMLDocument, functions: FunctionLibrary, services: any FunctionServices,
    keys: [KeyDefinition] = [], marks: DocumentMarks = DocumentMarks(), limit: Int = 200_000_000
  ) {
    self.document = document
    self.functions = functions
    self.services = services
    self.keys = keys
    self.marks = MarkIndex(marks)
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

  /// Takes from what evaluations may still do.
  func spend(_ work: Int) throws(XPathError) {
    fuel -= work
    if fuel < 0 { throw .limit }
  }

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
    case .or, .and, .compare, .holdsAny: return .boolean(try boolean(code, context))
    case .arithmetic, .negate: return .number(try number(code, context))
    case .union(let left, let right):
      return .nodes(Evaluator.union(try nodes(left, context), try nodes(right, context)))
    case .string(let text): return .string(text)
    case .number(let number): return .number(number)
    case .variable(let slot):
      guard let variables else { throw .cycle("\(slot)") }
      return try variables.value(slot: slot, for: self)
    case .core(let function, let arguments): return try core(function, arguments, context)
    case .host(let index, let arguments): return try host(index, arguments, context)
    case .key(let index, let argument):
      return .nodes(try lookUp(index, try value(argument, context)))
    case .path(let path): return .nodes(try nodes(path, context))
    case .filter(let primary, let predicates):
      var set = try nodes(primary, context)
      for predicate in predicates {
        set = try filter(set, predicate, current: context.current)
      }
      return .nodes(set)
    }
  }

  func nodes(_ code: Code, _ context: Context) throws(XPathError) -> NodeSet {
    switch try value(code, context) {
    case .nodes(let set): return set
    case .boolean: throw .notNodeSet("boolean")
    case .number: throw .notNodeSet("number")
    case .string: throw .notNodeSet("string")
    }
  }

  /// The boolean value; of a path, without looking for more than one node.
  func boolean(_ code: Code, _ context: Context) throws(XPathError) -> Bool {
    switch code {
    case .or(let left, let right): return try either(left, right, context, settledBy: true)
    case .and(let left, let right): return try either(left, right, context, settledBy: false)
    case .compare(let op, let left, let right): return try compare(op, left, right, context)
    case .holdsAny(let nodes, let wanted, _): return try holdsAny(nodes, context) == wanted
    case .core(.not, let arguments): return try !boolean(arguments[0], context)
    case .core(.boolean, let arguments): return try boolean(arguments[0], context)
    case .path: return try holdsAny(code, context)
    case .host(let index, let arguments):
      if arguments.count == 1, try isSettled(index, arguments[0], context) { return true }
      return boolean(try host(index, arguments, context))
    default: return boolean(try value(code, context))
    }
  }

  /// Whether a node of the argument makes a function of the host true.
  private func isSettled(_ index: Int, _ argument: Code, _ context: Context) throws(XPathError)
    -> Bool
  {
    guard marks.isEmpty, let settler = functions.settlers[index], case .path(let path) = argument,
      path.isSearchable
    else { return false }
    var doubt = SearchDoubt()
    return try search(path, context, &doubt) { settler(document, $0) }
  }

  /// `or` is settled by a true operand, `and` by a false one. The right one is evaluated only where
  /// the left does not settle it; if the right settles it, doubt about the left does not matter.
  private func either(
    _ left: Code, _ right: Code, _ context: Context, settledBy settling: Bool
  ) throws(XPathError) -> Bool {
    let before = takeDoubts()
    defer { doubts.formUnion(before) }
    if try boolean(left, context) == settling { return settling }
    let aboutLeft = takeDoubts()
    do {
      let result = try boolean(right, context)
      if result != settling || !doubts.isEmpty { doubts.formUnion(aboutLeft) }
      return result
    } catch {
      doubts.formUnion(aboutLeft)
      throw error
    }
  }

  func number(_ code: Code, _ context: Context) throws(XPathError) -> Double {
    switch code {
    case .number(let number): return number
    case .negate(let operand): return -(try number(operand, context))
    case .arithmetic(let op, let left, let right):
      let a = try number(left, context)
      let b = try number(right, context)
      switch op {
      case .plus: return a + b
      case .minus: return a - b
      case .multiply: return a * b
      case .divide: return a / b
      case .modulo: return a.truncatingRemainder(dividingBy: b)
      }
    case .path: return NumberText.number(try string(code, context))
    default: return number(try value(code, context))
    }
  }

  /// The string value; of a path, without looking for more than the first node where it can.
  func string(_ code: Code, _ context: Context) throws(XPathError) -> TextSlice {
    guard case .path(let path) = code else { return string(try value(code, context)) }
    let set = try first(path, context)
    return string(.nodes(set))
  }

  // MARK: Conversions

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
    doubts.formUnion(opacity(of: node))
    return document.stringValue(node)
  }

  // MARK: Functions of the host

  private func host(_ index: Int, _ codes: [Code], _ context: Context) throws(XPathError)
    -> XPathValue
  {
    var arguments: [XPathValue] = []
    arguments.reserveCapacity(codes.count)
    for code in codes { arguments.append(try value(code, context)) }
    let call = CallContext(
      document: document, node: context.node, current: context.current, services: services,
      evaluator: self)
    do {
      return try functions.bodies[index](call, arguments)
    } catch {
      throw .function(name: functions.functions[index].signature.name, error)
    }
  }
}
