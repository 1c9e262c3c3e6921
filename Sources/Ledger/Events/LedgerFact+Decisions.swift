public import RubricKit

extension LedgerFact {
  /// Reviewers' answers were entered: what a person decided of items that only a person can judge.
  public struct Answered: Codable, Sendable, Hashable {
    /// One answer.
    public struct Entry: Codable, Sendable, Hashable {
      /// SHA-256 of the case file that the reviewer looked at.
      public var digest: String
      /// The requirement's id.
      public var requirement: String
      /// The occurrence's key; nil: the whole requirement.
      public var occurrence: String?
      /// `passed`, `failed` or `notApplicable`.
      public var verdict: String
      /// Thousandths of a point lost, where the reviewer fixed them.
      public var points: Int?
      /// Who answered.
      public var reviewer: String
      /// The day.
      public var date: CivilDate
      /// In the reviewer's words.
      public var remark: String
    }

    /// The round's id.
    public var round: String
    /// SHA-256 of the file with the answers.
    public var file: String
    /// The answers for cases of the round, in the order of the file.
    public var answers: [Entry]
  }

  /// Waivers were entered: decisions that a finding shall not cost points.
  public struct Waived: Codable, Sendable, Hashable {
    /// One waiver.
    public struct Entry: Codable, Sendable, Hashable {
      /// Its id in the file.
      public var id: String
      /// One finding; nil: by scope.
      public var fingerprint: String?
      /// The requirement's id.
      public var requirement: String?
      /// Agency code.
      public var agency: String?
      /// 立案号.
      public var caseNumber: String?
      /// Why.
      public var reason: String
      /// Who approved it.
      public var approver: String
      /// The first day of force.
      public var from: CivilDate
      /// The last day of force.
      public var to: CivilDate
    }

    /// The round's id.
    public var round: String
    /// SHA-256 of the file with the waivers.
    public var file: String
    /// All of them, in the order of the file.
    public var waivers: [Entry]
  }
}
