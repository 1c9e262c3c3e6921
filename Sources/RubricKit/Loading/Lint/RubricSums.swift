internal import CaseXML

/// Whether a rubric's numbers agree: items with sections, sections with full marks, bands with both
/// ends.
struct RubricSums {
  private let rubric: Rubric
  private var problems: [RubricProblem] = []

  /// What does not agree, in the order of the rubric.
  static func problems(of rubric: Rubric) -> [RubricProblem] {
    var sums = RubricSums(rubric: rubric)
    sums.check()
    return sums.problems
  }

  private init(rubric: Rubric) { self.rubric = rubric }

  private mutating func check() {
    var total = Points.zero
    for section in rubric.sections {
      checkGroups(section)
      let own = section.items.reduce(Points.zero) { $1.group == nil ? $0 + $1.points : $0 }
      let sum = section.groups.reduce(own) { $0 + $1.points }
      if sum != section.points {
        report(
          "points", section.items.first?.position,
          zh: "“\(section.title.zh)”各项合计 \(sum) 分，应为 \(section.points) 分",
          en: "the items of “\(section.title.en)” add up to \(sum), not \(section.points)")
      }
      if section.role == .normality { total = total + section.points }
    }
    if case .deduct = rubric.scoring, total != rubric.full {
      report(
        "points", nil, zh: "各部分合计 \(total) 分，应为 \(rubric.full) 分",
        en: "the sections add up to \(total), not \(rubric.full)")
    }
    if case .legalityNormality(let legality, let normality) = rubric.scoring,
      legality + normality != rubric.full
    {
      report(
        "points", nil, zh: "合法性与规范性分值合计 \(legality + normality) 分，应为 \(rubric.full) 分",
        en: "legality and normality add up to \(legality + normality), not \(rubric.full)")
    }
    checkBands()
    checkCaps()
    checkEarning()
    checkBonus()
  }

  /// A cap finer than the one rounding could round up into a better grade.
  private mutating func checkCaps() {
    let step = [1000, 100, 10, 1][min(rubric.rounding.digits, 3)]
    for item in rubric.items {
      guard case .cap(let points)? = item.veto, points.milli % step != 0 else { continue }
      report(
        "veto-cap", item.position,
        zh: "一票否决的上限 \(points) 分比取整的 \(rubric.rounding.digits) 位小数更细",
        en:
          "the veto's cap of \(points) is finer than the rounding to \(rubric.rounding.digits) digits"
      )
    }
  }

  /// A group's items may cost no more each, and no less together, than the group.
  private mutating func checkGroups(_ section: RubricSection) {
    for group in section.groups {
      let items = section.items.filter { $0.group == group.id }
      let sum = items.reduce(Points.zero) { $0 + $1.points }
      guard let first = items.first else { continue }
      if sum < group.points || items.contains(where: { $0.points > group.points }) {
        report(
          "points", first.position,
          zh: "分组 \(group.id) 共 \(group.points) 分：各项不得超过此数，合计不得少于此数",
          en: "group \(group.id) has \(group.points): no item may have more, all together no less")
      }
    }
  }

  /// What checks earn makes up the item's points, which nothing else is taken from.
  private mutating func checkEarning() {
    for item in rubric.items where !item.earns.isEmpty {
      let sum = item.earns.reduce(Points.zero) { $0 + $1.points }
      if sum != item.points {
        report(
          "points", item.position,
          zh: "\(item.requirement) 各检查得分合计 \(sum) 分，应为 \(item.points) 分",
          en: "the checks of \(item.requirement) earn \(sum), not \(item.points)")
      }
      if item.deduct != nil || item.cap != nil || item.group != nil {
        report(
          "earn", item.position,
          zh: "\(item.requirement) 按检查得分，不得另设 deduct、cap，也不得列入分组",
          en: "\(item.requirement) earns points: it has no deduct, no cap and no group")
      }
    }
  }

  /// A bonus counts in the way the rubric says, and is given by an item alone.
  private mutating func checkBonus() {
    let sections = rubric.sections.filter { $0.role == .bonus }
    if sections.isEmpty != (rubric.bonus == nil) {
      report(
        "bonus", nil, zh: "有加分部分的标准须写明 bonus 和 over-full，没有的不写",
        en: "a rubric with a bonus section says bonus and over-full, one without does not")
    }
    for item in sections.flatMap(\.items) where !item.gate.isEmpty {
      report(
        "bonus", item.position, zh: "加分部分的项目不得设 gate", en: "an item of a bonus section has no gate")
    }
  }

  private mutating func checkBands() {
    if rubric.bands.last?.from != .zero {
      report("bands", nil, zh: "最低一档应从 0 分起", en: "the lowest band should begin at 0")
    }
    if Set(rubric.bands.map(\.from)).count != rubric.bands.count
      || Set(rubric.bands.map(\.id)).count != rubric.bands.count
    {
      report("bands", nil, zh: "等次的起点或编号重复", en: "two bands share a start or an id")
    }
    if let top = rubric.bands.first, top.from > rubric.full {
      report("bands", nil, zh: "最高一档高于满分", en: "the highest band lies above full marks")
    }
  }

  private mutating func report(_ code: String, _ position: SourcePosition?, zh: String, en: String)
  {
    problems.append(
      RubricProblem(
        code, file: rubric.file, position: position ?? SourcePosition(line: 1, column: 1), zh: zh,
        en: en))
  }
}
