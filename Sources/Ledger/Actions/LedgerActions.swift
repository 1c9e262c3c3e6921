public import RubricKit

/// The steps of a round: each decides by the state what the ledger gets, and refuses what the state does
/// not allow.
extension LedgerState {
  /// Agency code and case number, joined by `|`, of all cases judged so far.
  public var seen: Set<String> {
    Set(rounds.flatMap(\.audits).map { "\($0.agency.code)|\($0.caseNumber)" })
  }

  /// Opens a round.
  public func opening(_ fact: LedgerFact.RoundOpened) throws(LedgerError) -> [LedgerFact] {
    guard fact.replyDays > 0, !fact.replySource.isEmpty else {
      throw .usage(
        "须写明反馈期限的天数和依据：--reply-days、--reply-source",
        "name the days for a reply and where they come from: --reply-days, --reply-source")
    }
    if rounds.contains(where: { $0.opening.round == fact.round }) {
      throw .usage("批次 \(fact.round) 已经存在", "there is a round \(fact.round) already")
    }
    return [.roundOpened(fact)]
  }

  /// Draws the sample of a round; once.
  public func drawing(_ draw: SampleDraw, _ intake: AuditIntake, round id: String)
    throws(LedgerError) -> [LedgerFact]
  {
    let round = try self.round(id)
    if round.sample != nil {
      throw .usage("批次 \(id) 已经抽样，不得重抽", "round \(id) has its sample; it is drawn once")
    }
    if !round.audits.isEmpty {
      throw .usage("批次 \(id) 已经开始评查", "round \(id) has cases judged already")
    }
    guard intake.unjudged.isEmpty else {
      throw .usage(
        "有 \(intake.unjudged.count) 个文件无法读取，总体不完整，不能抽样：\(intake.unjudged[0].path)",
        "\(intake.unjudged.count) files cannot be read, so the population is incomplete: "
          + "\(intake.unjudged[0].path)")
    }
    return [.sampleDrawn(draw.draw(intake.cases, round: id, seen: seen))]
  }

  /// Enters the audits of a round, with the answers and waivers that they rest on. A case judged before
  /// with the same inputs is not entered twice; where only answers and waivers are others and no notice
  /// has been issued on it, the new result takes the place of the old.
  public func auditing(
    _ intake: AuditIntake, decisions: DecisionIntake = DecisionIntake(), round id: String
  ) throws(LedgerError) -> [LedgerFact] {
    let round = try self.round(id)
    let inputs = try intake.inputs()
    let drawn = round.sample.map { Set($0.population.filter(\.isDrawn).map(\.digest)) }
    var audits: [LedgerFact] = []
    for record in intake.cases where drawn?.contains(record.digest) ?? true {
      let fact = LedgerFact.CaseAudited(
        round: id, path: record.path, digest: record.digest, agency: record.agency,
        caseNumber: record.caseNumber, kind: record.kind, inputs: inputs,
        scores: intake.scores(record), findings: intake.findings(record),
        open: record.outcomes.count { $0.outcome == .pending || $0.outcome == .error })
      if let earlier = round.audits.first(where: { $0.digest == record.digest }),
        earlier.inputs.withoutDecisions == inputs.withoutDecisions
      {
        guard !earlier.hasResult(of: fact) else { continue }
        if round.hasNotice(on: fact) { throw .noticed(fact, round: id) }
      } else if round.audits.contains(where: { $0.isOfCase(of: fact) }) {
        throw .usage(
          "\(record.caseNumber) 在批次 \(id) 中已经评查，内容或者标准已变；改正后的案卷请用 ledger recheck",
          "\(record.caseNumber) was judged in round \(id) and differs now; use ledger recheck for "
            + "corrected files")
      }
      audits.append(.caseAudited(fact))
    }
    let cases = Set(intake.cases.map(\.digest))
    return try decisions.facts(round: id, round, cases: cases, inputs: inputs) + audits
  }

