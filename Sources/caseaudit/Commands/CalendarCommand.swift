internal import ArgumentParser
internal import RubricKit

/// `caseaudit calendar`: deadlines, counted day by day.
struct CalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "期限计算与工作日历。Deadlines and the working-day calendar.",
    subcommands: [CalendarDueCommand.self, CalendarShowCommand.self])
}

/// `caseaudit calendar due START N`.
struct CalendarDueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "计算期限届满日，逐日列出。The last day of a term, counted day by day.")

  @Argument(help: "开始的日期（当日不计入）。The day on which the term starts; it does not count.")
  var start: String

  @Argument(help: "期限长度。Length of the term.")
  var length: Int

  @Flag(help: "按工作日计算。Count working days.")
  var working = false

  @Flag(help: "按月计算。Count months.")
  var months = false

  @Flag(help: "按小时计算。Count hours.")
  var hours = false

  @Flag(help: "往回计算。Count back.")
  var back = false

  @Option(help: "末日为休息日时：next 顺延，none 不顺延。When the last day is a rest day.")
  var roll: RollCode = .next

  @OptionGroup var options: RubricOptions

  func run() async throws {
    let lang = options.lang
    guard length > 0, [working, months, hours].count(where: { $0 }) <= 1 else {
      throw Failure(
        .usage,
        LocalizedText(
          zh: "期限长度须为正数；--working、--months、--hours 只能选一个",
          en: "the length must be positive; only one of --working, --months, --hours"), lang)
    }
    if back && !working {
      throw Failure(
        .usage,
        LocalizedText(zh: "--back 须与 --working 同用", en: "--back goes with --working"), lang)
    }
    let moment: CivilMoment
    do {
      moment = try CivilMoment(start)
    } catch {
      throw Failure(.usage, error.message, lang)
    }
    guard let calendar = try options.assembly().context.services.registers.calendar else { return }
    do {
      let derivation = try calendar.derivation(
        period, from: moment, roll: roll == .none ? .none : .next)
      for line in derivation.lines(lang) { print(line) }
    } catch {
      throw Failure(.notJudged, error.message, lang)
    }
  }

  private var period: Period {
    if months { return .months(length) }
    if hours { return .hours(length) }
    if working { return back ? .workingDaysBefore(length) : .workingDays(length) }
    return .days(length)
  }

  enum RollCode: String, ExpressibleByArgument {
    case next, none
  }
}

/// `caseaudit calendar show YEAR`.
struct CalendarShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "列出一年的休息日和调休上班日。Days off and make-up working days of a year.")

  @Argument(help: "年份。The year.")
  var year: Int

  @OptionGroup var options: RubricOptions

  func run() async throws {
    let lang = options.lang
    guard let calendar = try options.assembly().context.services.registers.calendar,
      var day = CivilDate(year: year, month: 1, day: 1)
    else { return }
    do throws(CalendarError) {
      var working = 0
      while day.year == year {
        let kind = try calendar.kind(of: day)
        if kind.isWorking { working += 1 }
        if kind.isWorking == day.weekday.isWeekend {
          print("\(day)  \(day.weekday.name[lang])  \(kind.text[lang])")
        }
        guard let next = try? day.adding(days: 1) else { break }
        day = next
      }
      let words = LocalizedText(
        zh: "\(year)年工作日 \(working) 天", en: "\(year): \(working) working days")
      print(words[lang])
    } catch {
      throw Failure(.notJudged, error.message, lang)
    }
  }
}
