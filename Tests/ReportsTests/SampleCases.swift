@testable import RubricKit

extension Sample {
  static let market = AgencyRecord(code: "SL-JG", name: "示例县市场监督管理局")
  static let emergency = AgencyRecord(code: "SL-YJ", name: "示例县应急管理局")
  static let town = AgencyRecord(code: "SL-QS", name: "示例县青山乡人民政府")

  /// Every record, in a stream's order.
  static let records: [AuditRecord] = [
    .manifest(manifest), .caseFile(clean), .facts(FactsRecord(path: clean.path, facts: [])),
    .caseFile(faulty), .caseFile(open), .caseFile(vetoed), .unjudged(unreadable),
    .setFinding(contradiction), .setQuestion(lead),
    .adjustment(adjustment), .remark(remark), .end(end),
  ]

  static func place(
    _ kind: String, _ title: LocalizedText, number: String?, pages: String?, line: Int,
    column: Int = 5, path: String, field: LocalizedText? = nil
  ) -> PlaceRecord {
    PlaceRecord(
      documentKind: kind, documentTitle: title, documentID: nil, documentNumber: number,
      pages: pages, field: field, line: line, column: column, path: path)
  }

  static func occurrence(
    _ requirement: String, _ outcome: Outcome, _ message: LocalizedText,
    reasons: [PendingReason] = [], places: [PlaceRecord] = [], values: [ValueRecord] = [],
    derivation: [LocalizedText] = []
  ) -> OccurrenceRecord {
    OccurrenceRecord(
      key: requirement, check: "c1", outcome: outcome, reasons: reasons, message: message,
      places: places, values: values, derivation: derivation,
      fingerprint: digest("\(requirement) \(message.en)"), evidence: digest(message.zh))
  }

  static func outcome(
    _ requirement: String, _ outcome: Outcome, _ occurrences: [OccurrenceRecord] = [],
    reasons: [PendingReason] = [], notes: [OccurrenceRecord] = [], mayNotApply: Bool? = nil
  ) -> OutcomeRecord {
    OutcomeRecord(
      requirement: requirement, outcome: outcome, reasons: reasons, occurrences: occurrences,
      notes: notes, examined: max(1, occurrences.count), mayNotApply: mayNotApply)
  }

  /// Scores by both rubrics; what is not named passed without loss.
  static func scores(
    _ outcomes: [OutcomeRecord], systems: (Int, Int), penalty: (Int, Int),
    lost: [String: (Int, Int)] = [:], grades: (String, String, String, String),
    derivation: [LocalizedText]
  ) -> [ScoreRecord] {
    [(threeSystems, systems, grades.0, grades.1), (self.penalty, penalty, grades.2, grades.3)].map {
      rubric, ends, lowGrade, highGrade in
      let items = rubric.sections.flatMap(\.items).map { item -> ItemScoreRecord in
        let state = outcomes.first { $0.requirement == item.requirement }?.outcome ?? .passed
        let loss = lost[item.requirement] ?? (0, 0)
        return ItemScoreRecord(
          requirement: item.requirement, outcome: state, points: item.points, lost: loss.0,
          mayLose: loss.1, excluded: state == .notApplicable)
      }
      let vetoes = rubric.sections.flatMap(\.items).compactMap { item -> VetoRecord? in
        guard let effect = item.veto,
          let state = outcomes.first(where: { $0.requirement == item.requirement })?.outcome,
          [.failed, .pending, .error].contains(state)
        else { return nil }
        return VetoRecord(requirement: item.requirement, effect: effect, state: state)
      }
      let undecided = vetoes.contains { $0.state != .failed }
      return ScoreRecord(
        rubric: rubric.id, lower: .init(points: ends.0, grade: lowGrade),
        upper: .init(points: ends.1, grade: highGrade),
        certain: lowGrade == highGrade && !undecided, items: items, vetoes: vetoes,
        derivation: derivation)
    }
  }

  static func passed(except others: [OutcomeRecord]) -> [OutcomeRecord] {
    requirements.map { requirement in
      others.first { $0.requirement == requirement.id } ?? outcome(requirement.id, .passed)
    }
  }

  static func caseRecord(
    path: String, agency: AgencyRecord, number: String, name: String, outcomes: [OutcomeRecord],
    scores: [ScoreRecord], personal: [PersonalDatum] = [], remarks: [RemarkRecord] = []
  ) -> CaseRecord {
    CaseRecord(
      path: path, digest: digest(path), agency: agency, caseNumber: number, caseName: name,
      kind: "ordinaryPenalty", schemaErrors: [], remarks: remarks, personal: personal,
      outcomes: passed(except: outcomes), scores: scores)
  }

  private static let full = [
    text("参评项目满分100分，扣0分，得100分；100÷100×100＝100.0分，优秀", "100÷100×100 = 100.0, excellent")
  ]

  static let clean: CaseRecord = {
    let outcomes = [outcome("systems.recording.retention", .notApplicable)]
    return caseRecord(
      path: "市场监管局/001.xml", agency: market, number: "示市监立〔2024〕1号",
      name: "示例县丰源食品店销售超过保质期食品案", outcomes: outcomes,
      scores: scores(
        outcomes, systems: (100_000, 100_000), penalty: (100_000, 100_000),
        grades: ("excellent", "excellent", "excellent", "excellent"), derivation: full))
  }()

