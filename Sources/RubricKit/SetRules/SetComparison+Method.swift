extension SetComparison {
  /// How facts of one key are compared, in words, with the numbers of the rule.
  var method: LocalizedText {
    switch kind {
    case .same:
      LocalizedText(
        zh: "同一个值出现在 \(least) \(places.zh)以上",
        en: "the same value stands in \(least) \(places.en) or more")
    case .overlap:
      if let gap = numbers["gap"] {
        LocalizedText(
          zh: "按开始时间排序，一条结束后不到 \(gap) 分钟另一条即开始（重合的由另一规则处理）",
          en:
            "in the order of their beginnings, one begins less than \(gap) minutes after another ends (overlaps are another rule's)"
        )
      } else {
        LocalizedText(
          zh: "按开始时间排序，一条尚未结束另一条已经开始；首尾相接的不算",
          en:
            "in the order of their beginnings, one begins before another has ended; touching is no overlap"
        )
      }
    case .pair:
      LocalizedText(zh: "两两比对，条件成立的即为发现", en: "pair by pair; a pair of which the condition holds")
    case .sequence:
      LocalizedText(
        zh: "按编号排序，日期应当不倒退；取最长的不倒退序列，其余的即为次序不符（至少 \(least) 条才比对）",
        en:
          "in the order of numbers dates must not fall; what is outside a longest sequence that does not fall is out of order (from \(least) facts on)"
      )
    case .spread:
      LocalizedText(
        zh:
          "至少 \(least) 件；与中位数之差大于绝对中位差的 \(number("deviations", default: 3)) 倍，并且大于中位数的 \(number("percent", default: 0))%",
        en:
          "at least \(least); further from the median than \(number("deviations", default: 3)) median absolute deviations and than \(number("percent", default: 0)) % of the median"
      )
    case .crowd:
      LocalizedText(
        zh: values["limit"] == nil
          ? "\(number("days", default: 1)) 日之内有 \(least) \(places.zh)以上"
          : "\(number("days", default: 1)) 日之内多于案卷所载的上限",
        en: values["limit"] == nil
          ? "\(least) \(places.en) or more within \(number("days", default: 1)) days"
          : "more than the limit on file within \(number("days", default: 1)) days")
    case .similar:
      LocalizedText(
        zh:
          "每五个字为一组；多数材料（三分之一以上且至少四份）都有的字组视为格式用语，不计；相同字组占全部字组 \(number("percent", default: 85))% 以上",
        en:
          "runs of five characters, without those that a third of the texts and at least four have (the form's own); \(number("percent", default: 85)) % of all runs in common"
      )
    case .below:
      LocalizedText(
        zh:
          "低于标准不到 \(number("percent", default: 5))% 的至少 \(least) 件，并且高于标准不到这一比例的不超过其四分之一",
        en:
          "at least \(least) within \(number("percent", default: 5)) % below the limit, and at most a quarter as many within as much above"
      )
    }
  }

  private var places: LocalizedText {
    switch apart {
    case .place: LocalizedText(zh: "处", en: "places")
    case .file: LocalizedText(zh: "份案卷", en: "case files")
    case .agency: LocalizedText(zh: "个单位", en: "agencies")
    }
  }
}
