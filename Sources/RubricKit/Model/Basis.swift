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
