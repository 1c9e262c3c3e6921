internal import ArgumentParser
internal import Ledger
internal import RubricKit

/// `caseaudit ledger overdue`.
struct LedgerOverdueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overdue", abstract: "逾期未反馈、尚未签收的通知书。Replies overdue, notices not received.")

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var day: LedgerDay

  func run() async throws {
    let today = try day.day()
    let (late, unreceived) = try ledger.with(day.lang) { try $0.state().overdue(on: today) }
    for notice in late {
      let due = notice.due ?? today
      LedgerPrint.say(
        day.lang,
        zh:
          "逾期\(due.days(to: today))日  \(notice.fact.number)  \(notice.fact.agency.name)  应于\(due)前反馈",
        en:
          "\(due.days(to: today)) days late  \(notice.fact.number)  \(notice.fact.agency.name)  due \(due)"
      )
    }
    for notice in unreceived {
      LedgerPrint.say(
        day.lang, zh: "尚未签收  \(notice.fact.number)  \(notice.fact.agency.name)  \(notice.issued)发出",
        en:
          "not received  \(notice.fact.number)  \(notice.fact.agency.name)  issued \(notice.issued)"
      )
    }
    LedgerPrint.say(
      day.lang, zh: "截至\(today)：逾期 \(late.count) 件，尚未签收 \(unreceived.count) 件",
      en: "as of \(today): \(late.count) overdue, \(unreceived.count) not received")
  }
}

/// `caseaudit ledger status [ROUND]`.
struct LedgerStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "各批次、各单位整改进度。How far each round and agency is.")

  @Argument(help: "批次编号；不写则全部。The round; all if not given.")
  var round: String?

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let lang = language.language
    let state = try ledger.with(lang) { try $0.state() }
    if let round { _ = try ledger.with(lang) { _ in try state.round(round) } }
    for one in state.rounds where round == nil || one.opening.round == round {
      let drawn = one.sample?.population.count(where: \.isDrawn)
      LedgerPrint.say(
        lang,
        zh:
          "\(one.opening.round)  \(one.opening.title)  \(drawn.map { "抽取\($0)件，" } ?? "")评查\(one.audits.count)件",
        en: "\(one.opening.round)  \(one.opening.title)  \(drawn.map { "\($0) drawn, " } ?? "")"
          + "\(one.audits.count) judged")
      let agencies = Dictionary(grouping: one.findings, by: \.agency.code)
      for (_, findings) in agencies.sorted(by: { $0.key < $1.key }) {
        let counts = LedgerState.Finding.Status.allCases.compactMap { status -> String? in
          let count = findings.count { $0.status == status }
          return count == 0 ? nil : "\(status.words[lang]) \(count)"
        }
        print("  \(findings[0].agency.name)  " + counts.joined(separator: "  "))
      }
    }
    LedgerPrint.head(state.head, lang)
  }
}

/// `caseaudit ledger history CASE|FINGERPRINT`.
struct LedgerHistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "一件案卷或者一处问题的全部经过。All that happened to a case or a finding.")

  @Argument(help: "立案号，或者问题的指纹（至少8位）。The case number, or a finding's fingerprint.")
  var subject: String

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let lang = language.language
    let state = try ledger.with(lang) { try $0.state() }
    let found = state.rounds.flatMap(\.findings).filter {
      $0.caseNumber == subject || subject.count >= 8 && $0.fact.fingerprint.hasPrefix(subject)
    }
    if found.isEmpty, !state.rounds.flatMap(\.audits).contains(where: { $0.caseNumber == subject })
    {
      throw Failure(
        .usage,
        LocalizedText(zh: "台账中没有 \(subject)", en: "there is nothing of \(subject)"), lang)
    }
    for audit in state.rounds.flatMap(\.audits) where audit.caseNumber == subject {
      LedgerPrint.say(
        lang, zh: "批次\(audit.round)评查  \(audit.agency.name)  问题\(audit.findings.count)处",
        en: "judged in round \(audit.round)  \(audit.agency.name)  \(audit.findings.count) findings"
      )
    }
    let digests = Set(
      state.rounds.flatMap(\.audits).filter { $0.caseNumber == subject }.map(\.digest))
    for answer in state.rounds.flatMap(\.answers).flatMap(\.answers)
    where digests.contains(answer.digest) {
      print(
        "\(answer.date)  \(answer.reviewer)  \(answer.requirement)  "
          + "\(LedgerWords.verdict(answer.verdict)[lang])  \(answer.remark)")
    }
    for finding in found {
      print(
        "\(finding.fact.fingerprint.prefix(16))  \(finding.fact.title[lang])  "
          + "\(finding.status.words[lang])")
      for sequence in finding.history {
        let event = state.events[sequence - 1]
        print("  \(event.effective)  \(LedgerWords.event(event.kind)[lang])  #\(event.sequence)")
      }
    }
  }
}

/// `caseaudit ledger export`.
struct LedgerExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "逐条导出台账（JSONL，含完整信息）。Every event as JSON lines, in full.")

  @Option(help: "写入文件（完整写成才出现）。Write to a file.")
  var output: String?

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let events = try ledger.with(language.language) { try $0.events() }
    _ = try await Destination.write(to: output) { sink in
      for event in events { try sink.write(event.json + "\n") }
      return AuditCauses()
    }
  }
}

/// `caseaudit ledger verify`.
struct LedgerVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核验台账：逐条相连、未被改动、未被删去末尾。Checks the chain.")

  @Option(help: "先前记下的校验值，如通知书末尾所印。A hash noted earlier, as printed on a notice.")
  var expect: String?

  @OptionGroup var ledger: LedgerOption
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let lang = language.language
    let state = try ledger.with(lang) { file in
      let events = try file.events()
      if let expect { try LedgerChain.check(events, expected: expect) }
      return try LedgerState(events)
    }
    LedgerPrint.say(lang, zh: "核验通过", en: "verified")
    LedgerPrint.head(state.head, lang)
  }
}
