import RubricKit

/// The manifest's texts by id, in one language.
struct Catalogue: Sendable {
  let manifest: ManifestRecord
  let language: Language
  private let requirements: [String: RequirementRecord]
  private let rubrics: [String: RubricRecord]
  private let rules: [String: SetRuleRecord]

  init(_ manifest: ManifestRecord, language: Language) {
    self.manifest = manifest
    self.language = language
    requirements = Dictionary(
      manifest.requirements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rubrics = Dictionary(
      manifest.rubrics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rules = Dictionary(
      manifest.setRules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func requirement(_ id: String) -> RequirementRecord? { requirements[id] }
  func rubric(_ id: String) -> RubricRecord? { rubrics[id] }
  func rule(_ id: String) -> SetRuleRecord? { rules[id] }

  /// The text in the output's language.
  func say(_ text: LocalizedText) -> String { text[language] }

  /// A requirement's title; its id where the manifest does not have it.
  func title(ofRequirement id: String) -> String { requirements[id].map { say($0.title) } ?? id }

  func title(ofRubric id: String) -> String { rubrics[id].map { say($0.title) } ?? id }

  func severity(of requirement: String) -> Severity {
    requirements[requirement]?.severity ?? .minor
  }

  func grade(_ id: String, rubric: String) -> String {
    let band = rubrics[rubric]?.bands.first { $0.id == id }
    return band.map { say($0.label) } ?? id
  }

  /// Score or range with the rubric's digits: `82.5–94.5`.
  func points(_ lower: Int, _ upper: Int, rubric: String) -> String {
    PointsText.range(lower, upper, digits: rubrics[rubric]?.roundingDigits ?? 3)
  }

  func points(_ score: ScoreRecord) -> String {
    points(score.lower.points, score.upper.points, rubric: score.rubric)
  }

  /// The grade, `lower–upper` where it is open, marked where only a veto is.
  func grade(_ score: ScoreRecord) -> String {
    let lower = grade(score.lower.grade, rubric: score.rubric)
    if score.lower.grade != score.upper.grade {
      return "\(lower)–\(grade(score.upper.grade, rubric: score.rubric))"
    }
    return score.certain ? lower : lower + say(Words.gradeOpen)
  }

  /// A case's number, or words for there being none.
  func number(_ record: CaseRecord) -> String {
    record.caseNumber.isEmpty ? say(Words.noNumber) : record.caseNumber
  }

  func name(_ agency: AgencyRecord?) -> String {
    guard let agency else { return say(Words.unknownAgency) }
    if !agency.name.isEmpty { return agency.name }
    return agency.code.isEmpty ? say(Words.unknownAgency) : agency.code
  }

  /// `2024年6月30日` or `2024-06-30`; the text itself where it is no date.
  func date(_ text: String) -> String {
    let parts = text.split(separator: "-")
    guard language == .zh, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return text }
    return "\(year)年\(month)月\(day)日"
  }

  /// The county's profile and each value it sets otherwise, a line each; empty where none was used.
  var profileLines: [String] {
    guard let profile = manifest.profile else { return [] }
    return [say(ProfileWords.heading(say(profile.title), profile.changes.count))]
      + profile.changes.map { say(ProfileWords.change($0)) }
  }

  /// The same for a heading: the changes set in.
  var profileText: String {
    profileLines.enumerated().map { index, line in (index == 0 ? "" : "  ") + line + "\n" }.joined()
  }

  /// Title and version of the rubrics that gave scores, in the order of columns.
  func rubricList(_ used: Set<String>) -> String {
    manifest.rubrics.filter { used.contains($0.id) }.map { rubric in
      language == .zh
        ? "《\(rubric.title.zh)》（\(rubric.version)版）"
        : "\(rubric.title.en) (version \(rubric.version))"
    }.joined(separator: say(Words.enumerationComma))
  }
}

extension CaseRecord {
  /// Findings, by severity.
  func findings(_ catalogue: Catalogue) -> [Severity: Int] {
    var counts: [Severity: Int] = [:]
    for outcome in outcomes {
      let failed = outcome.occurrences.count { $0.outcome == .failed }
      if failed > 0 { counts[catalogue.severity(of: outcome.requirement), default: 0] += failed }
    }
    return counts
  }

  var pendingItems: Int { outcomes.count { $0.outcome == .pending } }
  var errorItems: Int { outcomes.count { $0.outcome == .error } }

  /// Veto items in a state, each once whatever the number of rubrics it stands in.
  func vetoes(_ isIncluded: (Outcome) -> Bool) -> Int {
    Set(scores.flatMap(\.vetoes).filter { isIncluded($0.state) }.map(\.requirement)).count
  }

  var failedVetoes: Int { vetoes { $0 == .failed } }
  var undecidedVetoes: Int { vetoes { $0 != .failed } }
}
