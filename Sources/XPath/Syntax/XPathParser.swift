/// Parses XPath 1.0 (§3) by recursive descent.
public struct XPathParser {
  /// How deep expressions may nest: everything that walks a tree does so by recursion.
  private static let deepest = 200
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  /// The syntax tree of an expression.
  ///
  /// - Throws: ``XPathSyntaxError`` with the column and what was expected.
  public static func parse(_ text: String) throws(XPathSyntaxError) -> Expression {
    var parser = XPathParser(tokens: try Lexer.tokens(text))
    let expression = try parser.binary(minimum: 1)
    guard parser.current.kind == .end else { throw parser.unexpected(.operator) }
    return expression
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  private var current: Token { tokens[index] }
  private var lastEnd: Int { index == 0 ? 0 : tokens[index - 1].range.upperBound }

  // MARK: Operators

  private mutating func binary(minimum: Int) throws(XPathSyntaxError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < XPathParser.deepest else {
      throw XPathSyntaxError(.tooDeep, at: current.range)
    }
    var left = try unary()
    while case .operatorName(let op) = current.kind, op != .union, op.precedence >= minimum {
      index += 1
      let right = try binary(minimum: op.precedence + 1)
      left = try bounded(
        .binary(op, left, right), left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  private mutating func unary() throws(XPathSyntaxError) -> Expression {
    let start = current.range.lowerBound
    var signs = 0
    while current.kind == .operatorName(.minus) {
      signs += 1
      index += 1
    }
    var result = try union()
    for _ in 0..<signs {
      result = try bounded(.negate(result), start..<result.range.upperBound)
    }
    return result
  }

  private mutating func union() throws(XPathSyntaxError) -> Expression {
    var left = try path()
    while current.kind == .operatorName(.union) {
      index += 1
      let right = try path()
      left = try bounded(
        .binary(.union, left, right), left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  /// Operators of one rank nest to the left without the parser's own recursion.
  private func bounded(_ kind: Expression.Kind, _ range: Range<Int>) throws(XPathSyntaxError)
    -> Expression
  {
    let expression = Expression(kind: kind, range: range)
    guard expression.height <= XPathParser.deepest else {
      throw XPathSyntaxError(.tooDeep, at: range)
    }
    return expression
  }

  // MARK: Paths

  private mutating func path() throws(XPathSyntaxError) -> Expression {
    let start = current.range.lowerBound
    switch current.kind {
    case .symbol("/"):
      index += 1
      let steps = startsStep ? try relativeSteps() : []
      return finish(.root, steps, start)
    case .symbol("//"):
      let slash = current.range
      index += 1
      let steps = [XPathParser.anyDescendant(slash)] + (try relativeSteps())
      return finish(.root, steps, start)
    case _ where startsPrimary:
      let primary = try filter()
      switch current.kind {
      case .symbol("/"):
        index += 1
        let steps = try relativeSteps()
        return finish(.expression(primary), steps, start)
      case .symbol("//"):
        let slash = current.range
        index += 1
        let steps = [XPathParser.anyDescendant(slash)] + (try relativeSteps())
        return finish(.expression(primary), steps, start)
      default: return primary
      }
    case _ where startsStep:
      let steps = try relativeSteps()
      return finish(.context, steps, start)
    default: throw unexpected(.expression)
    }
  }

  /// Ends a path where the last token read ends. Steps are read before the call: the receiver is
  /// copied before its arguments are evaluated, and would end too early.
  private func finish(_ from: LocationPath.Start, _ steps: [Step], _ start: Int) -> Expression {
    Expression(kind: .path(LocationPath(start: from, steps: steps)), range: start..<lastEnd)
  }

  private mutating func relativeSteps() throws(XPathSyntaxError) -> [Step] {
    var steps = [try step()]
    while true {
      if current.kind == .symbol("/") {
        index += 1
      } else if current.kind == .symbol("//") {
        steps.append(XPathParser.anyDescendant(current.range))
        index += 1
      } else {
        return steps
      }
      steps.append(try step())
    }
  }

  private mutating func step() throws(XPathSyntaxError) -> Step {
    let start = current.range.lowerBound
    if current.kind == .symbol(".") || current.kind == .symbol("..") {
      let axis: Axis = current.kind == .symbol(".") ? .self : .parent
      index += 1
      return Step(axis: axis, test: .node, predicates: [], range: start..<lastEnd)
    }
    var axis = Axis.child
    if current.kind == .symbol("@") {
      axis = .attribute
      index += 1
    } else if case .axis(let named) = current.kind {
      axis = named
      index += 1
    }
    let test = try nodeTest()
    var predicates: [Expression] = []
    while current.kind == .symbol("[") { predicates.append(try predicate()) }
    return Step(axis: axis, test: test, predicates: predicates, range: start..<lastEnd)
  }

  private mutating func nodeTest() throws(XPathSyntaxError) -> NodeTest {
    switch current.kind {
    case .wildcard:
      index += 1
      return .any
    case .namespaceWildcard(let prefix):
      index += 1
      return .namespace(prefix: prefix)
    case .name(let prefix, let local):
      index += 1
      return .name(prefix: prefix, local: local)
    case .nodeType(let type):
      index += 1
      try expect("(")
      var target: String?
      if type == "processing-instruction", case .literal(let name) = current.kind {
        target = name
        index += 1
      }
      try expect(")")
      switch type {
      case "node": return .node
      case "text": return .text
      case "comment": return .comment
      default: return .processingInstruction(target)
      }
    default: throw unexpected(.nodeTest)
    }
  }

  private mutating func predicate() throws(XPathSyntaxError) -> Expression {
    try expect("[")
    let expression = try binary(minimum: 1)
    try expect("]")
    return expression
  }

  // MARK: Primary expressions

  private mutating func filter() throws(XPathSyntaxError) -> Expression {
    let primary = try primary()
    var predicates: [Expression] = []
    while current.kind == .symbol("[") { predicates.append(try predicate()) }
    if predicates.isEmpty { return primary }
    return Expression(
      kind: .filter(primary, predicates: predicates), range: primary.range.lowerBound..<lastEnd)
  }

  private mutating func primary() throws(XPathSyntaxError) -> Expression {
    let token = current
    index += 1
    switch token.kind {
    case .variable(let name): return Expression(kind: .variable(name), range: token.range)
    case .literal(let text): return Expression(kind: .literal(text), range: token.range)
    case .number(let number): return Expression(kind: .number(number), range: token.range)
    case .symbol("("):
      var inner = try binary(minimum: 1)
      try expect(")")
      inner.range = token.range.lowerBound..<lastEnd
      return inner
    case .function(let name):
      try expect("(")
      var arguments: [Expression] = []
      if current.kind != .symbol(")") {
        arguments.append(try binary(minimum: 1))
        while current.kind == .symbol(",") {
          index += 1
          arguments.append(try binary(minimum: 1))
        }
      }
      try expect(")")
      return Expression(
        kind: .call(name: name, arguments: arguments), range: token.range.lowerBound..<lastEnd)
    default:
      index -= 1
      throw unexpected(.expression)
    }
  }

  // MARK: Looking ahead

  private var startsPrimary: Bool {
    switch current.kind {
    case .variable, .literal, .number, .function, .symbol("("): true
    default: false
    }
  }

  private var startsStep: Bool {
    switch current.kind {
    case .wildcard, .namespaceWildcard, .name, .nodeType, .axis, .symbol("@"), .symbol("."),
      .symbol(".."):
      true
    default: false
    }
  }

  private mutating func expect(_ symbol: String) throws(XPathSyntaxError) {
    guard current.kind == .symbol(symbol) else { throw unexpected(.symbol(symbol)) }
    index += 1
  }

  private func unexpected(_ expected: XPathSyntaxError.Expected) -> XPathSyntaxError {
    XPathSyntaxError(.unexpected(found: current.text, expected: expected), at: current.range)
  }

  private static func anyDescendant(_ range: Range<Int>) -> Step {
    Step(axis: .descendantOrSelf, test: .node, predicates: [], range: range)
  }
}

extension BinaryOperator {
  /// From 1, loosest, to 7.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual: 3
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .plus, .minus: 5
    case .multiply, .divide, .modulo: 6
    case .union: 7
    }
  }
}

extension Token {
  /// As the user wrote it, more or less.
  var text: String {
    switch kind {
    case .symbol(let symbol): symbol
    case .literal(let text): "'\(text)'"
    case .number(let number): "\(number)"
    case .variable(let name): "$\(name)"
    case .name(let prefix, let local): prefix.map { "\($0):\(local)" } ?? local
    case .namespaceWildcard(let prefix): "\(prefix):*"
    case .wildcard: "*"
    case .operatorName(let op): op.rawValue
    case .axis(let axis): "\(axis.rawValue)::"
    case .function(let name): "\(name)("
    case .nodeType(let name): "\(name)("
    case .end: ""
    }
  }
}
