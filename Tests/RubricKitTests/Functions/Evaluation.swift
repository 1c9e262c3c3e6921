import CaseXML
import RubricKit
import XPath

/// Evaluates expressions with the functions of ours over a small document.
struct Evaluation {
  /// What came out.
  enum Result: Equatable {
    case value(String)
    case failed(FunctionError)
  }

  var registers: Registers
  var asOf = "2026-11-23"
  /// Paths of elements below which something may be unseen.
  var incomplete: [String] = []
  /// Paths of elements whose content is unknown.
  var opaque: [String] = []

  init() throws {
    registers = try ShippedRegisters.registers
  }

  /// The value as a string, or the function's error.
  func run(_ expression: String, _ xml: String = "<r/>") throws -> Result {
    try evaluate(expression, xml).result
  }

  func evaluate(_ expression: String, _ xml: String, tracing: Bool = false) throws
    -> (result: Result, doubts: Doubt, notes: [EvaluationNote])
  {
    let library = CaseFunctions.library
    var compiler = XPathCompiler(library: library)
    let compiled = try compiler.compile(expression)
    let names = compiler.names.freeze()
    let document = try XMLParser(names: names).parse(Array(xml.utf8)).document
    var marks = DocumentMarks()
    for row in 1..<document.count {
      let node = NodeID(index: Int32(row))
      let path = document.path(node)
      if incomplete.contains(path) { marks.incomplete[node] = Doubt(rawValue: 1) }
      if opaque.contains(path) { marks.opaque[node] = Doubt(rawValue: 2) }
    }
    let evaluator = Evaluator(
      document: document, functions: library,
      services: RegisterServices(registers: registers, asOf: try CivilDate(asOf)), marks: marks)
    evaluator.isTracing = tracing
    do throws(XPathError) {
      let value = try evaluator.evaluate(compiled, at: document.root)
      let text = evaluator.string(value).string
      return (.value(text), evaluator.takeDoubts(), evaluator.notes)
    } catch {
      guard case .function(_, let failure) = error else { throw error }
      return (.failed(failure), evaluator.takeDoubts(), evaluator.notes)
    }
  }
}
