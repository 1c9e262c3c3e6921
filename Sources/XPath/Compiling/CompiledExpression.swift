internal import CaseXML

/// An expression with names, variables and functions resolved; immutable, shared by workers. An object,
/// so that passing it on costs nothing.
public final class CompiledExpression: Sendable {
  /// The syntax tree it came from.
  public let expression: Expression
  /// As written.
  public let text: String
  /// The whole expression that it is part of.
  let source: String
  let code: Code

  init(expression: Expression, text: String, source: String, code: Code) {
    self.expression = expression
    self.text = text
    self.source = source
    self.code = code
  }
}

extension CompiledExpression {
  /// Stands for an expression that did not compile; selects nothing.
  public static let nothing = CompiledExpression(
    expression: Expression(kind: .literal(""), range: 0..<0), text: "", source: "",
    code: .path(
      CompiledPath(
        start: .root, steps: [CompiledStep(axis: .parent, test: .never, predicates: [])])))

  /// The operands or arguments directly below, so that a result can be explained part by part.
  public var operands: [CompiledExpression] {
    switch (expression.kind, written) {
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

  private var written: Code {
    if case .holdsAny(_, _, let written) = code { written } else { code }
  }

  private func part(_ expression: Expression, _ code: Code) -> CompiledExpression {
    let scalars = source.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: expression.range.lowerBound)
    let end = scalars.index(scalars.startIndex, offsetBy: expression.range.upperBound)
    return CompiledExpression(
      expression: expression, text: String(scalars[start..<end]), source: source, code: code)
  }
}
