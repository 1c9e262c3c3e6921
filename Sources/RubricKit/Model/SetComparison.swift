/// How the facts of one key are compared with each other.
public struct SetComparison: Codable, Sendable, Hashable {
  /// The ways of comparing.
  public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    /// Facts of at least ``SetComparison/least`` different cases (or agencies) have the same key.
    case same
    /// The times of two facts overlap, or the second begins within ``SetComparison/gap`` minutes.
    case overlap
    /// A fact of one name and a fact of another satisfy ``SetComparison/condition``.
    case pair
    /// In the order of their numbers the dates go back.
    case sequence
    /// A value lies far from the others of its group.
    case spread
    /// Many facts within a few days.
    case crowd
    /// Two texts say the same at length.
    case similar
    /// Values gather just below a limit.
    case below
  }

  /// What must differ between the facts of a match.
  public enum Apart: String, Codable, Sendable, Hashable {
    /// Nothing: two places in one file will do.
    case place
    /// The case file.
    case file = "case"
    /// The agency.
    case agency
  }

  /// The way of comparing.
  public var kind: Kind
  /// The facts compared; `pair` takes two.
  public var facts: [String]
  /// What must differ between the facts of a match.
  public var apart: Apart
  /// How many facts a match needs at least.
  public var least: Int
  /// Names of the values that the comparison reads, by their parts in it: `from`, `to`, `date`, `number`,
  /// `value`, `text`, `limit`.
  public var values: [String: String]
  /// Numbers of the comparison: `gap` in minutes, `days`, `deviations` (of the median, in units of the
  /// median absolute deviation), `percent`.
  public var numbers: [String: Int]
  /// An XPath condition over the values of two facts, `$a.NAME` and `$b.NAME`; nil: none.
  public var condition: String?

  /// A number of the comparison.
  func number(_ name: String, default value: Int) -> Int { numbers[name] ?? value }
}
