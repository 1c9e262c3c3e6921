@testable import RubricKit

/// A small hand-built set of records: three agencies, five files; one clean, one with findings, one
/// with open items, one vetoed, one not judged.
enum Sample {
  static func text(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }

  static let manifest = ManifestRecord(
    format: 1, tool: .init(name: "caseaudit", version: "0.1.0"), asOf: "2024-12-31",
    rubrics: [threeSystems, penalty], requirements: requirements,
    setRules: [duplicate, travelRule],
    registers: .init(
      folder: "示例县/registers", insideJudged: false,
      files: [.init(kind: "officers", name: "officers.xml", digest: digest("officers"))]),
    calendar: .init(firstYear: 2018, lastYear: 2026, digest: digest("calendar")),
    profile: .init(
      id: "shili", title: text("示例县口径", "Shili's settings"), digest: digest("profile"),
      changes: [
        .init(
          kind: .grade, subject: text("《三项制度评查标准》“优秀”", "Three systems, “excellent”"),
          old: "85", new: "90", source: "示司〔2024〕5号", reason: "提高一档。"),
        .init(
          kind: .veto, subject: text("“法制审核先于处罚决定”", "“Legal review before the decision”"),
          old: "none", new: "zero", source: "示司〔2024〕5号", reason: "未经审核不得决定"),
      ]),
    schemaDigest: digest("schema"), options: .init(rubrics: [], validation: true))

  static func digest(_ text: String) -> String { Digest.sha256(text) }

  static let bands: [RubricRecord.Band] = [
    .init(id: "excellent", label: text("优秀", "excellent"), from: 90000),
    .init(id: "good", label: text("良好", "good"), from: 80000),
    .init(id: "pass", label: text("及格", "pass"), from: 60000),
    .init(id: "fail", label: text("不及格", "fail"), from: 0),
  ]

  static let threeSystems = RubricRecord(
    id: "three-systems", version: "1.0", title: text("三项制度评查标准", "Three systems"),
    issuer: text("示例县司法局", "Justice Bureau of Shili County"), from: "2021-07-15",
    digest: digest("three-systems"), model: "deduct", full: 100_000, notApplicable: "rescale",
    roundingDigits: 1, roundingMode: "half-up", bands: bands,
    sections: [
      .init(
        id: "publicity", title: text("一、行政执法公示", "1 Publicity"), points: 40000,
        items: [.init(requirement: "systems.publicity.penalty-term", points: 40000)]),
      .init(
        id: "recording", title: text("二、执法全过程记录", "2 Recording"), points: 30000,
        items: [.init(requirement: "systems.recording.retention", points: 30000)]),
      .init(
        id: "review", title: text("三、重大执法决定法制审核", "3 Legal review"), points: 30000,
        items: [.init(requirement: "penalty.review.before-decision", points: 30000, veto: "zero")]),
    ])

  static let penalty = RubricRecord(
    id: "penalty-ordinary", version: "1.0",
    title: text("行政处罚普通程序案卷评查标准", "Ordinary penalty files"),
    issuer: text("示例县司法局", "Justice Bureau of Shili County"), from: "2021-07-15",
    digest: digest("penalty-ordinary"), model: "deduct", full: 100_000, notApplicable: "rescale",
    roundingDigits: 1, roundingMode: "half-up", bands: bands,
    sections: [
      .init(
        id: "notice", title: text("一、告知与听证", "1 Notice and hearing"), points: 50000,
        items: [
          .init(requirement: "penalty.notice.hearing-period", points: 30000, veto: "unqualified"),
          .init(requirement: "penalty.notice.content", points: 20000),
        ]),
      .init(
        id: "decision", title: text("二、决定与送达", "2 Decision and service"), points: 50000,
        items: [
          .init(requirement: "penalty.review.before-decision", points: 20000, veto: "zero"),
          .init(requirement: "penalty.decision.amount-capitals", points: 10000),
          .init(requirement: "penalty.service.term", points: 10000),
          .init(requirement: "penalty.decision.discretion", points: 10000),
        ]),
    ])

  static func basis(_ law: String, _ article: Int, _ en: String) -> BasisRecord {
    BasisRecord(
      law: law, article: "\(article)",
      text: text("《\(law)》第\(ChineseArticle.text(article))条", "\(en), art. \(article)"))
  }

  private static let penaltyLaw = "Administrative Penalty Law"

