/// The first record of an audit stream: everything the results depend on besides the case files.
/// Streams whose manifests differ cannot be merged.
public struct ManifestRecord: Codable, Sendable, Hashable {
  /// Name and version of the program.
  public struct Tool: Codable, Sendable, Hashable {
    /// The name.
    public var name: String
    /// The version.
    public var version: String

    /// A program's name and version.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// One register file and what it held.
  public struct RegisterFile: Codable, Sendable, Hashable {
    /// The kind, as its schema or format names it.
    public var kind: String
    /// The name.
    public var name: String
    /// SHA-256 of the bytes, in hexadecimal.
    public var digest: String
  }

  /// The registers (登记册) used.
  public struct Registers: Codable, Sendable, Hashable {
    /// The folder as named or found; nil where none was.
    public var folder: String?
    /// True where the folder lies inside what is being judged.
    public var insideJudged: Bool
    /// In a fixed order.
    public var files: [RegisterFile]
  }

  /// The working-day calendar.
  public struct Calendar: Codable, Sendable, Hashable {
    /// First and last year covered.
    public var firstYear: Int
    /// The last year covered.
    public var lastYear: Int
    /// SHA-256 of the bytes, in hexadecimal.
    public var digest: String
  }

  /// What was asked for on the command line and changes results.
  public struct Options: Codable, Sendable, Hashable {
    /// Rubrics named with `--rubric`; empty: every rubric that matches.
    public var rubrics: [String]
    /// Whether files were validated against the schema.
    public var validation: Bool
    /// SHA-256 of the answers file; nil: none given.
    public var answersDigest: String?
    /// SHA-256 of the waivers file; nil: none given.
    public var waiversDigest: String?
  }

  /// Version of the stream's format.
  public static let currentFormat = 1

  /// Version of the stream's format.
  public var format: Int
  /// The program.
  public var tool: Tool
  /// The day on which the audit is made (Asia/Shanghai), `YYYY-MM-DD`.
  public var asOf: String
  /// In the order of columns.
  public var rubrics: [RubricRecord]
  /// Every requirement named by a rubric, in the order of first appearance.
  public var requirements: [RequirementRecord]
  /// In the order of ids.
  public var setRules: [SetRuleRecord]
  /// The registers used.
  public var registers: Registers
  /// The working-day calendar.
  public var calendar: Calendar
  /// The county's profile; nil: none was used.
  public var profile: ProfileRecord?
  /// SHA-256 of the case-file schema.
  public var schemaDigest: String
  /// What was asked for and changes results.
  public var options: Options
}

/// A rubric (评查标准) as the results used it. Points are thousandths.
public struct RubricRecord: Codable, Sendable, Hashable {
  /// A grade and the lowest score that earns it.
  public struct Band: Codable, Sendable, Hashable {
    /// Its identity, stable and unique.
    public var id: String
    /// What it is, in two languages.
    public var label: LocalizedText
    /// The first day of force.
    public var from: Int
  }

  /// An item (评查项目): a requirement with its points in this rubric.
  public struct Item: Codable, Sendable, Hashable {
    /// The requirement's id.
    public var requirement: String
    /// Points.
    public var points: Int
    /// Points per occurrence, in place of the checks' own; nil: as the checks say.
    public var deduct: Int?
    /// The most it can cost, in place of the checks' own; nil: as the checks say.
    public var cap: Int?
    /// What a failure does beyond points; nil: nothing.
    public var veto: String?
    /// The group it shares points with; nil: its points are its own.
    public var group: String?
    /// Checks whose failure leaves the section without points; nil: none.
    public var gate: [String]?
    /// What each check earns; nil: the item starts at its points.
    public var earns: [Earned]?
  }

  /// Points that a check earns.
  public struct Earned: Codable, Sendable, Hashable {
    /// The check's id.
    public var check: String
    /// Points.
    public var points: Int
  }

  /// Items that share points.
  public struct Group: Codable, Sendable, Hashable {
    /// Its identity, unique in the rubric.
    public var id: String
    /// Points.
    public var points: Int
  }

