/// The number of an article: 第一百三十三条之一 is 133 with the suffix 1.
public struct ArticleNumber: Hashable, Sendable {
  /// The article.
  public let number: Int
  /// 条之一 is 1; nil for plain articles.
  public let suffix: Int?

  /// Reads `43`, `133-1`, `第四十三条`, `第一百三十三条之一第二款`; what follows the article is left out.
  /// Nil where the text names no article.
  public init?(_ text: String) {
    if let plain = text.wholeMatch(of: /([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,2}))?/) {
      guard let number = Int(plain.output.1) else { return nil }
      self.number = number
      suffix = plain.output.2.flatMap { Int($0) }
      return
    }
    let parts = /第([零一二三四五六七八九十百千]+|[1-9][0-9]{0,4})条(?:之([一二三四五六七八九十]+))?.*/
    guard let written = text.wholeMatch(of: parts),
      let number = Int(written.output.1) ?? ChineseNumeral.number(written.output.1)
    else { return nil }
    self.number = number
    guard let after = written.output.2 else {
      suffix = nil
      return
    }
    guard let suffix = ChineseNumeral.number(after) else { return nil }
    self.suffix = suffix
  }
}
