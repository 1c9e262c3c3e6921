/// A day, or a time on a day, in China's time (Asia/Shanghai, always UTC+8 here).
///
/// What is not written is not known: a date alone stands for the whole day, a time without
/// seconds for the whole minute. Two moments are ordered only where that is certain, so a date
/// without time is neither before nor after another moment of the same day.
public struct CivilMoment: Hashable, Sendable {
  /// The day.
  public let date: CivilDate
  /// Minute of the day, 0…1439; nil when only the day is known.
  public let minute: Int?
  /// Second of the minute, 0…59; nil when not written.
  public let second: Int?

  /// A whole day.
  public init(_ date: CivilDate) {
    self.date = date
    minute = nil
    second = nil
  }

  /// A time on a day; nil if there is no such time.
  public init?(_ date: CivilDate, hour: Int, minute: Int, second: Int? = nil) {
    guard (0...23).contains(hour), (0...59).contains(minute),
      second.map({ (0...59).contains($0) }) ?? true
    else { return nil }
    self.date = date
    self.minute = hour * 60 + minute
    self.second = second
  }

  /// Reads `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm[:ss]` with nothing, `+08:00` or `Z` behind it.
  ///
  /// `Z` is converted to UTC+8. No other zone, no fraction of a second, no 24 o'clock.
  public init(_ text: String) throws(ValueError) {
    let utf8 = Array(text.utf8)
    guard utf8.count > 10 else {
      do {
        self.init(try CivilDate(text))
        return
      } catch ValueError.impossible {
        throw .impossible(.moment, text: text)
      } catch {
        throw .malformed(.moment, text: text)
      }
    }
    var rest = utf8[10...]
    var universal = false
    if rest.last == UInt8(ascii: "Z") {
      rest = rest.dropLast()
      universal = true
    } else if rest.suffix(6).elementsEqual("+08:00".utf8) {
      rest = rest.dropLast(6)
    }
    // What is left must be Thh:mm or Thh:mm:ss.
    let form = rest.map { DecimalText.isDigit($0) ? UInt8(ascii: "0") : $0 }
    guard form.elementsEqual("T00:00".utf8) || form.elementsEqual("T00:00:00".utf8) else {
      throw .malformed(.moment, text: text)
    }
    let numbers = rest.dropFirst().split(separator: UInt8(ascii: ":")).map { pair in
      pair.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    let day: CivilDate
    do {
      day = try CivilDate(String(decoding: utf8[..<10], as: UTF8.self))
    } catch ValueError.impossible {
      throw .impossible(.moment, text: text)
    } catch {
      throw .malformed(.moment, text: text)
    }
    guard
      let local = CivilMoment(
        day, hour: numbers[0], minute: numbers[1], second: numbers.count > 2 ? numbers[2] : nil)
    else { throw .impossible(.moment, text: text) }
    self = universal ? try local.adding(minutes: 8 * 60) : local
  }

  private init(date: CivilDate, minute: Int, second: Int?) {
    self.date = date
    self.minute = minute
    self.second = second
  }

  /// Whether a time is known, not only the day.
  public var hasTime: Bool { minute != nil }

  /// The first second this may be, counted from 1970-01-01T00:00 China time.
  public var earliestSecond: Int {
    Int(date.day) * 86_400 + (minute ?? 0) * 60 + (second ?? 0)
  }

  /// The last second this may be.
  public var latestSecond: Int {
    guard let minute else { return Int(date.day) * 86_400 + 86_399 }
    return Int(date.day) * 86_400 + minute * 60 + (second ?? 59)
  }

  /// Certainly before the other: this ends before that can begin.
  public func isBefore(_ other: CivilMoment) -> Bool {
    latestSecond < other.earliestSecond
  }

  /// Certainly after the other.
  public func isAfter(_ other: CivilMoment) -> Bool {
    other.isBefore(self)
  }

  /// The time `minutes` later; a day without time stays a day and needs whole days of minutes.
  public func adding(minutes: Int) throws(ValueError) -> CivilMoment {
    guard let minute else {
      guard minutes % 1440 == 0 else { throw .malformed(.moment, text: description) }
      return CivilMoment(try date.adding(days: minutes / 1440))
    }
    let (total, overflow) = minute.addingReportingOverflow(minutes)
    if overflow { throw .outOfRange(.moment, text: "\(self) + \(minutes)") }
    let days = (total - ((total % 1440) + 1440) % 1440) / 1440
    return CivilMoment(
      date: try date.adding(days: days), minute: total - days * 1440, second: second)
  }

  /// Whole minutes from this time to another, seconds left aside; nil if either has no time.
  public func minutes(to other: CivilMoment) -> Int? {
    guard let minute, let otherMinute = other.minute else { return nil }
    return date.days(to: other.date) * 1440 + otherMinute - minute
  }
}

extension CivilMoment: CustomStringConvertible {
  /// `YYYY-MM-DD` or `YYYY-MM-DDThh:mm[:ss]`.
  public var description: String {
    guard let minute else { return date.description }
    let time = "\(CivilDate.padded(minute / 60, 2)):\(CivilDate.padded(minute % 60, 2))"
    return "\(date)T\(time)" + (second.map { ":\(CivilDate.padded($0, 2))" } ?? "")
  }

  /// For people: `2024年5月6日9时05分`, in English `6 May 2024 09:05`.
  public func text(_ language: Language) -> String {
    guard let minute else { return date.text(language) }
    let (hours, minutes) = (minute / 60, CivilDate.padded(minute % 60, 2))
    let seconds = second.map { CivilDate.padded($0, 2) }
    return switch language {
    case .zh: "\(date.text(.zh))\(hours)时\(minutes)分" + (seconds.map { "\($0)秒" } ?? "")
    case .en:
      "\(date.text(.en)) \(CivilDate.padded(hours, 2)):\(minutes)"
        + (seconds.map { ":\($0)" } ?? "")
    }
  }
}
