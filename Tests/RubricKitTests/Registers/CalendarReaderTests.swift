import RubricKit
import Testing

@Suite("The calendar's register") struct CalendarReaderTests {
  @Test("that ships covers 2018 to 2026, with 255 days off and 59 make-up days") func shipped()
    throws
  {
    let calendar = try ShippedRegisters.calendar
    #expect(calendar.first.description == "2018-01-01")
    #expect(calendar.last.description == "2026-12-31")
    var (off, makeUp) = (0, 0)
    var date = calendar.first
    while date <= calendar.last {
      switch try calendar.kind(of: date) {
      case .holiday: off += 1
      case .makeUp: makeUp += 1
      case .working, .weekend: break
      }
      date = try date.adding(days: 1)
    }
    #expect(off == 255)
    #expect(makeUp == 59)
  }

  @Test(
    "names each day in both languages",
    arguments: [
      ("2024-10-01", "国庆节", "National Day"),
      ("2025-10-08", "国庆节、中秋节", "National Day and Mid-Autumn Festival"),
      ("2020-02-02", "春节", "Spring Festival"),
      ("2024-09-29", "调休上班（国庆节）", "make-up working day (National Day)"),
      ("2024-09-28", "周末", "weekend"), ("2024-09-27", "工作日", "working day"),
    ])
  func names(date: String, zh: String, en: String) throws {
    #expect(try ShippedRegisters.calendar.kind(of: day(date)).text == LocalizedText(zh: zh, en: en))
  }

  static let year = """
    <holiday name="元旦" en="New Year's Day"/><year number="2024"><source>通知</source>\
    <off from="2024-01-01" name="元旦"/></year>
    """

  func calendar(_ content: String, from: String = "2024-01-01", to: String = "2024-12-31") throws
    -> WorkingDayCalendar
  {
    try WorkingDayCalendar(
      registerFile(
        "<register kind='calendar' from='\(from)' to='\(to)'>\(content)</register>"))
  }

  @Test("may cover a single year") func oneYear() throws {
    let calendar = try calendar(Self.year)
    #expect(
      try calendar.kind(of: day("2024-01-01"))
        == .holiday(LocalizedText(zh: "元旦", en: "New Year's Day")))
  }

  @Test("must cover whole years without a gap") func gaps() {
    let next = Self.year + "<year number='2026'><source>通知</source></year>"
    for (content, from, to) in [
      (next, "2024-01-01", "2026-12-31"), (Self.year, "2024-02-01", "2024-12-31"),
      (Self.year, "2024-01-01", "2025-12-31"), ("", "2024-01-01", "2024-12-31"),
    ] {
      #expect {
        try calendar(content, from: from, to: to)
      } throws: { error in
        if case RegisterError.invalid(_, _, .years) = error { true } else { false }
      }
    }
  }

  @Test(
    "refuses what would move deadlines unnoticed",
    arguments: [
      (
        "<off from='2024-01-01' name='元旦'/>",
        RegisterError.Fault.misplacedDay(try! day("2024-01-01"))
      ),
      ("<off from='2025-01-01' name='元旦'/>", .misplacedDay(try! day("2025-01-01"))),
      ("<off from='2024-05-01' to='2024-10-07' name='元旦'/>", .misplacedDay(try! day("2024-10-07"))),
      ("<work on='2024-09-30' name='元旦'/>", .notAWeekend(try! day("2024-09-30"))),
      ("<off from='2024-02-30' name='元旦'/>", .date(.impossible(.date, text: "2024-02-30"))),
      ("<off from='2024-05-05' to='2024-05-01' name='元旦'/>", .endsBeforeStart),
      ("<off from='2024-05-01' name='五一'/>", .unknownHoliday("五一")),
      ("<off from='2024-05-01'/>", .missingAttribute("name")),
      ("<off until='2024-05-01' from='2024-05-01' name='元旦'/>", .unexpected("@until")),
      ("<rest from='2024-05-01' name='元旦'/>", .unexpected("<rest>")),
    ])
  func refused(day: String, fault: RegisterError.Fault) {
    let content = Self.year.replacing("</year>", with: day + "</year>")
    #expect {
      try calendar(content)
    } throws: { error in
      guard case RegisterError.invalid("test.xml", _, let found) = error else { return false }
      return found == fault && !found.message.zh.isEmpty && !found.message.en.isEmpty
    }
  }

  @Test("refuses a year without a source") func noSource() {
    #expect {
      try calendar("<year number='2024'/>")
    } throws: { error in
      if case RegisterError.invalid(_, _, .noSource(2024)) = error { true } else { false }
    }
  }
}
