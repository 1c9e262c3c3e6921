@testable import RubricKit

extension Sample {
  static let open: CaseRecord = {
    let outcomes = [
      outcome(
        "penalty.notice.hearing-period", .pending,
        [
          occurrence(
            "penalty.notice.hearing-period", .pending,
            text("缺少听证标准登记册，无法判断本案是否应告知听证权利", "no register of hearing thresholds"),
            reasons: [.registerMissing],
            places: [
              place(
                "priorNotice", text("行政处罚事先告知书", "prior notice"), number: "示应急罚告〔2024〕3号",
                pages: "28–30", line: 188, path: "/caseFile/documents/priorNotice")
            ])
        ], reasons: [.registerMissing], mayNotApply: true),
      outcome(
        "penalty.notice.content", .pending,
        [
          occurrence(
            "penalty.notice.content", .pending,
            text(
              "告知书所载事实和理由是否足以使当事人陈述、申辩？", "Do the facts and reasons let the party state its case?"),
            reasons: [.person],
            places: [
              place(
                "priorNotice", text("行政处罚事先告知书", "prior notice"), number: "示应急罚告〔2024〕3号",
                pages: "28–30", line: 188, path: "/caseFile/documents/priorNotice")
            ])
        ], reasons: [.person]),
      outcome(
        "penalty.decision.discretion", .error,
        [
          occurrence(
            "penalty.decision.discretion", .error,
            text("罚款金额“约三千元”不是金额，无法比较", "the fine 约三千元 is no amount"),
            places: [
              place(
                "decision", text("行政处罚决定书", "penalty decision"), number: "示应急罚〔2024〕3号",
                pages: "44", line: 290, path: "/caseFile/documents/decision/fine")
            ])
        ]),
      outcome(
        "systems.recording.retention", .failed,
        [
          occurrence(
            "systems.recording.retention", .failed,
            text("留置送达无音像记录，也无见证人签名", "left without recording or witness"),
            places: [
              place(
                "proofOfService", text("送达回证", "proof of service"), number: nil, pages: "46",
                line: 301, path: "/caseFile/documents/proofOfService[1]")
            ])
        ]),
    ]
    return caseRecord(
      path: "应急局/2024-03.xml", agency: emergency, number: "示应急立〔2024〕3号",
      name: "示例县永固建材有限公司未按规定进行安全培训案", outcomes: outcomes,
      scores: scores(
        outcomes, systems: (70000, 70000), penalty: (40000, 100_000),
        lost: [
          "systems.recording.retention": (30000, 30000),
          "penalty.notice.hearing-period": (0, 30000), "penalty.notice.content": (0, 20000),
          "penalty.decision.discretion": (0, 10000),
        ], grades: ("pass", "pass", "fail", "excellent"),
        derivation: [
          text("上限：参评项目满分100分，扣0分，得100分；100÷100×100＝100.0分，优秀", "upper end: 100.0, excellent"),
          text("下限：参评项目满分100分，扣60分，得40分；40÷100×100＝40.0分，不及格", "lower end: 40.0, fail"),
        ]),
      personal: [.init(kind: "name", value: "林小花")])
  }()

  static let vetoed: CaseRecord = {
    let outcomes = [
      outcome(
        "penalty.review.before-decision", .failed,
        [
          occurrence(
            "penalty.review.before-decision", .failed,
            text(
              "处罚决定日期2024年3月8日，法制审核日期2024年3月11日，审核在决定之后",
              "decided 2024-03-08, reviewed 2024-03-11: the review came after the decision"),
            places: [
              place(
                "legalReview", text("法制审核意见书", "legal review"), number: nil, pages: "33",
                line: 214, path: "/caseFile/documents/legalReview/date", field: text("审核日期", "date")
              ),
              place(
                "decision", text("行政处罚决定书", "penalty decision"), number: "示青罚〔2024〕1号",
                pages: "36–38", line: 240, path: "/caseFile/documents/decision/date"),
            ],
            values: [
              .init(
                label: text("审核日期", "reviewed"), value: text("2024-03-11", "2024-03-11"), line: 214),
              .init(
                label: text("决定日期", "decided"), value: text("2024-03-08", "2024-03-08"), line: 240),
            ])
        ])
    ]
    return caseRecord(
      path: "青山乡/罚1.xml", agency: town, number: "示青立〔2024〕1号", name: "李某擅自占用道路案",
      outcomes: outcomes,
      scores: scores(
        outcomes, systems: (0, 0), penalty: (0, 0),
        lost: ["penalty.review.before-decision": (30000, 30000)],
        grades: ("fail", "fail", "fail", "fail"),
        derivation: [
          text("参评项目满分100分，扣30分，得70分；70÷100×100＝70.0分；一票否决后0分，不及格", "70.0; after veto 0, fail")
        ]))
  }()

