/// The kinds of value the tool reads strictly.
public enum ValueKind: String, Codable, Sendable, Hashable {
  /// `2024-05-06`
  case date
  /// `2024-05-06T09:30`
  case moment
  /// Yuan with at most two decimals.
  case amount
  /// Points with at most three decimals.
  case points
  /// An amount in Chinese capitals.
  case capitals
  /// The number of an official document.
  case documentNumber
  /// A decimal number.
  case number

  /// The kind in words, with the form that is expected.
  public var name: LocalizedText {
    switch self {
    case .date: LocalizedText(zh: "日期（YYYY-MM-DD）", en: "a date (YYYY-MM-DD)")
    case .moment:
      LocalizedText(
        zh: "日期或时间（YYYY-MM-DDThh:mm）", en: "a date or a date with time (YYYY-MM-DDThh:mm)")
    case .amount:
      LocalizedText(zh: "金额（元，最多两位小数）", en: "an amount (yuan, at most two decimals)")
    case .points: LocalizedText(zh: "分值（最多三位小数）", en: "points (at most three decimals)")
    case .capitals: LocalizedText(zh: "大写金额", en: "an amount in Chinese capitals")
    case .documentNumber:
      LocalizedText(
        zh: "文号（机关代字〔年〕序号号）", en: "a document number (prefix〔year〕sequence号)")
    case .number: LocalizedText(zh: "数值", en: "a number")
    }
  }
}

/// Why a text could not be read as a value, or why a computation has no exact result.
public enum ValueError: Error, Hashable, Sendable {
  /// The text does not have the form of the kind.
  case malformed(ValueKind, text: String)
  /// The form is right, the value does not exist (30 February, 25 o'clock).
  case impossible(ValueKind, text: String)
  /// The text has more decimals than the kind keeps.
  case tooFine(ValueKind, text: String)
  /// The value, or the result of a computation, is beyond what the kind can hold.
  case outOfRange(ValueKind, text: String)

  /// What is wrong and what is expected instead.
  public var message: LocalizedText {
    switch self {
    case .malformed(let kind, let text):
      LocalizedText(
        zh: "“\(text)”不是\(kind.name.zh)", en: "“\(text)” is not \(kind.name.en)")
    case .impossible(let kind, let text):
      LocalizedText(
        zh: "“\(text)”不存在，应为\(kind.name.zh)",
        en: "“\(text)” does not exist; expected \(kind.name.en)")
    case .tooFine(let kind, let text):
      LocalizedText(
        zh: "“\(text)”小数位过多，应为\(kind.name.zh)",
        en: "“\(text)” has too many decimals; expected \(kind.name.en)")
    case .outOfRange(let kind, let text):
      LocalizedText(
        zh: "“\(text)”超出范围，应为\(kind.name.zh)",
        en: "“\(text)” is out of range; expected \(kind.name.en)")
    }
  }
}
