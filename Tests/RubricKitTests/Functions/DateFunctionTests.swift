import RubricKit
import Testing
import XPath

@Suite("Functions of dates") struct DateFunctionTests {
  let evaluation: Evaluation

  init() throws {
    evaluation = try Evaluation()
  }

  static let file = """
    <r><a>2024-05-06</a><t>
      2024-05-06T10:00
    </t><b>2024-05-07</b><blank/><wrong asWritten="2024年2月30日"/><illegible state="illegible"/>
    <missing state="notTranscribed"/><left state="blank"/><text>五月六日</text>
    <day>2024-09-27</day><n>5</n></r>
    """

  @Test(
    "compute from nodes and strings alike",
    arguments: [
      ("is-before(/r/a, /r/b)", "true"), ("is-before(/r/b, /r/a)", "false"),
      ("is-before(/r/a, '2024-05-07')", "true"), ("is-after(/r/b, /r/t)", "true"),
      ("is-after(/r/a, /r/b)", "false"), ("same-day(/r/a, /r/t)", "true"),
      ("same-day(/r/a, /r/b)", "false"), ("later-than(/r/b, /r/a)", "true"),
      ("later-than(/r/t, /r/a)", "false"), ("due-working(/r/day, 5)", "2024-10-10"),
      ("due-working(/r/day, /r/n)", "2024-10-10"), ("due-working(/r/day, '5')", "2024-10-10"),
      ("due-days('2024-07-09', 90)", "2024-10-08"),
      ("due-days('2024-07-09', 90, 'roll')", "2024-10-08"),
      ("due-days('2024-07-09', 90, 'none')", "2024-10-07"),
      ("due-months('2024-01-31', 1)", "2024-02-29"),
      ("due-months('2024-07-01', 3, 'none')", "2024-10-01"),
      ("due-hours(/r/t, 24)", "2024-05-07T10:00"), ("due-hours(/r/a, 24)", "2024-05-07"),
      ("back-working('2025-02-12', 7)", "2025-01-27"),
      ("days-between(/r/a, /r/b)", "1"), ("days-between(/r/b, /r/t)", "-1"),
      ("working-days-between('2024-09-27', '2024-10-10')", "5"),
      ("minutes-between(/r/t, '2024-05-06T11:30')", "90"),
      ("age-on('2010-05-06', '2024-05-06')", "13"), ("age-on('2010-05-06', '2024-05-07')", "14"),
      ("is-working-day('2024-09-29')", "true"), ("is-working-day('2024-10-01')", "false"),
      ("date-text(/r/a)", "2024年5月6日"), ("date-text(/r/t)", "2024年5月6日10时00分"),
      ("name(earliest(/r/a | /r/b | /r/t))", "a"), ("name(latest(/r/a | /r/t))", "a"),
      ("name(latest(/r/a | /r/b | /r/t))", "b"),
      ("date-text(earliest(/r/*[. = 'x'] | /r/b))", "2024年5月7日"),
      ("later-than(/r/b, due-working(/r/a, 1))", "false"),
    ])
  func computed(expression: String, value: String) throws {
    #expect(try evaluation.run(expression, Self.file) == .value(value))
  }

  @Test(
    "know no order between a date and a time of that day",
    arguments: [
      "is-before(/r/a, /r/t)", "is-after(/r/a, /r/t)", "is-before(/r/t, /r/a)",
      "is-after(/r/t, /r/a)", "is-before(/r/a, /r/a)",
    ])
  func sameDay(expression: String) throws {
    #expect(try evaluation.run(expression, Self.file) == .value("false"))
  }

  static let oneArgument = ["date-text(X)", "is-working-day(X)", "earliest(X)", "latest(X)"]
  static let twoArguments = [
    "is-before", "is-after", "same-day", "later-than", "days-between", "working-days-between",
    "minutes-between", "age-on",
  ]
  static let periods = ["due-working", "due-days", "due-months", "due-hours", "back-working"]

  /// Every function with X in the place of each date argument, and the number of that argument.
  static var everyDateArgument: [(String, Int)] {
    oneArgument.map { ($0, 1) }
      + twoArguments.flatMap {
        [("\($0)(X, '2024-05-07T10:00')", 1), ("\($0)('2024-05-06T10:00', X)", 2)]
      }
      + periods.map { ("\($0)(X, 24)", 1) }
  }

  @Test("raise missing where there is no node or the node is blank", arguments: everyDateArgument)
  func missing(template: String, argument: Int) throws {
    for absent in ["/r/none", "/r/blank", "/r/left"] {
      let result = try evaluation.run(template.replacing("X", with: absent), Self.file)
      #expect(result == .failed(.missing(argument: argument)))
    }
  }

  @Test("raise unreadable where the value is no date", arguments: everyDateArgument)
  func unreadable(template: String, argument: Int) throws {
    let result = try evaluation.run(template.replacing("X", with: "/r/text"), Self.file)
    #expect(result == .failed(.unreadable(value: "五月六日", expected: "moment")))
  }

