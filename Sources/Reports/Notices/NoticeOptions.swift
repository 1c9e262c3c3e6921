public import RubricKit

/// How notices are written.
public struct NoticeOptions: Sendable, Hashable {
  /// The language; Chinese is what an agency is served with.
  public var language: Language
  /// The format of every paper.
  public var format: PaperFormat
  /// Days for reply and for findings whose requirement sets no term of its own, from receipt.
  public var termDays: Int
  /// Days for objections, from receipt; nil: a blank to be filled in, since no text that we have
  /// read sets a number (law.md §5.5).
  public var objectionDays: Int?

  /// By the agency's code, what the ledger knows of its notice; an agency that is not here gets a draft.
  public var registrations: [String: PaperRegistration] = [:]

  /// Chinese, HTML, 30 days, objections left blank.
  public init(
    language: Language = .zh, format: PaperFormat = .html, termDays: Int = 30,
    objectionDays: Int? = nil
  ) {
    self.language = language
    self.format = format
    self.termDays = termDays
    self.objectionDays = objectionDays
  }
}