  /// A part of the rubric.
  public struct Section: Codable, Sendable, Hashable {
    /// Its identity, stable and unique.
    public var id: String
    /// What it is called, in two languages.
    public var title: LocalizedText
    /// Points.
    public var points: Int
    /// `legality` or `basic` in legality plus normality, `bonus`; nil: normality, or the whole score.
    public var role: String?
    /// In order.
    public var items: [Item]
    /// Groups of items that share points; nil: none.
    public var groups: [Group]?
  }

  /// Its identity, stable and unique.
  public var id: String
  /// The version.
  public var version: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// Who issued it.
  public var issuer: LocalizedText
  /// The first day of force.
  public var from: String
  /// The last day of force; nil: still in force.
  public var to: String?
  /// SHA-256 of the bytes, in hexadecimal.
  public var digest: String
  /// `deduct` or `legality-normality`.
  public var model: String
  /// Full marks.
  public var full: Int
  /// The share of legality; nil: the model has none.
  public var legality: Int?
  /// The share of normality; nil: the model has none.
  public var normality: Int?
  /// What becomes of points that do not apply.
  public var notApplicable: String
  /// Where bonus points enter, `earned` or `score`; nil: there are none.
  public var bonus: String?
  /// What becomes of a total above full marks, `cut` or `kept`; nil: there is no bonus.
  public var overFull: String?
  /// Digits after the point.
  public var roundingDigits: Int
  /// `half-up`, `half-even` or `down`.
  public var roundingMode: String
  /// From the highest to the lowest.
  public var bands: [Band]
  /// In order.
  public var sections: [Section]
}

/// A legal basis as cited.
public struct BasisRecord: Codable, Sendable, Hashable {
  /// Short name as in the law register.
  public var law: String
  /// 条; nil: the document as a whole.
  public var article: String?
  /// 款; nil: none named.
  public var paragraph: String?
  /// 项; nil: none named.
  public var item: String?
  /// The whole citation, ready to print: 《行政处罚法》第六十四条第一款第一项.
  public var text: LocalizedText
}

/// A requirement's texts and what its checks cost, once per stream.
public struct RequirementRecord: Codable, Sendable, Hashable {
  /// What one check costs. Points are thousandths.
  public struct Check: Codable, Sendable, Hashable {
    /// Its identity, unique in the requirement.
    public var id: String
    /// Points lost per occurrence; nil: all of the item's.
    public var deduct: Int?
    /// The most it can cost; nil: all of the item's points.
    public var cap: Int?
    /// True where it costs nothing, open or not (提示); nil: it costs points.
    public var note: Bool?
  }

  /// Its identity, stable and unique.
  public var id: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// How grave it is.
  public var severity: Severity
  /// Who judges it.
  public var judge: Judge
  /// The one of the three systems it belongs to.
  public var system: EnforcementSystem
  /// The legal basis.
  public var basis: [BasisRecord]
  /// How to put it right.
  public var remedy: LocalizedText
  /// Whether it can still be put right.
  public var curable: Curability
  /// The checks that do not simply cost all of the item's points; nil: none.
  public var checks: [Check]?
  /// Days for putting it right, where the requirement sets its own term.
  public var termDays: Int?
  /// What a person is asked.
  public var question: LocalizedText?
  /// SHA-256 of the bytes, in hexadecimal.
  public var digest: String
}

/// A set rule's texts, once per stream.
public struct SetRuleRecord: Codable, Sendable, Hashable {
  /// Its identity, stable and unique.
  public var id: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// How grave it is.
  public var severity: Severity
  /// What a match is.
  public var strength: SetStrength
  /// What people call the values of the facts, by fact and name joined with a full stop.
  public var labels: [String: LocalizedText]
  /// What people call the codes that stand in keys and values; nil: they are said as they stand.
  public var terms: [String: LocalizedText]?
  /// How facts are compared.
  public var comparison: SetComparison
  /// With `{count}`, `{key}` and values: `{a.NAME}`, `{b.NAME}`.
  public var message: LocalizedText
  /// As in a rubric; nil: no effect on any score.
  public var veto: String?
  /// Innocent explanations to rule out first.
  public var innocent: LocalizedText
  /// The legal basis.
  public var basis: [BasisRecord]
  /// How to put it right.
  public var remedy: LocalizedText
}
