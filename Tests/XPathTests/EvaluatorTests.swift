import CaseXML
import Testing
import XPath

/// Evaluates an expression over a small document and gives the result as text.
private func result(_ expression: String, in xml: String = sample) throws -> String {
  struct NoServices: FunctionServices {}
  let library = FunctionLibrary()
  var compiler = XPathCompiler(library: library)
  let compiled = try compiler.compile(expression)
  let parser = XMLParser(limits: XMLLimits(), names: compiler.names.freeze(), schema: nil)
  let document = try parser.parse(Array(xml.utf8)).document
  let evaluator = Evaluator(document: document, functions: library, services: NoServices())
  let value = try evaluator.evaluate(compiled, at: document.root)
  switch value {
  case .nodes(let set): return set.nodes.map { document.path($0) }.joined(separator: " ")
  default: return evaluator.string(value).string
  }
}

private let sample = """
  <r><a n="1">x</a><b><a n="2">yy</a><c/></b><a n="3">案卷</a></r>
  """

@Suite("Evaluating XPath 1.0")
struct EvaluatorTests {
  @Test(
    "Location paths give nodes in document order",
    arguments: [
      ("/r/a", "/r/a[1] /r/a[2]"),
      ("//a", "/r/a[1] /r/b/a /r/a[2]"),
      ("//a[2]", "/r/a[2]"),
      ("(//a)[2]", "/r/b/a"),
      ("//a[last()]", "/r/b/a /r/a[2]"),
      ("//c/preceding::a[1]", "/r/b/a"),
      ("//c/ancestor::*[1]", "/r/b"),
      ("//c/following::a", "/r/a[2]"),
      ("//a[@n > 1]/@n", "/r/b/a/@n /r/a[2]/@n"),
      ("//c | /r/a[1]", "/r/a[1] /r/b/c"),
      ("//c |  //b", "/r/b /r/b/c"),
      ("//*[ c | d ]", "/r/b"),
    ])
  func paths(expression: String, expected: String) throws {
    #expect(try result(expression) == expected)
  }

  @Test(
    "Strings and numbers convert as the recommendation says",
    arguments: [
      ("1 div 0", "Infinity"), ("-1 div 0", "-Infinity"), ("0 div 0", "NaN"),
      ("1000000000000 * 10", "10000000000000"), ("1 div 8", "0.125"), ("0.000001", "0.000001"),
      ("number('1e3')", "NaN"), ("number(' -12.50 ')", "-12.5"), ("number('+1')", "NaN"),
      ("substring('12345', 1.5, 2.6)", "234"), ("substring('12345', 0 div 0, 3)", ""),
      ("string-length('案卷评查')", "4"), ("translate('bar','abc','AB')", "BAr"),
      ("round(-0.5)", "0"), ("round(2.5)", "3"), ("5 mod -2", "1"), ("-5 mod 2", "-1"),
      ("count(//a) > 2", "true"), ("//a = 'yy'", "true"), ("//a != 'yy'", "true"),
      ("sum(//@n)", "6"), ("normalize-space('  a  b ')", "a b"),
    ])
  func conversions(expression: String, expected: String) throws {
    #expect(try result(expression) == expected)
  }

  @Test("An unknown function is refused when compiling, with its column")
  func unknownFunction() throws {
    #expect {
      _ = try result("1 + nope(2)")
    } throws: { error in
      (error as? XPathSyntaxError)?.column == 5
    }
  }
}
