public import RubricKit

/// What `rubric diff` prints: what the author changed, and which cases that changes.
public struct RubricDiffReport {
  private let comparison: RubricComparison
  private let results: ResultComparison?
  private let titles: [String: LocalizedText]
  private let lang: Language

  /// A report.
  ///
  /// - Parameters:
  ///   - results: nil where no cases were given.
  ///   - titles: names of rubrics, requirements and set rules by id.
  public init(
    _ comparison: RubricComparison, _ results: ResultComparison?,
    titles: [String: LocalizedText], language: Language
  ) {
    self.comparison = comparison
    self.results = results
    self.titles = titles
    lang = language
  }

  /// As JSON.
  public func json() throws -> String {
    struct Document: Encodable {
      var changes: [RubricComparison.Change]
      var files: Int?
      var cases: [ResultComparison.CaseChange]?
      var unjudged: [ResultComparison.Unjudged]?
      var undecided: [ResultComparison.Undecided]?
    }
    return try AuthoringJSON.text(
      Document(
        changes: comparison.changes, files: results?.files, cases: results?.cases,
        unjudged: results?.unjudged, undecided: results?.undecided))
  }

  /// As lines.
  public var text: String {
    var text = RubricDiffWords.changes(comparison.changes.count)[lang] + "\n"
    var owner = ""
    for change in comparison.changes {
      if change.owner != owner {
        owner = change.owner
        text += "\n" + named(owner) + "\n"
      }
      text += lines(change)
    }
    if let results { text += "\n" + self.text(results) }
    return text
  }

  private func named(_ id: String) -> String {
    titles[id].map { "\($0[lang])  \(id)" } ?? id
  }

  // MARK: Changes

  private func lines(_ change: RubricComparison.Change) -> String {
    var subject = RubricDiffWords.kind(change.kind)[lang]
    if !change.id.isEmpty {
      subject += " " + (change.kind == "item" ? named(change.id) : change.id)
    }
    let colon = Words.colon[lang]
    guard let field = change.field else {
      let way = RubricDiffWords.way(change.way)[lang]
      let says = (change.old ?? change.new ?? "")
      return "  \(way)\(subject)" + (says.isEmpty ? "" : colon + says) + "\n"
    }
    if field == "form" { return "  \(subject)\(colon)\(RubricDiffWords.form[lang])\n" }
    let what = "  \(subject) \(RubricDiffWords.field(field)[lang])"
    let old = change.old ?? RubricDiffWords.nothing[lang]
    let new = change.new ?? RubricDiffWords.nothing[lang]
    if DisplayWidth.of(old) + DisplayWidth.of(new) <= 60 {
      return "\(what)\(colon)\(TableWords.change(old, new))\n"
    }
    return "\(what)\(colon)\n    - \(old)\n    + \(new)\n"
  }

  // MARK: Cases

  private func text(_ results: ResultComparison) -> String {
    let paths = Set(results.cases.filter(\.changesScore).map(\.path)).count
    let others = Set(results.cases.map(\.path)).count - paths
    var text = RubricDiffWords.cases(results.files, changed: paths, others: others)[lang] + "\n"
    for reason in results.undecided {
      let why = CaseCoverageWords.reason(reason.reason)[lang]
      text += "  \(RubricDiffWords.undecided(why)[lang])\(Words.colon[lang])"
      text += TableWords.change("\(reason.old)", "\(reason.new)") + "\n"
    }
    for file in results.unjudged {
      let why = [file.old, file.new].map { $0?[lang] ?? RubricDiffWords.judged[lang] }
      text += "  \(file.path)  \(TableWords.notJudged[lang])\(Words.colon[lang])"
      text += (why[0] == why[1] ? why[0] : TableWords.change(why[0], why[1])) + "\n"
    }
    var path = ""
    for change in results.cases {
      if change.path != path {
        path = change.path
        text += "\n  \(path)  \(change.caseNumber)\n"
      }
      text += lines(change)
    }
    return text
  }

  private func lines(_ change: ResultComparison.CaseChange) -> String {
    let (old, new) = (range(change.old), range(change.new))
    var text = "    \(named(change.rubric))\(Words.colon[lang])"
    text += change.changesScore ? TableWords.change(old, new) : RubricDiffWords.same(new)[lang]
    text += "\n"
    for item in change.items { text += "      " + line(item) + "\n" }
    if change.items.isEmpty, change.old != nil, change.new != nil {
      text += "      " + RubricDiffWords.noItems[lang] + "\n"
    }
    return text
  }

  private func range(_ range: ResultComparison.Range?) -> String {
    guard let range else { return RubricDiffWords.notByThis[lang] }
    let points = PointsText.range(
      range.lower.points, range.upper.points, digits: range.digits)
    let grades = [range.lower, range.upper].map { $0.label[lang] }
    let grade = grades[0] == grades[1] ? grades[0] : "\(grades[0])–\(grades[1])"
    return "\(points) \(grade)" + (range.isVetoOpen ? RubricDiffWords.vetoOpen[lang] : "")
  }

  private func line(_ change: ResultComparison.ItemChange) -> String {
    var parts: [String] = []
    func add(_ words: LocalizedText, _ value: (ResultComparison.Item) -> String) {
      let (old, new) = (change.old.map(value), change.new.map(value))
      guard old != new else { return }
      let absent = RubricDiffWords.absent[lang]
      parts.append("\(words[lang]) \(TableWords.change(old ?? absent, new ?? absent))")
    }
    add(RubricDiffWords.outcome) { Words.outcome($0.outcome)[lang] }
    add(RubricDiffWords.field("points")) { PointsText.plain($0.points) }
    add(RubricDiffWords.lost) { PointsText.range($0.lost, $0.mayLose) }
    add(RubricDiffWords.field("veto")) {
      $0.veto.map { Words.vetoEffect($0)[lang] } ?? RubricDiffWords.nothing[lang]
    }
    return "\(named(change.requirement))\(Words.colon[lang])"
      + parts.joined(separator: Words.semicolon[lang])
  }
}

extension PointsText {
  /// A range with as many digits as it needs.
  fileprivate static func range(_ lower: Int, _ upper: Int) -> String {
    lower == upper ? plain(lower) : "\(plain(lower))–\(plain(upper))"
  }
}
