/// What a day is for the counting of periods.
public enum DayKind: Sendable, Hashable {
  /// An ordinary working day.
  case working
  /// A weekend day worked in exchange for a holiday (调休上班).
  case makeUp(holiday: LocalizedText)
  /// A Saturday or Sunday off.
  case weekend(Weekday)
  /// A day off by the yearly holiday notice, weekend days inside the holiday included.
  case holiday(LocalizedText)

  /// Whether offices work on the day.
  public var isWorking: Bool {
    switch self {
    case .working, .makeUp: true
    case .weekend, .holiday: false
    }
  }

  /// The kind in words.
  public var text: LocalizedText {
    switch self {
    case .working: LocalizedText(zh: "工作日", en: "working day")
    case .makeUp(let name):
      LocalizedText(zh: "调休上班（\(name.zh)）", en: "make-up working day (\(name.en))")
    case .weekend: LocalizedText(zh: "周末", en: "weekend")
    case .holiday(let name): name
    }
  }
}
