import Testing
import XPath

@Suite("key() and current()")
struct KeyTests {
  private let evaluate = Evaluation(
    xml: """
      <r><p id="p1"><n>甲</n></p><p id="p2"><n>乙</n></p><p id="p1"><n>丙</n></p>
      <d ref="p2" at="x"/><d ref="p1"/><d ref="p9"/><q><p id="p2"/></q></r>
      """,
    keys: [
      ("person", "p", "@id"), ("top", "/r/p", "@id"), ("name", "p/n | q", "."),
      ("at", "@at", "."), ("either", "p", "@id | n"), ("twice", "p", "@id | @id/../@id"),
      ("chained", "d", "key('top', @ref)/n"),
    ])

  @Test(
    "A key finds the nodes that have one of the values (XSLT §12.2)",
    arguments: [
      ("key('person', 'p1')", "/r/p[1] /r/p[3]"), ("key('person', 'p2')", "/r/p[2] /r/q/p"),
      ("key('top', 'p2')", "/r/p[2]"), ("key('person', 'none')", ""),
      ("key('person', /r/d/@ref)", "/r/p[1] /r/p[2] /r/p[3] /r/q/p"),
      ("key('person', /r/missing)", ""), ("key('name', '乙')", "/r/p[2]/n"),
      ("key('at', 'x')", "/r/d[1]/@at"), ("key('either', '甲')", "/r/p[1]"),
      ("key('twice', 'p2')", "/r/p[2] /r/q/p"), ("key('chained', '甲')", "/r/d[2]"),
      ("key('person', 'p1')[2]/n", "/r/p[3]/n"), ("count(key('person', /r/p/@id))", "4"),
      ("/r/d[not(key('person', @ref))]", "/r/d[3]"),
    ])
  func look(expression: String, expected: String) throws {
    #expect(try evaluate(expression).text == expected)
  }

  @Test("The current node stays what it was inside predicates (XSLT §12.4)")
  func current() throws {
    #expect(try evaluate("/r/p[@id = current()/@ref]/n", at: "/r/d[1]").text == "/r/p[2]/n")
    #expect(try evaluate("/r/p[@id = ./@ref]", at: "/r/d[1]").text == "")
    #expect(try evaluate("current()", at: "/r/q").text == "/r/q")
    #expect(
      try evaluate("key('person', current()/@ref)/n", at: "/r/d[2]").text == "/r/p[1]/n /r/p[3]/n")
  }

  @Test("A key can use neither itself nor variables (XSLT §12.2)")
  func circular() throws {
    var compiler = XPathCompiler(library: FunctionLibrary())
    compiler.keys["k"] = 0
    compiler.variables["v"] = 0
    let own = try #require(throws: XPathSyntaxError.self) {
      try compiler.key(name: "k", match: "p", use: "key('k', @id)")
    }
    #expect(own.fault == .unknownKey("k"))
    let variable = try #require(throws: XPathSyntaxError.self) {
      try compiler.key(name: "k", match: "p[$v]", use: "@id")
    }
    #expect(variable.fault == .unknownVariable("v"))
    #expect(compiler.keys == ["k": 0])
    #expect(compiler.variables == ["v": 0])
  }
}
