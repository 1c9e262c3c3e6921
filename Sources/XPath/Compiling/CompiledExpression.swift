internal import CaseXML

/// An expression with names, variables and functions resolved; immutable, shared by workers.
public struct CompiledExpression: Sendable {
  /// The syntax tree it came from.
  public let expression: Expression
  /// As written.
  public let text: String
  /// The whole expression that it is part of.
  let source: String
  let code: Code
}

/// What the evaluator runs.
indirect enum Code: Sendable {
  case or(Code, Code)
  case and(Code, Code)
  case compare(Comparison, Code, Code)
  case arithmetic(Arithmetic, Code, Code)
  case negate(Code)
  case union(Code, Code)
  case string(TextSlice)
  case number(Double)
  case variable(Int)
  case core(CoreFunction, [Code])
  case host(Int, [Code])
  case key(Int, Code)
  case path(Start, [CompiledStep])
  case filter(Code, [Code])

  enum Start: Sendable {
    case context, root
    case code(Code)
  }

  enum Comparison: Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }

  enum Arithmetic: Sendable { case plus, minus, multiply, divide, modulo }
}

struct CompiledStep: Sendable {
  var axis: Axis
  var test: CompiledTest
  var predicates: [Code]
}

enum CompiledTest: Sendable {
  case node, text, comment
  case processingInstruction(String?)
  case any
  case namespace(String)
  case name(NameID)
  /// A namespace node's prefix.
  case prefix(String)
}

/// The core library (§4) and XSLT's `current`.
enum CoreFunction: String, Sendable, CaseIterable {
  case last, position, count, id
  case localName = "local-name"
  case namespaceURI = "namespace-uri"
  case name, string, concat
  case startsWith = "starts-with"
  case contains
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case substring
  case stringLength = "string-length"
  case normalizeSpace = "normalize-space"
  case translate, boolean, not
  case `true`, `false`
  case lang, number, sum, floor, ceiling, round, current

  /// Least and most arguments; nil: any number.
  var arity: (least: Int, most: Int?) {
    switch self {
    case .last, .position, .true, .false, .current: (0, 0)
    case .count, .id, .boolean, .not, .lang, .sum, .floor, .ceiling, .round: (1, 1)
    case .localName, .namespaceURI, .name, .string, .stringLength, .normalizeSpace, .number: (0, 1)
    case .concat: (2, nil)
    case .startsWith, .contains, .substringBefore, .substringAfter: (2, 2)
    case .substring: (2, 3)
    case .translate: (3, 3)
    }
  }
}

extension CompiledExpression {
  /// Stands for an expression that did not compile; selects nothing.
  public static let nothing = CompiledExpression(
    expression: Expression(kind: .literal(""), range: 0..<0), text: "", source: "",
    code: .path(.root, [CompiledStep(axis: .parent, test: .node, predicates: [])]))
}

extension CompiledExpression {
  /// The operands or arguments directly below, so that a result can be explained part by part.
  public var operands: [CompiledExpression] {
    switch (expression.kind, code) {
    case (.binary(_, let left, let right), .or(let a, let b)),
      (.binary(_, let left, let right), .and(let a, let b)),
      (.binary(_, let left, let right), .compare(_, let a, let b)),
      (.binary(_, let left, let right), .arithmetic(_, let a, let b)):
      [part(left, a), part(right, b)]
    case (.call(_, let arguments), .core(_, let codes)),
      (.call(_, let arguments), .host(_, let codes)):
      zip(arguments, codes).map { part($0, $1) }
    default: []
    }
  }

  /// True for literals and numbers, which explain themselves.
  public var isConstant: Bool {
    switch code {
    case .string, .number: true
    default: false
    }
  }

  /// True where it can only give nodes.
  public var givesNodes: Bool {
    switch code {
    case .path, .filter, .union, .key: true
    default: false
    }
  }

  private func part(_ expression: Expression, _ code: Code) -> CompiledExpression {
    let scalars = source.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: expression.range.lowerBound)
    let end = scalars.index(scalars.startIndex, offsetBy: expression.range.upperBound)
    return CompiledExpression(
      expression: expression, text: String(scalars[start..<end]), source: source, code: code)
  }
}