  /// Issues one notice to each agency with findings that no notice names yet.
  public func noticing(round id: String, year: Int) throws(LedgerError) -> [LedgerFact] {
    let round = try self.round(id)
    let mark = round.opening.mark
    var serial =
      notices.filter { notice in
        notice.fact.year == year
          && rounds.contains {
            $0.opening.round == notice.fact.round && $0.opening.mark == mark
          }
      }.map(\.fact.serial).max() ?? 0
    var agencies: [AgencyRecord] = []
    for finding in round.findings where finding.notice == nil && finding.closure == nil {
      if !agencies.contains(where: { $0.code == finding.agency.code }) {
        agencies.append(finding.agency)
      }
    }
    return agencies.sorted { $0.code < $1.code }.map { agency in
      serial += 1
      return .noticeIssued(
        LedgerFact.NoticeIssued(
          round: id, number: "\(mark)〔\(year)〕\(serial)号", year: year, serial: serial,
          agency: agency,
          fingerprints: round.findings.filter {
            $0.agency.code == agency.code && $0.notice == nil && $0.closure == nil
          }.map(\.fact.fingerprint)))
    }
  }

  /// Issues the circular on a round, once; its series is one of its own.
  public func circulating(round id: String, year: Int) throws(LedgerError) -> [LedgerFact] {
    let round = try self.round(id)
    if round.circular != nil { return [] }
    guard !round.audits.isEmpty else {
      throw .usage("批次 \(id) 还没有评查案卷", "no case of round \(id) has been judged")
    }
    let mark = "\(round.opening.mark)通"
    let serial =
      rounds.compactMap(\.circular?.fact).filter {
        $0.year == year && $0.number.hasPrefix("\(mark)〔")
      }.map(\.serial).max() ?? 0
    return [
      .circularIssued(
        LedgerFact.CircularIssued(
          round: id, number: "\(mark)〔\(year)〕\(serial + 1)号", year: year, serial: serial + 1))
    ]
  }

  /// Enters the receipt of a notice, from which the term runs.
  public func receiving(_ number: String, on day: CivilDate, calendar: WorkingDayCalendar)
    throws(LedgerError) -> [LedgerFact]
  {
    let notice = try self.notice(number)
    if let received = notice.received {
      throw .usage("\(number) 已于 \(received) 签收", "\(number) was received on \(received)")
    }
    if day < notice.issued {
      throw .usage(
        "签收日期 \(day) 早于发文日期 \(notice.issued)",
        "received on \(day), before it was issued on \(notice.issued)")
    }
    let days = try round(notice.fact.round).opening.replyDays
    do {
      let derivation = try calendar.derivation(
        .days(days), from: CivilMoment(day), roll: .next)
      let due = try calendar.due(.days(days), from: CivilMoment(day), roll: .next).date
      let lines = zip(derivation.lines(.zh), derivation.lines(.en))
      return [
        .noticeReceived(
          LedgerFact.NoticeReceived(
            number: number, due: due, derivation: lines.map { LocalizedText(zh: $0, en: $1) }))
      ]
    } catch {
      throw LedgerError(.usage, zh: error.message.zh, en: error.message.en)
    }
  }

  /// Enters an agency's filled-in list.
  public func replying(_ number: String, _ rows: [LedgerFact.Replied.Row], digest: String)
    throws(LedgerError) -> [LedgerFact]
  {
    let notice = try self.notice(number)
    guard notice.received != nil else {
      throw .usage(
        "\(number) 还没有登记签收，先用 ledger receive", "\(number) is not received yet: ledger receive")
    }
    for row in rows where !notice.fact.fingerprints.contains(row.fingerprint) {
      throw .usage(
        "指纹 \(row.fingerprint) 不是 \(number) 的问题",
        "\(row.fingerprint) is no finding of \(number)")
    }
    if rows.isEmpty {
      throw .usage("清单中没有填写任何整改情况", "nothing is filled in in the list")
    }
    return [.replied(LedgerFact.Replied(number: number, rows: rows, digest: digest))]
  }

