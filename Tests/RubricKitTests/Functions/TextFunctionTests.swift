import RubricKit
import Testing
import XPath

@Suite("Functions of texts, sets and document numbers") struct TextFunctionTests {
  let evaluation: Evaluation

  init() throws {
    evaluation = try Evaluation()
  }

  static let file = """
    <r><number>示环罚〔2024〕12号</number><flawed>示环罚字[2024]第012号</flawed><none>无</none><blank> </blank>
    <wrong asWritten="2月30日"/><illegible state="illegible"/><missing state="notTranscribed"/>
    <left state="blank"/><person><name state="illegible"/></person>
    <a> 甲 </a><a>乙</a><a>甲</a><a/><b>乙</b><b>丙</b>
    <says>问：是否要求回避？<answer state="illegible"/></says></r>
    """

  @Test(
    "read document numbers",
    arguments: [
      ("doc-number-valid(/r/number)", "true"), ("doc-number-valid(/r/flawed)", "false"),
      ("doc-number-valid(/r/none)", "false"), ("doc-number-valid('示环罚〔2024〕012号')", "false"),
      ("doc-number-year(/r/number)", "2024"), ("doc-number-year(/r/flawed)", "2024"),
      ("doc-number-sequence(/r/flawed)", "12"), ("doc-number-prefix(/r/flawed)", "示环罚"),
    ])
  func documentNumbers(expression: String, value: String) throws {
    #expect(try evaluation.run(expression, Self.file) == .value(value))
  }

  static let numberFunctions = [
    "doc-number-valid(X)", "doc-number-year(X)", "doc-number-sequence(X)", "doc-number-prefix(X)",
  ]

