import FoundationEssentials
import RubricKit

/// The calendar that ships with the tool.
enum TestCalendar {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let shipped: WorkingDayCalendar = {
    let text = try! String(
      contentsOf: root.appending(path: "Rubrics/registers/calendar.xml"), encoding: .utf8)
    var named: [CivilDate: DayKind] = [:]
    for match in text.matches(
      of: /<(off|work) (?:from|on)="([^"]*)"(?: to="([^"]*)")? name="([^"]*)"\/>/)
    {
      let name = LocalizedText(zh: String(match.4), en: match.4 == "国庆节" ? "National Day" : "")
      var day = try! CivilDate(String(match.2))
      let end = try! match.3.map { try CivilDate(String($0)) } ?? day
      while day <= end {
        named[day] = match.1 == "off" ? .holiday(name) : .makeUp(holiday: name)
        day = try! day.adding(days: 1)
      }
    }
    return try! WorkingDayCalendar(
      from: CivilDate("2018-01-01"), to: CivilDate("2026-12-31"), named: named)
  }()
}

/// A date from its text, for tests.
func day(_ text: String) throws -> CivilDate { try CivilDate(text) }
