/// Why an expression gave no certain answer.
enum EvaluationFailure: Error, Sendable, Hashable {
  /// Somebody or something has yet to decide.
  case pending([PendingReason], LocalizedText)
  /// The engine should have judged and could not.
  case error(LocalizedText)

  var outcome: Outcome {
    switch self {
    case .pending: .pending
    case .error: .error
    }
  }

  var reasons: [PendingReason] {
    switch self {
    case .pending(let reasons, _): reasons
    case .error: []
    }
  }

  /// The failure's words, after what they are about.
  func message(about subject: LocalizedText) -> LocalizedText {
    let words =
      switch self {
      case .pending(_, let words): words
      case .error(let words): words
      }
    if words == subject { return subject }
    return LocalizedText(zh: "\(subject.zh)——\(words.zh)", en: "\(subject.en) — \(words.en)")
  }
}

/// Words for uncertain evaluations.
enum EvaluationWords {
  static let incomplete = LocalizedText(
    zh: "相关部分存在格式错误或未录入，可能有内容未被读到，须先补正再评查",
    en: "a part concerned has schema errors or was not transcribed, so something may be unseen; "
      + "mend it and judge again")

  /// Words for a list of reasons.
  static func reasons(_ reasons: [PendingReason]) -> LocalizedText {
    let words = reasons.map(word)
    return LocalizedText(
      zh: words.map(\.zh).joined(separator: "；"), en: words.map(\.en).joined(separator: "; "))
  }

  private static func word(_ reason: PendingReason) -> LocalizedText {
    switch reason {
    case .person:
      LocalizedText(
        zh: "字迹不清或书写有误，须由人核对原件", en: "illegible or wrongly written; a person must look at the paper"
      )
    case .registerMissing: LocalizedText(zh: "缺少所需登记册", en: "a register is missing")
    case .registerOutdated: LocalizedText(zh: "登记册未覆盖该日期", en: "a register does not cover the day")
    case .schema: incomplete
    case .calendar: LocalizedText(zh: "工作日历未覆盖该日期", en: "the calendar does not cover the day")
    case .notTranscribed: LocalizedText(zh: "该内容未录入", en: "the content was not transcribed")
    }
  }
}
