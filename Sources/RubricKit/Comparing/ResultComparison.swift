/// Which cases two rubrics folders judge differently, and by which items.
public struct ResultComparison: Sendable, Hashable {
  /// One end of a score, with the words of its own folder.
  public struct End: Codable, Sendable, Hashable {
    /// Thousandths.
    public var points: Int
    /// The band's id.
    public var grade: String
    /// The band's name.
    public var label: LocalizedText
  }

  /// A case's score by one rubric.
  public struct Range: Codable, Sendable, Hashable {
    /// With every open item failed.
    public var lower: End
    /// With every open item in order.
    public var upper: End
    /// Digits after the point, as the rubric rounds.
    public var digits: Int
    /// Whether an undecided veto may yet change the grade.
    public var isVetoOpen: Bool
  }

  /// What one item did. Points are thousandths.
  public struct Item: Codable, Sendable, Hashable {
    /// The outcome.
    public var outcome: Outcome
    /// Points it has.
    public var points: Int
    /// Certainly lost.
    public var lost: Int
    /// Lost at worst.
    public var mayLose: Int
    /// The veto's effect, where it failed or is undecided.
    public var veto: String?

    /// The same whatever points it has.
    fileprivate var result: Item {
      var item = self
      item.points = 0
      return item
    }
  }

  /// One item with two results; nil where the rubric has no such item.
  public struct ItemChange: Codable, Sendable, Hashable {
    /// The requirement's id.
    public var requirement: String
    /// By the old folder.
    public var old: Item?
    /// By the new folder.
    public var new: Item?
  }

  /// One case with two results by one rubric; nil where the rubric did not judge it.
  public struct CaseChange: Codable, Sendable, Hashable {
    /// The path as printed.
    public var path: String
    /// 立案号.
    public var caseNumber: String
    /// The rubric's id.
    public var rubric: String
    /// By the old folder.
    public var old: Range?
    /// By the new folder.
    public var new: Range?
    /// In the order of the new rubric; empty where only bands or the scoring differ.
    public var items: [ItemChange]

    /// False where only outcomes or points of items differ.
    public var changesScore: Bool { old != new }
  }

  /// How many occurrences the engine should have judged and could not.
  public struct Undecided: Codable, Sendable, Hashable {
    /// A pending reason, or `error`.
    public var reason: String
    /// By the old folder.
    public var old: Int
    /// By the new folder.
    public var new: Int
  }

  /// A file that one folder, or both, could not judge, or not by every rubric.
  public struct Unjudged: Codable, Sendable, Hashable {
    /// The path as printed.
    public var path: String
    /// Why the old folder could not; nil where it could.
    public var old: LocalizedText?
    /// Why the new folder could not; nil where it could.
    public var new: LocalizedText?
  }

  /// Files looked at.
  public let files: Int
  /// In the order of the files, then of the rubrics.
  public let cases: [CaseChange]
  /// In the order of the files.
  public let unjudged: [Unjudged]
  /// By reason.
  public let undecided: [Undecided]

  /// Compares the results of two audits of the same files.
  public init(_ old: AuditResults, _ new: AuditResults) {
    var seen: Set<String> = []
    let paths = (new.paths + old.paths).filter { seen.insert($0).inserted }
    files = paths.count
    unjudged = paths.compactMap { path in
      let (before, after) = (old.unjudged[path], new.unjudged[path])
      if before == nil && after == nil { return nil }
      return Unjudged(path: path, old: before, new: after)
    }
    undecided = Set(old.undecided.keys).union(new.undecided.keys).sorted().map {
      Undecided(reason: $0, old: old.undecided[$0] ?? 0, new: new.undecided[$0] ?? 0)
    }
    var rubrics: [String] = []
    for rubric in (new.manifest?.rubrics ?? []) + (old.manifest?.rubrics ?? [])
    where !rubrics.contains(rubric.id) {
      rubrics.append(rubric.id)
    }
    cases = paths.flatMap { path in
      rubrics.compactMap { ResultComparison.change(path, $0, old, new) }
    }
  }

  private static func change(
    _ path: String, _ rubric: String, _ old: AuditResults, _ new: AuditResults
  ) -> CaseChange? {
    let before = old.cases[path]?.scores[rubric]
    let after = new.cases[path]?.scores[rubric]
    var change = CaseChange(
      path: path, caseNumber: (new.cases[path] ?? old.cases[path])?.caseNumber ?? "",
      rubric: rubric, old: before.map { range($0, old) }, new: after.map { range($0, new) },
      items: before == nil || after == nil ? [] : items(before, after))
    if !change.changesScore {
      // Other points of what costs nothing explain a score that changed, and are no result.
      change.items.removeAll { $0.old?.result == $0.new?.result }
    }
    return change.changesScore || !change.items.isEmpty ? change : nil
  }

  private static func range(_ score: AuditResults.Score, _ results: AuditResults) -> Range {
    let rubric = results.manifest?.rubrics.first { $0.id == score.score.rubric }
    func end(_ end: ScoreEndRecord) -> End {
      let label = rubric?.bands.first { $0.id == end.grade }?.label
      return End(
        points: end.points, grade: end.grade,
        label: label ?? LocalizedText(zh: end.grade, en: end.grade))
    }
    return Range(
      lower: end(score.lower), upper: end(score.upper), digits: rubric?.roundingDigits ?? 3,
      isVetoOpen: score.score.vetoes.contains { $0.state != .failed })
  }

  private static func items(_ old: AuditResults.Score?, _ new: AuditResults.Score?) -> [ItemChange]
  {
    func results(_ score: AuditResults.Score?) -> [(id: String, item: Item)] {
      (score?.score.items ?? []).map { record in
        let veto = score?.score.vetoes.first { $0.requirement == record.requirement }
        return (
          record.requirement,
          Item(
            outcome: record.outcome, points: record.points, lost: record.lost,
            mayLose: record.mayLose, veto: veto?.effect)
        )
      }
    }
    let before = results(old)
    let after = results(new)
    let known = Dictionary(before.map { ($0.id, $0.item) }, uniquingKeysWith: { $1 })
    let kept = Set(after.map(\.id))
    let changed = after.map { ItemChange(requirement: $0.id, old: known[$0.id], new: $0.item) }
    let gone = before.filter { !kept.contains($0.id) }.map {
      ItemChange(requirement: $0.id, old: $0.item, new: nil)
    }
    return (changed + gone).filter { $0.old != $0.new }
  }
}
