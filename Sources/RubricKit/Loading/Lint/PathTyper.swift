internal import XPath

/// What an expression can give, as far as the schema tells.
enum StaticType: Sendable, Hashable {
  case nodes(Set<SchemaNode>)
  case boolean, number, string
  /// A date or an amount computed by a function of ours.
  case value(Vocabulary.ValueKind)
}

/// Finds, without running anything, names that the schema does not know and operators used on dates
/// and amounts.
struct PathTyper {
  /// A fault in an expression.
  struct Fault: Sendable, Hashable {
    var code: String
    var message: LocalizedText
  }

  let graph: VocabularyGraph
  let functions: FunctionLibrary
  var variables: [String: StaticType] = [:]
  var keys: [String: StaticType] = [:]
  private(set) var faults: [Fault] = []

  init(graph: VocabularyGraph, functions: FunctionLibrary) {
    self.graph = graph
    self.functions = functions
  }

  /// The type of an expression, and the faults met since the last call.
  mutating func check(_ text: String, context: Set<SchemaNode>) -> (StaticType, [Fault]) {
    faults = []
    guard let expression = try? XPathParser.parse(text) else { return (.string, []) }
    let type = type(of: expression, context, current: context)
    return (type, faults)
  }

  private mutating func type(
    of expression: Expression, _ context: Set<SchemaNode>, current: Set<SchemaNode>
  ) -> StaticType {
    switch expression.kind {
    case .literal: return .string
    case .number: return .number
    case .variable(let name): return variables[name] ?? .string
    case .negate(let operand):
      refuse("-", type(of: operand, context, current: current), operand)
      return .number
    case .binary(let op, let left, let right):
      return binary(op, left, right, context, current: current)
    case .call(let name, let arguments):
      return call(name, arguments, context, current: current)
    case .filter(let primary, let predicates):
      let type = type(of: primary, context, current: current)
      check(predicates, nodes(type), current: current)
      return type
    case .path(let path): return .nodes(walk(path, context, current: current))
    }
  }

  // MARK: Operators

  private mutating func binary(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, _ context: Set<SchemaNode>,
    current: Set<SchemaNode>
  ) -> StaticType {
    let a = type(of: left, context, current: current)
    let b = type(of: right, context, current: current)
    switch op {
    case .or, .and: return .boolean
    case .union: return .nodes(nodes(a).union(nodes(b)))
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      if a != .boolean && b != .boolean {
        refuse(op.rawValue, a, left)
        refuse(op.rawValue, b, right)
      }
      if op == .equal || op == .notEqual {
        checkValue(of: left, a, against: right)
        checkValue(of: right, b, against: left)
      }
      return .boolean
    case .plus, .minus, .multiply, .divide, .modulo:
      refuse(op.rawValue, a, left)
      refuse(op.rawValue, b, right)
      return .number
    }
  }

  /// A field with a closed list of values never equals what is not on it. An empty text stands for a
  /// field left blank.
  private mutating func checkValue(
    of field: Expression, _ type: StaticType, against other: Expression
  ) {
    guard case .nodes(let nodes) = type, case .literal(let text) = other.kind, !text.isEmpty,
      !nodes.isEmpty
    else { return }
    var values: Set<String> = []
    for node in nodes {
      guard let list = graph.values(of: node) else { return }
      values.formUnion(list)
    }
    guard !values.contains(text) else { return }
    let list = values.sorted().prefix(8).joined(separator: "、") + (values.count > 8 ? "…" : "")
    report(
      "unknown-value", zh: "“\(field)”没有“\(text)”这个值；案卷格式中有：\(list)",
      en: "“\(field)” never has the value “\(text)”; the schema has: \(list)")
  }

  /// Dates and amounts are compared and computed by functions of ours only.
  private mutating func refuse(_ operation: String, _ type: StaticType, _ expression: Expression) {
    let kind: Vocabulary.ValueKind?
    switch type {
    case .value(let value): kind = value
    case .nodes(let nodes): kind = nodes.map(graph.value).first { $0 != .text }
    case .boolean, .number, .string: kind = nil
    }
    guard let kind, kind != .text else { return }
    let isAmount = kind == .amount
    report(
      "operator-on-\(isAmount ? "amount" : "date")",
      zh: "“\(expression)”是\(isAmount ? "金额" : "日期")，不能用 \(operation)；请用"
        + (isAmount ? " amount-compare()、amount-sum() 等函数" : " is-before()、due-working() 等函数"),
      en: "“\(expression)” is \(isAmount ? "an amount" : "a date"); not with \(operation); use "
        + (isAmount ? "amount-compare(), amount-sum() …" : "is-before(), due-working() …"))
  }

