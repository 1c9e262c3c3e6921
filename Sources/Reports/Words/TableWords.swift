import RubricKit

/// Words of the table and of the summaries under it.
enum TableWords {
  static let title = Words.text("行政执法案卷评查结果", "Case-file review")
  static let agency = Words.text("执法单位", "Agency")
  static let caseNumber = Words.text("案号", "Case number")
  static let kind = Words.text("案卷种类", "Kind")
  static let score = Words.text("得分", "Score")
  static let grade = Words.text("等次", "Grade")
  static let vetoes = Words.text("一票否决", "Vetoes")
  static let findings = Words.text("问题（处）", "Findings")
  static let pending = Words.text("待核定", "Pending")
  static let notJudged = Words.text("未评", "NOT JUDGED")

  static let agencies = Words.text("各单位评查情况（件、处）", "Agencies (files, findings)")
  static let drawn = Words.text("抽取", "Drawn")
  static let judged = Words.text("已评", "Judged")
  static let unjudged = Words.text("未评", "Unjudged")
  static let waived = Words.text("豁免", "Waived")
  static let errors = Words.text("未能判定", "Errors")
  static let files = Words.text("件数", "Files")
  static let mean = Words.text("平均分", "Mean")
  static let lowest = Words.text("最低分", "Lowest")
  static let uncertain = Words.text("未定", "Open")
  static let vetoFailed = Words.text("否决", "Vetoed")
  static let vetoOpen = Words.text("否决待定", "Veto open")
  static let afterSetRules = Words.text("  跨卷否决后", "  after set rules")
  static let ranking = Words.text("按平均分排列", "In the order of the mean")
  static let noRanking = Words.text(
    "尚有分数未定或案卷未评，暂不排列名次。", "No ranking: scores are open or files were not judged.")
  static let frequent = Words.text("最常见的问题", "Most frequent findings")
  static func setQuestions(_ count: Int) -> LocalizedText {
    Words.text(
      "须核实的跨卷线索 \(count) 条，用 caseaudit conflicts 查看",
      "\(count) matters to look into across case files: see caseaudit conflicts")
  }

  static let setFindings = Words.text("案卷之间的矛盾", "Contradictions between case files")
  static let innocent = Words.text("核实时请先排除：", "Rule out first: ")
  static let adjustments = Words.text("跨卷一票否决对得分的影响", "What set rules do to scores")
  static let run = Words.text("本次评查", "This run")
  static let unjudgedFiles = Words.text(
    "以下文件应评而未评，未计入任何平均分", "Not judged, and in no mean")
  static let skipped = Words.text("跳过的文件（不是 XML）：", "Passed over (not XML): ")
  static let notCases = Words.text("不是案卷的文件：", "Not case files: ")
  static let remarks = Words.text("提示", "Remarks")
  static let noFindings = Words.text("没有发现问题。", "No findings.")
  static let nothing = Words.text("没有可以评查的案卷。", "There was no case file to judge.")
  static let noRegisters = Words.text("未提供登记册", "no registers")

  static func asOf(_ date: String) -> LocalizedText {
    Words.text("评查基准日：\(date)", "As of \(date)")
  }

  static func rubrics(_ list: String) -> LocalizedText {
    Words.text("评查标准：\(list)", "Rubrics: \(list)")
  }

  static func registers(_ folder: String) -> LocalizedText {
    Words.text("登记册：\(folder)", "Registers: \(folder)")
  }

  static func vetoes(failed: Int, open: Int) -> LocalizedText? {
    switch (failed > 0, open > 0) {
    case (true, true): Words.text("否决 \(failed) 待定 \(open)", "veto \(failed) open \(open)")
    case (true, false): Words.text("否决 \(failed)", "veto \(failed)")
    case (false, true): Words.text("否决待定 \(open)", "veto open \(open)")
    case (false, false): nil
    }
  }

  static func counts(judged: Int, unjudged: Int) -> LocalizedText {
    Words.text("已评案卷 \(judged) 件，未评 \(unjudged) 件。", "\(judged) judged, \(unjudged) not judged.")
  }

  static func findings(_ bySeverity: [Severity: Int]) -> LocalizedText {
    let counts = Severity.allCases.reversed().map { bySeverity[$0] ?? 0 }
    return Words.text(
      "发现问题 \(counts.reduce(0, +)) 处：严重 \(counts[0])，较重 \(counts[1])，一般 \(counts[2])。",
      "\(counts.reduce(0, +)) findings: \(counts[0]) fatal, \(counts[1]) major, \(counts[2]) minor."
    )
  }

  static func pending(_ pending: Int, errors: Int) -> LocalizedText {
    Words.text(
      "待核定 \(pending) 项，未能判定 \(errors) 项；两者都不是问题，得分以区间表示。",
      "\(pending) items pending, \(errors) in error; neither is a fault, scores are ranges.")
  }

  static func occurrences(_ count: Int) -> LocalizedText { Words.text("\(count)处", "\(count) ×") }

  static func place(_ rank: Int) -> LocalizedText { Words.text("第\(rank)名", "\(rank).") }

  static func change(_ before: String, _ after: String) -> String { "\(before) → \(after)" }

  /// The extension that stands for having none, as the finder writes it.
  static func fileExtension(_ name: String) -> LocalizedText {
    name == "(none)" ? Words.text("无扩展名", "no extension") : Words.text(".\(name)", ".\(name)")
  }
}
