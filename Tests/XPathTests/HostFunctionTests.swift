import CaseXML
import Testing
import XPath

@Suite("Functions of the host")
struct HostFunctionTests {
  private static func function(
    _ name: String, _ parameters: [ParameterKind], required: Int? = nil,
    result: ParameterKind = .any,
    _ body: @escaping HostFunction.Body
  ) -> HostFunction {
    HostFunction(
      FunctionSignature(name, parameters, required: required, result: result, zh: name, en: name),
      body)
  }

  private static let functions = [
    function("join", [.nodes, .string], result: .string) {
      (call: borrowing CallContext, values: [XPathValue]) throws(FunctionError) in
      guard let nodes = call.nodes(values[0]) else { throw .missing(argument: 1) }
      let texts = nodes.map { call.string(.nodes(NodeSet([$0]))).string }
      return .string(TextSlice(texts.joined(separator: call.string(values[1]).string)))
    },
    function("here", [], result: .nodes) {
      (call: borrowing CallContext, _: [XPathValue]) throws(FunctionError) in
      .nodes(NodeSet([call.node]))
    },
    function("given", [.any, .any], required: 0, result: .number) {
      (_: borrowing CallContext, values: [XPathValue]) throws(FunctionError) in
      .number(Double(values.count))
    },
    function("pending", [], result: .boolean) {
      (_: borrowing CallContext, _: [XPathValue]) throws(FunctionError) in
      throw .pending(reason: "register", detail: "法定节假日")
    },
    function("noted", [], result: .boolean) {
      (call: borrowing CallContext, _: [XPathValue]) throws(FunctionError) in
      call.note(EvaluationNote(zh: "记录", en: "noted"))
      return .boolean(true)
    },
  ]

  private let evaluate = Evaluation(
    xml: "<r><a>1</a><a>2</a><b><a>3</a></b></r>", functions: HostFunctionTests.functions)

  @Test(
    "A function is called with the values of its arguments, and its result is used as any other",
    arguments: [
      ("join(//a, '-')", "1-2-3"), ("join(/r/none, '-')", ""), ("join(/r/a, 0)", "102"),
      ("concat(join(/r/a, ''), '!')", "12!"), ("join(/r/a, '') = 12", "true"),
      ("/r/*[string-length(join(.//a, '')) = 1]", "/r/b"),
      ("here()", "/"), ("/r/*[here()/a]", "/r/b"), ("//a[here() = 3]", "/r/b/a"),
      ("here()/r/a[2] | //b", "/r/a[2] /r/b"), ("count(here()//a)", "3"),
      ("given()", "0"), ("given(1)", "1"), ("given(1, //a)", "2"), ("/r/a[given(1, 2)]", "/r/a[2]"),
    ])
  func calls(expression: String, expected: String) throws {
    #expect(try evaluate(expression).text == expected)
  }

  @Test("What a function raises names the function and keeps the reason")
  func raises() throws {
    #expect(
      throws: XPathError.function(
        name: "pending", .pending(reason: "register", detail: "法定节假日"))
    ) { try evaluate("count(//a) = 3 and pending()") }
    #expect(throws: XPathError.function(name: "join", .missing(argument: 1))) {
      try evaluate("join('x', '')")
    }
  }

  @Test("Too few and too many arguments are refused when compiling")
  func arity() throws {
    for (text, given) in [("join(//a)", 1), ("join(//a, '', '')", 3)] {
      let error = try #require(throws: XPathSyntaxError.self) { try evaluate(text) }
      #expect(error.fault == .wrongArity(function: "join", given: given, least: 2, most: 2))
    }
    #expect(throws: XPathSyntaxError.self) { try evaluate("given(1, 2, 3)") }
  }

  @Test("A later function of the same name replaces an earlier one")
  func replaced() throws {
    var evaluate = evaluate
    evaluate.functions.append(
      HostFunctionTests.function("given", [], result: .number) {
        (_: borrowing CallContext, _: [XPathValue]) throws(FunctionError) in .number(-1)
      })
    #expect(try evaluate("given()").text == "-1")
  }

  @Test("Functions keep notes only while tracing")
  func notes() throws {
    let library = FunctionLibrary(HostFunctionTests.functions)
    var compiler = XPathCompiler(library: library)
    let compiled = try compiler.compile("noted() and noted()")
    let document = try XMLParser(names: compiler.names.freeze()).parse(Array("<r/>".utf8)).document
    let evaluator = Evaluator(document: document, functions: library, services: NoServices())
    _ = try evaluator.evaluate(compiled, at: document.root)
    #expect(evaluator.notes.isEmpty)
    evaluator.isTracing = true
    _ = try evaluator.evaluate(compiled, at: document.root)
    #expect(evaluator.notes.map(\.zh) == ["记录", "记录"])
  }
}
