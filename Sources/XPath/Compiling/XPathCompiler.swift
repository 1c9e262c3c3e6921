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
  /// True once an expression used the namespace axis: documents must be parsed with namespace nodes.
  public private(set) var needsNamespaceNodes = false
  private let library: FunctionLibrary
  /// Paths that always give the same nodes, by their text, so that a document is asked once for all
  /// expressions that contain one.
  private var fixedPaths: [String: CompiledPath] = [:]

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

  /// Compiles a key: `match` is a pattern, found anywhere in the document. Neither part may use
  /// variables or this key itself (XSLT 1.0 §12.2).
  public mutating func key(name: String, match: String, use: String) throws(XPathSyntaxError)
    -> KeyDefinition
  {
    let scope = (variables, keys)
    defer { (variables, keys) = scope }
    variables = [:]
    keys[name] = nil
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
    case .binary(.union, let left, let right): return .union(try nodes(left), try nodes(right))
    case .binary(let op, let left, let right):
      return XPathCompiler.binary(op, try code(left), try code(right))
    case .call(let name, let arguments): return try call(name, arguments, at: expression.range)
    case .filter(let primary, let predicates):
      return .filter(try nodes(primary), try self.predicates(predicates))
    case .path(let path): return .path(try compile(path))
    }
  }

  /// Code where a node-set must stand.
  private mutating func nodes(_ expression: Expression) throws(XPathSyntaxError) -> Code {
    let code = try code(expression)
    if let kind = code.kind(in: library), kind != .nodes {
      throw XPathSyntaxError(.notNodeSet, at: expression.range)
    }
    return code
  }

  private static func binary(_ op: BinaryOperator, _ left: Code, _ right: Code) -> Code {
    switch op {
    case .or: .or(left, right)
    case .and: .and(left, right)
    case .equal: comparison(.equal, left, right)
    case .notEqual: comparison(.notEqual, left, right)
    case .less: comparison(.less, left, right)
    case .lessOrEqual: comparison(.lessOrEqual, left, right)
    case .greater: comparison(.greater, left, right)
    case .greaterOrEqual: comparison(.greaterOrEqual, left, right)
    case .plus: .arithmetic(.plus, left, right)
    case .minus: .arithmetic(.minus, left, right)
    case .multiply: .arithmetic(.multiply, left, right)
    case .divide: .arithmetic(.divide, left, right)
    case .modulo: .arithmetic(.modulo, left, right)
    case .union: .union(left, right)
    }
  }

  /// A comparison; of a count with nothing, without counting.
  private static func comparison(_ op: Code.Comparison, _ left: Code, _ right: Code) -> Code {
    let written = Code.compare(op, left, right)
    switch (op, left, right) {
    case (.greater, .core(.count, let set), .number(0)),
      (.notEqual, .core(.count, let set), .number(0)),
      (.greaterOrEqual, .core(.count, let set), .number(1)),
      (.less, .number(0), .core(.count, let set)),
      (.notEqual, .number(0), .core(.count, let set)),
      (.lessOrEqual, .number(1), .core(.count, let set)):
      return .holdsAny(set[0], true, written: written)
    case (.equal, .core(.count, let set), .number(0)),
      (.less, .core(.count, let set), .number(1)),
      (.equal, .number(0), .core(.count, let set)),
      (.greater, .number(1), .core(.count, let set)):
      return .holdsAny(set[0], false, written: written)
    default: return written
    }
  }

  private mutating func call(_ name: String, _ arguments: [Expression], at range: Range<Int>)
    throws(XPathSyntaxError) -> Code
  {
    if let function = CoreFunction(rawValue: name) {
      let arity = function.arity
      try checkArity(name, arguments.count, arity.least, arity.most, range)
      var codes: [Code] = []
      for argument in arguments {
        codes.append(function.takesNodes ? try nodes(argument) : try code(argument))
      }
      return .core(function, codes)
    }
    if name == "key" {
      try checkArity(name, arguments.count, 2, 2, range)
      // XSLT lets the name be computed; then a misspelt one would show only when it runs.
      guard case .literal(let key) = arguments[0].kind else {
        throw XPathSyntaxError(.keyNameNotLiteral, at: arguments[0].range)
      }
      guard let index = keys[key] else {
        throw XPathSyntaxError(.unknownKey(key), at: arguments[0].range)
      }
      return .key(index, try code(arguments[1]))
    }
    guard let index = library.index(of: name) else {
      throw XPathSyntaxError(.unknownFunction(name), at: range)
    }
    let signature = library.functions[index].signature
    try checkArity(name, arguments.count, signature.required, signature.parameters.count, range)
    var codes: [Code] = []
    for argument in arguments { codes.append(try code(argument)) }
    return .host(index, codes)
  }

  private func checkArity(
    _ name: String, _ given: Int, _ least: Int, _ most: Int?, _ range: Range<Int>
  ) throws(XPathSyntaxError) {
    if given < least || given > most ?? given {
      throw XPathSyntaxError(
        .wrongArity(function: name, given: given, least: least, most: most), at: range)
    }
  }

  // MARK: Paths

  private mutating func compile(_ path: LocationPath) throws(XPathSyntaxError) -> CompiledPath {
    let start: CompiledPath.Start =
      switch path.start {
      case .context: .context
      case .root: .root
      case .expression(let primary): XPathCompiler.start(try nodes(primary))
      }
    var steps: [CompiledStep] = []
    for step in path.steps { steps.append(try compile(step)) }
    steps = XPathCompiler.merged(steps)
    guard case .root = start, steps.arePure else {
      return CompiledPath(start: start, steps: steps)
    }
    // Prefixes may be declared anew between two expressions, so they are part of the key.
    let meaning = prefixes.count > 1 ? "\(path) \(prefixes.sorted { $0.key < $1.key })" : "\(path)"
    if let known = fixedPaths[meaning] { return known }
    let compiled = CompiledPath(start: start, steps: steps, slot: fixedPaths.count)
    fixedPaths[meaning] = compiled
    return compiled
  }

  private static func start(_ code: Code) -> CompiledPath.Start {
    if case .core(.current, _) = code { .current } else { .code(code) }
  }

  private mutating func compile(_ step: Step) throws(XPathSyntaxError) -> CompiledStep {
    if step.axis == .namespace { needsNamespaceNodes = true }
    return CompiledStep(
      axis: step.axis, test: try test(step), predicates: try predicates(step.predicates))
  }

  private mutating func predicates(_ expressions: [Expression]) throws(XPathSyntaxError)
    -> [Predicate]
  {
    var result: [Predicate] = []
    for expression in expressions {
      let code = try code(expression)
      let kind = code.kind(in: library)
      result.append(
        Predicate(code: code, isPositional: kind == nil || kind == .number || code.asksForPosition))
    }
    return result
  }

  private mutating func test(_ step: Step) throws(XPathSyntaxError) -> CompiledTest {
    switch step.test {
    case .node: return .node
    case .text: return .text
    case .comment: return .comment
    case .processingInstruction(let target):
      return .processingInstruction(target.map { names.intern(local: $0) })
    case .any: return .any
    case .namespace(let prefix):
      return .namespace(names.intern(uri: try uri(prefix, step.range), local: "*"))
    case .name(let prefix?, let local):
      let uri = try uri(prefix, step.range)
      // A namespace node's name is its prefix, in no namespace (§5.4).
      return step.axis == .namespace ? .never : .name(names.intern(uri: uri, local: local))
    case .name(nil, let local): return .name(names.intern(local: local))
    }
  }

  private func uri(_ prefix: String, _ range: Range<Int>) throws(XPathSyntaxError) -> String {
    guard let uri = prefixes[prefix] else {
      throw XPathSyntaxError(.unknownPrefix(prefix), at: range)
    }
    return uri
  }

  /// `descendant-or-self::node()/child::x` is `descendant::x`, unless a predicate counts children.
  private static func merged(_ steps: [CompiledStep]) -> [CompiledStep] {
    var result: [CompiledStep] = []
    for step in steps {
      if let last = result.last, last.axis == .descendantOrSelf, case .node = last.test,
        last.predicates.isEmpty, step.axis == .child,
        !step.isPositional
      {
        result[result.count - 1] = CompiledStep(
          axis: .descendant, test: step.test, predicates: step.predicates)
      } else {
        result.append(step)
      }
    }
    return result
  }
}
