import RubricKit

/// Words of the list of contradictions between case files.
enum ConflictsWords {
  static let title = Words.text("案卷之间的矛盾和线索", "Contradictions and leads across case files")
  static let none = Words.text(
    "没有发现矛盾和线索。", "No contradictions and nothing to look into.")
  static let incomplete = Words.text("未能全部比对", "Not compared in full")

  static func compared(_ cases: Int, _ rules: Int) -> LocalizedText {
    Words.text("比对案卷 \(cases) 件，规则 \(rules) 项", "\(cases) case files compared by \(rules) rules")
  }

  static func cases(_ count: Int) -> LocalizedText {
    Words.text("（\(count)件）", " (\(count))")
  }

  static func totals(_ findings: Int, _ questions: Int) -> LocalizedText {
    Words.text(
      "合计：矛盾 \(findings) 处，须核实的线索 \(questions) 条。",
      "In all: \(findings) contradictions, \(questions) matters to look into.")
  }
}
