public import RubricKit

/// The handbook: a page per requirement and indexes by law, by system and by rubric, in Markdown,
/// each in Chinese and English.
public struct Handbook: Sendable {
  private let library: RubricLibrary
  private let laws: LawRegister
  private let changes: [String: [String]]

  /// A handbook of everything in a library.
  ///
  /// - Parameter changelogs: the text of each rubric's record of changes, by the rubric's id.
  public init(_ library: RubricLibrary, laws: LawRegister, changelogs: [String: String]) {
    self.library = library
    self.laws = laws
    var changes: [String: [String]] = [:]
    for (rubric, text) in changelogs {
      for line in text.split(separator: "\n") where line.hasPrefix("- ") {
        for id in library.requirements.keys where line.contains(id) {
          changes[id, default: []].append("\(rubric): \(line.dropFirst(2))")
        }
      }
    }
    self.changes = changes.mapValues { $0.sorted() }
  }

  /// The pages by file name.
  public var files: [String: String] {
    var files = ["README.md": index]
    for requirement in requirements {
      files["\(requirement.id).md"] =
        RequirementPage(
          requirement: requirement, library: library, laws: laws,
          changes: changes[requirement.id] ?? []
        ).text
    }
    return files
  }

  private var requirements: [Requirement] {
    library.requirements.keys.sorted().compactMap(library.requirement)
  }

  private var index: String {
    """
    # 评查项目手册 · Handbook of requirements

    由 `caseaudit rubric docs` 从评查标准生成，请勿手工修改。
    Written from the rubrics by `caseaudit rubric docs`; not to be edited by hand.

    ## 按评查标准 · By rubric

    \(byRubric)
    ## 按三项制度 · By system

    \(bySystem)
    ## 按法条 · By law and article

    \(byLaw)
    """
  }

  private var byRubric: String {
    library.rubrics.map { rubric in
      let sections = rubric.sections.map { section in
        "- \(section.title.zh) · \(section.title.en)：\(section.points)\n"
          + section.items.map { "  - \(link($0.requirement))：\($0.points)\n" }.joined()
      }
      return
        "### \(rubric.title.zh) · \(rubric.title.en) (`\(rubric.id)`)\n\n\(sections.joined())\n"
    }.joined()
  }

  private var bySystem: String {
    EnforcementSystem.allCases.compactMap { system -> String? in
      guard let name = Words.system(system) else { return nil }
      let links = requirements.filter { $0.system == system }.map { "- \(link($0.id))\n" }
      return "### \(name.zh) · \(name.en)\n\n\(links.joined())\n"
    }.joined()
  }

  private var byLaw: String {
    var byLaw: [String: [Int: Set<String>]] = [:]
    for requirement in requirements {
      for basis in requirement.bases {
        byLaw[basis.law, default: [:]][basis.article ?? 0, default: []].insert(requirement.id)
      }
    }
    return byLaw.keys.sorted().map { law in
      let articles = (byLaw[law] ?? [:]).sorted { $0.key < $1.key }.map { article, ids in
        "- \(article == 0 ? "（整体引用 · as a whole）" : "第\(article)条 · art. \(article)")："
          + ids.sorted().map(link).joined(separator: "、") + "\n"
      }
      return "### 《\(law)》\n\n\(articles.joined())\n"
    }.joined()
  }

  private func link(_ id: String) -> String {
    "[\(library.requirement(id)?.title.zh ?? id)](\(id).md)"
  }
}
