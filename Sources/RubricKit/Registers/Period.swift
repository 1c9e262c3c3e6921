/// The length of a period, in the unit that decides how it is counted.
public enum Period: Sendable, Hashable {
  /// Working days after the start; ends on a working day by itself and never rolls.
  case workingDays(Int)
  /// Calendar days after the start.
  case days(Int)
  /// Calendar months: the corresponding day, else the month's last.
  case months(Int)
  /// Hours from the stated time; rest days are not left out and nothing rolls.
  case hours(Int)
  /// Working days counted back from a day, as in 举行听证的七日前.
  case workingDaysBefore(Int)

  /// The number of units.
  public var length: Int {
    switch self {
    case .workingDays(let count), .days(let count), .months(let count), .hours(let count),
      .workingDaysBefore(let count):
      count
    }
  }

  /// The period in words: `5个工作日`, `15日`.
  public var text: LocalizedText {
    switch self {
    case .workingDays(let count): Self.words(count, "个工作日", "working day")
    case .days(let count): Self.words(count, "日", "calendar day")
    case .months(let count): Self.words(count, "个月", "month")
    case .hours(let count): Self.words(count, "小时", "hour")
    case .workingDaysBefore(let count): Self.words(count, "个工作日前", "working day", " before")
    }
  }

  private static func words(_ count: Int, _ zh: String, _ en: String, _ tail: String = "")
    -> LocalizedText
  {
    LocalizedText(zh: "\(count)\(zh)", en: "\(count) \(en)\(count == 1 ? "" : "s")\(tail)")
  }
}

/// What happens to a period of calendar days or months that ends on a rest day.
public enum Roll: String, Sendable, Hashable, CaseIterable {
  /// It ends on the next working day (民法典第二百零三条, 民事诉讼法第八十五条第三款).
  case next = "roll"
  /// It ends on the rest day all the same: a coercive measure's maximum is never lengthened.
  case none
}

extension WorkingDayCalendar {
  /// The last day (for hours: the last minute) of a period that begins at `start`.
  public func due(_ period: Period, from start: CivilMoment, roll: Roll = .next)
    throws(CalendarError) -> CivilMoment
  {
    switch period {
    case .workingDays(let count):
      return CivilMoment(try adding(workingDays: count, to: start.date))
    case .workingDaysBefore(let count):
      return CivilMoment(try counting(workingDays: count, backFrom: start.date))
    case .days, .months:
      let end = try unrolledEnd(period, from: start.date)
      return CivilMoment(roll == .none ? end : try rolled(end))
    case .hours(let count):
      guard count >= 0 else { throw .negativePeriod(count) }
      let minutes = count.multipliedReportingOverflow(by: 60)
      guard !minutes.overflow else { throw .value(.outOfRange(.moment, text: "\(count)")) }
      do {
        return try start.adding(minutes: minutes.partialValue)
      } catch {
        throw .value(error)
      }
    }
  }

  /// The end of a period of calendar days or months before any rolling.
  func unrolledEnd(_ period: Period, from start: CivilDate) throws(CalendarError) -> CivilDate {
    let length = period.length
    guard length >= 0 else { throw .negativePeriod(length) }
    do {
      return switch period {
      case .days: try start.adding(days: length)
      case .months: try start.adding(months: length)
      case .workingDays, .hours, .workingDaysBefore: start
      }
    } catch {
      throw .value(error)
    }
  }
}
