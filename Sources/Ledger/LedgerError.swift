public import RubricKit

/// Why a step of the ledger cannot be taken.
public struct LedgerError: Error, Sendable, Hashable {
  /// What kind of fault it is.
  public enum Kind: Sendable, Hashable {
    /// Somebody named what is not there, or asked for what the state does not allow.
    case usage
    /// The file cannot be read or written.
    case file
    /// The file was changed by other means than this program, or is cut short.
    case tampered
  }

  /// What kind of fault it is.
  public var kind: Kind
  /// What is wrong and what to do.
  public var message: LocalizedText

  /// A fault with its words.
  public init(_ kind: Kind, zh: String, en: String) {
    self.kind = kind
    message = LocalizedText(zh: zh, en: en)
  }

  static func usage(_ zh: String, _ en: String) -> LedgerError {
    LedgerError(.usage, zh: zh, en: en)
  }
}
