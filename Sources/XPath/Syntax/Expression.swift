/// A node of the syntax tree of an XPath 1.0 expression.
public struct Expression: Sendable, Hashable {
  /// What stands here.
  public indirect enum Kind: Sendable, Hashable {
    case binary(BinaryOperator, Expression, Expression)
    case negate(Expression)
    case literal(String)
    case number(Double)
    case variable(String)
    case call(name: String, arguments: [Expression])
    case path(LocationPath)
    /// A filter expression: a primary expression with predicates (§3.3).
    case filter(Expression, predicates: [Expression])
  }

  /// What stands here, with its parts.
  public var kind: Kind
  /// Offsets in code points in the source.
  public var range: Range<Int>
  /// How many expressions stand inside one another here, this one included.
  let height: Int

  init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
    height = 1 + kind.partHeight
  }
}

extension Expression.Kind {
  fileprivate var partHeight: Int {
    switch self {
    case .binary(_, let left, let right): max(left.height, right.height)
    case .negate(let operand): operand.height
    case .literal, .number, .variable: 0
    case .call(_, let arguments): arguments.map(\.height).max() ?? 0
    case .path(let path): path.partHeight
    case .filter(let primary, let predicates):
      predicates.map(\.height).reduce(primary.height, max)
    }
  }
}

extension LocationPath {
  fileprivate var partHeight: Int {
    let inPredicates = steps.flatMap(\.predicates).map(\.height).max() ?? 0
    guard case .expression(let primary) = start else { return inPredicates }
    return max(primary.height, inPredicates)
  }
}

/// Operators between two expressions, in rising order of precedence (§3.4, §3.5, §3.3).
public enum BinaryOperator: String, Sendable, Hashable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case multiply = "*"
  case divide = "div"
  case modulo = "mod"
  case union = "|"
}

/// A location path (§2), or steps after a filter expression (§3.3).
public struct LocationPath: Sendable, Hashable {
  /// Where it starts.
  public indirect enum Start: Sendable, Hashable {
    case context, root
    case expression(Expression)
  }

  /// Where it starts.
  public var start: Start
  /// In order.
  public var steps: [Step]
}

/// One location step (§2.1).
public struct Step: Sendable, Hashable {
  /// The axis.
  public var axis: Axis
  /// Which nodes of the axis.
  public var test: NodeTest
  /// In order; each filters what the one before left.
  public var predicates: [Expression]
  /// Offsets in code points in the expression.
  public var range: Range<Int>
}

/// The axes (§2.2).
public enum Axis: String, Sendable, Hashable, CaseIterable {
  case ancestor
  case ancestorOrSelf = "ancestor-or-self"
  case attribute, child, descendant
  case descendantOrSelf = "descendant-or-self"
  case following
  case followingSibling = "following-sibling"
  case namespace, parent, preceding
  case precedingSibling = "preceding-sibling"
  case `self`

  /// True where positions count against document order (§2.4).
  public var isReverse: Bool {
    switch self {
    case .ancestor, .ancestorOrSelf, .preceding, .precedingSibling: true
    default: false
    }
  }
}

/// Which nodes of an axis a step takes (§2.3).
public enum NodeTest: Sendable, Hashable {
  case node, text, comment
  case processingInstruction(String?)
  case any
  /// `prefix:*`.
  case namespace(prefix: String)
  case name(prefix: String?, local: String)
}

extension Expression {
  /// Calls `visit` for this expression and all below it, parents first.
  public func walk(_ visit: (Expression) -> Void) {
    visit(self)
    switch kind {
    case .binary(_, let left, let right):
      left.walk(visit)
      right.walk(visit)
    case .negate(let operand): operand.walk(visit)
    case .literal, .number, .variable: break
    case .call(_, let arguments): for argument in arguments { argument.walk(visit) }
    case .path(let path):
      if case .expression(let start) = path.start { start.walk(visit) }
      for step in path.steps { for predicate in step.predicates { predicate.walk(visit) } }
    case .filter(let primary, let predicates):
      primary.walk(visit)
      for predicate in predicates { predicate.walk(visit) }
    }
  }
}
