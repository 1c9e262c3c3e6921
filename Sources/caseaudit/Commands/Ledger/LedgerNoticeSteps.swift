internal import ArgumentParser
internal import Ledger
internal import Reports
internal import RubricKit

/// `caseaudit ledger receive NUMBER`.
struct LedgerReceiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "登记签收，反馈期限自此起算。Enters the receipt; the term runs from it.")

  @Argument(help: "整改通知书文号。The notice's number.")
  var number: String

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var options: RubricOptions

  @Option(name: .customLong("on"), help: "签收日期 YYYY-MM-DD。The day of receipt.")
  var on: String

  func run() async throws {
    let lang = options.lang
    let day = try AuditSetup.day(on, lang)
    guard let calendar = try options.assembly().context.services.registers.calendar else {
      throw Failure(.unusable, LocalizedText(zh: "没有工作日历", en: "there is no calendar"), lang)
    }
    try ledger.with(lang) { file in
      let head = try file.add(recorded: Today.momentInShanghai(), effective: day) {
        (state) throws(LedgerError) in
        try state.receiving(number, on: day, calendar: calendar)
      }
      if let due = try file.state().notice(number).due {
        LedgerPrint.say(
          lang, zh: "\(number) 应于 \(due.text(.zh)) 前反馈", en: "\(number): reply due by \(due)")
      }
      LedgerPrint.head(head, lang)
    }
  }
}

/// `caseaudit ledger reply NUMBER LIST`.
struct LedgerReplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply",
    abstract: "登记反馈：读取填好的整改清单（.xlsx、.csv）。Enters the filled-in list.")

  @Argument(help: "整改通知书文号。The notice's number.")
  var number: String

  @Argument(help: "填好的整改清单。The filled-in list.")
  var list: String

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var day: LedgerDay

  func run() async throws {
    let lang = day.lang
    let sheet: Spreadsheet
    do {
      sheet = try Spreadsheet(list, headers: ["指纹", "整改状态", "整改情况", "完成日期"])
    } catch {
      throw Failure(.unusable, error.message, lang)
    }
    var rows: [LedgerFact.Replied.Row] = []
    for row in sheet.rows {
      guard !row["整改状态"].isEmpty || !row["整改情况"].isEmpty else { continue }
      guard !row["指纹"].isEmpty else {
        throw Failure(
          .unusable,
          LocalizedText(
            zh: "\(list)第\(row.number)行填写了整改情况，但没有指纹",
            en: "\(list), row \(row.number): no fingerprint"),
          lang)
      }
      rows.append(
        LedgerFact.Replied.Row(
          fingerprint: row["指纹"], status: row["整改状态"], text: row["整改情况"],
          completed: row["完成日期"]))
    }
    let taken = rows
    let (moment, effective) = (try day.moment(), try day.day())
    let head = try ledger.with(lang) { file in
      try file.add(recorded: moment, effective: effective) { (state) throws(LedgerError) in
        try state.replying(number, taken, digest: sheet.digest)
      }
    }
    LedgerPrint.say(lang, zh: "登记反馈 \(taken.count) 项", en: "\(taken.count) replies entered")
    LedgerPrint.head(head, lang)
  }
}

/// `caseaudit ledger extend NUMBER`.
struct LedgerExtendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "延长反馈期限。Extends the term for the reply.")

  @Argument(help: "整改通知书文号。The notice's number.")
  var number: String

  @Option(name: .customLong("to"), help: "延长至 YYYY-MM-DD。The new last day.")
  var due: String

  @Option(help: "理由。Why.")
  var reason: String

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var day: LedgerDay

  func run() async throws {
    let until = try AuditSetup.day(due, day.lang)
    let (moment, effective) = (try day.moment(), try day.day())
    let head = try ledger.with(day.lang) { file in
      try file.add(recorded: moment, effective: effective) { (state) throws(LedgerError) in
        try state.extending(number, to: until, reason: reason)
      }
    }
    LedgerPrint.head(head, day.lang)
  }
}

/// `caseaudit ledger escalate NUMBER`.
struct LedgerEscalateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate",
    abstract: "逾期不改的，转督办、监督意见、监督决定。Follows up with a stronger step.")

  @Argument(help: "整改通知书文号。The notice's number.")
  var number: String

  @Option(name: .customLong("to"), help: "reminder 督办函、opinion 监督意见书、decision 监督决定书。The step.")
  var step: Step

  @Option(help: "理由。Why.")
  var reason: String

  @Option(help: "把公文写入此文件夹（新建或者空的）。Folder to write the letter to; new or empty.")
  var output: String?

  @Option(help: "输出格式：html、text、docx、pdf（需要 LibreOffice）。")
  var format: PapersFormat = .docx

  @Option(
    name: .customLong("rubrics"), help: "模板所在的 Rubrics 文件夹。Folder used instead of the built-in one."
  )
  var rubrics: String?

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var day: LedgerDay

  enum Step: String, ExpressibleByArgument, CaseIterable {
    case reminder, opinion, decision

    var fact: EscalationStep {
      switch self {
      case .reminder: .reminder
      case .opinion: .opinion
      case .decision: .decision
      }
    }

    var kind: PaperTemplate.Kind {
      switch self {
      case .reminder: .reminder
      case .opinion: .opinion
      case .decision: .decision
      }
    }
  }

  func run() async throws {
    // Before anything is entered: a letter that cannot be written is not issued.
    let template = try AuditSetup.template(step.kind, rubrics, day.lang)
    let export = try format.export(day.lang)
    let (moment, effective) = (try day.moment(), try day.day())
    let head = try ledger.with(day.lang) { file in
      try file.add(recorded: moment, effective: effective) { (state) throws(LedgerError) in
        try state.escalating(number, step.fact, reason: reason, year: effective.year)
      }
    }
    if let output { try write(to: output, template, head, effective, export) }
    LedgerPrint.head(head, day.lang)
  }

  private func write(
    to output: String, _ template: PaperTemplate, _ head: LedgerHead, _ issued: CivilDate,
    _ export: PDFExport?
  ) throws {
    let state = try ledger.with(day.lang) { try $0.state() }
    let file = try ledger.with(day.lang) { _ -> (name: String, bytes: [UInt8]) in
      let notice = try state.notice(number)
      let opening = try state.round(notice.fact.round).opening
      let open = try state.round(notice.fact.round).findings.filter {
        $0.notice == number && $0.closure == nil
      }
      let letter = FollowUpLetter(
        registration: PaperRegistration(
          number: notice.escalations.last?.letter ?? "", issued: issued, office: opening.office,
          ledgerHash: head.hash, event: head.count, replyDays: opening.replyDays),
        agency: notice.fact.agency, notice: number, received: notice.received, due: notice.due,
        reason: reason,
        findings: open.map {
          .init(caseNumber: $0.caseNumber, title: $0.fact.title, status: $0.status.words)
        })
      return try letter.file(template, format.paper, day.lang)
    }
    let folder = PaperFolder(path: output, replaces: false, export: export, language: day.lang)
    for path in try folder.write([file.name: file.bytes]) { print(path) }
  }
}
