import RubricKit

/// What is said of a county's profile.
enum ProfileWords {
  static func heading(_ title: String, _ count: Int) -> LocalizedText {
    Words.text("本地口径：《\(title)》，调整\(count)处", "Profile: \(title), \(count) changes")
  }

  static func change(_ change: ProfileRecord.Change) -> LocalizedText {
    let kind = kind(change.kind)
    let (old, new) = (value(change.old, change.kind), value(change.new, change.kind))
    return Words.text(
      "\(change.subject.zh)\(kind.zh)由\(old.zh)改为\(new.zh)。依据：\(change.source)。理由：\(reason(change))。",
      "\(change.subject.en), \(kind.en): \(old.en) → \(new.en). Source: \(change.source). "
        + "Reason: \(reason(change)).")
  }

  /// Without the full stop that the sentence brings.
  private static func reason(_ change: ProfileRecord.Change) -> String {
    change.reason.hasSuffix("。") || change.reason.hasSuffix(".")
      ? String(change.reason.dropLast()) : change.reason
  }

  private static func kind(_ kind: ProfileRecord.Kind) -> LocalizedText {
    switch kind {
    case .parameter: Words.text("参数", "parameter")
    case .points: Words.text("分值", "points")
    case .veto: Words.text("一票否决", "veto")
    case .grade: Words.text("等次起点", "lowest score of the grade")
    case .severity: Words.text("严重程度", "severity")
    case .hearingThreshold:
      Words.text("听证数额（自然人/单位，元）", "hearing thresholds (individuals/organisations, yuan)")
    }
  }

  private static func value(_ value: String, _ kind: ProfileRecord.Kind) -> LocalizedText {
    switch kind {
    case .severity: Severity(rawValue: value).map(Words.severity) ?? Words.text(value, value)
    case .veto:
      value == "none" ? Words.text("不否决", "none") : Words.vetoEffect(value)
    default: Words.text(value, value)
    }
  }
}