  static let unreadable = UnjudgedRecord(
    path: "青山乡/罚2.xml", cause: "not-well-formed",
    message: text("XML 格式不正确：元素 decision 没有结束标签", "not well-formed: decision is not closed"),
    line: 77, column: 3, agency: town, caseNumber: "示青立〔2024〕2号")

  static let contradiction = SetFindingRecord(
    rule: "set.number.duplicate", severity: .major,
    message: text("案号“示市监立〔2024〕12号”出现在两件案卷中", "示市监立〔2024〕12号 stands in two files"),
    parts: [
      .init(
        path: faulty.path, agency: market, caseNumber: faulty.caseNumber,
        place: PlaceRecord(line: 6, column: 3, path: "/caseFile/caseNumber")),
      .init(
        path: vetoed.path, agency: town, caseNumber: vetoed.caseNumber,
        place: PlaceRecord(line: 6, column: 3, path: "/caseFile/caseNumber")),
    ],
    values: [], fingerprint: digest("duplicate"), evidence: digest("duplicate evidence"))

  /// What two files make a person look into.
  static let lead = SetFindingRecord(
    rule: "set.officer.travel", severity: .minor,
    message: text("陈建设的两次检查相隔5分钟", "5 minutes between two inspections of 陈建设"),
    parts: [
      .init(
        path: faulty.path, agency: market, caseNumber: faulty.caseNumber,
        place: PlaceRecord(line: 40, column: 5, path: "/caseFile/documents/inspectionRecord"),
        values: [
          ValueRecord(
            label: text("地点", "place"), value: text("示例县青山乡溪口村8号", "示例县青山乡溪口村8号"), line: nil)
        ]),
      .init(
        path: vetoed.path, agency: town, caseNumber: vetoed.caseNumber,
        place: PlaceRecord(line: 44, column: 5, path: "/caseFile/documents/inspectionRecord"),
        values: [
          ValueRecord(
            label: text("地点", "place"), value: text("示例县城关镇工业路8号", "示例县城关镇工业路8号"), line: nil)
        ]),
    ],
    values: [
      ValueRecord(label: text("间隔时间", "time between"), value: text("5分钟", "5 minutes"), line: nil)
    ],
    fingerprint: digest("lead"), evidence: digest("lead evidence"))

  static let adjustment = AdjustmentRecord(
    path: faulty.path, rule: "set.number.duplicate", rubric: "penalty-ordinary",
    before: .init(lower: faulty.scores[1].lower, upper: faulty.scores[1].upper),
    after: .init(
      lower: .init(points: 59000, grade: "fail"), upper: .init(points: 59000, grade: "fail")))

  static let remark = RemarkRecord(
    code: "waiver-unused", message: text("豁免未匹配任何问题", "matched no finding"), subject: "W-2024-03")

  static let end = EndRecord(
    judged: 4, unjudged: 1, findings: ["major": 3, "minor": 1, "fatal": 1], setFindings: 1,
    setQuestions: 1, pending: ["person": 1, "register-missing": 1], errors: 1,
    notCases: ["registers": 1],
    otherFiles: ["docx": 3, "(none)": 1], digest: "")
}
