import CaseXML
import TestSupport
import XPath
import XPathOracle

/// No node has this number, or the expression was not added.
struct NotThere: Error {}

/// One document in both evaluators, and the same expressions for both.
///
/// Expressions are compiled before the document is parsed, because it is parsed with their names.
final class BothEvaluators {
  static let prefixes = [
    "one": "urn:one", "two": "urn:two", "three": "urn:three", "four": "urn:four",
    "def": "urn:default",
  ]

  let bytes: [UInt8]
  private var compiler: XPathCompiler
  private var compiled: [String: CompiledExpression] = [:]
  private let bound = BoundVariables()
  private var parsed: Ready?

  private struct Ready {
    let evaluator: Evaluator
    let oracle: XPathOracle
    /// The number of each row, -1 for namespace nodes; and the row of each number.
    let numbers: [Int]
    let rows: [Int]
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    compiler = XPathCompiler(library: FunctionLibrary(), prefixes: BothEvaluators.prefixes)
  }

  convenience init(fixture name: String) throws {
    try self.init(TestSupport.fixture("XPath/\(name)"))
  }

  /// Declares a variable that both evaluators bind to this expression at the root.
  func bind(_ name: String, to expression: String) throws {
    let value = try compiler.compile(expression)
    compiler.variables[name] = bound.definitions.count
    bound.definitions.append((name, expression, value))
  }

  /// Compiles an expression for our evaluator; once it did, `ours` may evaluate it.
  func add(_ expression: String) throws(XPathSyntaxError) {
    if compiled[expression] == nil { compiled[expression] = try compiler.compile(expression) }
  }

  var document: XMLDocument { get throws { try ready().evaluator.document } }

  /// How many nodes can be the context node: all but namespace nodes.
  var count: Int { get throws { try ready().oracle.count } }

  /// Our value, in the form the oracle gives.
  func ours(_ expression: String, at number: Int) throws -> OracleValue {
    guard let code = compiled[expression] else { throw NotThere() }
    return try value(ready().evaluator.evaluate(code, at: NodeID(index: Int32(row(number)))))
  }

  /// libxml2's value.
  func theirs(_ expression: String, at number: Int) throws -> OracleValue {
    try ready().oracle.evaluate(expression, at: number)
  }

  /// The path of a node.
  func path(_ number: Int) throws -> String {
    try text(.nodes([OracleNode(number: number)]))
  }

  /// The value as people read it: nodes as paths.
  func text(_ value: OracleValue) throws -> String {
    switch value {
    case .boolean(let flag): return flag ? "true" : "false"
    case .number(let bits): return "\(Double(bitPattern: bits))"
    case .string(let text): return "'\(text)'"
    case .nodes(let nodes):
      return try nodes.map { node in
        let path = try document.path(NodeID(index: Int32(row(node.number))))
        return path + (node.namespacePrefix.map { "/namespace::\($0)" } ?? "")
      }.joined(separator: " ")
    }
  }

  private func value(_ value: XPathValue) throws -> OracleValue {
    switch value {
    case .boolean(let flag): return .boolean(flag)
    case .number(let number): return .of(number)
    case .string(let text): return .string(text.string)
    case .nodes(let set):
      let numbers = try ready().numbers
      let document = try document
      return .nodes(
        set.nodes.map { node in
          document.kind(node) == .namespace
            ? OracleNode(
              number: numbers[Int(document.parent(node)?.index ?? 0)],
              namespacePrefix: document.localName(document.name(node)))
            : OracleNode(number: numbers[Int(node.index)])
        }.sorted())
    }
  }

  /// The row of a node in our table.
  func row(_ number: Int) throws -> Int {
    let rows = try ready().rows
    guard rows.indices.contains(number) else { throw NotThere() }
    return rows[number]
  }

  private func ready() throws -> Ready {
    if let parsed { return parsed }
    let document = try XMLParser(names: compiler.names.freeze(), namespaceNodes: true)
      .parse(bytes).document
    let evaluator = Evaluator(
      document: document, functions: FunctionLibrary(), services: NoServices())
    evaluator.variables = bound
    let oracle = try XPathOracle(bytes, prefixes: BothEvaluators.prefixes)
    for definition in bound.definitions {
      try oracle.bind(definition.name, to: definition.expression)
    }
    var numbers: [Int] = []
    var rows: [Int] = []
    for row in 0..<document.count {
      let isNamespace = document.kind(NodeID(index: Int32(row))) == .namespace
      numbers.append(isNamespace ? -1 : rows.count)
      if !isNamespace { rows.append(row) }
    }
    let ready = Ready(evaluator: evaluator, oracle: oracle, numbers: numbers, rows: rows)
    parsed = ready
    return ready
  }
}

/// Variables whose values are those of expressions at the root.
private final class BoundVariables: VariableSource {
  var definitions: [(name: String, expression: String, value: CompiledExpression)] = []

  func value(slot: Int, for evaluator: Evaluator) throws(XPathError) -> XPathValue {
    try evaluator.evaluate(definitions[slot].value, at: evaluator.document.root)
  }
}
