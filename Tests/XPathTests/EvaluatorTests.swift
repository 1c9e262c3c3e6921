import CaseXML
import Testing
import XPath

private let sample = """
  <r><a n="1">x</a><b><a n="2">yy</a><c/></b><a n="3">案卷</a></r>
  """

@Suite("Evaluating XPath 1.0")
struct EvaluatorTests {
  @Test(
    "Location paths give nodes in document order (§2)",
    arguments: [
      ("/r/a", "/r/a[1] /r/a[2]"),
      ("//a", "/r/a[1] /r/b/a /r/a[2]"),
      ("//a[2]", "/r/a[2]"),
      ("(//a)[2]", "/r/b/a"),
      ("//a[last()]", "/r/b/a /r/a[2]"),
      ("//c/preceding::a[1]", "/r/b/a"),
      ("(//c/preceding::a)[1]", "/r/a[1]"),
      ("//c/ancestor::*[1]", "/r/b"),
      ("//c/following::a", "/r/a[2]"),
      ("//a[@n > 1]/@n", "/r/b/a/@n /r/a[2]/@n"),
      ("//c | /r/a[1]", "/r/a[1] /r/b/c"),
      ("//c |  //b", "/r/b /r/b/c"),
      ("//*[ c | d ]", "/r/b"),
      ("//@n/..", "/r/a[1] /r/b/a /r/a[2]"),
      ("//a/ancestor-or-self::*", "/r /r/a[1] /r/b /r/b/a /r/a[2]"),
      ("/r/b/@n | /r/b/preceding-sibling::node()", "/r/a[1]"),
    ])
  func paths(expression: String, expected: String) throws {
    #expect(try Evaluation(xml: sample)(expression).text == expected)
  }

  @Test(
    "A predicate with a number counts, any other is true or false (§2.4)",
    arguments: [
      ("/r/*[2]", "/r/b"), ("/r/*['2']", "/r/a[1] /r/b /r/a[2]"), ("/r/*[1 + 1]", "/r/b"),
      ("/r/*[1.5]", ""), ("/r/*[last() - 1]", "/r/b"), ("/r/*[@n][2]", "/r/a[2]"),
      ("/r/*[2][@n]", ""), ("/r/*[count(*)]", "/r/b"), ("/r/*[*]", "/r/b"),
      ("/r/*[position() = 1 or position() = 3]", "/r/a[1] /r/a[2]"),
    ])
  func predicates(expression: String, expected: String) throws {
    #expect(try Evaluation(xml: sample)(expression).text == expected)
  }

  @Test(
    "Strings and numbers convert as the recommendation says (§4.2, §4.4)",
    arguments: [
      ("1 div 0", "Infinity"), ("-1 div 0", "-Infinity"), ("0 div 0", "NaN"), ("-0", "0"),
      ("1000000000000 * 10", "10000000000000"), ("1 div 8", "0.125"), ("0.000001", "0.000001"),
      ("1e0", nil), ("number('1e3')", "NaN"), ("number(' -12.50 ')", "-12.5"),
      ("number('+1')", "NaN"), ("number('-.5')", "-0.5"), ("number('5.')", "5"),
      ("number('')", "NaN"), ("number(true())", "1"), ("number(/missing)", "NaN"),
      ("0.1 + 0.2", "0.30000000000000004"),
      ("1000000 * 1000000 * 1000000 * 1000", "1000000000000000000000"),
      ("-0.00000012", "-0.00000012"), ("123456789012345678", "123456789012345680"),
    ])
  func conversions(expression: String, expected: String?) throws {
    guard let expected else {
      #expect(throws: XPathSyntaxError.self) { try Evaluation(xml: sample)(expression) }
      return
    }
    #expect(try Evaluation(xml: sample)(expression).text == expected)
  }

