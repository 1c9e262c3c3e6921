internal import CaseXML
internal import XPath

/// A rule's condition over the values of two facts, in the language of requirements: `$a.NAME` and
/// `$b.NAME`, besides `$a.case`, `$a.agency`, `$b.case` and `$b.agency`.
final class PairCondition: VariableSource {
  private let expression: CompiledExpression?
  private let evaluator: Evaluator?
  private let names: [String]
  private var pair: (a: CollectedFact, b: CollectedFact)?
  /// How often it could not be decided.
  private(set) var undecided = 0
  /// Pairs looked at since ``begin()``.
  private var compared = 0
  /// Whether facts of one key were too many to look at every pair.
  private(set) var isExhausted = false

  /// How many pairs of one key are looked at: an officer with hundreds of acts at one moment is a fault
  /// of the data, and whoever mends it compares again.
  static let limit = 100_000

  /// - Parameter values: the names of the facts' values.
  /// - Throws: where the condition is no expression.
  init(_ condition: String?, values: [String], services: any FunctionServices)
    throws(XPathSyntaxError)
  {
    let all = Set(values + ["case", "agency"]).sorted()
    names = all.flatMap { ["a.\($0)", "b.\($0)"] }
    guard let condition else {
      (expression, evaluator) = (nil, nil)
      return
    }
    var compiler = XPathCompiler(library: CaseFunctions.library)
    for (slot, name) in names.enumerated() { compiler.variables[name] = slot }
    let compiled = try compiler.compile(condition)
    expression = compiled
    // Conditions look at no document; the language wants one.
    let parser = XMLParser(names: compiler.names.freeze())
    guard let document = try? parser.parse(Array("<pair/>".utf8)).document else {
      evaluator = nil
      return
    }
    evaluator = Evaluator(
      document: document, functions: CaseFunctions.library, services: services, limit: .max)
    evaluator?.variables = self
  }

  /// Begins the facts of another key.
  func begin() { (compared, isExhausted) = (0, false) }

  /// Whether it holds of two facts; one that cannot be decided does not, and is counted. Past the limit
  /// nothing holds any more.
  func holds(_ a: CollectedFact, _ b: CollectedFact) -> Bool {
    compared += 1
    if compared > Self.limit {
      isExhausted = true
      return false
    }
    guard let expression else { return true }
    guard let evaluator else { return false }
    pair = (a, b)
    defer { pair = nil }
    do {
      return evaluator.boolean(try evaluator.evaluate(expression, at: evaluator.document.root))
    } catch {
      undecided += 1
      return false
    }
  }

  func value(slot: Int, for evaluator: Evaluator) throws(XPathError) -> XPathValue {
    let name = names[slot]
    guard let fact = name.hasPrefix("a.") ? pair?.a : pair?.b else { throw .cycle(name) }
    let value =
      switch name.dropFirst(2) {
      case "case": fact.caseNumber
      case "agency": fact.agency.code
      default: fact.values[String(name.dropFirst(2))] ?? ""
      }
    return .string(TextSlice(value))
  }
}
