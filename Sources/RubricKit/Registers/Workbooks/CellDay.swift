/// A day as a workbook keeps it: a number of days.
enum CellDay: Equatable {
  case day(CivilDate)
  /// Less than a day: a time, or a length of time.
  case time
  /// 29 February 1900, which was not, or a number beyond the calendar.
  case none

  /// - Parameter uses1904: days are counted from 1904-01-01, as day 0; otherwise from 1900-01-01, as
  ///   day 1, as though 1900 had been a leap year.
  init(_ number: Double, uses1904: Bool) {
    guard number >= 0, number < 2_958_466 else {
      self = .none
      return
    }
    let serial = Int32(number)
    // 1970-01-01 is day 24107 in the one system and 25569 in the other.
    if uses1904 {
      let day = CivilDate(day: serial - 24_107)
      self = day <= CivilDate.last ? .day(day) : .none
    } else {
      switch serial {
      case 0: self = .time
      case 60: self = .none
      default: self = .day(CivilDate(day: serial - (serial < 60 ? 25_568 : 25_569)))
      }
    }
  }
}
