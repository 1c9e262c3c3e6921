import RubricKit
import Testing

/// The test vectors of the law reference, §2, and the edges of the rules.
@Suite("The working-day calendar") struct WorkingDayCalendarTests {
  let calendar: WorkingDayCalendar

  init() throws {
    calendar = try ShippedRegisters.calendar
  }

  func due(_ period: Period, _ start: String, _ roll: Roll = .next) throws -> String {
    try calendar.due(period, from: CivilMoment(start), roll: roll).description
  }

  @Test(
    "knows the working days of each year",
    arguments: [
      (2018, 250), (2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251),
      (2025, 248), (2026, 248),
    ])
  func workingDaysOfYear(year: Int, count: Int) throws {
    let days = try calendar.workingDays(from: day("\(year - 1)-12-31"), to: day("\(year)-12-31"))
    #expect(days == count)
  }

  @Test(
    "counts working days after the day of service",
    arguments: [
      ("2024-09-27", 5, "2024-10-10"), ("2026-02-12", 5, "2026-02-26"),
      ("2025-01-24", 7, "2025-02-10"), ("2024-04-30", 7, "2024-05-13"),
      ("2025-04-28", 7, "2025-05-12"), ("2025-04-28", 20, "2025-05-29"),
      ("2025-09-30", 2, "2025-10-10"), ("2025-01-24", 5, "2025-02-07"),
      ("2025-01-24", 20, "2025-02-27"), ("2025-01-24", 30, "2025-03-13"),
      ("2026-02-12", 10, "2026-03-04"),
    ])
  func workingDays(start: String, count: Int, end: String) throws {
    #expect(try due(.workingDays(count), start) == end)
  }

  @Test(
    "makes the day after the last one the earliest for a decision",
    arguments: [
      ("2024-09-27", 5, "2024-10-11"), ("2026-02-12", 10, "2026-03-05"),
    ])
  func earliest(start: String, count: Int, earliest: String) throws {
    let last = try calendar.adding(workingDays: count, to: day(start))
    #expect(try last.adding(days: 1).description == earliest)
  }

  @Test(
    "counts back from the hearing day, leniently 7 and strictly 8",
    arguments: [
      ("2025-02-12", "2025-01-27", "2025-01-26"), ("2026-10-14", "2026-09-29", "2026-09-28"),
    ])
  func back(hearing: String, lenient: String, strict: String) throws {
    #expect(try due(.workingDaysBefore(7), hearing) == lenient)
    #expect(try due(.workingDaysBefore(8), hearing) == strict)
  }

  @Test(
    "moves a calendar period that ends on a rest day to the next working day",
    arguments: [
      ("2024-07-09", 90, "2024-10-07", "2024-10-08"),
      ("2026-02-05", 15, "2026-02-20", "2026-02-24"),
      // A make-up Saturday is a working day: the period ends there.
      ("2024-10-05", 7, "2024-10-12", "2024-10-12"),
      // An ordinary Saturday is not.
      ("2024-10-12", 7, "2024-10-19", "2024-10-21"),
    ])
  func roll(start: String, count: Int, end: String, rolled: String) throws {
    #expect(try due(.days(count), start, .none) == end)
    #expect(try due(.days(count), start) == rolled)
  }

  @Test("never lengthens a seizure's maximum") func seizure() throws {
    #expect(try due(.days(30), "2025-09-05", .none) == "2025-10-05")
    let derivation = try calendar.derivation(
      .days(30), from: CivilMoment("2025-09-05"), roll: .none)
    #expect(derivation.lines(.zh).contains { $0.contains("到期日为休息日（国庆节、中秋节），不顺延") })
    #expect(try calendar.rolled(day("2025-10-05")).description == "2025-10-09")
  }

  @Test(
    "ends months on the corresponding day, else the month's last, then rolls",
    arguments: [
      // Sunday 29 February has no counterpart in 2021; 28 February 2021 is a Sunday.
      ("2020-02-29", 12, "2021-02-28", "2021-03-01"), ("2024-01-31", 1, "2024-02-29", "2024-02-29"),
      ("2024-08-31", 1, "2024-09-30", "2024-09-30"), ("2024-07-01", 3, "2024-10-01", "2024-10-08"),
      ("2024-11-30", 3, "2025-02-28", "2025-02-28"),
    ])
  func months(start: String, count: Int, end: String, rolled: String) throws {
    #expect(try due(.months(count), start, .none) == end)
    #expect(try due(.months(count), start) == rolled)
  }

