public import CaseXML

/// A key as declared (XSLT 1.0 §12.2), compiled.
public struct KeyDefinition: Sendable {
  /// The name.
  public let name: String
  let match: CompiledExpression
  let use: CompiledExpression
}

/// Compiles expressions against one growing name table, one function library, and the variables and
/// keys in scope.
public struct XPathCompiler: Sendable {
  /// Names met so far; freeze it when all expressions are compiled.
  public var names: NameTableBuilder
  /// Variable names in scope and their slots.
  public var variables: [String: Int] = [:]
  /// Key names in scope and their places.
  public var keys: [String: Int] = [:]
  /// Prefixes declared, without `xml`.
  public var prefixes: [String: String]
  private let library: FunctionLibrary

  /// A compiler.
  public init(
    library: FunctionLibrary, names: NameTableBuilder = NameTableBuilder(),
    prefixes: [String: String] = [:]
  ) {
    self.library = library
    self.names = names
    self.prefixes = prefixes
    self.prefixes["xml"] = "http://www.w3.org/XML/1998/namespace"
  }

  /// Compiles an expression.
  ///
  /// - Throws: ``XPathSyntaxError`` for bad syntax and for names that are not known.
  public mutating func compile(_ text: String) throws(XPathSyntaxError) -> CompiledExpression {
    let expression = try XPathParser.parse(text)
    return CompiledExpression(
      expression: expression, text: text, source: text, code: try code(expression))
  }

  /// Compiles a key: `match` is a pattern, found anywhere in the document.
  public mutating func key(name: String, match: String, use: String) throws(XPathSyntaxError)
    -> KeyDefinition
  {
    let pattern = XPathCompiler.anywhere(try XPathParser.parse(match))
    let matching = CompiledExpression(
      expression: pattern, text: match, source: match, code: try code(pattern))
    return KeyDefinition(name: name, match: matching, use: try compile(use))
  }

  /// A pattern as an expression: relative alternatives may begin anywhere.
  private static func anywhere(_ expression: Expression) -> Expression {
    var result = expression
    switch expression.kind {
    case .binary(.union, let left, let right):
      result.kind = .binary(.union, anywhere(left), anywhere(right))
    case .path(var path) where path.start == .context:
      path.start = .root
      path.steps.insert(
        Step(axis: .descendantOrSelf, test: .node, predicates: [], range: expression.range), at: 0)
      result.kind = .path(path)
    default: break
    }
    return result
  }

  // MARK: Code

  private mutating func code(_ expression: Expression) throws(XPathSyntaxError) -> Code {
    switch expression.kind {
    case .literal(let text): return .string(TextSlice(text))
    case .number(let number): return .number(number)
    case .negate(let operand): return .negate(try code(operand))
    case .variable(let name):
      guard let slot = variables[name] else {
        throw XPathSyntaxError(.unknownVariable(name), at: expression.range)
      }
      return .variable(slot)
    case .binary(let op, let left, let right):
      return try binary(op, try code(left), try code(right))
    case .call(let name, let arguments): return try call(name, arguments, at: expression.range)
    case .filter(let primary, let predicates):
      return .filter(try code(primary), try codes(predicates))
    case .path(let path):
      let start: Code.Start =
        switch path.start {
        case .context: .context
        case .root: .root
        case .expression(let primary): .code(try code(primary))
        }
      var steps: [CompiledStep] = []
      for step in path.steps { steps.append(try compile(step)) }
      return .path(start, XPathCompiler.merged(steps))
    }
  }

  private func binary(_ op: BinaryOperator, _ left: Code, _ right: Code) throws(XPathSyntaxError)
    -> Code
  {
    switch op {
    case .or: .or(left, right)
    case .and: .and(left, right)
    case .equal: .compare(.equal, left, right)
    case .notEqual: .compare(.notEqual, left, right)
    case .less: .compare(.less, left, right)
    case .lessOrEqual: .compare(.lessOrEqual, left, right)
    case .greater: .compare(.greater, left, right)
    case .greaterOrEqual: .compare(.greaterOrEqual, left, right)
    case .plus: .arithmetic(.plus, left, right)
    case .minus: .arithmetic(.minus, left, right)
    case .multiply: .arithmetic(.multiply, left, right)
    case .divide: .arithmetic(.divide, left, right)
    case .modulo: .arithmetic(.modulo, left, right)
    case .union: .union(left, right)
    }
  }

  private mutating func call(_ name: String, _ arguments: [Expression], at range: Range<Int>)
    throws(XPathSyntaxError) -> Code
  {
    if let function = CoreFunction(rawValue: name) {
      let arity = function.arity
      try checkArity(name, arguments.count, arity.least, arity.most, range)
      return .core(function, try codes(arguments))
    }
    if name == "key" {
      try checkArity(name, arguments.count, 2, 2, range)
      guard case .literal(let key) = arguments[0].kind, let index = keys[key] else {
        throw XPathSyntaxError(.unknownKey(arguments[0].description), at: arguments[0].range)
      }
      return .key(index, try code(arguments[1]))
    }
    guard let index = library.index(of: name) else {
      throw XPathSyntaxError(.unknownFunction(name), at: range)
    }
    let signature = library.functions[index].signature
    try checkArity(name, arguments.count, signature.required, signature.parameters.count, range)
    return .host(index, try codes(arguments))
  }

  private func checkArity(
    _ name: String, _ given: Int, _ least: Int, _ most: Int?, _ range: Range<Int>
  ) throws(XPathSyntaxError) {
    if given < least || given > most ?? given {
      throw XPathSyntaxError(
        .wrongArity(function: name, given: given, least: least, most: most), at: range)
    }
  }

  private mutating func codes(_ expressions: [Expression]) throws(XPathSyntaxError) -> [Code] {
    var result: [Code] = []
    for expression in expressions { result.append(try code(expression)) }
    return result
  }

  // MARK: Steps

  private mutating func compile(_ step: Step) throws(XPathSyntaxError) -> CompiledStep {
    CompiledStep(
      axis: step.axis, test: try test(step), predicates: try codes(step.predicates))
  }

  private mutating func test(_ step: Step) throws(XPathSyntaxError) -> CompiledTest {
    switch step.test {
    case .node: return .node
    case .text: return .text
    case .comment: return .comment
    case .processingInstruction(let target): return .processingInstruction(target)
    case .any: return .any
    case .namespace(let prefix): return .namespace(try uri(prefix, step.range))
    case .name(let prefix, let local):
      if step.axis == .namespace { return .prefix(local) }
      var space: String?
      if let prefix { space = try uri(prefix, step.range) }
      return .name(names.intern(uri: space, local: local))
    }
  }

  private func uri(_ prefix: String, _ range: Range<Int>) throws(XPathSyntaxError) -> String {
    guard let uri = prefixes[prefix] else {
      throw XPathSyntaxError(.unknownPrefix(prefix), at: range)
    }
    return uri
  }

  /// `descendant-or-self::node()/child::x` without predicates that count is `descendant::x`.
  private static func merged(_ steps: [CompiledStep]) -> [CompiledStep] {
    var result: [CompiledStep] = []
    for step in steps {
      if let last = result.last, last.axis == .descendantOrSelf, case .node = last.test,
        last.predicates.isEmpty, step.axis == .child, step.predicates.isEmpty
      {
        result[result.count - 1] = CompiledStep(
          axis: .descendant, test: step.test, predicates: [])
      } else {
        result.append(step)
      }
    }
    return result
  }
}
