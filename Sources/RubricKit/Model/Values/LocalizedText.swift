/// A language the tool speaks. Chinese is the default everywhere; the locale is never read.
public enum Language: String, Codable, Sendable, Hashable, CaseIterable {
  /// Chinese as an official writes it.
  case zh
  /// English.
  case en
}

/// One text in both languages the tool speaks. Neither may be left out.
public struct LocalizedText: Codable, Sendable, Hashable {
  /// The Chinese text.
  public var zh: String
  /// The English text.
  public var en: String

  /// A text with both its wordings.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The wording in one language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
