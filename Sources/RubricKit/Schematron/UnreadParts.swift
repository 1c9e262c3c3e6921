internal import XPath

/// The parts of a case file that an expression rests on. Where one of them is illegible or was not
/// transcribed, nobody can say what the expression gives.
///
/// More parts are collected than matter, never fewer. A part that stands behind predicates is looked for
/// behind them: what they rest on is collected as well, so where it is all read they say what they say.
struct UnreadParts {
  /// What an expression's value is used for.
  enum Use {
    /// Whether there are nodes, and which.
    case existence
    /// What the nodes say.
    case value
    /// Whether the nodes say anything: those with text do, whatever else they hold.
    case content
  }

  private let text: PlainXPath
  private var flags: [String] = []
  private var elements: [String] = []
  private var trees: [String] = []

  init(_ text: PlainXPath) { self.text = text }

  /// Whether one of the parts was not read; nil where there is none that could be.
  var condition: String? {
    let places = elements + trees.map { "\($0)/descendant-or-self::*" }
    var conditions = flags.map { "$\($0)" }
    if !places.isEmpty {
      conditions.append("(\(places.joined(separator: " | ")))\(Self.mark)")
    }
    guard !conditions.isEmpty else { return nil }
    let any = conditions.joined(separator: " or ")
    return "$file.unread and " + (conditions.count > 1 ? "(\(any))" : any)
  }

  static let mark = "[@state = 'notTranscribed' or @state = 'illegible']"

  /// - Parameters:
  ///   - context: the path of the context node.
  ///   - steps: whether it matters that nodes may not have been found; false of the nodes a check goes
  ///     through, since those found are judged whatever else there may be.
  mutating func collect(
    _ expression: Expression, from context: String, _ use: Use, steps: Bool = true
  ) throws(NotPlain) {
    switch expression.kind {
    case .literal, .number: break
    case .variable(let name):
      let variable = try text.scope.variable(name)
      if let unread = variable.unread { add(unread, to: &flags) }
      if variable.givesNodes { addNodes("$\(variable.name)", use) }
    case .negate(let operand): try collect(operand, from: context, .value)
    case .binary(.union, let left, let right):
      try collect(left, from: context, use, steps: steps)
      try collect(right, from: context, use, steps: steps)
    case .binary(let op, let left, let right):
      let isCondition = op == .and || op == .or
      try collect(left, from: context, isCondition ? .existence : .value)
      try collect(right, from: context, isCondition ? .existence : .value)
    case .call(let name, let arguments):
      try call(name, arguments, context, use)
      if name == "key" || name == "current" {
        addNodes(try text.text(expression, from: context), use)
      }
    case .filter(let primary, let predicates):
      try collect(primary, from: context, use, steps: steps)
      var nodes = try text.start(primary, context)
      for predicate in predicates {
        try collect(predicate, from: nodes, .existence)
        nodes += "[\(try text.text(predicate, from: nil))]"
      }
    case .path(let path): try collect(path, context, use, steps)
    }
  }

  private mutating func call(
    _ name: String, _ arguments: [Expression], _ context: String, _ use: Use
  ) throws(NotPlain) {
    let used: Use =
      switch name {
      case "boolean", "not", "count", "name", "local-name", "namespace-uri": .existence
      case "filled": .content
      default: .value
      }
    for argument in arguments { try collect(argument, from: context, used) }
    if name == "key", case .literal(let key)? = arguments.first?.kind {
      if let unread = try text.scope.key(key).unread { add(unread, to: &flags) }
    } else if arguments.isEmpty, PlainXPath.readsContext.contains(name), used == .value {
      add(context, to: &trees)
    }
  }

  // MARK: Paths

  private mutating func collect(
    _ path: LocationPath, _ context: String, _ use: Use, _ counts: Bool
  ) throws(NotPlain) {
    var here: String
    switch path.start {
    case .root: here = "/"
    case .context: here = context
    case .expression(let primary):
      try collect(primary, from: context, .existence, steps: counts)
      here = try text.start(primary, context)
    }
    for step in path.steps {
      if counts { search(step.axis, here) }
      here = UnreadParts.join(here, try PlainXPath.bare(step))
      for predicate in step.predicates {
        try collect(predicate, from: here, .existence)
        here += "[\(try text.text(predicate, from: nil))]"
      }
    }
    if path.steps.last?.axis != .attribute { addNodes(here, use) }
  }

  /// Where something along an axis may not have been seen.
  private mutating func search(_ axis: Axis, _ here: String) {
    switch axis {
    case .child: if here != "/" { add(here, to: &elements) }
    case .descendant, .descendantOrSelf: add(here == "/" ? "/*" : here, to: &trees)
    case .followingSibling, .precedingSibling: add(UnreadParts.join(here, ".."), to: &elements)
    case .following, .preceding: add("/*", to: &trees)
    case .self, .parent, .ancestor, .ancestorOrSelf, .attribute, .namespace: break
    }
  }

  private mutating func addNodes(_ nodes: String, _ use: Use) {
    switch use {
    case .existence: break
    case .value: add(nodes == "/" ? "/*" : nodes, to: &trees)
    case .content: add(nodes == "." ? "self::node()\(Self.blank)" : nodes + Self.blank, to: &trees)
    }
  }

  private static let blank = "[not(normalize-space())]"

  /// The nodes of a key's pattern, as a path.
  static func path(of pattern: Expression, _ text: PlainXPath) throws(NotPlain) -> String {
    switch pattern.kind {
    case .binary(.union, let left, let right):
      return "(\(try path(of: left, text)) | \(try path(of: right, text)))"
    case .path(let path) where path.start == .context:
      return "//\(try text.text(pattern, from: nil))"
    default: return try text.text(pattern, from: nil)
    }
  }

  private static func join(_ here: String, _ step: String) -> String {
    switch (here, step) {
    case (_, "."): here
    case (".", _): step
    case ("/", _): "/\(step)"
    default: "\(here)/\(step)"
    }
  }

  private func add(_ item: String, to list: inout [String]) {
    if !list.contains(item) { list.append(item) }
  }
}
