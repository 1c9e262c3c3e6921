import RubricKit

/// Words of the review sheet (评查表) and of the sheet of open items.
enum ReviewWords {
  static let title = Words.text("行政执法案卷评查表", "Case-file review sheet")
  static let agency = Words.text("执法单位", "Agency")
  static let caseNumber = Words.text("案号", "Case number")
  static let caseName = Words.text("案卷名称", "Case")
  static let kind = Words.text("案卷种类", "Kind")
  static let asOf = Words.text("评查基准日", "As of")
  static let file = Words.text("案卷文件", "File")
  static let digest = Words.text("文件摘要", "File digest")
  static let result = Words.text("评查结论", "Result")

  static let serial = Words.text("序号", "No.")
  static let item = Words.text("评查项目", "Item")
  static let points = Words.text("分值", "Points")
  static let outcome = Words.text("结论", "Outcome")
  static let lost = Words.text("扣分", "Lost")
  static let earned = Words.text("得分", "Earned")
  static let remark = Words.text("评查意见", "Remark")
  static let subtotal = Words.text("小计", "Subtotal")
  static let total = Words.text("合计", "Total")
  static let formula = Words.text("计分", "How the score comes about")
  static let veto = Words.text("一票否决项", "veto item")
  static let vetoes = Words.text("一票否决", "Vetoes")
  static let notes = Words.text("提示（不扣分）", "Remarks (no points)")
  static let schemaErrors = Words.text("案卷数据格式错误", "Format errors of the case file")
  static let answered = Words.text("人工核定", "decided by")
  static let notApplicable = Words.text("—", "—")

  static func bonus(_ points: String) -> LocalizedText {
    Words.text("加\(points)", "up to +\(points)")
  }

  static func rubric(_ title: String, _ version: String) -> LocalizedText {
    Words.text("《\(title)》（\(version)版）", "\(title) (version \(version))")
  }

  static func score(_ points: String, _ grade: String) -> LocalizedText {
    Words.text("得分：\(points)　等次：\(grade)", "Score: \(points)   Grade: \(grade)")
  }

  static func summary(_ rubric: String, _ points: String, _ grade: String) -> LocalizedText {
    Words.text("\(rubric)：\(points)分，\(grade)", "\(rubric): \(points), \(grade)")
  }

  static func afterWaiver(_ points: String, _ grade: String) -> LocalizedText {
    Words.text("豁免后得分：\(points)　等次：\(grade)", "After waiver: \(points)   Grade: \(grade)")
  }

  static func adjusted(_ rule: String, _ result: String) -> LocalizedText {
    Words.text("因“\(rule)”调整后：\(result)", "After “\(rule)”: \(result)")
  }

  static func vetoLine(_ title: String, _ effect: String, _ state: String) -> LocalizedText {
    Words.text("\(title)：\(state)（\(effect)）", "\(title): \(state) (\(effect))")
  }

  static func waived(_ message: String, _ reason: String) -> LocalizedText {
    Words.text("\(message)（已豁免：\(reason)）", "\(message) (waived: \(reason))")
  }

  static let signatures = [
    Words.text("评查人（签名）：＿＿＿＿＿＿＿＿＿", "Reviewer: ______________________"),
    Words.text("日期：　　　　年　　月　　日", "Date: ______________"),
    Words.text("评查人（签名）：＿＿＿＿＿＿＿＿＿", "Reviewer: ______________________"),
    Words.text("日期：　　　　年　　月　　日", "Date: ______________"),
  ]

  static let openNote = Words.text(
    "“待核定”和“未能判定”的项目尚无结论，不是问题；得分因此以区间表示，下限为全部不符合，上限为全部符合。",
    "Items to be decided or not judged are open, not faults; the score is a range between all of them failing "
      + "and all passing.")
  static let privacy = Words.text(
    "本表载有案卷中的个人信息，请妥善保管。", "This sheet holds personal data; keep it safe.")

  static let internalMark = Words.text("内部资料　不得发给被评查单位", "INTERNAL: not for the agency")
  static let openTitle = Words.text("待人工核定事项", "Items to be decided")
  static let openIntro = Words.text(
    "下列事项尚无结论，不是问题，不得作为问题告知被评查单位。核定后重新评查，再制发正式通知。",
    "The following is open. It is no fault and must not be shown to the agency as one. Decide, judge again, and "
      + "only then issue the final notice.")
  static let question = Words.text("待核定内容", "What is to be decided")
  static let reason = Words.text("原因", "Why open")
  static let effect = Words.text("影响", "Effect")
  static let answer = Words.text("核定结论", "Decision")
  static let reviewer = Words.text("核定人", "Decided by")
  static let unjudgedTitle = Words.text("应评而未评的文件", "Not judged")
  static let cause = Words.text("未评原因", "Why not judged")
  static let presumed = Words.text(
    "（单位不明，按所在文件夹归入）", " (agency unknown; taken from its folder)")
  static let answers = Words.text(
    "□\u{2060}符合 □\u{2060}不符合 □\u{2060}不适用", "□ in order □ not □ not applicable")

  static func mayLose(_ rubric: String, _ points: String) -> LocalizedText {
    Words.text("\(rubric)最多扣\(points)分", "\(rubric): up to \(points)")
  }

  static func mayVeto(_ effect: String) -> LocalizedText {
    Words.text("一票否决待定（\(effect)）", "veto open (\(effect))")
  }
}