  static let personal: [PersonalDatum] = [
    .init(kind: "name", value: "陈建设"), .init(kind: "name", value: "欧阳晓明"),
    .init(kind: "id", value: "350123198001010019"), .init(kind: "phone", value: "13800000001"),
    .init(kind: "address", value: "示例县青山乡溪口村8号"), .init(kind: "bank", value: "6222000000000000017"),
    .init(kind: "other", value: "示例牌照闽X00001"),
  ]

  static let faulty: CaseRecord = {
    let notice = text("行政处罚事先告知书", "prior notice")
    let decision = text("行政处罚决定书", "penalty decision")
    let outcomes = [
      outcome(
        "systems.publicity.penalty-term", .failed,
        [
          occurrence(
            "systems.publicity.penalty-term", .failed,
            text(
              "决定日期2024年4月30日，公开日期2024年5月21日，超过七个工作日（最后一日2024年5月13日）",
              "decided 2024-04-30, published 2024-05-21; the last day was 2024-05-13"),
            places: [
              place(
                "publicityRecord", text("行政处罚公示记录", "publicity record"), number: nil,
                pages: "61", line: 402, path: "/caseFile/documents/publicityRecord",
                field: text("公开日期", "published on"))
            ],
            values: [
              .init(
                label: text("决定日期", "decided"), value: text("2024-04-30", "2024-04-30"), line: 311),
              .init(
                label: text("公开日期", "published"), value: text("2024-05-21", "2024-05-21"), line: 402
              ),
            ],
            derivation: [
              text("自2024年4月30日次日起算7个工作日", "7 working days from the day after 2024-04-30"),
              text("5月1日至5日放假，5月11日（周六）上班", "1 to 5 May off, Saturday 11 May at work"),
              text("最后一日：2024年5月13日", "last day: 2024-05-13"),
            ])
        ]),
      outcome(
        "penalty.decision.amount-capitals", .failed,
        [
          occurrence(
            "penalty.decision.amount-capitals", .failed,
            text(
              "罚款小写5000.00元，大写“伍仟零壹元整”，两者不一致；当事人陈建设（350123198001010019）已按5000元缴纳",
              "5000.00 in figures, 伍仟零壹元整 in capitals; 陈建设 (350123198001010019) paid 5000"),
            places: [
              place(
                "decision", decision, number: "示市监处罚〔2024〕12号", pages: "52–55", line: 318,
                column: 9, path: "/caseFile/documents/decision/fine/capitals",
                field: text("大写金额", "amount in capitals"))
            ],
            values: [
              .init(label: text("小写", "figures"), value: text("5000.00", "5000.00"), line: 317),
              .init(label: text("大写", "capitals"), value: text("伍仟零壹元整", "伍仟零壹元整"), line: 318),
            ])
        ]),
      outcome(
        "penalty.service.term", .failed,
        [
          occurrence(
            "penalty.service.term", .failed,
            text(
              "决定书于2024年5月16日送达欧阳晓明（示例县青山乡溪口村8号，电话13800000001），超过七个工作日",
              "served on 2024-05-16 on 欧阳晓明 (示例县青山乡溪口村8号, 13800000001), past 7 working days"),
            places: [
              place(
                "proofOfService", text("送达回证", "proof of service"), number: nil, pages: "58",
                line: 371, path: "/caseFile/documents/proofOfService[2]")
            ])
        ],
        notes: [
          occurrence(
            "penalty.service.term", .failed, text("送达人只有一人签名", "one server signed"),
            places: [
              place(
                "proofOfService", text("送达回证", "proof of service"), number: nil, pages: "58",
                line: 375, path: "/caseFile/documents/proofOfService[2]/signatures")
            ])
        ]),
      outcome(
        "penalty.notice.content", .waived,
        [
          {
            var waived = occurrence(
              "penalty.notice.content", .waived, text("告知书未写明证据", "the notice names no evidence"),
              places: [
                place(
                  "priorNotice", notice, number: "示市监罚告〔2024〕12号", pages: "40–41", line: 260,
                  path: "/caseFile/documents/priorNotice")
              ])
            waived.waiver = "2024年6月前旧格式文书，评查组集体讨论同意"
            return waived
          }()
        ]),
    ]
    var scores = Sample.scores(
      outcomes, systems: (60000, 60000), penalty: (60000, 60000),
      lost: [
        "systems.publicity.penalty-term": (40000, 40000),
        "penalty.decision.amount-capitals": (10000, 10000),
        "penalty.service.term": (10000, 10000), "penalty.notice.content": (20000, 20000),
      ], grades: ("pass", "pass", "pass", "pass"),
      derivation: [
        text("参评项目满分100分，扣40分，得60分；60÷100×100＝60.0分，及格", "60÷100×100 = 60.0, pass")
      ])
    scores[1].lowerAfterWaiver = .init(points: 80000, grade: "good")
    scores[1].upperAfterWaiver = .init(points: 80000, grade: "good")
    return caseRecord(
      path: "市场监管局/陈建设案.xml", agency: market, number: "示市监立〔2024〕12号",
      name: "陈建设销售不合格食品案", outcomes: outcomes, scores: scores, personal: personal,
      remarks: [
        RemarkRecord(
          code: "mislabelled-encoding",
          message: text("文件标明 GBK，内容是 UTF-8，已按 UTF-8 读取", "labelled GBK, read as UTF-8"),
          subject: "市场监管局/陈建设案.xml")
      ])
  }()
}
