/// What each requirement of each rubric gave over a set of case files: what an author looks at to
/// find what never fires, never applies or is always left open.
public struct CaseCoverage: Sendable, Hashable {
  /// How often each outcome came, in case files.
  public struct Row: Sendable, Hashable {
    /// The requirement's id.
    public var requirement: String
    /// What it is called, in two languages.
    public var title: LocalizedText
    /// Files in which it failed, a waiver or not.
    public var failed = 0
    /// Files in which it passed.
    public var passed = 0
    /// Files to which it did not apply.
    public var notApplicable = 0
    /// Files in which it was left to a person and to nothing else.
    public var asked = 0
    /// Files in which the engine could not judge it.
    public var undecided = 0
    /// Why it could not, in files: a pending reason or `error`.
    public var reasons: [String: Int] = [:]

    /// Nil where there is nothing an author should look at.
    public var silence: Silence? {
      let applied = failed + passed + asked + undecided
      if applied == 0 { return notApplicable > 0 ? .neverApplied : nil }
      if asked + undecided == applied { return .alwaysPending }
      return failed + asked == 0 ? .neverFired : nil
    }
  }

  /// What an author should look at first.
  public enum Silence: String, Sendable, Hashable, CaseIterable {
    /// It applied, and never failed or asked.
    case neverFired
    /// It applied to no file.
    case neverApplied
    /// Wherever it applied, it was left open.
    case alwaysPending
  }

  /// One rubric with its requirements.
  public struct RubricPart: Sendable, Hashable {
    /// The rubric's id.
    public var rubric: String
    /// Its version.
    public var version: String
    /// What it is called, in two languages.
    public var title: LocalizedText
    /// Files scored by it.
    public var cases = 0
    /// In the order of the rubric.
    public var rows: [Row]
  }

  /// The day of the audit.
  public private(set) var asOf = ""
  /// Files judged.
  public private(set) var cases = 0
  /// In the order of the manifest.
  public private(set) var parts: [RubricPart] = []
  /// Files that should have been judged and were not.
  public private(set) var unjudged: [UnjudgedRecord] = []
  /// Judged files of which some rubric could not say anything, and why.
  public private(set) var remarks: [RemarkRecord] = []
  private var places: [String: Int] = [:]

  /// Nothing counted yet.
  public init() {}

  /// Counts one record of an audit.
  public mutating func count(_ record: AuditRecord) {
    switch record {
    case .manifest(let manifest): begin(manifest)
    case .caseFile(let record): count(record)
    case .unjudged(let record): unjudged.append(record)
    case .facts, .setFinding, .setQuestion, .adjustment, .remark, .end: break
    }
  }

  private mutating func begin(_ manifest: ManifestRecord) {
    asOf = manifest.asOf
    let titles = Dictionary(
      manifest.requirements.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    parts = manifest.rubrics.map { rubric in
      RubricPart(
        rubric: rubric.id, version: rubric.version, title: rubric.title,
        rows: rubric.sections.flatMap(\.items).map {
          Row(
            requirement: $0.requirement,
            title: titles[$0.requirement] ?? LocalizedText(zh: $0.requirement, en: $0.requirement))
        })
    }
    for (place, part) in parts.enumerated() { places[part.rubric] = place }
  }

  private mutating func count(_ record: CaseRecord) {
    cases += 1
    remarks += record.remarks.filter(\.leavesUnjudged)
    let outcomes = Dictionary(
      record.outcomes.map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
    for score in record.scores {
      guard let place = places[score.rubric] else { continue }
      parts[place].cases += 1
      for row in parts[place].rows.indices {
        if let outcome = outcomes[parts[place].rows[row].requirement] {
          parts[place].rows[row].count(outcome)
        }
      }
    }
  }
}

extension CaseCoverage.Row {
  /// The name under which an item in error is counted among the reasons.
  public static let error = "error"

  fileprivate mutating func count(_ record: OutcomeRecord) {
    switch record.outcome {
    case .failed, .waived: failed += 1
    case .passed: passed += 1
    case .notApplicable: notApplicable += 1
    case .error:
      undecided += 1
      reasons[Self.error, default: 0] += 1
    case .pending:
      let others = record.reasons.filter { $0 != .person }
      if others.isEmpty { asked += 1 } else { undecided += 1 }
      for reason in others { reasons[reason.rawValue, default: 0] += 1 }
    }
  }
}
