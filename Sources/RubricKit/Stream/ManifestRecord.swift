/// The first record of an audit stream: everything the results depend on besides the case files.
/// Streams whose manifests differ cannot be merged.
public struct ManifestRecord: Codable, Sendable, Hashable {
  /// Name and version of the program.
  public struct Tool: Codable, Sendable, Hashable {
    public var name: String
    public var version: String

    /// A program's name and version.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// One register file and what it held.
  public struct RegisterFile: Codable, Sendable, Hashable {
    public var kind: String
    public var name: String
    public var digest: String
  }

  /// The registers (登记册) used.
  public struct Registers: Codable, Sendable, Hashable {
    /// The folder as named or found; nil where none was.
    public var folder: String?
    /// True where the folder lies inside what is being judged.
    public var insideJudged: Bool
    public var files: [RegisterFile]
  }

  /// The working-day calendar.
  public struct Calendar: Codable, Sendable, Hashable {
    /// First and last year covered.
    public var firstYear: Int
    public var lastYear: Int
    public var digest: String
  }

  /// What was asked for on the command line and changes results.
  public struct Options: Codable, Sendable, Hashable {
    /// Rubrics named with `--rubric`; empty: every rubric that matches.
    public var rubrics: [String]
    public var validation: Bool
    public var answersDigest: String?
    public var waiversDigest: String?
  }

  /// Version of the stream's format.
  public static let currentFormat = 1

  public var format: Int
  public var tool: Tool
  /// The day on which the audit is made (Asia/Shanghai), `YYYY-MM-DD`.
  public var asOf: String
  public var rubrics: [RubricRecord]
  /// Every requirement named by a rubric, in the order of first appearance.
  public var requirements: [RequirementRecord]
  public var setRules: [SetRuleRecord]
  public var registers: Registers
  public var calendar: Calendar
  public var schemaDigest: String
  public var options: Options
}

/// A rubric (评查标准) as the results used it. Points are thousandths.
public struct RubricRecord: Codable, Sendable, Hashable {
  /// A grade and the lowest score that earns it.
  public struct Band: Codable, Sendable, Hashable {
    public var id: String
    public var label: LocalizedText
    public var from: Int
  }

  /// An item (评查项目): a requirement with its points in this rubric.
  public struct Item: Codable, Sendable, Hashable {
    public var requirement: String
    public var points: Int
    public var veto: String?
  }

  /// A part of the rubric.
  public struct Section: Codable, Sendable, Hashable {
    public var id: String
    public var title: LocalizedText
    public var points: Int
    public var items: [Item]
  }

  public var id: String
  public var version: String
  public var title: LocalizedText
  public var issuer: LocalizedText
  public var from: String
  public var to: String?
  public var digest: String
  public var model: String
  public var full: Int
  public var notApplicable: String
  public var roundingDigits: Int
  public var roundingMode: String
  /// From the highest to the lowest.
  public var bands: [Band]
  public var sections: [Section]
}

/// A legal basis as cited.
public struct BasisRecord: Codable, Sendable, Hashable {
  public var law: String
  public var article: String?
  public var paragraph: String?
  public var item: String?
  /// The whole citation, ready to print: 《行政处罚法》第六十四条第一款第一项.
  public var text: LocalizedText
}

/// A requirement's texts, once per stream.
public struct RequirementRecord: Codable, Sendable, Hashable {
  public var id: String
  public var title: LocalizedText
  public var severity: Severity
  public var judge: Judge
  public var system: EnforcementSystem
  public var basis: [BasisRecord]
  public var remedy: LocalizedText
  public var curable: Curability
  /// Days for putting it right, where the requirement sets its own term.
  public var termDays: Int?
  /// What a person is asked.
  public var question: LocalizedText?
  public var digest: String
}

/// A set rule's texts, once per stream.
public struct SetRuleRecord: Codable, Sendable, Hashable {
  public var id: String
  public var title: LocalizedText
  public var severity: Severity
  /// With `{count}` and `{key}`.
  public var message: LocalizedText
  /// As in a rubric; nil: no effect on any score.
  public var veto: String?
  /// Innocent explanations to rule out first.
  public var innocent: LocalizedText
  public var basis: [BasisRecord]
  public var remedy: LocalizedText
}