  // MARK: Functions

  private mutating func call(
    _ name: String, _ arguments: [Expression], _ context: Set<SchemaNode>, current: Set<SchemaNode>
  ) -> StaticType {
    let types = arguments.map { type(of: $0, context, current: current) }
    switch name {
    case "current": return .nodes(current)
    case "key":
      guard case .literal(let key)? = arguments.first?.kind else { return .nodes([]) }
      return keys[key] ?? .nodes([])
    case "number", "sum", "floor", "ceiling", "round":
      if let type = types.first, let argument = arguments.first {
        refuse("\(name)()", type, argument)
      }
      return .number
    case "count", "last", "position", "string-length": return .number
    case "not", "boolean", "true", "false", "lang", "contains", "starts-with": return .boolean
    case "id": return .nodes([])
    default:
      guard let index = functions.index(of: name) else { return .string }
      switch functions.functions[index].signature.result {
      case .nodes: return .nodes(types.reduce(into: []) { $0.formUnion(nodes($1)) })
      case .boolean: return .boolean
      case .number: return .number
      case .date: return .value(.date)
      case .amount: return .value(.amount)
      case .string, .any: return .string
      }
    }
  }

  // MARK: Paths

  private mutating func walk(
    _ path: LocationPath, _ context: Set<SchemaNode>, current: Set<SchemaNode>
  ) -> Set<SchemaNode> {
    var here: Set<SchemaNode>
    switch path.start {
    case .context: here = context
    case .root: here = [.document]
    case .expression(let primary): here = nodes(type(of: primary, context, current: current))
    }
    for step in path.steps {
      let before = here
      here = take(step, from: before)
      if here.isEmpty && !before.isEmpty { unknown(step, from: before) }
      check(step.predicates, here, current: current)
      if here.isEmpty { return [] }
    }
    return here
  }

  private func take(_ step: Step, from context: Set<SchemaNode>) -> Set<SchemaNode> {
    var found: Set<SchemaNode> = []
    for node in context {
      for candidate in graph.nodes(on: step.axis, from: node)
      where passes(candidate, step.test, step.axis) {
        found.insert(candidate)
      }
    }
    return found
  }

  private func passes(_ node: SchemaNode, _ test: NodeTest, _ axis: Axis) -> Bool {
    switch (test, node) {
    case (.node, _): true
    case (.text, .text): true
    case (.any, .element): axis != .attribute
    case (.any, .attribute): axis == .attribute
    case (.name(_, let local), .element(let name, _)): name == local
    case (.name(_, let local), .attribute(let name, _)): name == local
    case (.comment, .other), (.processingInstruction, .other): true
    default: false
    }
  }

  private mutating func check(
    _ predicates: [Expression], _ context: Set<SchemaNode>, current: Set<SchemaNode>
  ) {
    for predicate in predicates { _ = type(of: predicate, context, current: current) }
  }

  private mutating func unknown(_ step: Step, from context: Set<SchemaNode>) {
    let names = context.compactMap { node -> String? in
      switch node {
      case .document: "/"
      case .element(let name, _): name
      default: nil
      }
    }.sorted().prefix(3).joined(separator: "、")
    report(
      "unknown-name", zh: "案卷格式中，\(names) 之下没有 \(step.axis == .attribute ? "@" : "")\(step.test)",
      en: "the schema knows no \(step.axis == .attribute ? "@" : "")\(step.test) below \(names)")
  }

  private func nodes(_ type: StaticType) -> Set<SchemaNode> {
    if case .nodes(let set) = type { return set }
    return []
  }

  private mutating func report(_ code: String, zh: String, en: String) {
    faults.append(Fault(code: code, message: LocalizedText(zh: zh, en: en)))
  }
}