  @Test(
    "Functions give what the recommendation's own examples give (§4)",
    arguments: [
      ("substring('12345', 2, 3)", "234"), ("substring('12345', 1.5, 2.6)", "234"),
      ("substring('12345', 0, 3)", "12"), ("substring('12345', 0 div 0, 3)", ""),
      ("substring('12345', 1, 0 div 0)", ""), ("substring('12345', -42, 1 div 0)", "12345"),
      ("substring('12345', -1 div 0, 1 div 0)", ""), ("substring('案卷评查', 3)", "评查"),
      ("substring-before('1999/04/01', '/')", "1999"),
      ("substring-after('1999/04/01', '/')", "04/01"),
      ("substring-after('1999/04/01', '19')", "99/04/01"),
      ("string-length('案卷评查')", "4"), ("string-length('𠮷')", "1"),
      ("translate('bar','abc','ABC')", "BAr"), ("translate('--aaa--','abc-','ABC')", "AAA"),
      ("translate('案卷案', '案', '档')", "档卷档"), ("translate('aba', 'aa', 'xy')", "xbx"),
      ("normalize-space('  a \t b ')", "a b"), ("round(-0.5)", "0"), ("round(2.5)", "3"),
      ("round(-2.5)", "-2"), ("1 div round(-0.2)", "-Infinity"), ("floor(-2.5)", "-3"),
      ("ceiling(-2.5)", "-2"), ("5 mod -2", "1"), ("-5 mod 2", "-1"), ("1.5 mod 0.5", "0"),
      ("sum(//@n)", "6"), ("count(//a) > 2", "true"), ("name(//a/@n)", "n"),
      ("concat('a', 1, true())", "a1true"), ("starts-with('案卷', '案')", "true"),
      ("contains('案卷评查', '卷评')", "true"), ("count(id('a'))", "0"),
    ])
  func functions(expression: String, expected: String) throws {
    #expect(try Evaluation(xml: sample)(expression).text == expected)
  }

  @Test(
    "A comparison with nodes holds where it holds for one of them (§3.4)",
    arguments: [
      ("//a = 'yy'", "true"), ("//a != 'yy'", "true"), ("not(//a != 'yy')", "false"),
      ("/missing = ''", "false"), ("/missing != ''", "false"), ("/missing = false()", "true"),
      ("//@n > 2", "true"), ("2 < //@n", "true"), ("//@n < 1", "false"), ("//a = //@n", "false"),
      ("//a[1]/@n < //a[2]/@n", "true"), ("'a' < 'b'", "false"), ("true() = 'false'", "true"),
      ("3 > 2 > 1", "false"), ("1 = 1.0", "true"), ("'1' = '1.0'", "false"), ("1 = '1.0'", "true"),
    ])
  func comparisons(expression: String, expected: String) throws {
    #expect(try Evaluation(xml: sample)(expression).text == expected)
  }

  @Test("An operand that cannot change the result is not evaluated (§3.4)")
  func shortCircuit() throws {
    let failing = HostFunction(
      FunctionSignature("fail", [], result: .boolean, zh: "失败", en: "fails")
    ) { (_: borrowing CallContext, _: [XPathValue]) throws(FunctionError) in
      throw .missing(argument: 1)
    }
    let evaluate = Evaluation(xml: "<r/>", functions: [failing])
    #expect(try evaluate("true() or fail()").text == "true")
    #expect(try evaluate("false() and fail()").text == "false")
    #expect(throws: XPathError.self) { try evaluate("false() or fail()") }
  }

  @Test(
    "The string of nodes is that of the first in document order, however they are found (§4.2)",
    arguments: [
      ("string(//a/b)", "1"), ("name(//b/..)", "a"), ("string(//a//b)", "1"), ("number(//b)", "1"),
      ("string(//c/preceding::b)", "1"), ("string(//c/ancestor::*/b)", "2"),
      ("string(//c/preceding-sibling::b)", "2"), ("string(/r/a/b | /r/a/a/b)", "1"),
      ("string((//a)[2]/b)", "1"), ("string(/r/a/b)", "2"), ("string(//a[b = 2]/b)", "2"),
    ])
  func firstInOrder(expression: String, expected: String) throws {
    let evaluate = Evaluation(xml: "<r><a><a><b>1</b></a><b>2</b><c/></a></r>")
    #expect(try evaluate(expression).text == expected)
  }

