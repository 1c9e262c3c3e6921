import CaseXML
import Testing
import XPath

@Suite("Doubt")
struct DoubtTests {
  private static let xml = """
    <r><a><b>1</b><b>2</b><c/></a><d><b>3</b><e/></d><f><g><h>x</h></g></f></r>
    """

  @Test(
    "A child that may not have been seen makes doubtful what rests on its absence, and only that",
    arguments: [
      // What /r/d lacks may be there unseen.
      ("/r/d/x", false), ("boolean(/r/d/x)", true), ("not(/r/d/x)", true), ("/r/d/b", false),
      ("boolean(/r/d/b)", false), ("not(/r/d/b)", false), ("string(/r/d/x)", true),
      ("string(/r/d/b)", false), ("number(/r/d/x)", true), ("count(/r/d/b)", true),
      ("count(/r/d/b) > 0", false), ("count(/r/d/x) = 0", true), ("count(/r/d/b) > 1", true),
      ("sum(/r/d/b)", true), ("/r/d/b = 3", false), ("/r/d/b = 4", true), ("/r/d/x = 4", true),
      ("4 = /r/d/b", true), ("/r/d/b = /r/a/b", true), ("/r/d/b != /r/a/b", false),
      ("/r/d/x = true()", true), ("/r/d/b = true()", false), ("name(/r/d/x)", true),
      ("name(/r/d/b)", false),
      // Elsewhere everything was seen.
      ("boolean(/r/a/x)", false), ("count(/r/a/b)", false), ("/r/a/b = 3", false),
      ("not(/r/f/x)", false),
      // The whole document is not: /r/d is part of it.
      ("boolean(//x)", true), ("boolean(//b)", false), ("count(//b)", true), ("//b = 9", true),
      ("boolean(/r/a//x)", false), ("boolean(/r/a/following::x)", true),
      ("boolean(/r/d/e/preceding-sibling::x)", true),
      ("boolean(/r/d/e/following-sibling::x)", true),
      ("boolean(/r/a/c/preceding-sibling::x)", false), ("boolean(/r/d/e/ancestor::x)", true),
      ("boolean(/r/d/@x)", false), ("boolean(/r/d/b/x)", true),
      // Positions count what is there.
      ("boolean(/r/d/b[1])", true), ("boolean(/r/d/b[last()])", true), ("/r/d/b[. = 3]", false),
      ("boolean(/r/d/b[position() < 2])", true), ("boolean(/r/a/b[2])", false),
      ("boolean(/r/d/*[@n])", true), ("boolean(/r/*[x])", true), ("boolean(/r/*[b])", false),
      ("boolean(/r/*[not(x)])", false), ("boolean(/r/d[not(x)])", true), ("count(/r/*[b])", false),
      ("count(/r/a | /r/d/x)", true), ("boolean(/r/a | /r/d/x)", false),
      ("boolean(/r/y | /r/d/x)", true),
    ])
  func unseen(expression: String, doubtful: Bool) throws {
    var evaluate = Evaluation(xml: DoubtTests.xml)
    evaluate.incomplete = ["/r/d"]
    let outcome = try evaluate(expression)
    #expect(outcome.doubt == (doubtful ? Evaluation.missing : []))
  }

  @Test(
    "Doubt is the same where the judgement starts at a node beside what may be missing",
    arguments: [
      ("boolean(following-sibling::x)", true), ("boolean(preceding-sibling::x)", true),
      ("boolean(preceding-sibling::b)", false), ("boolean(../x)", true), ("boolean(../b)", false),
      ("boolean(x)", false), ("boolean(following::x)", true), ("boolean(preceding::x)", true),
      ("boolean(ancestor::x)", false), ("boolean(@x)", false), ("boolean(self::x)", false),
      ("count(preceding-sibling::*) = 0", false), ("boolean(preceding-sibling::*[1])", true),
    ])
  func beside(expression: String, doubtful: Bool) throws {
    var evaluate = Evaluation(xml: DoubtTests.xml)
    evaluate.incomplete = ["/r/d"]
    let outcome = try evaluate(expression, at: "/r/d/e")
    #expect(outcome.doubt == (doubtful ? Evaluation.missing : []))
  }

  @Test("A set of nodes says itself that nodes may be missing")
  func sets() throws {
    var evaluate = Evaluation(xml: DoubtTests.xml)
    evaluate.incomplete = ["/r/d"]
    for expression in ["/r/d/x", "/r/d/b", "/r/a/b | /r/d/b", "//b", "/r/d/x/y", "(/r/d/b)[. > 0]"]
    {
      guard case .nodes(let set) = try evaluate(expression).value else {
        Issue.record("\(expression) gives no nodes")
        continue
      }
      #expect(set.doubt == Evaluation.missing, "\(expression)")
    }
    guard case .nodes(let certain) = try evaluate("/r/a/b").value else { return }
    #expect(certain.doubt == [])
  }

