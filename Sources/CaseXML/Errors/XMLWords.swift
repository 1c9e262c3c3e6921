/// The same sentence in Chinese and in English.
public struct XMLWords: Hashable, Sendable {
  /// In Chinese, as an official would write it.
  public let zh: String
  /// In English.
  public let en: String

  /// The sentence in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}

/// Something to tell about a document: what, where, and what to do about it.
public struct XMLDiagnostic: Sendable, Hashable {
  /// How serious it is.
  public enum Severity: String, Sendable, Hashable {
    /// The document, or a part of it, cannot be used.
    case error
    /// The document is used, but something about it is wrong.
    case warning
  }

  /// How serious it is.
  public let severity: Severity
  /// A stable name for the kind of problem, such as `xml.document-type` or `schema.value`.
  public let code: String
  /// Where, if it has a place in the text.
  public let position: SourcePosition?
  /// The byte of the original file, from 0, where the text itself could not be read.
  public let byteOffset: Int?
  /// What is wrong.
  public let message: XMLWords
  /// What to do.
  public let advice: XMLWords
  /// The words of libxml2, for those who want them.
  public let detail: String?

  /// A diagnostic of these facts.
  public init(
    severity: Severity, code: String, position: SourcePosition?, byteOffset: Int? = nil,
    message: XMLWords, advice: XMLWords, detail: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.position = position
    self.byteOffset = byteOffset
    self.message = message
    self.advice = advice
    self.detail = detail
  }
}