  static let requirements: [RequirementRecord] = [
    requirement(
      "systems.publicity.penalty-term",
      text("处罚决定在七个工作日内公开", "Decision published in 7 working days"),
      .major, system: .publicity, basis: basis("行政处罚法", 48, penaltyLaw),
      remedy: text("补充公开处罚决定，并说明逾期原因。", "Publish the decision and explain the delay."),
      curable: .partly, termDays: 15),
    requirement(
      "systems.recording.retention",
      text("留置送达有音像记录或见证人", "Service by leaving is recorded or witnessed"),
      .major, system: .recording, basis: basis("行政处罚法", 47, penaltyLaw),
      remedy: text("补充归档送达过程的音像记录。", "File the recording of the service."), curable: .yes),
    requirement(
      "penalty.review.before-decision", text("法制审核先于处罚决定", "Legal review before the decision"),
      .fatal, system: .legalReview, basis: basis("行政处罚法", 58, penaltyLaw),
      remedy: text("不可补正；依法自行纠正处罚决定，并规范法制审核程序。", "Correct the decision; follow the procedure."),
      curable: .no),
    requirement(
      "penalty.notice.hearing-period", text("听证申请期限届满后作出决定", "Decision after the hearing period"),
      .fatal, basis: basis("行政处罚法", 64, penaltyLaw),
      remedy: text("不可补正；依法自行纠正处罚决定。", "Correct the decision."), curable: .no),
    requirement(
      "penalty.notice.content",
      text("事先告知书载明拟处罚内容、事实、理由和依据", "Notice states content, facts, reasons and basis"),
      .major, basis: basis("行政处罚法", 44, penaltyLaw),
      remedy: text("今后制作告知书时逐项载明。", "State every element in future notices."), curable: .no,
      judge: .person,
      question: text(
        "告知书所载事实和理由是否足以使当事人陈述、申辩？", "Do the facts and reasons let the party state its case?")),
    requirement(
      "penalty.decision.amount-capitals",
      text("罚款大写与小写金额一致", "Amount in figures and in capitals agree"),
      .minor, basis: basis("行政处罚法", 59, penaltyLaw),
      remedy: text("以补正决定书更正金额。", "Correct the amount in writing."), curable: .yes,
      checks: [.init(id: "c1", deduct: 5000, cap: 10000), .init(id: "c2", note: true)]),
    requirement(
      "penalty.service.term", text("处罚决定书在七个工作日内送达", "Decision served in 7 working days"),
      .major, basis: basis("行政处罚法", 61, penaltyLaw),
      remedy: text("说明逾期送达的原因，今后按期送达。", "Explain the delay; serve in time."), curable: .no),
    requirement(
      "penalty.decision.discretion",
      text("裁量理由与裁量基准相符", "Reasons agree with the discretion benchmark"),
      .major, basis: basis("行政处罚法", 34, penaltyLaw),
      remedy: text("补充说明裁量理由。", "Add the reasons."), curable: .yes, judge: .confirm,
      question: text("所述裁量情节是否与所选档次相符？", "Do the circumstances fit the tier?")),
  ]

  private static func requirement(
    _ id: String, _ title: LocalizedText, _ severity: Severity, system: EnforcementSystem = .none,
    basis: BasisRecord, remedy: LocalizedText, curable: Curability, termDays: Int? = nil,
    judge: Judge = .engine, question: LocalizedText? = nil, checks: [RequirementRecord.Check]? = nil
  ) -> RequirementRecord {
    RequirementRecord(
      id: id, title: title, severity: severity, judge: judge, system: system, basis: [basis],
      remedy: remedy, curable: curable, checks: checks, termDays: termDays, question: question,
      digest: digest(id))
  }

  static let duplicate = SetRuleRecord(
    id: "set.number.duplicate", title: text("案号重复", "Duplicate case number"), severity: .major,
    strength: .strong, labels: [:],
    comparison: SetComparison(
      kind: .same, facts: ["fact"], apart: .file, least: 2, values: [:], numbers: [:]),
    message: text("同一案号出现在两件案卷中", "one case number stands in two files"),
    innocent: text("同一案卷的电子文件被保存了两份；录入时案号有误。", "One file saved twice; a slip in transcription."),
    basis: [basis("行政处罚法", 47, penaltyLaw)],
    remedy: text("核对案号登记簿，更正重复的案号。", "Check the register of numbers and correct them."))
}

extension Sample {
  /// A rule whose matches are questions.
  static let travelRule = SetRuleRecord(
    id: "set.officer.travel", title: text("执法人员两地间隔过短", "Too little time to travel"),
    severity: .minor, strength: .hint,
    labels: ["act.place": text("地点", "place"), "act.start": text("开始时间", "from")],
    terms: ["inspection": text("检查", "inspection")],
    comparison: SetComparison(
      kind: .overlap, facts: ["act"], apart: .file, least: 2,
      values: ["from": "start", "to": "end"], numbers: ["gap": 20],
      condition: "$a.place != $b.place"),
    message: text("两次执法活动相隔{minutes}分钟", "{minutes} minutes between two acts"),
    innocent: text("两处相邻。", "Next door to each other."),
    basis: [basis("行政处罚法", 47, penaltyLaw)],
    remedy: text("核对音像记录。", "Check the recordings."))
}

/// Articles as the sample cites them.
private enum ChineseArticle {
  static func text(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    return digits[number / 10] + "十" + digits[number % 10]
  }
}
