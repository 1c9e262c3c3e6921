/// Why the calendar cannot answer.
public enum CalendarError: Error, Hashable, Sendable {
  /// A day after the last year covered was needed; nothing is guessed past it.
  case calendarEnds(year: Int)
  /// A day before the first year covered was needed.
  case calendarBegins(year: Int)
  /// The result is no date, or the start is not fine enough (hours from a day without time).
  case value(ValueError)
  /// A period must not be negative.
  case negativePeriod(Int)

  /// What is wrong and what to do.
  public var message: LocalizedText {
    switch self {
    case .calendarEnds(let year):
      LocalizedText(
        zh: "工作日历只到\(year)年，之后的日期不推算；请在下一年放假通知发布后更新日历",
        en: "the calendar ends with \(year) and later days are not guessed; "
          + "update it once the next holiday notice is issued")
    case .calendarBegins(let year):
      LocalizedText(
        zh: "工作日历从\(year)年开始，之前的日期不推算",
        en: "the calendar begins with \(year) and earlier days are not guessed")
    case .value(let error): error.message
    case .negativePeriod(let length):
      LocalizedText(
        zh: "期限不能为负数（\(length)）", en: "a period must not be negative (\(length))")
    }
  }
}
