import Testing
import XPath

@Suite("The syntax of expressions")
struct SyntaxTests {
  @Test(
    "What is not XPath is refused at the place where it stops being so",
    arguments: [
      ("", 1, "an expression"), ("1 +", 4, "an expression"), ("a[1", 4, "“]”"),
      ("count(a", 8, "“)”"), ("a b", 3, "an operator or the end"), ("a//", 4, "a name"),
      ("a/[1]", 3, "a name"), ("//", 3, "a name"), ("$", 2, "a name"), ("a)", 2, "an operator"),
      ("'open", 1, "not closed"), ("a ! b", 3, "stray character"), ("a#b", 2, "stray character"),
      ("parents::a", 1, "no axis parents"), ("1e3", 2, "an operator"), ("a::b", 1, "no axis a"),
      ("@@a", 2, "a name"), ("f(,)", 3, "an expression"), ("text(1)", 6, "“)”"),
      ("node()[", 8, "an expression"), ("p:", 2, "stray character"), ("案卷 评查", 4, "an operator"),
    ])
  func refused(text: String, column: Int, words: String) throws {
    let error = try #require(throws: XPathSyntaxError.self) { try XPathParser.parse(text) }
    #expect(error.column == column)
    #expect(error.en.contains(words), "\(error.en)")
    #expect(error.zh.hasPrefix("第\(column)列："))
  }

  @Test(
    "What nothing defines is refused when compiling, with its column",
    arguments: [
      ("1 + nope(2)", 5, XPathSyntaxError.Fault.unknownFunction("nope")),
      ("a[$x = 1]", 3, .unknownVariable("x")),
      ("a/p:b", 3, .unknownPrefix("p")),
      ("//q:*", 3, .unknownPrefix("q")),
      ("key('k', 1)", 5, .unknownKey("k")),
      ("key(a, 1)", 5, .keyNameNotLiteral),
      ("1 + count()", 5, .wrongArity(function: "count", given: 0, least: 1, most: 1)),
      ("substring('a')", 1, .wrongArity(function: "substring", given: 1, least: 2, most: 3)),
      ("concat('a')", 1, .wrongArity(function: "concat", given: 1, least: 2, most: nil)),
      ("true(1)", 1, .wrongArity(function: "true", given: 1, least: 0, most: 0)),
      ("count('a')", 7, .notNodeSet), ("sum(1 + 1)", 5, .notNodeSet),
      ("a | 'b'", 5, .notNodeSet), ("'a'[1]", 1, .notNodeSet), ("string(a)/b", 1, .notNodeSet),
      ("name(true())", 6, .notNodeSet),
    ])
  func undefined(text: String, column: Int, fault: XPathSyntaxError.Fault) throws {
    var compiler = XPathCompiler(library: FunctionLibrary())
    let error = try #require(throws: XPathSyntaxError.self) { try compiler.compile(text) }
    #expect(error.fault == fault)
    #expect(error.column == column)
  }

  @Test(
    "Names and asterisks are operators only after an operand (§3.7)",
    arguments: [
      ("div div mod", "child::div div child::mod"), ("* * *", "child::* * child::*"),
      ("and and or or mod", "(child::and and child::or) or child::mod"),
      ("a-b", "child::a-b"), ("a -b", "child::a - child::b"), ("a*b", "child::a * child::b"),
      ("text", "child::text"), ("text()", "child::text()"), ("node", "child::node"),
      ("child::child", "child::child"), ("self::self", "self::self"), ("@*", "attribute::*"),
      ("/*", "/child::*"), ("4div 2", "4 div 2"), ("a[1]*2", "child::a[1] * 2"),
      ("..*.", "parent::node() * self::node()"), ("$x div $y", "$x div $y"), ("-a", "-child::a"),
      ("1--1", "1 - (-1)"), ("(a)/b", "(child::a)/child::b"),
      ("//a", "/descendant-or-self::node()/child::a"), ("p:div", "child::p:div"),
      ("p:*", "child::p:*"), ("a or b and c", "child::a or (child::b and child::c)"),
      ("(//a)[1]", "(/descendant-or-self::node()/child::a)[1]"), ("1=2=3", "(1 = 2) = 3"),
      ("a|b|c", "(child::a | child::b) | child::c"), ("(/) = 1", "(/) = 1"),
      ("processing-instruction(\"a'b\")", "child::processing-instruction(\"a'b\")"),
      ("\"it's\"", "\"it's\""), ("0.50", "0.5"), (".5", "0.5"), ("( ( a ) )", "child::a"),
      ("案卷/评查", "child::案卷/child::评查"),
    ])
  func description(text: String, expected: String) throws {
    #expect(try XPathParser.parse(text).description == expected)
  }

  @Test("The canonical text of an expression is read as the same expression")
  func roundTrip() throws {
    for document in Vocabularies.all {
      var random = RandomExpressions(document.vocabulary, seed: 7)
      for _ in 0..<500 {
        let text = random.next()
        let canonical = try XPathParser.parse(text).description
        #expect(try XPathParser.parse(canonical).description == canonical, "\(text)")
      }
    }
  }

  @Test("Every part knows where it stands")
  func ranges() throws {
    let text = "案[1 + $x]/b | count( c )"
    var parts: [String] = []
    let scalars = Array(text.unicodeScalars)
    try XPathParser.parse(text).walk { part in
      parts.append(String(String.UnicodeScalarView(scalars[part.range])))
    }
    #expect(parts == [text, "案[1 + $x]/b", "1 + $x", "1", "$x", "count( c )", "c"])
  }

  @Test(
    "An expression that nests too deeply is refused, however it nests",
    arguments: [
      String(repeating: "(", count: 500) + "1" + String(repeating: ")", count: 500),
      String(repeating: "-", count: 5_000) + "1",
      String(repeating: "1+", count: 5_000) + "1",
      String(repeating: "a|", count: 5_000) + "a",
      String(repeating: "a[", count: 500) + "1" + String(repeating: "]", count: 500),
      String(repeating: "not(", count: 500) + "1" + String(repeating: ")", count: 500),
    ])
  func depth(text: String) throws {
    let error = try #require(throws: XPathSyntaxError.self) { try XPathParser.parse(text) }
    #expect(error.fault == .tooDeep)
  }

  @Test("A long path is not a deep one")
  func longPath() throws {
    let text = Array(repeating: "a", count: 5000).joined(separator: "/")
    guard case .path(let path) = try XPathParser.parse(text).kind else {
      Issue.record("not a path")
      return
    }
    #expect(path.steps.count == 5000)
  }
}
