/// A county's profile as the results used it.
public struct ProfileRecord: Codable, Sendable, Hashable {
  /// What a value is.
  public enum Kind: String, Codable, Sendable, Hashable {
    case parameter, points, veto, grade, severity
    case hearingThreshold = "hearing-threshold"
  }

  /// One value set otherwise than in the rubrics that ship.
  public struct Change: Codable, Sendable, Hashable {
    /// What the values are.
    public var kind: Kind
    /// What they belong to, ready to print.
    public var subject: LocalizedText
    /// The value that ships.
    public var old: String
    /// The county's value.
    public var new: String
    /// The document that sets it.
    public var source: String
    /// Why it is set otherwise.
    public var reason: String
  }

  /// Its identity.
  public var id: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// SHA-256 of the file.
  public var digest: String
  /// In the order of the file.
  public var changes: [Change]
}