  @Test("leave it to a person where the paper is wrong or illegible", arguments: everyDateArgument)
  func person(template: String, argument: Int) throws {
    #expect(
      try evaluation.run(template.replacing("X", with: "/r/wrong"), Self.file)
        == .failed(.pending(reason: "person", detail: "/r/wrong 2024年2月30日")))
    #expect(
      try evaluation.run(template.replacing("X", with: "/r/illegible"), Self.file)
        == .failed(.pending(reason: "person", detail: "/r/illegible illegible")))
  }

  @Test("are undecided where the field was not transcribed", arguments: everyDateArgument)
  func notTranscribed(template: String, argument: Int) throws {
    #expect(
      try evaluation.run(template.replacing("X", with: "/r/missing"), Self.file)
        == .failed(.pending(reason: "not-transcribed", detail: "/r/missing notTranscribed")))
  }

  @Test(
    "refuse strings and numbers that are no date",
    arguments: [
      "date-text('2024-02-30')", "date-text('2024-5-6')", "date-text(20240506)",
      "date-text(true())",
    ])
  func literals(expression: String) throws {
    guard case .failed(.unreadable) = try evaluation.run(expression) else {
      Issue.record("read")
      return
    }
  }

  @Test(
    "refuse periods that are no whole number from 0",
    arguments: [
      "due-working('2024-05-06', -1)", "due-days('2024-05-06', 1.5)",
      "due-days('2024-05-06', 0 div 0)",
      "due-days('2024-05-06', 1 div 0)", "due-months('2024-05-06', '三')",
      "due-hours('2024-05-06', true())", "due-days('2024-05-06', 1000000000000)",
    ])
  func periods(expression: String) throws {
    guard case .failed(.unreadable(_, "number")) = try evaluation.run(expression) else {
      Issue.record("read")
      return
    }
  }

  @Test("refuse any roll but 'roll' and 'none'") func roll() throws {
    guard case .failed(.other) = try evaluation.run("due-days('2024-05-06', 1, 'no')") else {
      Issue.record("accepted")
      return
    }
  }

  @Test("need a time for minutes, and for hours that are no whole days") func times() throws {
    #expect(
      try evaluation.run("minutes-between('2024-05-06', '2024-05-06T10:00')")
        == .failed(.unreadable(value: "2024-05-06", expected: "moment")))
    guard case .failed = try evaluation.run("due-hours('2024-05-06', 12)") else {
      Issue.record("guessed")
      return
    }
  }

  @Test("refuse an age before birth") func unborn() throws {
    guard case .failed(.other) = try evaluation.run("age-on('2024-05-06', '2024-05-05')") else {
      Issue.record("computed")
      return
    }
  }

  @Test(
    "are undecided past the calendar's last year",
    arguments: [
      "due-working('2026-12-31', 1)", "due-days('2026-12-20', 15)", "due-months('2026-12-20', 1)",
      "back-working('2027-03-01', 7)", "working-days-between('2026-12-01', '2027-01-01')",
      "is-working-day('2027-01-01')",
    ])
  func calendarEnds(expression: String) throws {
    #expect(
      try evaluation.run(expression) == .failed(.pending(reason: "calendar", detail: "2026")))
  }

  @Test("are undecided without a calendar") func noCalendar() throws {
    var evaluation = evaluation
    evaluation.registers = Registers()
    #expect(
      try evaluation.run("due-working('2024-05-06', 1)")
        == .failed(.pending(reason: "register-missing", detail: "calendar")))
    #expect(try evaluation.run("days-between('2024-05-06', '2024-05-07')") == .value("1"))
  }

  @Test("write down how a date was counted when tracing, and only then") func notes() throws {
    let traced = try evaluation.evaluate("due-working('2024-09-27', 5)", "<r/>", tracing: true)
    #expect(traced.result == .value("2024-10-10"))
    #expect(traced.notes.first?.zh == "自2024年9月27日起5个工作日")
    #expect(traced.notes.last?.en == "Result: 10 October 2024 (Thursday)")
    #expect(traced.notes.contains { $0.zh.contains("2024年9月29日（星期日）：调休上班（国庆节），第1个工作日") })
    #expect(try evaluation.evaluate("due-working('2024-09-27', 5)", "<r/>").notes.isEmpty)
    let compared = try evaluation.evaluate(
      "is-before('2024-05-06', '2024-05-07')", "<r/>", tracing: true)
    #expect(compared.notes.map(\.zh) == ["2024年5月6日早于2024年5月7日：是"])
  }

  @Test("raise doubt where what is missing may only be unseen") func doubt() throws {
    var evaluation = evaluation
    evaluation.incomplete = ["/r"]
    let none = try evaluation.evaluate("date-text(/r/none)", Self.file)
    #expect(none.result == .failed(.missing(argument: 1)))
    #expect(none.doubts == Doubt(rawValue: 1))
    let there = try evaluation.evaluate("date-text(/r/a)", Self.file)
    #expect(there.doubts.isEmpty)
    let earliest = try evaluation.evaluate("earliest(/r/a)", Self.file)
    #expect(earliest.doubts == Doubt(rawValue: 1))
  }
}