  @Test(
    "Content that nobody knows makes doubtful what reads it",
    arguments: [
      ("string(/r/a/b)", false), ("string(/r/f/g/h)", true), ("string(/r/f)", true),
      ("/r/f/g/h = 'x'", true), ("/r/f/g/h = 'z'", true), ("/r/*//b = 3", false),
      ("//h = 'z' or /r/d/b = 3", false), ("/r/d/b = 9 and //h = 'z'", false),
      ("//h = 'z' and /r/d/b = 9", true),
      ("//h = 'z' and /r/d/b = 3", true), ("//h = 'z' or /r/d/b = 9", true),
      ("boolean(/r/f/g/h)", false), ("boolean(/r/f/g/h/text())", false), ("//h/node() = 'q'", true),
      ("(//h | //b) = 3", false), ("(//h | //b) = 9", true), ("contains(/r/f, 'y')", true),
      ("string-length(//h) > 0", true), ("//h > 5", true), ("//h = //b", true),
      ("//b = //b", false), ("count(//h)", true), ("name(//h)", false), ("sum(//h)", true),
      ("boolean(//h[. = 'z'])", true), ("boolean(//*[. = 3])", false),
      ("count(//h[. = 'x'])", true),
      ("normalize-space(//h) = ''", true), ("boolean(/r/f/g/h[child::z])", true),
    ])
  func unknown(expression: String, doubtful: Bool) throws {
    var evaluate = Evaluation(xml: DoubtTests.xml)
    evaluate.opaque = ["/r/f/g/h"]
    let outcome = try evaluate(expression)
    #expect(outcome.doubt == (doubtful ? Evaluation.unknown : []))
  }

  @Test("Without marks there is no doubt")
  func none() throws {
    let evaluate = Evaluation(xml: DoubtTests.xml)
    #expect(try evaluate("not(//x) and count(//b) = 3 and //b = 9").doubt == [])
  }

  @Test("A key raises the same doubt in its first look-up and in all later ones")
  func keys() throws {
    var evaluate = Evaluation(xml: DoubtTests.xml, keys: [("k", "b", "."), ("h", "h", ".")])
    evaluate.incomplete = ["/r/d"]
    #expect(try evaluate("boolean(key('k', 9))").doubt == Evaluation.missing)
    #expect(try evaluate("boolean(key('k', 3))").doubt == [])
    evaluate.incomplete = []
    evaluate.opaque = ["/r/f/g/h"]
    #expect(try evaluate("boolean(key('h', 'z'))").doubt == Evaluation.unknown)
    #expect(try evaluate("key('h', 'y') | key('h', 'z') | /r/a").text == "/r/a")
    #expect(try evaluate("count(key('h', 'y') | key('h', 'z'))").doubt == Evaluation.unknown)
  }

  @Test("What was evaluated before changes neither a result nor its doubt")
  func history() throws {
    var compiler = XPathCompiler(library: FunctionLibrary())
    let texts = [
      "/r/d/x", "boolean(/r/d/x)", "boolean(/r/*[b = 2])", "/r/*[b = 2]", "count(/r/*[b = 2])",
      "string(/r/d/*[. = 3])", "/r/d/*[. = 3]", "/r/f//h = 'x'", "string(/r/f//h)", "/r/f//h",
      "boolean(/r/f[g/h = 'q'])", "/r/f[g/h = 'q']", "/r/d/b = /r/f//h",
    ]
    let compiled = try texts.map { try compiler.compile($0) }
    let document = try XMLParser(names: compiler.names.freeze())
      .parse(Array(DoubtTests.xml.utf8)).document
    func rows(_ name: String) -> [NodeID] {
      (0..<Int32(document.count)).map(NodeID.init).filter {
        document.localName(document.name($0)) == name
      }
    }
    let marks = DocumentMarks(
      incomplete: [rows("d")[0]: Evaluation.missing], opaque: [rows("h")[0]: Evaluation.unknown])
    func evaluator() -> Evaluator {
      Evaluator(
        document: document, functions: FunctionLibrary(), services: NoServices(), marks: marks)
    }
    var random = SeededGenerator(seed: 5)
    let alone = try compiled.map { expression in
      let fresh = evaluator()
      return (try fresh.evaluate(expression, at: document.root), fresh.takeDoubts())
    }
    for _ in 0..<20 {
      let shared = evaluator()
      for place in compiled.indices.shuffled(using: &random) {
        let value = try shared.evaluate(compiled[place], at: document.root)
        #expect(value == alone[place].0, "\(texts[place])")
        #expect(shared.takeDoubts() == alone[place].1, "\(texts[place])")
      }
    }
  }
}
