import RubricKit
import Testing

@Suite("Civil moments") struct CivilMomentTests {
  @Test(
    "are read as day, minute or second",
    arguments: [
      ("2024-05-06", "2024-05-06"), ("2024-05-06T09:05", "2024-05-06T09:05"),
      ("2024-05-06T09:05:59", "2024-05-06T09:05:59"),
      ("2024-05-06T09:05+08:00", "2024-05-06T09:05"),
      ("2024-05-06T01:05:30Z", "2024-05-06T09:05:30"),
      ("2024-12-31T16:00Z", "2025-01-01T00:00"),
    ])
  func read(text: String, printed: String) throws {
    #expect(try CivilMoment(text).description == printed)
  }

  @Test(
    "refuse any other form",
    arguments: [
      "", "2024-05-06T", "2024-05-06T9:05", "2024-05-06 09:05", "2024-05-06T09:05+09:00",
      "2024-05-06Z", "2024-05-06T09:05:30.5", "2024-05-06T09:05ZZ", "2024-05-06T09",
      "2024-05-06T-9:05", "2024-05-06+08:00",
    ])
  func malformed(text: String) {
    #expect(throws: ValueError.malformed(.moment, text: text)) { try CivilMoment(text) }
  }

  @Test(
    "refuse times that do not exist",
    arguments: [
      "2024-05-06T24:00", "2024-05-06T12:60", "2024-05-06T12:00:60", "2024-02-30T12:00",
      "2024-02-30",
    ])
  func impossible(text: String) {
    #expect(throws: ValueError.impossible(.moment, text: text)) { try CivilMoment(text) }
  }

  @Test(
    "are ordered only where the order is certain",
    arguments: [
      ("2024-05-06", "2024-05-07", true), ("2024-05-06T23:59", "2024-05-07", true),
      ("2024-05-06", "2024-05-06T10:00", false), ("2024-05-06T10:00", "2024-05-06", false),
      ("2024-05-06", "2024-05-06", false), ("2024-05-06T10:00", "2024-05-06T10:01", true),
      ("2024-05-06T10:00", "2024-05-06T10:00:30", false),
      ("2024-05-06T10:00:29", "2024-05-06T10:00:30", true),
      ("2024-05-06T10:00", "2024-05-06T10:00", false),
      ("2024-05-07", "2024-05-06", false), ("2024-05-06T10:00:30", "2024-05-06T10:00:30", false),
    ])
  func order(first: String, second: String, before: Bool) throws {
    let (a, b) = (try CivilMoment(first), try CivilMoment(second))
    #expect(a.isBefore(b) == before)
    #expect(b.isAfter(a) == before)
  }

  @Test("plus minutes cross midnight both ways") func adding() throws {
    #expect(
      try CivilMoment("2024-12-31T23:30").adding(minutes: 45).description == "2025-01-01T00:15")
    #expect(
      try CivilMoment("2024-01-01T00:15").adding(minutes: -30).description == "2023-12-31T23:45")
    #expect(
      try CivilMoment("2024-05-06T08:10:09").adding(minutes: 1440).description
        == "2024-05-07T08:10:09")
    #expect(try CivilMoment("2024-05-06").adding(minutes: 1440).description == "2024-05-07")
    #expect(throws: ValueError.self) { try CivilMoment("2024-05-06").adding(minutes: 60) }
  }

  @Test("know the minutes between them only with times") func between() throws {
    let start = try CivilMoment("2024-05-06T23:50")
    #expect(start.minutes(to: try CivilMoment("2024-05-07T00:20")) == 30)
    #expect(try CivilMoment("2024-05-07T00:20").minutes(to: start) == -30)
    #expect(start.minutes(to: try CivilMoment("2024-05-07")) == nil)
  }

  @Test("are written in Chinese and English") func text() throws {
    #expect(try CivilMoment("2024-05-06T09:05").text(.zh) == "2024年5月6日9时05分")
    #expect(try CivilMoment("2024-05-06T09:05:07").text(.zh) == "2024年5月6日9时05分07秒")
    #expect(try CivilMoment("2024-05-06T09:05").text(.en) == "6 May 2024 09:05")
    #expect(try CivilMoment("2024-05-06").text(.zh) == "2024年5月6日")
  }
}
