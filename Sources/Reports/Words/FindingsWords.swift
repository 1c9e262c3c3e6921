import RubricKit

/// Words of the list of findings.
enum FindingsWords {
  static let title = Words.text("行政执法案卷评查问题", "Findings of the case-file review")
  static let place = Words.text("位置", "Where")
  static let item = Words.text("项目", "Item")
  static let problem = Words.text("问题", "Finding")
  static let values = Words.text("比对", "Compared")
  static let derivation = Words.text("推算", "Worked out")
  static let costs = Words.text("扣分", "Points lost")
  static let basis = Words.text("依据", "Basis")
  static let remedy = Words.text("整改", "Remedy")
  static let waiver = Words.text("豁免理由", "Waived because")
  static let question = Words.text("待回答", "Question")
  static let problemOpen = Words.text("情况", "Situation")
  static let reason = Words.text("原因", "Reason")
  static let waived = Words.text("已豁免", "waived")
  static let notes = Words.text("提示（不扣分）", "Remarks (no points)")
  static let set = Words.text("案卷之间的矛盾", "Contradictions between case files")
  static let setQuestions = Words.text(
    "须核实的跨卷线索（尚无结论，不是问题）", "To look into across case files (open, not faults)")
  static let lookInto = Words.text("须核实", "look into")
  static let innocent = Words.text("先排除", "Rule out")
  static let cases = Words.text("涉及案卷", "Files")
  static let pending = Words.text(
    "待核定事项（尚无结论，不是问题）", "To be decided (open, not faults)")
  static let unjudged = Words.text("应评而未评的文件", "Not judged")
  static let none = Words.text("没有发现问题。", "No findings.")
  static let nothingJudged = Words.text(
    "没有评查任何案卷，不能得出没有问题的结论。", "No case file was judged; this does not mean that all is in order.")

  static func inBrackets(_ text: String) -> LocalizedText { Words.text("（\(text)）", " (\(text))") }

  static func veto(_ effect: String) -> LocalizedText {
    Words.text("，一票否决（\(effect)）", ", veto (\(effect))")
  }

  /// The term for a cure, counted from receipt of the notice.
  static func term(_ days: Int) -> LocalizedText {
    Words.text("自收到之日起\(days)日内", "within \(days) days of receipt")
  }

  static func together(_ count: Int) -> LocalizedText {
    Words.text("（本项共\(count)处，合并计扣）", " (\(count) findings on this item together)")
  }

  static func count(_ bySeverity: [Severity: Int]) -> LocalizedText {
    let counts = Severity.allCases.reversed().map { bySeverity[$0] ?? 0 }
    let total = counts.reduce(0, +)
    return Words.text(
      "问题 \(total) 处（严重 \(counts[0])，较重 \(counts[1])，一般 \(counts[2])）",
      "\(total) findings (\(counts[0]) fatal, \(counts[1]) major, \(counts[2]) minor)")
  }

  static func totals(judged: Int, findings: Int, set: Int, pending: Int, unjudged: Int)
    -> LocalizedText
  {
    Words.text(
      "合计：已评案卷 \(judged) 件，问题 \(findings) 处，案卷之间的矛盾 \(set) 处，待核定 \(pending) 处，未评 \(unjudged) 件。",
      "In all: \(judged) judged, \(findings) findings, \(set) contradictions, \(pending) open, \(unjudged) not judged."
    )
  }
}
