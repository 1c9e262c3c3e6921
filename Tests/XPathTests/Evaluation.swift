import CaseXML
import XPath

/// Functions of the host need nothing here.
final class NoServices: FunctionServices {}

/// Evaluates one expression over one document.
struct Evaluation {
  var xml: String
  var keys: [(name: String, match: String, use: String)] = []
  var functions: [HostFunction] = []
  /// Paths of elements that may have children nobody saw, and of those whose content is unknown.
  var incomplete: [String] = []
  var opaque: [String] = []
  var namespaceNodes = true
  var limit = 1_000_000

  struct Outcome {
    var value: XPathValue
    /// Nodes as paths, all else as XPath's `string()` gives it.
    var text: String
    var doubt: Doubt
  }

  /// What stands for missing nodes, and for unknown content.
  static let missing = Doubt(rawValue: 1)
  static let unknown = Doubt(rawValue: 2)

  func callAsFunction(_ expression: String, at place: String = "/") throws -> Outcome {
    let library = FunctionLibrary(functions)
    var compiler = XPathCompiler(library: library)
    var definitions: [KeyDefinition] = []
    for key in keys {
      definitions.append(try compiler.key(name: key.name, match: key.match, use: key.use))
      compiler.keys[key.name] = definitions.count - 1
    }
    let compiled = try compiler.compile(expression)
    let selections = try ([place] + incomplete + opaque).map { try compiler.compile($0) }
    let document = try XMLParser(names: compiler.names.freeze(), namespaceNodes: namespaceNodes)
      .parse(Array(xml.utf8)).document
    let plain = Evaluator(document: document, functions: library, services: NoServices())
    let nodes = try selections.map { selection in
      guard case .nodes(let set) = try plain.evaluate(selection, at: document.root),
        let first = set.nodes.first
      else { throw NotThere() }
      return first
    }
    var marks = DocumentMarks()
    for node in nodes.dropFirst().prefix(incomplete.count) {
      marks.incomplete[node] = Evaluation.missing
    }
    for node in nodes.suffix(opaque.count) { marks.opaque[node] = Evaluation.unknown }
    let evaluator = Evaluator(
      document: document, functions: library, services: NoServices(), keys: definitions,
      marks: marks, limit: limit)
    let value = try evaluator.evaluate(compiled, at: nodes[0])
    let doubt = evaluator.takeDoubts()
    switch value {
    case .nodes(let set):
      let text = set.nodes.map { document.path($0) }.joined(separator: " ")
      return Outcome(value: value, text: text, doubt: doubt)
    default: return Outcome(value: value, text: evaluator.string(value).string, doubt: doubt)
    }
  }
}
