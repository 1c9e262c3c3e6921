import CaseXML
import RubricKit
import Testing
import XPath

@Suite("The functions of ours") struct CaseFunctionsTests {
  static let names = [
    "is-before", "is-after", "same-day", "due-working", "due-days", "due-months", "due-hours",
    "back-working", "later-than", "days-between", "working-days-between", "minutes-between",
    "age-on", "is-working-day", "earliest", "latest", "date-text", "amount-sum", "amount-compare",
    "amount-percent", "amount-times", "amount-share", "capitals", "capitals-compare", "amount-text",
    "doc-number-valid", "doc-number-year", "doc-number-sequence", "doc-number-prefix", "matches",
    "filled", "distinct", "intersection", "difference", "similarity", "registered", "lookup",
    "listed", "certificate-valid", "has-power", "has-delegation", "stated", "has-register",
    "has-rows", "agency-code", "range-known", "range-bound", "law-ended", "article-exceeds",
    "provision-listed", "earlier-cases",
  ]

  @Test("are all there, once") func complete() {
    let names = CaseFunctions.library.functions.map(\.signature.name)
    #expect(Set(names) == Set(Self.names))
    #expect(names.count == Self.names.count)
  }

  @Test("say in both languages what they do") func documented() {
    for function in CaseFunctions.library.functions {
      #expect(function.signature.zh.hasSuffix("。"), "\(function.signature.name)")
      #expect(function.signature.en.hasSuffix("."), "\(function.signature.name)")
    }
  }

  @Test("do not run without registers to look into") func services() throws {
    final class Other: FunctionServices {}
    var compiler = XPathCompiler(library: CaseFunctions.library)
    let compiled = try compiler.compile("date-text('2024-05-06')")
    let document = try XMLParser(names: compiler.names.freeze()).parse(Array("<r/>".utf8)).document
    let evaluator = Evaluator(
      document: document, functions: CaseFunctions.library, services: Other())
    #expect(throws: XPathError.self) { try evaluator.evaluate(compiled, at: document.root) }
  }

  @Test(
    "let lint find literal arguments that cannot work",
    arguments: [
      ("matches", 1, "("), ("due-days", 2, "no"), ("due-months", 2, ""),
      ("is-before", 0, "2024-02-30"),
      ("amount-compare", 1, "1.005"), ("amount-percent", 1, "3%"), ("capitals-compare", 1, "一元"),
    ])
  func faulty(function: String, argument: Int, literal: String) {
    let fault = CaseFunctions.fault(ofLiteral: literal, function: function, argument: argument)
    #expect(fault != nil)
  }

  @Test(
    "have nothing against literal arguments that work",
    arguments: [
      ("matches", 1, #"^\p{Han}+$"#), ("matches", 0, "("), ("due-days", 2, "none"),
      ("is-before", 0, "2024-02-29T10:00"), ("amount-compare", 1, "1.00"),
      ("amount-percent", 1, "3"),
      ("unknown", 0, "x"), ("matches", 7, "("),
    ])
  func sound(function: String, argument: Int, literal: String) {
    let fault = CaseFunctions.fault(ofLiteral: literal, function: function, argument: argument)
    #expect(fault == nil)
  }
}
