/// The four types of XPath (§1), where known before anything runs.
enum ValueKind: Sendable { case nodes, boolean, number, string }

extension Code {
  /// What it gives; nil where only evaluation shows.
  func kind(in library: FunctionLibrary) -> ValueKind? {
    switch self {
    case .or, .and, .compare, .holdsAny: .boolean
    case .arithmetic, .negate, .number: .number
    case .string: .string
    case .union, .key, .path, .filter: .nodes
    case .core(let function, _): function.result
    case .variable: nil
    case .host(let index, _):
      switch library.functions[index].signature.result {
      case .nodes: .nodes
      case .boolean: .boolean
      case .number: .number
      case .string: .string
      case .any, .date, .amount: nil
      }
    }
  }

  /// Whether the value depends on the position or size of its own context, not of one inside.
  var asksForPosition: Bool {
    switch self {
    case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right), .union(let left, let right):
      left.asksForPosition || right.asksForPosition
    case .negate(let operand), .key(_, let operand), .filter(let operand, _),
      .holdsAny(let operand, _, _):
      operand.asksForPosition
    case .string, .number, .variable: false
    case .core(.position, _), .core(.last, _): true
    case .core(_, let arguments), .host(_, let arguments):
      arguments.contains { $0.asksForPosition }
    case .path(let path):
      if case .code(let start) = path.start { start.asksForPosition } else { false }
    }
  }

  /// Whether the value depends on nothing but the document and the context it is evaluated in:
  /// no variable, current node or function of the host.
  fileprivate var isPure: Bool {
    switch self {
    case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right), .union(let left, let right):
      left.isPure && right.isPure
    case .negate(let operand), .holdsAny(let operand, _, _): operand.isPure
    case .string, .number: true
    case .variable, .host, .core(.current, _): false
    // A key's index may itself ask for anything.
    case .key: false
    case .core(_, let arguments): arguments.allSatisfy(\.isPure)
    case .filter(let primary, let predicates):
      primary.isPure && predicates.allSatisfy(\.code.isPure)
    case .path(let path):
      switch path.start {
      case .context, .root: path.steps.arePure
      case .current: false
      case .code(let start): start.isPure && path.steps.arePure
      }
    }
  }
}

extension [CompiledStep] {
  /// Whether no predicate asks for more than the document and its context.
  var arePure: Bool { allSatisfy { $0.predicates.allSatisfy(\.code.isPure) } }
}
