import RubricKit

/// Words of the rectification notice (整改通知书) and the rectification list (整改清单).
enum NoticeWords {
  static let draft = Words.text("征求意见稿", "DRAFT FOR COMMENT")
  static let number = Words.text("〔　　　　〕　　　号", "No. ________")
  static let sender = Words.text("（评查机关印章）", "(seal of the reviewing body)")
  static let date = Words.text("　　　　年　　月　　日", "Date: ____________")
  /// By which the ledger can be checked later.
  static func ledger(_ registration: PaperRegistration) -> LocalizedText {
    Words.text(
      "整改台账第\(registration.event)条，校验值 \(registration.ledgerHash)",
      "Ledger, event \(registration.event), hash \(registration.ledgerHash)")
  }

  static let you = Words.text("你单位", "your agency")

  static let conclusion = Words.text("一、评查结论", "1. Conclusion")
  static let problems = Words.text("二、存在问题", "2. Findings")
  static let demands = Words.text("三、整改要求", "3. What to put right")
  static let feedback = Words.text("四、反馈要求", "4. Reply")
  static let objection = Words.text("五、异议", "5. Objections")
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

  /// In parts between which a line may break.
  static func title(_ agency: String) -> [LocalizedText] {
    [
      Words.text("关于\(agency)", "Notice to \(agency) "),
      Words.text("行政执法案卷评查问题的", "on the findings "), Words.text("整改通知书", "of the case-file review"),
    ]
  }

  static func listTitle(_ agency: String) -> [LocalizedText] {
    [Words.text(agency, "\(agency): "), Words.text("行政执法案卷评查整改清单", "rectification list")]
  }

  static func addressee(_ agency: String) -> LocalizedText {
    Words.text("\(agency)：", "\(agency):")
  }

  /// Why the paper is only a draft: each count that is not zero.
  static func draftReason(_ open: OpenCounts) -> LocalizedText {
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
    return Words.text(
      "（尚有\(zh.joined(separator: "、"))，结论以正式通知为准）",
      "(\(en.joined(separator: ", ")); only the final notice counts)")
  }

  static func opening(rubrics: String, asOf: String, file: AgencyFile) -> LocalizedText {
    let drawn = file.cases.count + file.unjudged.count
    return Words.text(
      "根据行政执法案卷评查工作安排，我单位依据\(rubrics)，对你单位的行政执法案卷进行了评查，评查基准日为\(asOf)。"
        + "本次共抽取你单位案卷\(drawn)件，已评\(file.cases.count)件，未评\(file.unjudged.count)件，"
        + "发现问题\(file.findingCount)处。现将有关情况通知如下：",
      "We have reviewed enforcement case files of your agency by \(rubrics), as of \(asOf). "
        + "Files drawn: \(drawn), judged: \(file.cases.count), not judged: \(file.unjudged.count); "
        + "findings: \(file.findingCount).")
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

  static let demandIntro = Words.text(
    "请对照所附整改清单逐项整改；属于可以补正的，依法补正并归入案卷；属于不可补正的，不得事后补作或者倒签文书，应当依法自行纠正，并书面说明原因和防止再次发生的措施。",
    "Put right each finding of the attached list. What can be cured is cured lawfully and filed; what "
      + "cannot be cured must not be made up or back-dated: correct the act as the law provides and state "
      + "the cause and what prevents a repetition.")

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

  static func reply(_ days: Int) -> LocalizedText {
    Words.text(
      "请自收到本通知书之日起\(days)日内，将整改情况书面报送我单位，填写整改清单的“整改情况”栏并加盖公章，附补正文书、说明材料等复印件。",
      "Reply in writing within \(days) days of receipt: fill in the list, seal it, and attach copies of what "
        + "was corrected.")
  }

  static let contact = Words.text(
    "联系人：＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿", "Contact: ____________  Telephone: ____________")

  static func objection(days: Int?) -> LocalizedText {
    let term = days.map { "\($0)" } ?? "　　"
    return Words.text(
      "对评查结论有异议的，可以自收到本通知书之日起\(term)日内，书面提出理由并附相关材料，申请复核。",
      "Whoever disagrees may ask for a review in writing within \(days.map { "\($0)" } ?? "____") days of "
        + "receipt, with reasons and materials.")
  }

  static func attachments(reviewSheets: Int) -> [LocalizedText] {
    [
      Words.text("附件：1．整改清单", "Attachments: 1. Rectification list"),
      Words.text("　　　2．评查表（\(reviewSheets)份）", "             2. Review sheets (\(reviewSheets))"),
    ]
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
