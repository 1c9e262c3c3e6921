internal import XPath

extension Expression {
  /// Whether the expression is true or false of every file, as far as it can be told by looking at it;
  /// nil where that depends on the file.
  var constantTruth: Bool? {
    switch kind {
    case .literal(let text): return !text.isEmpty
    case .number(let number): return number != 0 && !number.isNaN
    case .variable, .negate: return nil
    case .call("true", _): return true
    case .call("false", _): return false
    case .call("not", let arguments): return arguments.first?.constantTruth.map { !$0 }
    case .call("boolean", let arguments): return arguments.first?.constantTruth
    case .call: return nil
    case .binary(let op, let left, let right): return Expression.truth(op, left, right)
    case .filter(let primary, let predicates):
      return predicates.contains { $0.isNeverTrue } || primary.constantTruth == false
        ? false : nil
    case .path(let path): return path.isAlwaysEmpty ? false : nil
    }
  }

  private static func truth(_ op: BinaryOperator, _ left: Expression, _ right: Expression) -> Bool?
  {
    switch op {
    case .or:
      if left.constantTruth == true || right.constantTruth == true { return true }
      return left.constantTruth == false && right.constantTruth == false ? false : nil
    case .and:
      if left.constantTruth == false || right.constantTruth == false { return false }
      return left.constantTruth == true && right.constantTruth == true ? true : nil
    case .union: return left.constantTruth == false && right.constantTruth == false ? false : nil
    case .equal: return equality(left, right)
    case .notEqual: return equality(left, right).map { !$0 }
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return order(op, left, right)
    case .plus, .minus, .multiply, .divide, .modulo: return nil
    }
  }

  private static func equality(_ left: Expression, _ right: Expression) -> Bool? {
    switch (left.kind, right.kind) {
    case (.literal(let a), .literal(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    default: nil
    }
  }

  private static func order(_ op: BinaryOperator, _ left: Expression, _ right: Expression) -> Bool?
  {
    guard case .number(let a) = left.kind, case .number(let b) = right.kind else { return nil }
    switch op {
    case .less: return a < b
    case .lessOrEqual: return a <= b
    case .greater: return a > b
    default: return a >= b
    }
  }

  /// As a predicate: a number stands for a position, and there is none below 1.
  fileprivate var isNeverTrue: Bool {
    if case .number(let number) = kind { return number < 1 }
    return constantTruth == false
  }
}

extension LocationPath {
  /// A step that lets nothing through, or one up from the root.
  fileprivate var isAlwaysEmpty: Bool {
    if case .expression(let primary) = start, primary.constantTruth == false { return true }
    if case .root = start, let first = steps.first,
      [.parent, .ancestor, .attribute, .followingSibling, .precedingSibling].contains(first.axis)
    {
      return true
    }
    return steps.contains { $0.predicates.contains { $0.isNeverTrue } }
  }
}
