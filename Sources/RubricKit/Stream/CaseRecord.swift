/// The agency (执法单位) a case file belongs to.
public struct AgencyRecord: Codable, Sendable, Hashable {
  /// A closed code.
  public var code: String
  /// The name.
  public var name: String
}

/// A place in a case file, as a reader of paper and as a reader of XML finds it.
public struct PlaceRecord: Codable, Sendable, Hashable {
  /// Element name of the document (文书), e.g. `decision`; nil outside any document.
  public var documentKind: String?
  /// Title of the 文书.
  public var documentTitle: LocalizedText?
  /// The document's `id`.
  public var documentID: String?
  /// 文号.
  public var documentNumber: String?
  /// Page in the file, `12` or `12–14`.
  public var pages: String?
  /// Chinese and English name of the element pointed at.
  public var field: LocalizedText?
  /// Line and column in code points, from 1.
  public var line: Int
  /// Column in code points, from 1.
  public var column: Int
  /// Path of the node in the XML.
  public var path: String
}

/// A value that was compared, and the line it stands on.
public struct ValueRecord: Codable, Sendable, Hashable {
  /// What it is, in two languages.
  public var label: LocalizedText
  /// The value as shown.
  public var value: LocalizedText
  /// Line, from 1.
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
  /// Why it is pending; empty where it is not.
  public var reasons: [PendingReason]
  /// What is wrong, or what is to be decided.
  public var message: LocalizedText
  /// The first is where the fault lies.
  public var places: [PlaceRecord]
  /// The values.
  public var values: [ValueRecord]
  /// How dates and amounts were worked out, step by step.
  public var derivation: [LocalizedText]
  /// Identity from one audit to the next.
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
  /// The requirement's id.
  public var requirement: String
  /// The outcome.
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
  /// True where it is open whether the requirement applies at all; nil: that is certain.
  public var mayNotApply: Bool?
  /// Checks that found nothing to look at, so that they earn nothing; nil: none, or none earns points.
  public var absent: [String]?
  /// Checks that found something, whose condition holds nowhere, so that what they may earn is left
  /// out; nil: as above.
  public var unconcerned: [String]?
}

/// What one item did to a score. Points are thousandths.
public struct ItemScoreRecord: Codable, Sendable, Hashable {
  /// The requirement's id.
  public var requirement: String
  /// The outcome.
  public var outcome: Outcome
  /// Points.
  public var points: Int
  /// Certainly lost.
  public var lost: Int
  /// Lost at worst, while pending and error items are open.
  public var mayLose: Int
  /// True where the item takes part in neither sum.
  public var excluded: Bool
  /// Bonus points certainly earned, at the lower end; nil: the item gives none. One that does has no
  /// points to lose.
  public var gained: Int?
  /// The same at the upper end.
  public var mayGain: Int?
}

/// A veto (一票否决) that failed or is undecided.
public struct VetoRecord: Codable, Sendable, Hashable {
  /// The requirement's id.
  public var requirement: String
  /// What a failed test means.
  public var effect: String
  /// `failed`, `pending` or `error`.
  public var state: Outcome
}

/// One end of a score: rounded points in thousandths, and the grade.
public struct ScoreEndRecord: Codable, Sendable, Hashable {
  /// Points.
  public var points: Int
  /// The band's id.
  public var grade: String
}

/// A case's score by one rubric.
public struct ScoreRecord: Codable, Sendable, Hashable {
  /// The rubric's id.
  public var rubric: String
  /// With every open item failed.
  public var lower: ScoreEndRecord
  /// With every open item in order.
  public var upper: ScoreEndRecord
  /// True where both ends lie in one band and no veto is undecided.
  public var certain: Bool
  /// With waived findings' points given back; nil where nothing is waived.
  public var lowerAfterWaiver: ScoreEndRecord?
  /// The upper end after waivers; nil where nothing is waived.
  public var upperAfterWaiver: ScoreEndRecord?
  /// In order.
  public var items: [ItemScoreRecord]
  /// Vetoes that failed or are undecided.
  public var vetoes: [VetoRecord]
  /// The arithmetic in words and numbers, line by line.
  public var derivation: [LocalizedText]
}

/// Personal data found in a case, so that masked outputs can mask it.
public struct PersonalDatum: Codable, Sendable, Hashable {
  /// `name`, `id`, `phone`, `address`, `bank` or `other`.
  public var kind: String
  /// The value as shown.
  public var value: String
}

/// A schema error with its place.
public struct SchemaErrorRecord: Codable, Sendable, Hashable {
  /// Line, from 1.
  public var line: Int
  /// Column in code points, from 1.
  public var column: Int
  /// What is wrong and what to do.
  public var message: LocalizedText
}

/// Something a person should know that has no effect on the score.
public struct RemarkRecord: Codable, Sendable, Hashable {
  /// A closed code, e.g. `mislabelled-encoding`, `waiver-expired`, `registers-inside`.
  public var code: String
  /// What is wrong and what to do.
  public var message: LocalizedText
  /// What it is about: a file, a waiver, a folder.
  public var subject: String

  /// Nobody can say whether a rubric applies to the case.
  static let rubricUndecided = "rubric-undecided"
  /// A rubric applies and no score could be made.
  static let rubricNotScored = "rubric-not-scored"
  /// What a set rule compares could not be read by the engine.
  static let factNotRead = "fact-not-read"
  /// The same, where a person must read it.
  static let factForPerson = "fact-for-person"

  /// True where it says that set rules could not compare everything.
  public var isOfSetRules: Bool {
    [RemarkRecord.factNotRead, RemarkRecord.factForPerson].contains(code)
  }

  /// True where it says that something should have been judged and was not.
  var leavesUnjudged: Bool {
    [RemarkRecord.rubricUndecided, RemarkRecord.rubricNotScored, RemarkRecord.factNotRead]
      .contains(code)
  }
}

/// One judged case file.
public struct CaseRecord: Codable, Sendable, Hashable {
  /// The path as printed.
  public var path: String
  /// SHA-256 of the file's bytes.
  public var digest: String
  /// The agency (执法单位).
  public var agency: AgencyRecord
  /// 立案号.
  public var caseNumber: String
  /// 案件名称.
  public var caseName: String
  /// The kind, as its schema or format names it.
  public var kind: String
  /// In the order of the file.
  public var schemaErrors: [SchemaErrorRecord]
  /// Remarks without effect on the score.
  public var remarks: [RemarkRecord]
  /// Personal data in the case, for masking.
  public var personal: [PersonalDatum]
  /// In the order of the manifest's requirements; those of rubrics that match this case.
  public var outcomes: [OutcomeRecord]
  /// One per rubric that matches, in the manifest's order.
  public var scores: [ScoreRecord]
}

/// A file that should have been judged and was not.
public struct UnjudgedRecord: Codable, Sendable, Hashable {
  /// A folder could not be opened.
  static let unreadableFolder = "unreadable-folder"

  /// The path as printed.
  public var path: String
  /// A closed code, e.g. `unreadable`, `not-well-formed`, `dtd`, `no-rubric`.
  public var cause: String
  /// What is wrong and what to do.
  public var message: LocalizedText
  /// Line, from 1.
  public var line: Int?
  /// Column in code points, from 1.
  public var column: Int?
  /// The agency (执法单位).
  public var agency: AgencyRecord?
  /// 立案号.
  public var caseNumber: String?
}
