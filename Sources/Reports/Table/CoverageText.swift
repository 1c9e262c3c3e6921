public import RubricKit

/// A coverage map as a table: the clauses of a standard, who judges each, and by which items.
public struct CoverageText {
  private let map: CoverageMap
  private let lang: Language

  /// A table in one language.
  public init(_ map: CoverageMap, _ lang: Language) {
    self.map = map
    self.lang = lang
  }

  /// All lines, each with its line feed.
  public var text: String {
    let grid = TextGrid(columns: [
      .init(width: 7), .init(width: 6, alignment: .trailing), .init(width: lang == .zh ? 18 : 28),
      .init(width: 44),
    ])
    var result = "\(map.law)  \(map.rubric)\n"
    for part in map.parts {
      result += "\n\(part.title[lang])\n" + grid.rule()
      for clause in part.clauses {
        let cells = [
          clause.id, clause.points.map { "\($0)" } ?? "", CoverageText.word(clause.status)[lang],
          clause.title[lang],
        ]
        result += grid.line(cells.map { TextGrid.Cell($0) })
        for item in clause.items { result += String(repeating: " ", count: 17) + item + "\n" }
        if let remark = clause.remark {
          result += String(repeating: " ", count: 17) + remark[lang] + "\n"
        }
      }
    }
    return result + "\n" + counts + "\n"
  }

  private var counts: String {
    let comma = lang == .zh ? "，" : ", "
    let each = CoverageMap.Status.allCases.map { status in
      "\(CoverageText.word(status)[lang]) \(map.count(status))"
    }
    let all = LocalizedText(zh: "条目 \(map.clauses.count) 个", en: "\(map.clauses.count) clauses")
    return ([all[lang]] + each).joined(separator: comma)
  }

  private static func word(_ status: CoverageMap.Status) -> LocalizedText {
    switch status {
    case .automated: LocalizedText(zh: "自动评查", en: "automated")
    case .confirm: LocalizedText(zh: "自动评查，人工确认", en: "automated, with confirmation")
    case .person: LocalizedText(zh: "人工评查", en: "person")
    case .notApplicable: LocalizedText(zh: "本类案卷不涉及", en: "not in this kind of file")
    }
  }
}
