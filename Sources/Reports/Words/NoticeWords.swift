import RubricKit

/// Words of the rectification notice (整改通知书) and the rectification list (整改清单).
enum NoticeWords {
  static let draft = Words.text("征求意见稿", "DRAFT FOR COMMENT")
  static let number = Words.text("〔　　　　〕　　　号", "No. ________")
  static let sender = Words.text("（评查机关印章）", "(seal of the reviewing body)")
  static let date = Words.text("　　　　年　　月　　日", "Date: ____________")
  static let you = Words.text("你单位", "your agency")

  static let setProblems = Words.text("案卷之间的问题", "Between case files")

  static let attachmentHead = Words.text("附件：", "Attachments: ")
  static let rectificationList = Words.text("整改清单", "Rectification list")
  static let privacy = Words.text(
    "本件及附件载有案卷中的个人信息，请妥善保管，不得公开。",
    "This paper and its attachments hold personal data; keep them safe and do not publish them.")

  static let serial = Words.text("序号", "No.")
  static let caseNumber = Words.text("案号", "Case number")
  static let caseName = Words.text("案卷名称", "Case")
  static let rubric = Words.text("评查标准", "Rubric")
  static let result = Words.text("得分、等次", "Score, grade")
  static let count = Words.text("问题", "Findings")
  static let paper = Words.text("文书及页码", "Document, page")
  static let problem = Words.text("存在问题", "Finding")
  static let basis = Words.text("依据", "Basis")
  static let remedy = Words.text("整改要求", "What to put right")
  static let term = Words.text("期限", "Term")
  static let status = Words.text("整改情况（单位填写）", "What was done (agency)")
  static let recheck = Words.text("复核意见", "Re-check")
  static let code = Words.text("编码", "Code")

  static func listTitle(_ agency: String) -> [LocalizedText] {
    [Words.text(agency, "\(agency): "), Words.text("行政执法案卷评查整改清单", "rectification list")]
  }

  /// Why the paper is only a draft: each count that is not zero.
  static func draftReason(_ open: OpenCounts) -> LocalizedText {
    let counts = openCounts(open)
    return Words.text(
      "（尚有\(counts.zh)，结论以正式通知为准）", "(\(counts.en); only the final notice counts)")
  }

  /// What is open: each count that is not zero.
  static func openCounts(_ open: OpenCounts) -> LocalizedText {
    var zh: [String] = []
    var en: [String] = []
    func add(_ count: Int, _ chinese: String, _ english: String) {
      guard count > 0 else { return }
      zh.append(chinese)
      en.append(english)
    }
    add(open.vetoes, "一票否决待定\(open.vetoes)项", "vetoes open: \(open.vetoes)")
    add(open.pending, "待人工核定\(open.pending)项", "items pending: \(open.pending)")
    add(open.errors, "未能判定\(open.errors)项", "items in error: \(open.errors)")
    add(open.unjudged, "未评案卷\(open.unjudged)件", "files not judged: \(open.unjudged)")
    return Words.text(zh.joined(separator: "、"), en.joined(separator: ", "))
  }

  static func mean(_ rubric: String, _ mean: String, count: Int) -> LocalizedText {
    Words.text(
      "按\(rubric)，已评案卷\(count)件，平均分\(mean)分。",
      "By \(rubric), files judged: \(count), mean: \(mean).")
  }

  static func meanAdjusted(_ rubric: String, _ mean: String) -> LocalizedText {
    Words.text("按\(rubric)，计入案卷之间的问题后，平均分\(mean)分。", "By \(rubric), after set rules: mean \(mean).")
  }

  static func veto(_ number: String, _ title: String, _ effect: String) -> LocalizedText {
    Words.text(
      "案卷\(number)“\(title)”一项不符合，按评查标准一票否决（\(effect)）。",
      "\(number): “\(title)” failed and is a veto (\(effect)).")
  }

  static func adjusted(
    _ number: String, _ rule: String, _ rubric: String, _ before: String, _ after: String
  )
    -> LocalizedText
  {
    Words.text(
      "案卷\(number)因“\(rule)”，\(rubric)得分由\(before)调整为\(after)。",
      "\(number): because of “\(rule)”, \(rubric) changes from \(before) to \(after).")
  }

  static func caseHeading(_ index: Int, _ number: String, _ name: String) -> LocalizedText {
    Words.text("（\(ChineseNumeral.text(index))）\(number)　\(name)", "(\(index)) \(number) \(name)")
  }

  static func setHeading(_ index: Int) -> LocalizedText {
    Words.text("（\(ChineseNumeral.text(index))）案卷之间的问题", "(\(index)) Between case files")
  }

  static func item(_ index: Int, _ text: String) -> LocalizedText {
    Words.text("\(index)．\(text)", "\(index). \(text)")
  }

  /// Pages in brackets after a document, basis after a finding.
  static func bracketed(_ text: String) -> LocalizedText { Words.text("（\(text)）", " (\(text))") }

  static func basisSentence(_ basis: String) -> LocalizedText {
    Words.text("依据：\(basis)。", " Basis: \(basis).")
  }

  static func demand(
    _ title: String, _ serials: String, _ remedy: String, _ cure: String, _ term: String
  )
    -> LocalizedText
  {
    Words.text(
      "\(title)（清单第\(serials)项）：\(remedy)\(cure)，\(term)完成。",
      "\(title) (list no. \(serials)): \(remedy) (\(cure), \(term))")
  }

  static func explain(_ title: String, _ serials: String, _ remedy: String, _ term: String)
    -> LocalizedText
  {
    Words.text(
      "\(title)（清单第\(serials)项）：\(remedy)本项不可补正，\(term)书面说明处理情况。",
      "\(title) (list no. \(serials)): \(remedy) It cannot be cured; report \(term).")
  }

  static func fromReceipt(_ days: Int) -> LocalizedText {
    Words.text("自收到之日起\(days)日内", "within \(days) days of receipt")
  }

  static let listNote = Words.text(
    "期限自收到整改通知书之日起计算。“编码”是问题的识别码，回复和复核时请保留。标明“不可补正”的，不得事后补作或者倒签文书。",
    "Terms run from receipt of the notice. The code identifies the finding: keep it in replies. What “cannot "
      + "be cured” must not be made up or back-dated.")

  static let explainTerm = Words.text("（书面说明）", " (written statement)")

  /// Other cases of a contradiction, by agency and number only: their papers are not this agency's.
  static func seeAlso(_ cases: String) -> LocalizedText {
    Words.text("另见：\(cases)。", " See also: \(cases).")
  }

  static func innocent(_ text: String) -> LocalizedText {
    Words.text("请先核实是否属于下列情形：\(text)", " First rule out: \(text)")
  }
}