  @Test("does not count a start on a rest day, nor move it") func startOnRestDay() throws {
    // Saturday 21 December 2024: Monday is the first day.
    #expect(try due(.workingDays(1), "2024-12-21") == "2024-12-23")
    #expect(try due(.days(2), "2024-12-21") == "2024-12-23")
    #expect(try due(.workingDays(1), "2024-10-03") == "2024-10-08")
  }

  @Test("gives the start for a period of nothing") func zero() throws {
    #expect(try due(.workingDays(0), "2024-10-03") == "2024-10-03")
    #expect(try due(.workingDaysBefore(0), "2024-10-03") == "2024-10-03")
    #expect(try due(.days(0), "2024-09-30") == "2024-09-30")
  }

  @Test("runs hours through rest days from the stated time") func hours() throws {
    #expect(try due(.hours(24), "2024-09-30T17:20") == "2024-10-01T17:20")
    #expect(try due(.hours(24), "2026-12-31T12:00") == "2027-01-01T12:00")
    #expect(try due(.hours(48), "2024-09-30") == "2024-10-02")
    #expect(throws: CalendarError.self) { try due(.hours(12), "2024-09-30") }
  }

  @Test("counts the working days between two days both ways") func between() throws {
    #expect(try calendar.workingDays(from: day("2024-09-27"), to: day("2024-10-10")) == 5)
    #expect(try calendar.workingDays(from: day("2024-10-10"), to: day("2024-09-27")) == -5)
    #expect(try calendar.workingDays(from: day("2024-10-01"), to: day("2024-10-07")) == 0)
    #expect(try calendar.workingDays(from: day("2024-10-01"), to: day("2024-10-01")) == 0)
  }

  @Test("agrees with counting day by day over all its years") func agrees() throws {
    var start = try day("2024-09-01")
    while start < (try day("2024-11-01")) {
      for count in 1...25 {
        var (left, walked) = (count, start)
        while left > 0 {
          walked = try walked.adding(days: 1)
          if try calendar.isWorkingDay(walked) { left -= 1 }
        }
        #expect(try calendar.adding(workingDays: count, to: start) == walked)
        #expect(try calendar.workingDays(from: start, to: walked) == count)
        #expect(try calendar.counting(workingDays: count, backFrom: walked) <= walked)
      }
      start = try start.adding(days: 1)
    }
  }

  @Test("guesses nothing past its last year") func ends() throws {
    let ends = CalendarError.calendarEnds(year: 2026)
    #expect(try due(.workingDays(1), "2026-12-30") == "2026-12-31")
    #expect(throws: ends) { try due(.workingDays(1), "2026-12-31") }
    #expect(throws: ends) { try due(.workingDays(.max), "2024-01-01") }
    #expect(throws: ends) { try due(.days(15), "2026-12-20") }
    #expect(throws: ends) { try due(.workingDaysBefore(3), "2027-01-02") }
    #expect(throws: ends) { try calendar.isWorkingDay(day("2027-01-01")) }
    #expect(throws: ends) {
      try calendar.workingDays(from: day("2026-12-30"), to: day("2027-01-01"))
    }
    #expect(try due(.days(15), "2026-12-20", .none) == "2027-01-04")
  }

  @Test("guesses nothing before its first year") func begins() throws {
    let begins = CalendarError.calendarBegins(year: 2018)
    // The start is not counted, so the day before the first will do.
    #expect(try due(.workingDays(1), "2017-12-31") == "2018-01-02")
    #expect(throws: begins) { try due(.workingDays(1), "2017-12-30") }
    #expect(throws: begins) { try due(.workingDaysBefore(1), "2018-01-02") }
    #expect(throws: begins) { try calendar.isWorkingDay(day("2017-12-31")) }
    #expect(throws: begins) { try due(.days(1), "2017-12-01") }
  }

  @Test("refuses negative periods and results beyond the year 9999") func refused() {
    #expect(throws: CalendarError.negativePeriod(-1)) { try due(.workingDays(-1), "2024-01-01") }
    #expect(throws: CalendarError.negativePeriod(-1)) { try due(.days(-1), "2024-01-01") }
    #expect(throws: CalendarError.self) { try due(.days(.max), "2024-01-01", .none) }
    #expect(throws: CalendarError.self) { try due(.months(.max), "2024-01-01", .none) }
    #expect(throws: CalendarError.self) { try due(.hours(.max), "2024-01-01T00:00") }
  }
}
