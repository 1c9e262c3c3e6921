import CaseXML
import Testing
import XPath

/// Keeps variables as a host does: bound when first asked for, then kept, a second request while
/// binding is a cycle.
private final class Host: VariableSource {
  var definitions: [CompiledExpression] = []
  /// How often each slot was bound.
  private(set) var bindings: [Int: Int] = [:]
  private var values: [Int: XPathValue] = [:]
  private var binding: Set<Int> = []

  func value(slot: Int, for evaluator: Evaluator) throws(XPathError) -> XPathValue {
    if let known = values[slot] { return known }
    guard binding.insert(slot).inserted else { throw .cycle("\(slot)") }
    defer { binding.remove(slot) }
    bindings[slot, default: 0] += 1
    let value = try evaluator.evaluate(definitions[slot], at: evaluator.document.root)
    values[slot] = value
    return value
  }
}

@Suite("Variables")
struct VariableTests {
  private static let xml = "<r><a>1</a><a>2</a><a>2</a><b>x</b></r>"

  /// Evaluates with variables, which may use one another; gives the text of the result.
  private func evaluate(_ expression: String, _ variables: [(name: String, select: String)])
    throws -> (text: String, bindings: [Int: Int])
  {
    var compiler = XPathCompiler(library: FunctionLibrary())
    for (slot, variable) in variables.enumerated() { compiler.variables[variable.name] = slot }
    let host = Host()
    host.definitions = try variables.map { try compiler.compile($0.select) }
    let compiled = try compiler.compile(expression)
    let document = try XMLParser(names: compiler.names.freeze())
      .parse(Array(VariableTests.xml.utf8)).document
    let evaluator = Evaluator(
      document: document, functions: FunctionLibrary(), services: NoServices())
    evaluator.variables = host
    let value = try evaluator.evaluate(compiled, at: document.root)
    if case .nodes(let set) = value {
      return (set.nodes.map { document.path($0) }.joined(separator: " "), host.bindings)
    }
    return (evaluator.string(value).string, host.bindings)
  }

  @Test(
    "A variable stands for its value, of whatever type (§3.1)",
    arguments: [
      ("$nodes", "/r/a[1] /r/a[2] /r/a[3]"), ("$nodes[2]", "/r/a[2]"), ("$nodes/..", "/r"),
      ("$nodes | /r/b", "/r/a[1] /r/a[2] /r/a[3] /r/b"), ("/r/a[$two]", "/r/a[2]"),
      ("/r/a[. = $two]", "/r/a[2] /r/a[3]"), ("/r/a[$yes]", "/r/a[1] /r/a[2] /r/a[3]"),
      ("/r/a[$word]", "/r/a[1] /r/a[2] /r/a[3]"), ("$two + $two", "4"), ("$word = //b", "true"),
      ("count($nodes) * -$two", "-6"), ("$nodes = $two", "true"), ("not($yes)", "false"),
      ("/r/*[last()][. = $word]", "/r/b"), ("($nodes)[last()]", "/r/a[3]"),
    ])
  func values(expression: String, expected: String) throws {
    let variables = [
      ("nodes", "//a"), ("two", "1 + 1"), ("yes", "true()"), ("word", "'x'"),
    ]
    #expect(try evaluate(expression, variables).text == expected)
  }

  @Test("A variable that is not needed is never evaluated")
  func lazy() throws {
    let variables = [("used", "2"), ("bad", "$bad"), ("other", "//b")]
    let result = try evaluate("$used = 2 or $bad", variables)
    #expect(result.text == "true")
    #expect(result.bindings == [0: 1])
    #expect(try evaluate("/r/none[$bad]", variables).bindings == [:])
  }

  @Test("A variable is evaluated once, however often and from wherever it is used")
  func once() throws {
    let result = try evaluate("count(/r/a[. = $b]) + $a + $b", [("a", "2"), ("b", "$a + $a - 2")])
    #expect(result.text == "6")
    #expect(result.bindings == [0: 1, 1: 1])
  }

  @Test("Variables that need each other are an error, not an endless loop")
  func cycle() throws {
    let variables = [("a", "$b + 1"), ("b", "$a + 1")]
    #expect(throws: XPathError.cycle("0")) { try evaluate("$a", variables) }
    #expect(throws: XPathError.cycle("1")) { try evaluate("1 + $b", variables) }
  }

  @Test("A variable without nodes can't be walked from")
  func notNodes() throws {
    for expression in ["$word/a", "$word | /r", "count($word)", "$word[1]"] {
      #expect(throws: XPathError.notNodeSet("string"), "\(expression)") {
        try evaluate(expression, [("word", "'x'")])
      }
    }
  }
}
