/// The agency (执法单位) a case file belongs to.
public struct AgencyRecord: Codable, Sendable, Hashable {
  public var code: String
  public var name: String
}

/// A place in a case file, as a reader of paper and as a reader of XML finds it.
public struct PlaceRecord: Codable, Sendable, Hashable {
  /// Element name of the document (文书), e.g. `decision`; nil outside any document.
  public var documentKind: String?
  public var documentTitle: LocalizedText?
  public var documentID: String?
  /// 文号.
  public var documentNumber: String?
  /// Page in the file, `12` or `12–14`.
  public var pages: String?
  /// Chinese and English name of the element pointed at.
  public var field: LocalizedText?
  /// Line and column in code points, from 1.
  public var line: Int
  public var column: Int
  /// Path of the node in the XML.
  public var path: String
}

/// A value that was compared, and the line it stands on.
public struct ValueRecord: Codable, Sendable, Hashable {
  public var label: LocalizedText
  public var value: LocalizedText
  public var line: Int?
}

/// One occurrence of a requirement that is not simply in order.
public struct OccurrenceRecord: Codable, Sendable, Hashable {
  /// What the occurrence is about: document kind and number, certificate number, or what is
  /// missing. Part of the fingerprint.
  public var key: String
  /// Id of the check within the requirement; empty where the requirement as a whole is concerned.
  public var check: String
  /// `failed`, `pending`, `waived` or `error`.
  public var outcome: Outcome
  public var reasons: [PendingReason]
  /// What is wrong, or what is to be decided.
  public var message: LocalizedText
  public var places: [PlaceRecord]
  public var values: [ValueRecord]
  /// How dates and amounts were worked out, step by step.
  public var derivation: [LocalizedText]
  public var fingerprint: String
  /// Digest of the values judged.
  public var evidence: String
  /// The waiver's reason, where waived.
  public var waiver: String?
  /// Points lost in thousandths as a reviewer's answer fixed them; nil: as the rubric says.
  public var answeredLoss: Int?
}

/// The outcome of one requirement in one case.
public struct OutcomeRecord: Codable, Sendable, Hashable {
  public var requirement: String
  public var outcome: Outcome
  /// Reasons of being pending, each once.
  public var reasons: [PendingReason]
  /// What failed, is open or went wrong; empty where all is in order.
  public var occurrences: [OccurrenceRecord]
  /// Remarks (提示) without effect on the score.
  public var notes: [OccurrenceRecord]
  /// How many occurrences were examined.
  public var examined: Int
  /// Set where a person's answer decided something: reviewer and date.
  public var answeredBy: String?
}

/// What one item did to a score. Points are thousandths.
public struct ItemScoreRecord: Codable, Sendable, Hashable {
  public var requirement: String
  public var outcome: Outcome
  public var points: Int
  /// Certainly lost.
  public var lost: Int
  /// Lost at worst, while pending and error items are open.
  public var mayLose: Int
  /// True where the item takes part in neither sum.
  public var excluded: Bool
}

/// A veto (一票否决) that failed or is undecided.
public struct VetoRecord: Codable, Sendable, Hashable {
  public var requirement: String
  public var effect: String
  /// `failed`, `pending` or `error`.
  public var state: Outcome
}

/// One end of a score: rounded points in thousandths, and the grade.
public struct ScoreEndRecord: Codable, Sendable, Hashable {
  public var points: Int
  public var grade: String
}

/// A case's score by one rubric.
public struct ScoreRecord: Codable, Sendable, Hashable {
  public var rubric: String
  public var lower: ScoreEndRecord
  public var upper: ScoreEndRecord
  /// True where both ends lie in one band and no veto is undecided.
  public var certain: Bool
  /// With waived findings' points given back; nil where nothing is waived.
  public var lowerAfterWaiver: ScoreEndRecord?
  public var upperAfterWaiver: ScoreEndRecord?
  public var items: [ItemScoreRecord]
  public var vetoes: [VetoRecord]
  /// The arithmetic in words and numbers, line by line.
  public var derivation: [LocalizedText]
}

/// Personal data found in a case, so that masked outputs can mask it.
public struct PersonalDatum: Codable, Sendable, Hashable {
  /// `name`, `id`, `phone`, `address`, `bank` or `other`.
  public var kind: String
  public var value: String
}

/// A schema error with its place.
public struct SchemaErrorRecord: Codable, Sendable, Hashable {
  public var line: Int
  public var column: Int
  public var message: LocalizedText
}

/// Something a person should know that has no effect on the score.
public struct RemarkRecord: Codable, Sendable, Hashable {
  /// A closed code, e.g. `mislabelled-encoding`, `waiver-expired`, `registers-inside`.
  public var code: String
  public var message: LocalizedText
  /// What it is about: a file, a waiver, a folder.
  public var subject: String
}

/// One judged case file.
public struct CaseRecord: Codable, Sendable, Hashable {
  public var path: String
  /// SHA-256 of the file's bytes.
  public var digest: String
  public var agency: AgencyRecord
  public var caseNumber: String
  public var caseName: String
  public var kind: String
  public var schemaErrors: [SchemaErrorRecord]
  public var remarks: [RemarkRecord]
  public var personal: [PersonalDatum]
  /// In the order of the manifest's requirements; those of rubrics that match this case.
  public var outcomes: [OutcomeRecord]
  /// One per rubric that matches, in the manifest's order.
  public var scores: [ScoreRecord]
}

/// A file that should have been judged and was not.
public struct UnjudgedRecord: Codable, Sendable, Hashable {
  public var path: String
  /// A closed code, e.g. `unreadable`, `not-well-formed`, `dtd`, `no-rubric`.
  public var cause: String
  public var message: LocalizedText
  public var line: Int?
  public var column: Int?
  public var agency: AgencyRecord?
  public var caseNumber: String?
}
