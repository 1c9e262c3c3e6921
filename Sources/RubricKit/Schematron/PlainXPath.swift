internal import XPath

/// Writes expressions of a rubric in XPath 1.0 as every engine has it, or says why it cannot.
///
/// Of the functions of ours only `filled()` has an exact equivalent, and that only where no part of the
/// file read by it is illegible or not transcribed: then it is true of a set in which some node has
/// text, or holds an element with `asWritten`.
struct PlainXPath {
  let scope: PlainScope

  /// - Parameter context: the path that the expression's context stands for; nil: it stands where it is
  ///   evaluated.
  func text(_ expression: Expression, from context: String?) throws(NotPlain) -> String {
    try text(expression, context, looserThan: 0)
  }

  /// The same where not only its truth but its value counts: a set of nodes is no boolean.
  func value(_ expression: Expression, from context: String?) throws(NotPlain) -> String {
    if case .call("filled", _) = expression.kind {
      return try text(expression, context, looserThan: BinaryOperator.equal.tightness)
    }
    return try text(expression, context, looserThan: 0)
  }

  /// Whether an expression selects nodes.
  func givesNodes(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .path, .filter, .binary(.union, _, _), .call(name: "key", _), .call(name: "current", _):
      true
    case .variable(let name): (try? scope.variable(name).givesNodes) ?? false
    default: false
    }
  }

  static func constant(_ kind: Expression.Kind) -> String {
    switch kind {
    case .literal(let text): quoted(text)
    case .number(let number): plain(number)
    default: ""
    }
  }

  // MARK: Expressions

  private func text(_ expression: Expression, _ context: String?, looserThan outer: Int)
    throws(NotPlain) -> String
  {
    switch expression.kind {
    case .literal, .number: return PlainXPath.constant(expression.kind)
    case .variable(let name): return "$\(try scope.variable(name).name)"
    case .negate(let operand):
      return "-\(try text(operand, context, looserThan: BinaryOperator.multiply.tightness))"
    case .binary(let op, let left, let right):
      let own = op.tightness
      let words =
        try text(left, context, looserThan: own - 1) + " \(op.rawValue) "
        + text(right, context, looserThan: own)
      return own <= outer ? "(\(words))" : words
    case .call(let name, let arguments): return try call(name, arguments, context, outer)
    case .filter(let primary, let predicates):
      return try filtered(start(primary, context), predicates)
    case .path(let path): return try text(path, context)
    }
  }

  private func call(
    _ name: String, _ arguments: [Expression], _ context: String?, _ outer: Int
  ) throws(NotPlain) -> String {
    if name == "filled" { return try filled(arguments, context, outer) }
    guard PlainXPath.core.contains(name) else { throw .function(name) }
    if name == "key", case .literal(let key)? = arguments.first?.kind { _ = try scope.key(key) }
    var texts: [String] = []
    for argument in arguments {
      let isCondition = name == "not" || name == "boolean"
      texts.append(try isCondition ? text(argument, from: context) : value(argument, from: context))
    }
    if let context, arguments.isEmpty, PlainXPath.readsContext.contains(name) { texts = [context] }
    return "\(name)(\(texts.joined(separator: ", ")))"
  }

  static let hasContent = "normalize-space() or .//@asWritten[normalize-space()]"

  private func filled(_ arguments: [Expression], _ context: String?, _ outer: Int)
    throws(NotPlain) -> String
  {
    guard let argument = arguments.first else { throw .function("filled") }
    if case .path(let path) = argument.kind, path.isContext, context == nil {
      return outer > 0 ? "(\(Self.hasContent))" : Self.hasContent
    }
    let nodes: String
    if case .path(let path) = argument.kind, path.takesPredicate {
      nodes = try text(path, context)
    } else if case .variable = argument.kind {
      nodes = try text(argument, from: context)
    } else {
      nodes = "(\(try text(argument, from: context)))"
    }
    // As an operand of `and` or `or` a set of nodes is what it should be: whether there is one.
    let isCondition = outer <= BinaryOperator.and.tightness
    return isCondition ? "\(nodes)[\(Self.hasContent)]" : "boolean(\(nodes)[\(Self.hasContent)])"
  }

  // MARK: Paths

  private func text(_ path: LocationPath, _ context: String?) throws(NotPlain) -> String {
    switch path.start {
    case .root:
      return path.steps.isEmpty ? "/" : try PlainXPath.joined("/", path.steps.map(text))
    case .context:
      guard let context else { return try PlainXPath.joined("", path.steps.map(text)) }
      if path.isContext { return context }
      return try PlainXPath.joined(context == "/" ? "/" : "\(context)/", path.steps.map(text))
    case .expression(let primary):
      return try PlainXPath.joined("\(start(primary, context))/", path.steps.map(text))
    }
  }

  /// What a path or predicates may follow.
  func start(_ primary: Expression, _ context: String?) throws(NotPlain) -> String {
    let words = try text(primary, context, looserThan: 0)
    switch primary.kind {
    case .variable, .call(name: "key", _), .call(name: "current", _): return words
    default: return "(\(words))"
    }
  }

  private func filtered(_ start: String, _ predicates: [Expression]) throws(NotPlain) -> String {
    var words = start
    for predicate in predicates { words += "[\(try text(predicate, from: nil))]" }
    return words
  }

  private func text(_ step: Step) throws(NotPlain) -> String {
    try filtered(try PlainXPath.bare(step), step.predicates)
  }

  /// A step without its predicates.
  static func bare(_ step: Step) throws(NotPlain) -> String {
    switch (step.axis, step.test) {
    case (.namespace, _): throw .namespaceAxis
    case (.self, .node) where step.predicates.isEmpty: "."
    case (.parent, .node) where step.predicates.isEmpty: ".."
    case (.child, _): "\(step.test)"
    case (.attribute, _): "@\(step.test)"
    default: "\(step.axis.rawValue)::\(step.test)"
    }
  }

  /// Steps behind a beginning, `//` for the step between any depth.
  static func joined(_ start: String, _ steps: [String]) -> String {
    (start + steps.joined(separator: "/"))
      .replacing("/descendant-or-self::node()/", with: "//")
  }

  // MARK: Words

  /// The functions of XPath 1.0 and, of XSLT 1.0, `current` and `key`.
  private static let core: Set<String> = [
    "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat",
    "starts-with", "contains", "substring-before", "substring-after", "substring", "string-length",
    "normalize-space", "translate", "boolean", "not", "true", "false", "lang", "number", "sum",
    "floor", "ceiling", "round", "current", "key",
  ]

  /// Functions that without an argument read the context node.
  static let readsContext: Set<String> = [
    "string", "string-length", "normalize-space", "number", "name", "local-name", "namespace-uri",
  ]

  private static func quoted(_ text: String) -> String {
    text.contains("'") ? "\"\(text)\"" : "'\(text)'"
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }
}

extension LocationPath {
  /// True of `.` alone.
  var isContext: Bool {
    start == .context && steps.count == 1 && steps[0].axis == .self && steps[0].test == .node
      && steps[0].predicates.isEmpty
  }

  /// True where a predicate may follow as it is written.
  fileprivate var takesPredicate: Bool {
    guard let last = steps.last else { return false }
    return last.test != .node || last.axis == .child
  }
}

extension BinaryOperator {
  /// From 1, loosest (XPath 1.0 §3.5); `-` before an operand stands between 6 and 8.
  fileprivate var tightness: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual: 3
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .plus, .minus: 5
    case .multiply, .divide, .modulo: 6
    case .union: 8
    }
  }
}
