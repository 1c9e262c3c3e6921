import RubricKit

/// Heads and fixed values of the spreadsheets.
enum CSVWords {
  static let scoreHeads: [LocalizedText] = [
    Words.text("执法单位代码", "agency code"), Words.text("执法单位", "agency"),
    Words.text("案号", "case number"), Words.text("案卷名称", "case name"),
    Words.text("案卷种类", "kind"), Words.text("文件", "file"),
    Words.text("是否评查", "judged"), Words.text("评查标准", "rubric"),
    Words.text("标准版本", "version"), Words.text("最低得分", "lower score"),
    Words.text("最高得分", "upper score"), Words.text("最低等次", "lower grade"),
    Words.text("最高等次", "upper grade"), Words.text("等次是否确定", "grade certain"),
    Words.text("一票否决", "vetoes failed"), Words.text("否决待定", "vetoes open"),
    Words.text("扣分", "points lost"), Words.text("严重问题", "fatal findings"),
    Words.text("较重问题", "major findings"), Words.text("一般问题", "minor findings"),
    Words.text("豁免", "waived"), Words.text("待核定", "pending"),
    Words.text("未能判定", "errors"), Words.text("豁免后最低得分", "lower after waiver"),
    Words.text("豁免后最高得分", "upper after waiver"),
    Words.text("跨卷否决后最低得分", "lower after set rules"),
    Words.text("跨卷否决后最高得分", "upper after set rules"),
    Words.text("未评原因", "why not judged"),
  ]

  static let findingHeads: [LocalizedText] = [
    Words.text("类别", "class"), Words.text("执法单位代码", "agency code"),
    Words.text("执法单位", "agency"), Words.text("案号", "case number"),
    Words.text("案卷名称", "case name"), Words.text("文书", "document"),
    Words.text("文号", "document number"), Words.text("页码", "pages"),
    Words.text("项目编号", "item"), Words.text("项目", "item title"),
    Words.text("所属制度", "system"), Words.text("严重程度", "severity"),
    Words.text("问题", "message"), Words.text("比对", "values"),
    Words.text("推算", "derivation"), Words.text("本项扣分", "points lost on the item"),
    Words.text("依据", "basis"), Words.text("整改", "remedy"),
    Words.text("可否补正", "curable"), Words.text("期限（日）", "term (days)"),
    Words.text("待定原因", "why pending"), Words.text("豁免理由", "waiver"),
    Words.text("文件", "file"), Words.text("行", "line"), Words.text("列", "column"),
    Words.text("路径", "path"), Words.text("指纹", "fingerprint"),
  ]

  static let yes = Words.text("是", "yes")
  static let no = Words.text("否", "no")

  static let finding = Words.text("问题", "finding")
  static let set = Words.text("案卷之间的矛盾", "contradiction")
  static let setQuestion = Words.text("须核实的跨卷线索", "to look into across files")
  static let unjudged = Words.text("未评案卷", "not judged")

  static func outcome(_ outcome: Outcome) -> LocalizedText {
    outcome == .failed ? finding : Words.outcome(outcome)
  }
}
