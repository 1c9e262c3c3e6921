import CaseXML
import XPath

extension CaseFunctions {
  /// When a period ends, and how far two days lie apart.
  static let periodFunctions: [CaseFunction] = [
    CaseFunction(
      "due-working", [.date, .number], result: .date,
      zh: "自起算日起第n个工作日。起算当日不计入；工作日期限不再顺延。",
      en: "The n-th working day after the start, which is not counted. Never rolls."
    ) { (call) throws(FunctionError) in
      let (start, count) = (try call.date(0), try call.count(1))
      return try due(.workingDays(count), CivilMoment(start), .none, &call)
    },
    CaseFunction(
      "due-days", [.date, .number, .string], required: 2, result: .date,
      zh: "自起算日起n个自然日的末日。末日为休息日的顺延至其后第一个工作日；第三个参数为'none'时不顺延。",
      en: "The last of n calendar days after the start. Moves to the next working day from a rest "
        + "day, unless the third argument is 'none'."
    ) { (call) throws(FunctionError) in
      let (start, count) = (try call.date(0), try call.count(1))
      return try due(.days(count), CivilMoment(start), roll(2, &call), &call)
    },
    CaseFunction(
      "due-months", [.date, .number, .string], required: 2, result: .date,
      zh: "自起算日起n个月的末日：到期月的对应日，没有对应日的为月末日。末日为休息日的顺延；第三个参数为'none'时不顺延。",
      en: "The end of n months: the corresponding day, else the month's last. Moves to the next "
        + "working day from a rest day, unless the third argument is 'none'."
    ) { (call) throws(FunctionError) in
      let (start, count) = (try call.date(0), try call.count(1))
      return try due(.months(count), CivilMoment(start), roll(2, &call), &call)
    },
    CaseFunction(
      "due-hours", [.date, .number], result: .date,
      zh: "自所载时间起n小时届满的时间，休息日不扣除。只有日期的，n须为24的倍数，结果也只有日期。",
      en: "The time n hours after the stated time, rest days included. From a date without a time "
        + "n must be a multiple of 24, and the result is a date."
    ) { (call) throws(FunctionError) in
      let (start, count) = (try call.moment(0), try call.count(1))
      return try due(.hours(count), start, .none, &call)
    },
    CaseFunction(
      "back-working", [.date, .number], result: .date,
      zh: "自某日往前数第n个工作日，该日不计入。",
      en: "The n-th working day counted back from a day, which is not counted."
    ) { (call) throws(FunctionError) in
      let (day, count) = (try call.date(0), try call.count(1))
      return try due(.workingDaysBefore(count), CivilMoment(day), .none, &call)
    },
    CaseFunction(
      "days-between", [.date, .date], result: .number,
      zh: "自甲日至乙日的自然日数，甲日不计入；乙在甲前的为负数。",
      en: "Calendar days from a to b, a not counted; negative if b is earlier."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.date(0), try call.date(1))
      call.note(span(a, b, a.days(to: b), "日", "calendar days"))
      return .number(Double(a.days(to: b)))
    },
    CaseFunction(
      "working-days-between", [.date, .date], result: .number,
      zh: "自甲日至乙日的工作日数，甲日不计入；乙在甲前的为负数。",
      en: "Working days from a to b, a not counted; negative if b is earlier."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.date(0), try call.date(1))
      let calendar = try calendar(call.services)
      do throws(CalendarError) {
        let count = try calendar.workingDays(from: a, to: b)
        call.note(span(a, b, count, "个工作日", "working days"))
        return .number(Double(count))
      } catch {
        throw failure(error)
      }
    },
    CaseFunction(
      "minutes-between", [.date, .date], result: .number,
      zh: "自甲时间至乙时间的分钟数，不计秒；乙在甲前的为负数。两者都须有时间。",
      en: "Whole minutes from a to b, seconds aside; negative if b is earlier. Both need a time."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.moment(0), try call.moment(1))
      guard let minutes = a.minutes(to: b) else {
        let dateOnly = a.hasTime ? b : a
        throw .unreadable(value: dateOnly.description, expected: ValueKind.moment.rawValue)
      }
      call.note(
        LocalizedText(
          zh: "\(a.text(.zh))至\(b.text(.zh))：\(minutes)分钟",
          en: "\(a.text(.en)) to \(b.text(.en)): \(minutes) minutes"))
      return .number(Double(minutes))
    },
  ]

  /// The calendar, or pending because there is none.
  static func calendar(_ services: RegisterServices) throws(FunctionError) -> WorkingDayCalendar {
    guard let calendar = services.registers.calendar else {
      throw .pending(
        reason: PendingCode.registerMissing.rawValue, detail: WorkingDayCalendar.registerKind)
    }
    return calendar
  }

  /// A calendar's error as the evaluator knows errors.
  static func failure(_ error: CalendarError) -> FunctionError {
    switch error {
    case .calendarEnds(let year), .calendarBegins(let year):
      .pending(reason: PendingCode.calendar.rawValue, detail: String(year))
    case .value(let error):
      .other(zh: error.message.zh, en: error.message.en)
    case .negativePeriod: .other(zh: error.message.zh, en: error.message.en)
    }
  }

  private static func due(
    _ period: Period, _ start: CivilMoment, _ roll: Roll, _ call: inout ArgumentReader
  ) throws(FunctionError) -> XPathValue {
    let calendar = try calendar(call.services)
    do {
      guard call.isTracing else {
        return .string(TextSlice(try calendar.due(period, from: start, roll: roll).description))
      }
      let derivation = try calendar.derivation(period, from: start, roll: roll)
      for (zh, en) in zip(derivation.lines(.zh), derivation.lines(.en)) {
        call.note(LocalizedText(zh: zh, en: en))
      }
      return .string(TextSlice(derivation.result.description))
    } catch {
      throw failure(error)
    }
  }

  private static func roll(_ index: Int, _ call: inout ArgumentReader) throws(FunctionError) -> Roll
  {
    guard call.has(index) else { return .next }
    let word = try call.text(index).string
    guard let roll = Roll(rawValue: word) else {
      throw .other(
        zh: "第\(index + 1)个参数应为'roll'或'none'，实为'\(word)'",
        en: "argument \(index + 1) must be 'roll' or 'none', not '\(word)'")
    }
    return roll
  }

  private static func span(_ a: CivilDate, _ b: CivilDate, _ count: Int, _ zh: String, _ en: String)
    -> LocalizedText
  {
    LocalizedText(
      zh: "\(a.text(.zh))至\(b.text(.zh))：\(count)\(zh)",
      en: "\(a.text(.en)) to \(b.text(.en)): \(count) \(en)")
  }
}