  @Test("Many equal values are found by hashing as one by one")
  func hashing() throws {
    let items = (0..<60).map { "<i id='k\($0)'/><f ref='k\($0 * 2)'/>" }.joined()
    let evaluate = Evaluation(xml: "<r>\(items)</r>")
    #expect(try evaluate("count(/r/f[@ref = /r/i/@id])").text == "30")
    #expect(try evaluate("count(/r/f[not(/r/i/@id = @ref)])").text == "30")
    #expect(try evaluate("/r/f/@ref = /r/i/@id").text == "true")
    #expect(try evaluate("/r/f[position() > 30]/@ref = /r/i/@id").text == "false")
  }

  @Test("Paths of compilers that were copied are told apart, though each numbers them anew")
  func copiedCompilers() throws {
    var one = XPathCompiler(library: FunctionLibrary())
    for name in ["a", "b"] { _ = one.names.intern(local: name) }
    var other = one
    let first = try one.compile("/a")
    let second = try other.compile("/a/b")
    let document = try XMLParser(names: one.names.freeze()).parse(Array("<a><b/></a>".utf8))
      .document
    let evaluator = Evaluator(
      document: document, functions: FunctionLibrary(), services: NoServices())
    for _ in 0..<2 {
      #expect(try nodes(first, evaluator) == ["/a"])
      #expect(try nodes(second, evaluator) == ["/a/b"])
    }
  }

  private func nodes(_ expression: CompiledExpression, _ evaluator: Evaluator) throws -> [String] {
    let document = evaluator.document
    guard case .nodes(let set) = try evaluator.evaluate(expression, at: document.root) else {
      return []
    }
    return set.nodes.map { document.path($0) }
  }

  @Test("The namespace axis is refused where namespace nodes were not kept")
  func namespaceNodes() throws {
    var evaluate = Evaluation(xml: "<r xmlns:p='urn:p'/>")
    #expect(try evaluate("count(/r/namespace::*)").text == "2")
    evaluate.namespaceNodes = false
    #expect(throws: XPathError.namespacesNotKept) { try evaluate("count(/r/namespace::*)") }
    var compiler = XPathCompiler(library: FunctionLibrary())
    _ = try compiler.compile("/r/a")
    #expect(!compiler.needsNamespaceNodes)
    _ = try compiler.compile("/r/namespace::p")
    #expect(compiler.needsNamespaceNodes)
  }

  @Test(
    "An expression that would run on and on ends with an error",
    arguments: [
      "count(//*[count(../*[count(../*) > 5000]) > 5000])",
      "count(//*[not(preceding::none = following::node())])",
      "count(//*[contains(concat(/, /, /, /), 'none')])",
    ])
  func limit(expression: String) throws {
    let xml = "<r>\(String(repeating: "<a>text of some length</a>", count: 1000))</r>"
    let evaluate = Evaluation(xml: xml, limit: 50_000)
    #expect(throws: XPathError.limit) { try evaluate(expression) }
  }

  @Test("The deepest expression that is accepted is evaluated")
  func deep() throws {
    let brackets = String(repeating: "(", count: 190) + "1" + String(repeating: ")", count: 190)
    #expect(try Evaluation(xml: sample)(brackets).text == "1")
    let nested = String(repeating: "r[", count: 150) + "1" + String(repeating: "]", count: 150)
    #expect(try Evaluation(xml: sample)(nested).text == "")
    let sum = (0..<190).map { _ in "1" }.joined(separator: " + ")
    #expect(try Evaluation(xml: sample)(sum).text == "190")
  }
}
