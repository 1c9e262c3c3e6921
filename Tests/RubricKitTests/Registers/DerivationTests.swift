import RubricKit
import Testing

@Suite("The derivation of a date") struct DerivationTests {
  let calendar: WorkingDayCalendar

  init() throws {
    calendar = try ShippedRegisters.calendar
  }

  @Test("names every day with the reason it counts or not, in Chinese") func chinese() throws {
    let derivation = try calendar.derivation(.workingDays(5), from: CivilMoment("2024-09-27"))
    #expect(
      derivation.lines(.zh) == [
        "自2024年9月27日起5个工作日",
        "  2024年9月27日（星期五）：起算当日，不计入（参照民法典第二百零一条、民事诉讼法第八十五条）",
        "  2024年9月28日（星期六）：周末，不计入",
        "  2024年9月29日（星期日）：调休上班（国庆节），第1个工作日",
        "  2024年9月30日（星期一）：工作日，第2个工作日",
        "  2024年10月1日（星期二）：国庆节，不计入",
        "  2024年10月2日（星期三）：国庆节，不计入",
        "  2024年10月3日（星期四）：国庆节，不计入",
        "  2024年10月4日（星期五）：国庆节，不计入",
        "  2024年10月5日（星期六）：国庆节，不计入",
        "  2024年10月6日（星期日）：国庆节，不计入",
        "  2024年10月7日（星期一）：国庆节，不计入",
        "  2024年10月8日（星期二）：工作日，第3个工作日",
        "  2024年10月9日（星期三）：工作日，第4个工作日",
        "  2024年10月10日（星期四）：工作日，第5个工作日",
        "结果：2024年10月10日（星期四）",
      ])
  }

  @Test("shows a calendar period as a run and the days it moves over") func calendarPeriod() throws
  {
    let derivation = try calendar.derivation(.days(90), from: CivilMoment("2024-07-09"))
    #expect(
      derivation.lines(.en) == [
        "90 calendar days from 9 July 2024",
        "  9 July 2024 (Tuesday): starting day, not counted (by analogy: Civil Code art. 201, Civil Procedure Law art. 85)",
        "  10 July 2024 to 7 October 2024: every day counted, 90 in all",
        "  7 October 2024 (Monday): the last day is a rest day (National Day), moved on (Civil Code art. 203, Civil Procedure Law art. 85)",
        "  8 October 2024 (Tuesday): working day, the day moved to",
        "Result: 8 October 2024 (Tuesday)",
      ])
  }

  @Test("passes over every rest day while moving on") func passed() throws {
    let derivation = try calendar.derivation(.days(15), from: CivilMoment("2026-02-05"))
    #expect(
      derivation.steps.map(\.first.description) == [
        "2026-02-05", "2026-02-06", "2026-02-20", "2026-02-21", "2026-02-22", "2026-02-23",
        "2026-02-24",
      ])
    #expect(derivation.result.description == "2026-02-24")
  }

  @Test("counts back with the hearing day left out") func back() throws {
    let derivation = try calendar.derivation(.workingDaysBefore(7), from: CivilMoment("2025-02-12"))
    let lines = derivation.lines(.zh)
    #expect(lines.first == "2025年2月12日的7个工作日前")
    #expect(lines.contains("  2025年2月8日（星期六）：调休上班（春节），第3个工作日"))
    #expect(lines.last == "结果：2025年1月27日（星期一）")
  }

  @Test("says when a month has no corresponding day") func monthEnd() throws {
    let derivation = try calendar.derivation(.months(1), from: CivilMoment("2024-01-31"))
    #expect(derivation.steps.map(\.reason) == [.start, .monthEnd])
  }

  @Test("shows hours from minute to minute") func hours() throws {
    let lines = try calendar.derivation(.hours(24), from: CivilMoment("2024-09-30T17:20")).lines(
      .zh)
    #expect(
      lines == [
        "自2024年9月30日17时20分起24小时",
        "  2024年9月30日17时20分：起算时间（民法典第二百零一条第二款）",
        "  2024年10月1日17时20分：时限届满，休息日不扣除",
        "结果：2024年10月1日17时20分（星期二）",
      ])
  }

  @Test("always ends where the plain computation ends") func agrees() throws {
    let start = try CivilMoment("2025-01-24T08:00")
    for period in [
      Period.workingDays(30), .workingDays(0), .days(45), .days(0), .months(7), .hours(30),
      .workingDaysBefore(20),
    ] {
      for roll in Roll.allCases {
        let derivation = try calendar.derivation(period, from: start, roll: roll)
        #expect(derivation.result == (try calendar.due(period, from: start, roll: roll)))
        #expect(derivation.steps.last?.last == derivation.result.date)
      }
    }
  }
}
