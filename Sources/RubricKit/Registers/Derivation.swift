/// How a date was computed, day by day, each day with the reason it counts or does not.
public struct Derivation: Sendable, Hashable {
  /// Why a day stands in the list.
  public enum Reason: Sendable, Hashable {
    /// The day the period begins, not counted.
    case start
    /// The day that is counted back from, not counted.
    case reference
    /// The stated time that hours run from.
    case startTime
    /// A working day, counted.
    case counted(DayKind)
    /// A rest day within a period of working days, not counted.
    case skipped(DayKind)
    /// Calendar days in a row, all counted.
    case calendarDays
    /// The day in the last month that corresponds to the start.
    case correspondingDay
    /// The last month has no corresponding day: its last day.
    case monthEnd
    /// The period ends on a rest day and moves on.
    case rolls(DayKind)
    /// The period ends on a rest day and stays there.
    case staysOnRestDay(DayKind)
    /// A rest day passed over while moving on.
    case passed(DayKind)
    /// The working day that the end moved to.
    case rolledTo(DayKind)
    /// The hours have run.
    case hoursRun
  }

  /// One day, or a run of days that share a reason.
  public struct Step: Sendable, Hashable {
    /// The first day.
    public let first: CivilDate
    /// The last day; the same as the first unless it is a run.
    public let last: CivilDate
    /// The number that the last day gets in the count; nil if not counted.
    public let ordinal: Int?
    /// Why.
    public let reason: Reason
    /// The time of day, where one matters.
    public let time: CivilMoment?

    init(
      _ first: CivilDate, to last: CivilDate? = nil, _ reason: Reason, ordinal: Int? = nil,
      time: CivilMoment? = nil
    ) {
      self.first = first
      self.last = last ?? first
      self.reason = reason
      self.ordinal = ordinal
      self.time = time
    }
  }

  /// The period.
  public let period: Period
  /// Where it begins, or the day that is counted back from.
  public let start: CivilMoment
  /// The days in the order of counting.
  public let steps: [Step]
  /// Its last day, or for hours its last minute.
  public let result: CivilMoment
}

extension WorkingDayCalendar {
  /// The computation of `due`, day by day.
  public func derivation(_ period: Period, from start: CivilMoment, roll: Roll = .next)
    throws(CalendarError) -> Derivation
  {
    let result = try due(period, from: start, roll: roll)
    var steps: [Derivation.Step] = []
    switch period {
    case .workingDays:
      steps.append(.init(start.date, .start))
      try appendWorkingDays(from: start.date, to: result.date, step: 1, &steps)
    case .workingDaysBefore:
      steps.append(.init(start.date, .reference))
      try appendWorkingDays(from: start.date, to: result.date, step: -1, &steps)
    case .days(let count):
      steps.append(.init(start.date, .start))
      let end = try unrolledEnd(period, from: start.date)
      if count > 0 {
        steps.append(
          .init(CivilDate(day: start.date.day + 1), to: end, .calendarDays, ordinal: count))
      }
      try appendRoll(from: end, to: result.date, roll, &steps)
    case .months:
      steps.append(.init(start.date, .start))
      let end = try unrolledEnd(period, from: start.date)
      let corresponds = end.components.day == start.date.components.day
      steps.append(.init(end, corresponds ? .correspondingDay : .monthEnd))
      try appendRoll(from: end, to: result.date, roll, &steps)
    case .hours:
      steps.append(.init(start.date, .startTime, time: start))
      steps.append(.init(result.date, .hoursRun, time: result))
    }
    return Derivation(period: period, start: start, steps: steps, result: result)
  }

  private func appendWorkingDays(
    from start: CivilDate, to end: CivilDate, step: Int32, _ steps: inout [Derivation.Step]
  ) throws(CalendarError) {
    var day = start
    var ordinal = 0
    while day != end {
      day = CivilDate(day: day.day + step)
      let kind = try kind(of: day)
      if kind.isWorking { ordinal += 1 }
      steps.append(
        kind.isWorking
          ? .init(day, .counted(kind), ordinal: ordinal) : .init(day, .skipped(kind)))
    }
  }

  private func appendRoll(
    from end: CivilDate, to result: CivilDate, _ roll: Roll, _ steps: inout [Derivation.Step]
  ) throws(CalendarError) {
    guard roll == .next else {
      // A period that does not roll needs no calendar; past its last year there is no hint.
      if end >= first, end <= last, try !isWorkingDay(end) {
        steps.append(.init(end, .staysOnRestDay(try kind(of: end))))
      }
      return
    }
    var day = end
    while day != result {
      let kind = try kind(of: day)
      steps.append(.init(day, day == end ? .rolls(kind) : .passed(kind)))
      day = CivilDate(day: day.day + 1)
    }
    if result != end { steps.append(.init(result, .rolledTo(try kind(of: result)))) }
  }
}
