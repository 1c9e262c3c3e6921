/// A legal basis: the article that a requirement rests on.
public struct Basis: Sendable, Hashable {
  /// Short name as in the law register, e.g. 行政处罚法.
  public var law: String
  /// Nil: the document as a whole.
  public var article: Int?
  /// 条之一 is 1; nil for plain articles.
  public var articleSuffix: Int?
  /// 款; nil: none named.
  public var paragraph: Int?
  /// 项; nil: none named.
  public var item: Int?
  /// Dates between which this basis counts; nil: as the law itself.
  public var from: CivilDate?
  /// The last day of force; nil: still in force.
  public var to: CivilDate?
  /// What the article is cited for where it is not plain from the title.
  public var remark: LocalizedText?
}

extension Basis {
  /// `《行政处罚法》第六十四条第一款第一项` and `Administrative Penalty Law art. 64(1)(1)`.
  public func citation(englishName: String) -> LocalizedText {
    guard let article else { return LocalizedText(zh: "《\(law)》", en: englishName) }
    var zh = "《\(law)》第\(ChineseNumeral.text(article))条"
    var en = "\(englishName), art. \(article)"
    if let articleSuffix {
      zh += "之\(ChineseNumeral.text(articleSuffix))"
      en += "-\(articleSuffix)"
    }
    if let paragraph {
      zh += "第\(ChineseNumeral.text(paragraph))款"
      en += "(\(paragraph))"
    }
    if let item {
      zh += "第（\(ChineseNumeral.text(item))）项"
      en += paragraph == nil ? " item (\(item))" : "(\(item))"
    }
    return LocalizedText(zh: zh, en: en)
  }
}

/// Small numbers in Chinese, as articles are numbered.
public enum ChineseNumeral {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 64 → 六十四, 110 → 一百一十, 1005 → 一千零五; for 0 to 9999.
  public static func text(_ number: Int) -> String {
    guard number > 0 else { return digits[0] }
    let units = ["", "十", "百", "千"]
    var places: [Int] = []
    var rest = number
    while rest > 0 {
      places.append(rest % 10)
      rest /= 10
    }
    guard places.count <= units.count else { return String(number) }
    var text = ""
    var owesZero = false
    for (unit, digit) in zip(units, places).reversed() {
      if digit == 0 {
        owesZero = !text.isEmpty
        continue
      }
      if owesZero { text += digits[0] }
      owesZero = false
      let isLeadingTen = unit == "十" && digit == 1 && text.isEmpty
      text += (isLeadingTen ? "" : digits[digit]) + unit
    }
    return text
  }
}
