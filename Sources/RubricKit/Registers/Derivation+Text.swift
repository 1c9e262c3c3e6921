extension Derivation {
  /// The derivation for people: what is counted, then one line per day, then the result.
  public func lines(_ language: Language) -> [String] {
    [heading[language]] + steps.map { "  " + $0.line(language) } + [conclusion[language]]
  }

  private var heading: LocalizedText {
    switch period {
    case .workingDaysBefore:
      LocalizedText(
        zh: "\(start.text(.zh))的\(period.text.zh)",
        en: "\(period.text.en) \(start.text(.en))")
    default:
      LocalizedText(
        zh: "自\(start.text(.zh))起\(period.text.zh)",
        en: "\(period.text.en) from \(start.text(.en))")
    }
  }

  private var conclusion: LocalizedText {
    LocalizedText(
      zh: "结果：\(result.text(.zh))（\(result.date.weekday.name.zh)）",
      en: "Result: \(result.text(.en)) (\(result.date.weekday.name.en))")
  }
}

extension Derivation.Step {
  fileprivate func line(_ language: Language) -> String {
    switch language {
    case .zh: "\(days(.zh))：\(words.zh)"
    case .en: "\(days(.en)): \(words.en)"
    }
  }

  private func days(_ language: Language) -> String {
    if let time { return time.text(language) }
    if first != last {
      return language == .zh
        ? "\(first.text(.zh))至\(last.text(.zh))" : "\(first.text(.en)) to \(last.text(.en))"
    }
    let weekday = first.weekday.name[language]
    return language == .zh
      ? "\(first.text(.zh))（\(weekday)）" : "\(first.text(.en)) (\(weekday))"
  }

  private var words: LocalizedText {
    let number = ordinal ?? 0
    return switch reason {
    case .start:
      // The penalty, coercion and licensing laws have no clause of their own on this.
      LocalizedText(
        zh: "起算当日，不计入（参照民法典第二百零一条、民事诉讼法第八十五条）",
        en: "starting day, not counted (by analogy: Civil Code art. 201, "
          + "Civil Procedure Law art. 85)")
    case .reference:
      LocalizedText(
        zh: "倒推的起点，当日不计入", en: "the day counted back from, not counted")
    case .startTime:
      LocalizedText(zh: "起算时间（民法典第二百零一条第二款）", en: "start (Civil Code art. 201(2))")
    case .counted(let kind):
      LocalizedText(
        zh: "\(kind.text.zh)，第\(number)个工作日", en: "\(kind.text.en), counted as \(number)")
    case .skipped(let kind):
      LocalizedText(zh: "\(kind.text.zh)，不计入", en: "\(kind.text.en), not counted")
    case .calendarDays:
      LocalizedText(
        zh: "逐日连续计算，共\(number)日", en: "every day counted, \(number) in all")
    case .correspondingDay:
      LocalizedText(
        zh: "到期月的对应日（民法典第二百零二条）",
        en: "corresponding day of the last month (Civil Code art. 202)")
    case .monthEnd:
      LocalizedText(
        zh: "到期月没有对应日，以月末日为期间的最后一日（民法典第二百零二条）",
        en: "no corresponding day in the last month, so its last day (Civil Code art. 202)")
    case .rolls(let kind):
      LocalizedText(
        zh: "期限末日为休息日（\(kind.text.zh)），顺延（民法典第二百零三条、民事诉讼法第八十五条）",
        en: "the last day is a rest day (\(kind.text.en)), moved on "
          + "(Civil Code art. 203, Civil Procedure Law art. 85)")
    case .staysOnRestDay(let kind):
      LocalizedText(
        zh: "到期日为休息日（\(kind.text.zh)），不顺延",
        en: "the last day is a rest day (\(kind.text.en)), not moved on")
    case .passed(let kind):
      LocalizedText(zh: "\(kind.text.zh)，继续顺延", en: "\(kind.text.en), moved on")
    case .rolledTo(let kind):
      LocalizedText(zh: "\(kind.text.zh)，顺延至此日", en: "\(kind.text.en), the day moved to")
    case .hoursRun:
      LocalizedText(
        zh: "时限届满，休息日不扣除", en: "the hours have run, rest days not left out")
    }
  }
}