  @Test("raise missing for a document number that is not there", arguments: numberFunctions)
  func numberMissing(template: String) throws {
    for path in ["/r/nothing", "/r/blank", "/r/left"] {
      #expect(
        try evaluation.run(template.replacing("X", with: path), Self.file)
          == .failed(.missing(argument: 1)))
    }
    guard
      case .failed(.pending("person", _)) = try evaluation.run(
        template.replacing("X", with: "/r/illegible"), Self.file)
    else {
      Issue.record("decided")
      return
    }
  }

  @Test("raise unreadable for parts of what is no document number") func numberUnreadable() throws {
    for template in Self.numberFunctions.dropFirst() {
      #expect(
        try evaluation.run(template.replacing("X", with: "/r/none"), Self.file)
          == .failed(.unreadable(value: "无", expected: "documentNumber")))
    }
  }

  @Test(
    "search with regular expressions",
    arguments: [
      ("matches(/r/says, '回避')", "true"), (#"matches(/r/number, '〔\d{4}〕')"#, "true"),
      ("matches('', '^$')", "true"), ("matches(string(/r/blank), 'x')", "false"),
    ])
  func matches(expression: String, value: String) throws {
    #expect(try evaluation.run(expression, Self.file) == .value(value))
  }

  @Test("never answer for a text that is not there") func matchesMissing() throws {
    #expect(
      try evaluation.run("matches(/r/nothing, 'x')", Self.file) == .failed(.missing(argument: 1)))
    #expect(
      try evaluation.run("matches(/r/blank, 'x')", Self.file) == .failed(.missing(argument: 1)))
    guard
      case .failed(.pending("not-transcribed", _)) = try evaluation.run(
        "matches(/r/missing, 'x')", Self.file)
    else {
      Issue.record("decided")
      return
    }
    guard case .failed(.other) = try evaluation.run("matches(5, '5')") else {
      Issue.record("matched a number")
      return
    }
  }

  @Test("doubt a text not found where part of it is illegible, but not one that is found")
  func partly() throws {
    var evaluation = evaluation
    evaluation.opaque = ["/r/says/answer"]
    #expect(
      try evaluation.evaluate("matches(/r/says, '不要求')", Self.file).doubts == Doubt(rawValue: 2))
    #expect(try evaluation.evaluate("matches(/r/says, '回避')", Self.file).doubts.isEmpty)
    #expect(
      try evaluation.evaluate("similarity(/r/says, /r/says)", Self.file).doubts
        == Doubt(rawValue: 2))
  }

  @Test("report a pattern that is wrong or too costly") func patterns() throws {
    guard case .failed(.other) = try evaluation.run("matches('a', '(')") else {
      Issue.record("matched")
      return
    }
    let text = String(repeating: "a", count: 40) + "!"
    #expect(try evaluation.run("matches('\(text)', '^(a+)+$')") == .failed(.limit("^(a+)+$")))
  }

  @Test(
    "know what is filled in",
    arguments: [
      ("filled(/r/number)", "true"), ("filled(/r/nothing)", "false"), ("filled(/r/blank)", "false"),
      ("filled(/r/left)", "false"), ("filled(/r/wrong)", "true"),
      ("filled(/r/illegible | /r/number)", "true"), ("filled(/r/blank | /r/left)", "false"),
    ])
  func filled(expression: String, value: String) throws {
    #expect(try evaluation.run(expression, Self.file) == .value(value))
  }

  @Test(
    "cannot tell whether something unknown is filled in",
    arguments: [
      ("filled(/r/illegible)", "person"), ("filled(/r/missing)", "not-transcribed"),
      ("filled(/r/blank | /r/missing)", "not-transcribed"), ("filled(/r/person)", "person"),
    ])
  func undecided(expression: String, reason: String) throws {
    guard case .failed(.pending(reason, _)) = try evaluation.run(expression, Self.file) else {
      Issue.record("decided")
      return
    }
  }

  @Test("doubt that nothing is filled in where something may be unseen") func filledDoubt() throws {
    var evaluation = evaluation
    evaluation.incomplete = ["/r"]
    #expect(try evaluation.evaluate("filled(/r/nothing)", Self.file).doubts == Doubt(rawValue: 1))
    #expect(try evaluation.evaluate("filled(/r/blank)", Self.file).doubts == Doubt(rawValue: 1))
    #expect(try evaluation.evaluate("filled(/r/number)", Self.file).doubts.isEmpty)
  }

  @Test(
    "compare sets by text, blanks left out",
    arguments: [
      ("count(distinct(/r/a))", "2"), ("string(distinct(/r/a)[2])", "乙"),
      ("count(distinct(/r/nothing))", "0"), ("string(intersection(/r/a, /r/b))", "乙"),
      ("count(intersection(/r/a, /r/nothing))", "0"), ("count(difference(/r/a, /r/b))", "2"),
      ("string(difference(/r/b, /r/a))", "丙"), ("count(difference(/r/a, /r/nothing))", "3"),
      ("count(difference(/r/nothing, /r/a))", "0"),
    ])
  func sets(expression: String, value: String) throws {
    #expect(try evaluation.run(expression, Self.file) == .value(value))
  }

  @Test("cannot compare what is illegible") func setsUnknown() throws {
    for expression in [
      "distinct(/r/a | /r/illegible)", "intersection(/r/a, /r/illegible)",
      "difference(/r/illegible, /r/a)", "difference(/r/a, /r/wrong)",
    ] {
      guard case .failed(.pending("person", _)) = try evaluation.run(expression, Self.file) else {
        Issue.record("decided \(expression)")
        continue
      }
    }
    guard case .failed(.other) = try evaluation.run("count(distinct('a'))") else {
      Issue.record("took a string for a set")
      return
    }
  }

  @Test("pass doubt on through sets") func setDoubt() throws {
    var evaluation = evaluation
    evaluation.incomplete = ["/r"]
    for expression in [
      "boolean(distinct(/r/nothing))", "boolean(intersection(/r/a, /r/nothing))",
      "boolean(difference(/r/a, /r/b))", "boolean(difference(/r/nothing, /r/b))",
    ] {
      #expect(
        try evaluation.evaluate(expression, Self.file).doubts == Doubt(rawValue: 1), "\(expression)"
      )
    }
    #expect(try evaluation.evaluate("boolean(distinct(/r/a))", Self.file).doubts.isEmpty)
  }

  @Test("measure how alike two texts are") func similarity() throws {
    #expect(try evaluation.run("similarity('我在店里没有看见他', '我在店里没有看见他')") == .value("100"))
    #expect(
      try evaluation.run("similarity(/r/nothing, 'x')", Self.file) == .failed(.missing(argument: 1))
    )
  }
}
