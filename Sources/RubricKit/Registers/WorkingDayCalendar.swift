/// Which days offices work, over the years whose holiday notices are known.
///
/// Outside those years every answer is an error; nothing is guessed. Weekend days that no
/// notice names are rest days, weekdays that no notice names are working days.
public struct WorkingDayCalendar: Sendable {
  /// The first day covered.
  public let first: CivilDate
  /// The last day covered.
  public let last: CivilDate
  /// The days that the notices name.
  private let named: [CivilDate: DayKind]
  /// `workingBefore[i]`: working days among the first `i` days covered. One more than days.
  private let workingBefore: [Int32]
  /// All working days in order.
  private let workingDays: [CivilDate]

  /// A calendar from the days that the notices name, offs as `holiday`, make-up days as `makeUp`.
  ///
  /// Days named outside `first…last` are ignored.
  public init(from first: CivilDate, to last: CivilDate, named: [CivilDate: DayKind]) {
    self.first = first
    self.last = last
    self.named = named
    var before: [Int32] = [0]
    var days: [CivilDate] = []
    for day in first.day...max(first.day, last.day) {
      let date = CivilDate(day: day)
      if Self.kind(date, named).isWorking { days.append(date) }
      before.append(Int32(days.count))
    }
    workingBefore = before
    workingDays = days
  }

  private static func kind(_ date: CivilDate, _ named: [CivilDate: DayKind]) -> DayKind {
    if let kind = named[date] { return kind }
    let weekday = date.weekday
    return weekday.isWeekend ? .weekend(weekday) : .working
  }

  /// What a day is.
  public func kind(of date: CivilDate) throws(CalendarError) -> DayKind {
    try checkCoverage(date, date)
    return Self.kind(date, named)
  }

  /// Whether offices work on a day.
  public func isWorkingDay(_ date: CivilDate) throws(CalendarError) -> Bool {
    try kind(of: date).isWorking
  }

  /// The `count`-th working day strictly after `start` (起算日不计入); `start` itself for 0.
  public func adding(workingDays count: Int, to start: CivilDate) throws(CalendarError)
    -> CivilDate
  {
    guard count >= 0 else { throw .negativePeriod(count) }
    guard count > 0 else { return start }
    // The start itself need not be covered, all days after it must be.
    if start.day < first.day - 1 { throw .calendarBegins(year: first.year) }
    if start >= last { throw .calendarEnds(year: last.year) }
    let index = Int(workingBefore[index(of: start) + 1]).addingReportingOverflow(count - 1)
    guard !index.overflow, index.partialValue < workingDays.count else {
      throw .calendarEnds(year: last.year)
    }
    return workingDays[index.partialValue]
  }

  /// The `count`-th working day counted back from `day`, which is not counted; `day` for 0.
  public func counting(workingDays count: Int, backFrom day: CivilDate) throws(CalendarError)
    -> CivilDate
  {
    guard count >= 0 else { throw .negativePeriod(count) }
    guard count > 0 else { return day }
    if day <= first { throw .calendarBegins(year: first.year) }
    if day.day > last.day + 1 { throw .calendarEnds(year: last.year) }
    let before = Int(workingBefore[index(of: day)])
    guard count <= before else { throw .calendarBegins(year: first.year) }
    return workingDays[before - count]
  }

  /// Working days strictly after `start` up to and including `end`; negative if `end` is earlier.
  public func workingDays(from start: CivilDate, to end: CivilDate) throws(CalendarError) -> Int {
    if end < start { return -(try workingDays(from: end, to: start)) }
    if end == start { return 0 }
    if start.day < first.day - 1 { throw .calendarBegins(year: first.year) }
    if end > last { throw .calendarEnds(year: last.year) }
    return Int(workingBefore[index(of: end) + 1] - workingBefore[index(of: start) + 1])
  }

  /// The day itself if offices work on it, else the next working day.
  public func rolled(_ day: CivilDate) throws(CalendarError) -> CivilDate {
    if try isWorkingDay(day) { return day }
    let following = Int(workingBefore[index(of: day)])
    guard following < workingDays.count else { throw .calendarEnds(year: last.year) }
    return workingDays[following]
  }

  /// Position among the days covered; -1 for the day before the first.
  private func index(of date: CivilDate) -> Int {
    Int(date.day) - Int(first.day)
  }

  private func checkCoverage(_ from: CivilDate, _ to: CivilDate) throws(CalendarError) {
    if from < first { throw .calendarBegins(year: first.year) }
    if to > last { throw .calendarEnds(year: last.year) }
  }
}
