internal import XPath

/// What must all hold for a check to run, taken apart so that two demands can be seen to exclude each
/// other: one and its `not()`, word for word.
struct Conditions: Sendable {
  /// One demand, as printed in full syntax.
  struct Demand: Sendable, Hashable {
    var text: String
    /// False where it must not hold.
    var holds: Bool
  }

  private(set) var demands: [Demand] = []

  /// The demands of a condition.
  ///
  /// - Parameter anywhere: keep only those that mean the same at every node of a file, for comparing
  ///   with a condition that is evaluated elsewhere.
  init(_ condition: Expression, anywhere: Bool = false) {
    collect(condition, holds: true, anywhere)
  }

  /// The first demand that the other makes the other way round.
  func contradiction(with other: Conditions) -> String? {
    demands.first { demand in
      other.demands.contains(Demand(text: demand.text, holds: !demand.holds))
    }?.text
  }

  private mutating func collect(_ expression: Expression, holds: Bool, _ anywhere: Bool) {
    switch expression.kind {
    case .call("not", let arguments) where arguments.count == 1:
      collect(arguments[0], holds: !holds, anywhere)
    case .call("boolean", let arguments) where arguments.count == 1:
      collect(arguments[0], holds: holds, anywhere)
    case .binary(.and, let left, let right) where holds,
      .binary(.or, let left, let right) where !holds,
      .binary(.union, let left, let right) where !holds:
      collect(left, holds: holds, anywhere)
      collect(right, holds: holds, anywhere)
    default:
      if !anywhere || expression.isFreeOfContext {
        demands.append(Demand(text: expression.description, holds: holds))
      }
    }
  }
}

extension Expression {
  /// Whether the expression means the same at whatever node it is evaluated. What stands in
  /// predicates is evaluated where their step leads, but for `current()`.
  fileprivate var isFreeOfContext: Bool {
    switch kind {
    case .literal, .number, .variable: return true
    case .negate(let operand): return operand.isFreeOfContext
    case .binary(_, let left, let right): return left.isFreeOfContext && right.isFreeOfContext
    case .call(let name, let arguments):
      if arguments.isEmpty { return ["true", "false"].contains(name) }
      return name != "lang" && arguments.allSatisfy(\.isFreeOfContext)
    case .filter(let primary, let predicates):
      return primary.isFreeOfContext && !predicates.contains { $0.usesCurrent }
    case .path(let path):
      if case .context = path.start { return false }
      if case .expression(let primary) = path.start, !primary.isFreeOfContext { return false }
      return !path.steps.contains { $0.predicates.contains { $0.usesCurrent } }
    }
  }

  private var usesCurrent: Bool {
    var found = false
    walk { if case .call("current", _) = $0.kind { found = true } }
    return found
  }
}
