/// Facts of one case that set rules compare.
public struct FactsRecord: Codable, Sendable, Hashable {
  /// One fact: the rule that collects it, what is compared, and where it stands.
  public struct Fact: Codable, Sendable, Hashable {
    /// The set rule's id.
    public var rule: String
    /// Its name in the rule; nil where the rule has one kind of fact.
    public var fact: String?
    /// What cases are grouped by.
    public var key: String
    /// What is kept of it, by name; nil: nothing.
    public var values: [String: String]?
    /// Where it stands.
    public var place: PlaceRecord
  }

  /// The path as printed.
  public var path: String
  /// In document order.
  public var facts: [Fact]
}

/// A contradiction between case files, or a question that only several of them raise.
public struct SetFindingRecord: Codable, Sendable, Hashable {
  /// One case's part in it.
  public struct Part: Codable, Sendable, Hashable {
    /// The path as printed.
    public var path: String
    /// The agency (执法单位).
    public var agency: AgencyRecord
    /// 立案号.
    public var caseNumber: String
    /// Where it stands.
    public var place: PlaceRecord
    /// The values compared, as they stand there; nil: the place is all.
    public var values: [ValueRecord]?
  }

  /// The set rule's id.
  public var rule: String
  /// How grave it is.
  public var severity: Severity
  /// What is wrong and what to do.
  public var message: LocalizedText
  /// One for each place in a case file.
  public var parts: [Part]
  /// The values.
  public var values: [ValueRecord]
  /// Identity from one audit to the next.
  public var fingerprint: String
  /// Digest of the values judged.
  public var evidence: String
}

/// What a set rule's veto does to one case's score. The case record itself never changes.
public struct AdjustmentRecord: Codable, Sendable, Hashable {
  /// The path as printed.
  public var path: String
  /// The set rule's id.
  public var rule: String
  /// The rubric's id.
  public var rubric: String
  /// The score before.
  public var before: ScoreRange
  /// The score after.
  public var after: ScoreRange

  /// Both ends of a score.
  public struct ScoreRange: Codable, Sendable, Hashable {
    /// With every open item failed.
    public var lower: ScoreEndRecord
    /// With every open item in order.
    public var upper: ScoreEndRecord
  }
}

/// The last record: counts, what went wrong, and the digest of all bytes before it.
public struct EndRecord: Codable, Sendable, Hashable {
  /// Cases judged.
  public var judged: Int
  /// Files that should have been judged and were not.
  public var unjudged: Int
  /// Findings by severity, set findings not included.
  public var findings: [String: Int]
  /// Findings of set rules.
  public var setFindings: Int
  /// Questions of set rules.
  public var setQuestions: Int
  /// Pending occurrences by reason.
  public var pending: [String: Int]
  /// Occurrences that could not be judged.
  public var errors: Int
  /// Roots of ours that are not cases, by root element name.
  public var notCases: [String: Int]
  /// Files that are not XML, by extension.
  public var otherFiles: [String: Int]
  /// Which part of a run this is, e.g. `2/7`; nil: all of it.
  public var shard: String?
  /// SHA-256 over every byte of the stream before this record.
  public var digest: String
}
