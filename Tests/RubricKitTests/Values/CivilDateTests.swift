import RubricKit
import Testing

@Suite("Civil dates") struct CivilDateTests {
  @Test(
    "are read strictly and printed as they were read",
    arguments: [
      "0001-01-01", "1970-01-01", "1969-12-31", "2000-02-29", "2024-05-06", "9999-12-31",
    ])
  func roundTrip(text: String) throws {
    #expect(try CivilDate(text).description == text)
  }

  @Test(
    "refuse any other form",
    arguments: [
      "", "2024-5-6", "2024/05/06", "2024-05-06 ", "20240506", "2024-05-06T10:00", "-024-05-06",
      "２０２４-05-06", "2024-05-0a",
    ])
  func malformed(text: String) {
    #expect(throws: ValueError.malformed(.date, text: text)) { try CivilDate(text) }
  }

  @Test(
    "refuse days that do not exist",
    arguments: [
      "2024-02-30", "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
      "2024-01-00", "0000-01-01",
    ])
  func impossible(text: String) {
    #expect(throws: ValueError.impossible(.date, text: text)) { try CivilDate(text) }
  }

  @Test("count days without a gap from the first to the last") func continuous() throws {
    #expect(try CivilDate("0001-01-01") == CivilDate.first)
    #expect(try CivilDate("9999-12-31") == CivilDate.last)
    #expect(try CivilDate("1970-01-01").day == 0)
    #expect(try CivilDate("2000-03-01").day == 11_017)
    var day = try CivilDate("1896-01-01")
    let end = try CivilDate("1904-12-31")
    while day < end {
      let next = try day.adding(days: 1)
      let (year, month, dayOfMonth) = next.components
      #expect(CivilDate(year: year, month: month, day: dayOfMonth) == next)
      day = next
    }
  }

  @Test(
    "know their day of the week",
    arguments: [
      ("2024-09-29", Weekday.sunday), ("2024-09-27", .friday), ("1969-12-31", .wednesday),
      ("0001-01-01", .monday), ("2026-11-23", .monday),
    ])
  func weekday(text: String, weekday: Weekday) throws {
    #expect(try CivilDate(text).weekday == weekday)
  }

  @Test(
    "plus months end on the corresponding day or the month's last",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-08-31", 1, "2024-09-30"),
      ("2024-12-15", 1, "2025-01-15"), ("2024-03-31", -1, "2024-02-29"),
      ("2024-01-15", -1, "2023-12-15"), ("2024-02-29", 24, "2026-02-28"),
      ("2020-02-29", 48, "2024-02-29"), ("2024-02-29", 0, "2024-02-29"),
    ])
  func months(start: String, months: Int, end: String) throws {
    #expect(try CivilDate(start).adding(months: months).description == end)
  }

  @Test("beyond the year 9999 or before the year 1 are out of range") func range() {
    #expect(throws: ValueError.self) { try CivilDate.last.adding(days: 1) }
    #expect(throws: ValueError.self) { try CivilDate.first.adding(days: -1) }
    #expect(throws: ValueError.self) { try CivilDate.last.adding(days: .max) }
    #expect(throws: ValueError.self) { try CivilDate.last.adding(months: 1) }
    #expect(throws: ValueError.self) { try CivilDate.first.adding(months: -1) }
    #expect(throws: ValueError.self) { try CivilDate.last.adding(months: .max) }
  }

  @Test(
    "give the age completed from the day after the birthday",
    arguments: [
      ("2010-05-06", "2024-05-06", 13), ("2010-05-06", "2024-05-07", 14),
      ("2012-02-29", "2026-02-28", 13), ("2012-02-29", "2026-03-01", 14),
      ("2010-05-06", "2010-05-06", 0), ("2010-12-31", "2011-01-01", 0),
    ])
  func age(birth: String, day: String, age: Int) throws {
    #expect(try CivilDate(birth).age(on: CivilDate(day)) == age)
  }

  @Test("give no age before birth") func unborn() throws {
    #expect(try CivilDate("2024-05-06").age(on: CivilDate("2024-05-05")) == nil)
  }

  @Test("are written in Chinese and English without padding") func text() throws {
    #expect(try CivilDate("2024-05-06").text(.zh) == "2024年5月6日")
    #expect(try CivilDate("2024-05-06").text(.en) == "6 May 2024")
  }
}
