/// The arithmetic of a score in words and numbers, as a review sheet shows it.
enum ScoreWords {
  static func lines(_ rubric: Rubric, lower: ScoreEnd, upper: ScoreEnd) -> [LocalizedText] {
    if lower == upper { return [line(rubric, upper, label: nil)] }
    return [
      line(rubric, upper, label: LocalizedText(zh: "上限", en: "upper end")),
      line(rubric, lower, label: LocalizedText(zh: "下限", en: "lower end")),
    ]
  }

  private static func line(_ rubric: Rubric, _ end: ScoreEnd, label: LocalizedText?)
    -> LocalizedText
  {
    let sums = end.sums
    let lost = Points(milli: sums.full - sums.earned)
    let earned = Points(milli: sums.earned)
    let full = Points(milli: sums.full)
    let bonus = Points(milli: sums.bonus)
    let share =
      rubric.bonus?.entry == .earned
      ? "(\(earned)+\(bonus))÷\(full)" : "\(earned)÷\(full)"
    let result = Points(milli: end.record.points)
    let grade = rubric.bands.first { $0.id == end.record.grade }?.label
    var zh: String
    var en: String
    switch rubric.scoring {
    case .deduct:
      zh = "参评项目满分\(full)分，扣\(lost)分，得\(earned)分；\(share)×\(rubric.full)"
      en =
        "items that apply: \(full) points, \(lost) lost, \(earned) earned; "
        + "\(share)×\(rubric.full)"
    case .legalityNormality(let legality, let normality):
      let basic = Points(milli: sums.basicLoss)
      zh = "合法性\(legality)分＋\(share)×\(normality)－基本要素扣\(basic)分"
      en = "legality \(legality) + \(share)×\(normality) − basic elements \(basic)"
    }
    if rubric.bonus?.entry == .score {
      zh += "＋加分\(bonus)分"
      en += " + bonus \(bonus)"
    }
    if end.isCut {
      zh += "，超过满分，计满分"
      en += ", over full marks and cut to them,"
    }
    let rounded = end.beforeVeto
    zh += "＝\(rounded)分"
    en += " = \(rounded)"
    if rounded != result {
      zh += "；一票否决后\(result)分"
      en += "; after veto \(result)"
    }
    if let grade {
      zh += "，\(grade.zh)"
      en += ", \(grade.en)"
    }
    if let label {
      zh = "\(label.zh)：\(zh)"
      en = "\(label.en): \(en)"
    }
    return LocalizedText(zh: zh, en: en)
  }
}
