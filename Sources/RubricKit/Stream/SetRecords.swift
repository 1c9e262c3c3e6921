/// Facts of one case that set rules compare.
public struct FactsRecord: Codable, Sendable, Hashable {
  /// One fact: the rule that collects it, what is compared, and where it stands.
  public struct Fact: Codable, Sendable, Hashable {
    public var rule: String
    /// What cases are grouped by.
    public var key: String
    public var place: PlaceRecord
  }

  public var path: String
  public var facts: [Fact]
}

/// A contradiction between case files.
public struct SetFindingRecord: Codable, Sendable, Hashable {
  /// One case's part in it.
  public struct Part: Codable, Sendable, Hashable {
    public var path: String
    public var agency: AgencyRecord
    public var caseNumber: String
    public var place: PlaceRecord
  }

  public var rule: String
  public var severity: Severity
  public var message: LocalizedText
  public var parts: [Part]
  public var values: [ValueRecord]
  public var fingerprint: String
  public var evidence: String
}

/// What a set rule's veto does to one case's score. The case record itself never changes.
public struct AdjustmentRecord: Codable, Sendable, Hashable {
  public var path: String
  public var rule: String
  public var rubric: String
  public var before: ScoreRange
  public var after: ScoreRange

  /// Both ends of a score.
  public struct ScoreRange: Codable, Sendable, Hashable {
    public var lower: ScoreEndRecord
    public var upper: ScoreEndRecord
  }
}

/// The last record: counts, what went wrong, and the digest of all bytes before it.
public struct EndRecord: Codable, Sendable, Hashable {
  public var judged: Int
  public var unjudged: Int
  /// Findings by severity, set findings not included.
  public var findings: [String: Int]
  public var setFindings: Int
  /// Pending occurrences by reason.
  public var pending: [String: Int]
  public var errors: Int
  /// Roots of ours that are not cases, by root element name.
  public var notCases: [String: Int]
  /// Files that are not XML, by extension.
  public var otherFiles: [String: Int]
  /// SHA-256 over every byte of the stream before this record.
  public var digest: String
}
