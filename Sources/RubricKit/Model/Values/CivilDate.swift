/// A day of the civil (proleptic Gregorian) calendar, years 1 to 9999.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let day: Int32

  /// The first day that can be written: 0001-01-01.
  public static let first = CivilDate(day: -719_162)
  /// The last day that can be written: 9999-12-31.
  public static let last = CivilDate(day: 2_932_896)

  /// Days since 1970-01-01, known to lie within the years 1 to 9999.
  init(day: Int32) {
    self.day = day
  }

  /// Year 1…9999, month 1…12, day of the month; nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil: the year begins in March, so the leap day comes last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.day = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads exactly `YYYY-MM-DD`; `2024-02-30` is `impossible`, anything else `malformed`.
  public init(_ text: String) throws(ValueError) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.digits(bytes[0..<4]), let month = Self.digits(bytes[5..<7]),
      let day = Self.digits(bytes[8..<10])
    else { throw .malformed(.date, text: text) }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw .impossible(.date, text: text)
    }
    self = date
  }

  /// Earlier first.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.day < right.day
  }

  /// Year, month and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    // All dates lie after 0000-03-01, so the shifted day is never negative.
    let shifted = Int(day) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The year, 1…9999.
  public var year: Int { components.year }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, index 3 from Monday.
    let index = ((Int(day) + 3) % 7 + 7) % 7
    return Weekday.allCases[index]
  }

  /// The number of days a month has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day `days` later (earlier if negative), or `outOfRange` beyond the years 1 to 9999.
  public func adding(days: Int) throws(ValueError) -> CivilDate {
    let (sum, overflow) = Int(day).addingReportingOverflow(days)
    guard !overflow, sum >= Int(Self.first.day), sum <= Int(Self.last.day) else {
      throw .outOfRange(.date, text: "\(self) + \(days)")
    }
    return CivilDate(day: Int32(sum))
  }

  /// The corresponding day `months` later, or the month's last day where there is none
  /// (民法典第二百零二条: 没有对应日的，月末日为期间的最后一日).
  public func adding(months: Int) throws(ValueError) -> CivilDate {
    let (year, month, dayOfMonth) = components
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12, total < 120_000 else {
      throw .outOfRange(.date, text: "\(self) + \(months)个月")
    }
    let target = (year: total / 12, month: total % 12 + 1)
    let last = Self.length(ofMonth: target.month, year: target.year)
    guard
      let date = CivilDate(
        year: target.year, month: target.month, day: min(dayOfMonth, last))
    else { throw .outOfRange(.date, text: "\(self) + \(months)个月") }
    return date
  }

  /// The number of days from this day to another; negative if that lies before.
  public func days(to other: CivilDate) -> Int {
    Int(other.day) - Int(day)
  }

  /// Whole years completed by `other` (周岁) by a person born on this day; nil before birth.
  ///
  /// A year of age counts as completed from the day *after* the birthday: the reading of 周岁 in
  /// 法释〔2006〕1号第二条 (从周岁生日的第二天起算), taken over by analogy.
  public func age(on other: CivilDate) -> Int? {
    guard other >= self else { return nil }
    let birth = components
    let now = other.components
    let years = now.year - birth.year
    guard years > 0 else { return 0 }
    let birthday = min(birth.day, Self.length(ofMonth: birth.month, year: now.year))
    let passed = (now.month, now.day) > (birth.month, birthday)
    return passed ? years : years - 1
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard DecimalText.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}

/// A day of the week.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  /// 星期一
  case monday = 1
  /// 星期二
  case tuesday
  /// 星期三
  case wednesday
  /// 星期四
  case thursday
  /// 星期五
  case friday
  /// 星期六
  case saturday
  /// 星期日
  case sunday

  /// Saturday or Sunday.
  public var isWeekend: Bool { self == .saturday || self == .sunday }

  /// The name of the day.
  public var name: LocalizedText {
    switch self {
    case .monday: LocalizedText(zh: "星期一", en: "Monday")
    case .tuesday: LocalizedText(zh: "星期二", en: "Tuesday")
    case .wednesday: LocalizedText(zh: "星期三", en: "Wednesday")
    case .thursday: LocalizedText(zh: "星期四", en: "Thursday")
    case .friday: LocalizedText(zh: "星期五", en: "Friday")
    case .saturday: LocalizedText(zh: "星期六", en: "Saturday")
    case .sunday: LocalizedText(zh: "星期日", en: "Sunday")
    }
  }
}
