import RubricKit
import Testing
import XPath

@Suite("Functions of amounts") struct AmountFunctionTests {
  let evaluation: Evaluation

  init() throws {
    evaluation = try Evaluation()
  }

  static let file = """
    <r><x>100.10</x><x>200.20</x><x>0.70</x><fine>0.005</fine><word>叁佰元</word><blank/>
    <wrong asWritten="3OO元"/><illegible state="illegible"/><missing state="notTranscribed"/>
    <big>92233720368547758.07</big><capital>人民币叁佰零壹元整</capital></r>
    """

  @Test(
    "compute exactly",
    arguments: [
      ("amount-sum(/r/x)", "301"), ("amount-sum(/r/x[1])", "100.10"),
      ("amount-compare(/r/x[1], /r/x[2])", "-1"), ("amount-compare('301', amount-sum(/r/x))", "0"),
      ("amount-compare(10000.01, 10000)", "1"), ("amount-compare('10000', '10000.00')", "0"),
      ("amount-percent('5000', '3')", "150"), ("amount-percent('0.50', 3)", "0.02"),
      ("amount-percent('1000', '0.05')", "0.50"), ("amount-times('100.10', 3)", "300.30"),
      ("amount-times('100', '1.5')", "150"), ("amount-times('0.01', 0.5)", "0.01"),
      ("amount-share('15000', '10000')", "150"), ("amount-share('1', '3')", "33.33"),
      ("amount-share('2', '3')", "66.67"), ("amount-share('0', '3')", "0"),
      ("capitals('12300')", "人民币壹万贰仟叁佰元整"), ("capitals-compare('301', /r/capital)", "0"),
      ("capitals-compare('300.99', /r/capital)", "-1"), ("capitals-compare('302', '叁佰零壹圆正')", "1"),
      ("amount-text('12300')", "12,300元"), ("amount-text(12300.5)", "12,300.50元"),
    ])
  func computed(expression: String, value: String) throws {
    #expect(try evaluation.run(expression, Self.file) == .value(value))
  }

  static let everyAmountArgument = [
    ("amount-sum(X)", 1), ("amount-compare(X, '1')", 1), ("amount-compare('1', X)", 2),
    ("amount-percent(X, '3')", 1), ("amount-times(X, 2)", 1), ("capitals(X)", 1),
    ("amount-share(X, '1')", 1), ("amount-share('1', X)", 2),
    ("capitals-compare(X, '壹元整')", 1), ("amount-text(X)", 1),
  ]

  @Test("raise missing where there is no node or the node is blank", arguments: everyAmountArgument)
  func missing(template: String, argument: Int) throws {
    for absent in ["/r/none", "/r/blank"] {
      #expect(
        try evaluation.run(template.replacing("X", with: absent), Self.file)
          == .failed(.missing(argument: argument)))
    }
  }

  @Test(
    "raise unreadable where the value is no amount or finer than a fen",
    arguments: everyAmountArgument)
  func unreadable(template: String, argument: Int) throws {
    for (path, value) in [("/r/word", "叁佰元"), ("/r/fine", "0.005")] {
      #expect(
        try evaluation.run(template.replacing("X", with: path), Self.file)
          == .failed(.unreadable(value: value, expected: "amount")))
    }
  }

  @Test(
    "leave it to a person or to transcription where the content is unknown",
    arguments: everyAmountArgument)
  func unknown(template: String, argument: Int) throws {
    for (path, reason) in [
      ("/r/wrong", "person"), ("/r/illegible", "person"), ("/r/missing", "not-transcribed"),
    ] {
      guard
        case .failed(.pending(reason, _)) = try evaluation.run(
          template.replacing("X", with: path), Self.file)
      else {
        Issue.record("decided from \(path)")
        continue
      }
    }
  }

  @Test("report results that cannot be held") func overflow() throws {
    for expression in [
      "amount-sum(/r/big | /r/x)", "amount-times(/r/big, 2)", "capitals(/r/big)",
      "amount-percent(/r/big, '150')",
    ] {
      guard case .failed(.other) = try evaluation.run(expression, Self.file) else {
        Issue.record("computed \(expression)")
        continue
      }
    }
  }

  @Test("refuse capitals that cannot be read") func capitals() throws {
    #expect(
      try evaluation.run("capitals-compare('1', '一元')")
        == .failed(.unreadable(value: "一元", expected: "capitals")))
    #expect(
      try evaluation.run("capitals-compare('1', /r/none)") == .failed(.missing(argument: 2)))
  }

  @Test("refuse factors that are no number") func factors() throws {
    for expression in [
      "amount-percent('1', '3%')", "amount-times('1', 0 div 0)", "amount-times('1', 'x')",
    ] {
      guard case .failed(.unreadable(_, "number")) = try evaluation.run(expression) else {
        Issue.record("computed \(expression)")
        continue
      }
    }
  }

  @Test("refuse to sum anything but nodes") func notNodes() throws {
    guard case .failed(.other) = try evaluation.run("amount-sum('1')") else {
      Issue.record("summed")
      return
    }
  }

  @Test("doubt a sum of which a part may be unseen") func doubt() throws {
    var evaluation = evaluation
    evaluation.incomplete = ["/r"]
    #expect(try evaluation.evaluate("amount-sum(/r/x)", Self.file).doubts == Doubt(rawValue: 1))
    #expect(try evaluation.evaluate("amount-text(/r/x)", Self.file).doubts.isEmpty)
  }

  @Test("write down what was compared when tracing") func notes() throws {
    let traced = try evaluation.evaluate("amount-compare('9999.99', 10000)", "<r/>", tracing: true)
    #expect(traced.notes.map(\.zh) == ["9,999.99元 < 10,000元"])
    #expect(traced.notes.map(\.en) == ["CNY 9,999.99 < CNY 10,000"])
  }
}
