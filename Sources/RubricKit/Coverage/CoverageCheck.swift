internal import CaseXML

/// Holds a coverage map against its rubric.
public struct CoverageCheck {
  private let map: CoverageMap
  private let library: RubricLibrary
  private var problems: [RubricProblem] = []

  /// What does not agree, in the order of lines: clauses that name what there is not, items no clause
  /// names, points and statuses that differ from the rubric's.
  public static func problems(of map: CoverageMap, in library: RubricLibrary) -> [RubricProblem] {
    var check = CoverageCheck(map: map, library: library)
    check.run()
    return check.problems.sorted()
  }

  private init(map: CoverageMap, library: RubricLibrary) {
    self.map = map
    self.library = library
  }

  private mutating func run() {
    let start = SourcePosition(line: 1, column: 1)
    if map.rubric == CoverageMap.lawMapID { return checkLawMap() }
    guard let rubric = library.rubrics.first(where: { $0.id == map.rubric }) else {
      report(
        "unknown-rubric", start, zh: "没有评查标准 \(map.rubric)", en: "there is no rubric \(map.rubric)")
      return
    }
    let items = Set(rubric.items.map(\.requirement))
    let seen = checkNumbers()
    for clause in map.clauses {
      checkPoints(clause, rubric)
      check(clause, items)
    }
    let named = Set(map.clauses.flatMap(\.items))
    for item in rubric.items where !named.contains(item.requirement) {
      report(
        "uncovered-item", start, zh: "评查项目 \(item.requirement) 没有对应任何条目",
        en: "no clause names the item \(item.requirement)")
    }
    let groups = Set(rubric.sections.flatMap { $0.groups.map(\.id) })
    for group in groups.subtracting(seen).sorted() {
      report(
        "uncovered-group", start, zh: "分组 \(group) 没有对应的条目", en: "no clause is the group \(group)")
    }
  }

  /// The law map names requirements of any rubric; those of one ministry's standard have a map of
  /// their own, of all others each must serve some row.
  private mutating func checkLawMap() {
    _ = checkNumbers()
    for clause in map.clauses { check(clause, Set(library.requirements.keys)) }
    let named = Set(map.clauses.flatMap(\.items))
    for id in library.requirements.keys.sorted() where !named.contains(id) && !id.hasPrefix("mee.")
    {
      report(
        "uncovered-item", SourcePosition(line: 1, column: 1), zh: "评查项目 \(id) 没有对应任何一行",
        en: "no row names the requirement \(id)")
    }
  }

  private mutating func checkNumbers() -> Set<String> {
    var seen: Set<String> = []
    for clause in map.clauses where !seen.insert(clause.id).inserted {
      report(
        "duplicate-clause", clause.position, zh: "条目 \(clause.id) 出现两次",
        en: "clause \(clause.id) stands twice")
    }
    return seen
  }

  private mutating func checkPoints(_ clause: CoverageMap.Clause, _ rubric: Rubric) {
    let group = rubric.sections.flatMap(\.groups).first { $0.id == clause.id }
    if let points = clause.points, group?.points != points {
      report(
        "points", clause.position,
        zh: "条目 \(clause.id) 为 \(points) 分，标准中的分组为 \(group.map { "\($0.points) 分" } ?? "无")",
        en:
          "clause \(clause.id) has \(points) points, its group \(group.map { "\($0.points)" } ?? "none")"
      )
    }
  }

  private mutating func check(_ clause: CoverageMap.Clause, _ items: Set<String>) {
    for item in clause.items where !items.contains(item) {
      report(
        "unknown-item", clause.position, zh: "条目 \(clause.id) 所列 \(item) 不是本标准的评查项目",
        en: "clause \(clause.id) names \(item), which is no item of the rubric")
    }
    if clause.status == .notApplicable, clause.remark == nil {
      report(
        "no-remark", clause.position, zh: "条目 \(clause.id) 不适用，应写明原因",
        en: "clause \(clause.id) is not applicable; a remark should say why")
    }
    let due = status(of: clause)
    if due != clause.status {
      report(
        "status", clause.position,
        zh: "条目 \(clause.id) 写作 \(clause.status.rawValue)，按所列项目应为 \(due.rawValue)",
        en: "clause \(clause.id) says \(clause.status.rawValue); by its items it is \(due.rawValue)"
      )
    }
  }

  /// What the items say about who judges.
  private func status(of clause: CoverageMap.Clause) -> CoverageMap.Status {
    let requirements = clause.items.compactMap(library.requirement)
    guard !requirements.isEmpty else { return .notApplicable }
    if requirements.allSatisfy({ $0.judge == .person }) { return .person }
    let alone = requirements.allSatisfy { requirement in
      requirement.judge == .engine && !requirement.checks.contains { $0.effect == .ask }
    }
    return alone ? .automated : .confirm
  }

  private mutating func report(
    _ code: String, _ position: SourcePosition, zh: String, en: String
  ) {
    problems.append(RubricProblem(code, file: map.file, position: position, zh: zh, en: en))
  }
}