  /// Extends the term of a notice.
  public func extending(_ number: String, to due: CivilDate, reason: String) throws(LedgerError)
    -> [LedgerFact]
  {
    let notice = try self.notice(number)
    guard let now = notice.due else {
      throw .usage("\(number) 还没有登记签收", "\(number) is not received yet")
    }
    guard due > now, !reason.isEmpty else {
      throw .usage(
        "延长后的期限应晚于 \(now)，并写明理由", "the new day must lie after \(now), with a reason")
    }
    return [.extended(LedgerFact.Extended(number: number, due: due, reason: reason))]
  }

  /// Closes a finding: fixed by a re-check, or explained where it cannot be cured.
  public func closing(_ fingerprint: String, round: String, explanation: String) throws(LedgerError)
    -> [LedgerFact]
  {
    let finding = try self.finding(fingerprint, in: round)
    if finding.closure != nil {
      throw .usage("该问题已经销号", "the finding is closed already")
    }
    let isFixed = finding.recheck == .fixed
    if !isFixed {
      guard finding.fact.curable != .yes else {
        throw .usage(
          "该问题可以补正而复查未通过（\(finding.recheck.map(\.rawValue) ?? "尚未复查")），不能销号",
          "the finding can be cured and no re-check found it fixed "
            + "(\(finding.recheck.map(\.rawValue) ?? "none yet")); it stays open")
      }
      guard !explanation.isEmpty else {
        throw .usage(
          "不能补正的问题，销号须写明说明：--explanation",
          "a finding that cannot be cured is closed with an explanation: --explanation")
      }
    }
    return [
      .closed(
        LedgerFact.Closed(
          round: round, fingerprint: finding.fact.fingerprint, isFixed: isFixed,
          explanation: explanation))
    ]
  }

  /// Follows a notice up with a stronger step.
  public func escalating(
    _ number: String, _ step: EscalationStep, reason: String, year: Int
  ) throws(LedgerError) -> [LedgerFact] {
    let mark = try round(notice(number).fact.round).opening.mark
    guard !reason.isEmpty else {
      throw .usage("须写明理由：--reason", "name the reason: --reason")
    }
    let serial =
      notices.flatMap(\.escalations).filter { earlier in
        earlier.step == step && earlier.year == year
          && earlier.letter.hasPrefix("\(mark)\(step.mark)〔")
      }.map(\.serial).max() ?? 0
    return [
      .escalated(
        LedgerFact.Escalated(
          number: number, step: step, letter: "\(mark)\(step.mark)〔\(year)〕\(serial + 1)号",
          year: year, serial: serial + 1, reason: reason))
    ]
  }

  /// Notices whose reply is overdue on a day, and those nobody has received yet.
  public func overdue(on day: CivilDate) -> (late: [Notice], unreceived: [Notice]) {
    let late = notices.filter { notice in
      notice.replied == nil && notice.due.map { $0 < day } ?? false
    }
    return (late, notices.filter { $0.received == nil })
  }
}

extension LedgerFact.CaseAudited {
  /// Whether scores, findings and open items are the same.
  fileprivate func hasResult(of other: LedgerFact.CaseAudited) -> Bool {
    scores == other.scores && findings == other.findings && open == other.open
  }

  fileprivate func isOfCase(of other: LedgerFact.CaseAudited) -> Bool {
    caseNumber == other.caseNumber && agency.code == other.agency.code
  }
}

extension LedgerState.Round {
  /// Whether a notice names a finding of a case.
  fileprivate func hasNotice(on audit: LedgerFact.CaseAudited) -> Bool {
    findings.contains {
      $0.caseNumber == audit.caseNumber && $0.agency.code == audit.agency.code && $0.notice != nil
    }
  }
}

extension LedgerError {
  fileprivate static func noticed(_ fact: LedgerFact.CaseAudited, round: String) -> LedgerError {
    .usage(
      "\(fact.caseNumber) 在批次 \(round) 中已发整改通知书，认定和豁免须在发文之前记入",
      "a notice on \(fact.caseNumber) has been issued in round \(round); answers and waivers are "
        + "entered before that")
  }
}
