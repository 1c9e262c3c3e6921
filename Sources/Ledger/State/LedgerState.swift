public import RubricKit

/// What the events of a ledger come to.
public struct LedgerState: Sendable, Hashable {
  /// A round with what was done in it.
  public struct Round: Sendable, Hashable {
    /// How it was opened.
    public var opening: LedgerFact.RoundOpened
    /// The day it was opened.
    public var opened: CivilDate
    /// The sample; nil: none was drawn, and every case given was judged.
    public var sample: LedgerFact.SampleDrawn?
    /// Reviewers' answers, file by file.
    public var answers: [LedgerFact.Answered] = []
    /// Waivers, file by file.
    public var waivers: [LedgerFact.Waived] = []
    /// The cases judged, in order.
    public var audits: [LedgerFact.CaseAudited] = []
    /// The findings, in order.
    public var findings: [Finding] = []
    /// Numbers of the notices, in order.
    public var notices: [String] = []
    /// The circular; nil: none was issued.
    public var circular: Circular?
  }

  /// A circular as it was issued.
  public struct Circular: Sendable, Hashable {
    /// What was issued.
    public var fact: LedgerFact.CircularIssued
    /// The event that says so.
    public var event: LedgerEvent

    /// Its number.
    public var number: String { fact.number }
    /// The day of issue.
    public var issued: CivilDate { event.effective }
  }

  /// A finding on its way to closure.
  public struct Finding: Sendable, Hashable {
    /// What was found.
    public var fact: LedgerFact.Finding
    /// The round's id.
    public var round: String
    /// The agency.
    public var agency: AgencyRecord
    /// 立案号.
    public var caseNumber: String
    /// The notice that names it; nil: none yet.
    public var notice: String?
    /// What the agency replied last.
    public var reply: LedgerFact.Replied.Row?
    /// What the last re-check found.
    public var recheck: RecheckResult?
    /// How it was closed; nil: it is open.
    public var closure: LedgerFact.Closed?
    /// Whether it was closed as fixed before and came back.
    public var cameBack = false
    /// Sequence numbers of the events that concern it.
    public var history: [Int] = []
  }

  /// A notice with its dates.
  public struct Notice: Sendable, Hashable {
    /// What was issued.
    public var fact: LedgerFact.NoticeIssued
    /// The day of issue.
    public var issued: CivilDate
    /// The day of receipt.
    public var received: CivilDate?
    /// The last day for the reply.
    public var due: CivilDate?
    /// The day of the first reply.
    public var replied: CivilDate?
    /// Extensions granted.
    public var extensions: [LedgerFact.Extended] = []
    /// Steps that followed.
    public var escalations: [LedgerFact.Escalated] = []
  }

  /// Rounds in the order of opening.
  public private(set) var rounds: [Round] = []
  /// Notices in the order of issue.
  public private(set) var notices: [Notice] = []
  /// All events.
  public private(set) var events: [LedgerEvent] = []

  /// The state after some events.
  public init(_ events: [LedgerEvent]) throws(LedgerError) {
    for event in events { try apply(event) }
  }

  /// The ledger's end.
  public var head: LedgerHead {
    LedgerHead(hash: events.last?.hash ?? LedgerEvent.start, count: events.count)
  }

  /// The event by which a notice was issued.
  public func event(issuing number: String) -> LedgerEvent? {
    events.first { event in
      guard event.kind == "notice-issued", case .noticeIssued(let fact)? = try? LedgerFact(event)
      else { return false }
      return fact.number == number
    }
  }

  // MARK: Looking up

  /// The round with an id.
  public func round(_ id: String) throws(LedgerError) -> Round { rounds[try place(ofRound: id)] }

  /// The notice with a number.
  public func notice(_ number: String) throws(LedgerError) -> Notice {
    notices[try place(ofNotice: number)]
  }

  /// The finding of a round whose fingerprint begins so.
  public func finding(_ fingerprint: String, in round: String) throws(LedgerError) -> Finding {
    let (place, index) = try self.place(ofFinding: fingerprint, round)
    return rounds[place].findings[index]
  }

  private func place(ofRound id: String) throws(LedgerError) -> Int {
    guard let place = rounds.firstIndex(where: { $0.opening.round == id }) else {
      let known = rounds.map(\.opening.round).joined(separator: "、")
      throw .usage("台账中没有批次 \(id)；已有：\(known)", "there is no round \(id); there are: \(known)")
    }
    return place
  }

  private func place(ofNotice number: String) throws(LedgerError) -> Int {
    guard let place = notices.firstIndex(where: { $0.fact.number == number }) else {
      throw .usage("台账中没有 \(number)", "there is no notice \(number)")
    }
    return place
  }

  private func place(ofFinding fingerprint: String, _ round: String) throws(LedgerError) -> (
    Int, Int
  ) {
    let place = try self.place(ofRound: round)
    let found = rounds[place].findings.indices.filter {
      rounds[place].findings[$0].fact.fingerprint.hasPrefix(fingerprint)
    }
    guard fingerprint.count >= 8, found.count == 1, let index = found.first else {
      throw .usage(
        "批次 \(round) 中指纹以 \(fingerprint) 开头的问题有 \(found.count) 个（至少写8位）",
        "\(found.count) findings of round \(round) have a fingerprint that begins with \(fingerprint) "
          + "(8 digits at least)")
    }
    return (place, index)
  }

  // MARK: Applying

  /// Takes one more event.
  ///
  /// - Throws: where the event does not fit the state: it cannot have been written by this program.
  mutating func apply(_ event: LedgerEvent) throws(LedgerError) {
    events.append(event)
    switch try LedgerFact(event) {
    case .roundOpened(let fact): try open(fact, event)
    case .sampleDrawn(let fact): rounds[try place(ofRound: fact.round)].sample = fact
    case .answered(let fact): rounds[try place(ofRound: fact.round)].answers.append(fact)
    case .waived(let fact): rounds[try place(ofRound: fact.round)].waivers.append(fact)
    case .caseAudited(let fact): try audit(fact, event)
    case .noticeIssued(let fact): try issue(fact, event)
    case .circularIssued(let fact):
      rounds[try place(ofRound: fact.round)].circular = Circular(fact: fact, event: event)
    case .noticeReceived(let fact):
      let place = try place(ofNotice: fact.number)
      notices[place].received = event.effective
      notices[place].due = fact.due
      note(event, on: notices[place].fact)
    case .replied(let fact): try reply(fact, event)
    case .extended(let fact):
      let place = try place(ofNotice: fact.number)
      notices[place].due = fact.due
      notices[place].extensions.append(fact)
      note(event, on: notices[place].fact)
    case .rechecked(let fact): try recheck(fact, event)
    case .closed(let fact):
      let (place, index) = try place(ofFinding: fact.fingerprint, fact.round)
      rounds[place].findings[index].closure = fact
      rounds[place].findings[index].history.append(event.sequence)
    case .escalated(let fact):
      let place = try place(ofNotice: fact.number)
      notices[place].escalations.append(fact)
      note(event, on: notices[place].fact)
    }
  }

  private mutating func open(_ fact: LedgerFact.RoundOpened, _ event: LedgerEvent)
    throws(LedgerError)
  {
    if rounds.contains(where: { $0.opening.round == fact.round }) {
      throw .usage("批次 \(fact.round) 已经存在", "there is a round \(fact.round) already")
    }
    rounds.append(Round(opening: fact, opened: event.effective))
  }

  private mutating func audit(_ fact: LedgerFact.CaseAudited, _ event: LedgerEvent)
    throws(LedgerError)
  {
    let place = try place(ofRound: fact.round)
    if let earlier = rounds[place].audits.firstIndex(where: { $0.digest == fact.digest }) {
      rounds[place].audits[earlier] = fact
      let now = Set(fact.findings.map(\.fingerprint))
      rounds[place].findings.removeAll {
        $0.caseNumber == fact.caseNumber && $0.agency.code == fact.agency.code && $0.notice == nil
          && !now.contains($0.fact.fingerprint)
      }
    } else {
      rounds[place].audits.append(fact)
    }
    let known = Set(rounds[place].findings.map(\.fact.fingerprint))
    rounds[place].findings += fact.findings.filter { !known.contains($0.fingerprint) }.map {
      var finding = Finding(
        fact: $0, round: fact.round, agency: fact.agency, caseNumber: fact.caseNumber)
      finding.history = [event.sequence]
      return finding
    }
  }

  private mutating func issue(_ fact: LedgerFact.NoticeIssued, _ event: LedgerEvent)
    throws(LedgerError)
  {
    if notices.contains(where: { $0.fact.number == fact.number }) {
      throw .usage("文号 \(fact.number) 已经使用", "the number \(fact.number) is taken")
    }
    let place = try place(ofRound: fact.round)
    notices.append(Notice(fact: fact, issued: event.effective))
    rounds[place].notices.append(fact.number)
    let named = Set(fact.fingerprints)
    for index in rounds[place].findings.indices
    where named.contains(rounds[place].findings[index].fact.fingerprint) {
      rounds[place].findings[index].notice = fact.number
      rounds[place].findings[index].history.append(event.sequence)
    }
  }

  private mutating func reply(_ fact: LedgerFact.Replied, _ event: LedgerEvent) throws(LedgerError)
  {
    let notice = try place(ofNotice: fact.number)
    notices[notice].replied = notices[notice].replied ?? event.effective
    for row in fact.rows {
      let (place, index) = try place(ofFinding: row.fingerprint, notices[notice].fact.round)
      rounds[place].findings[index].reply = row
      rounds[place].findings[index].history.append(event.sequence)
    }
  }

  private mutating func recheck(_ fact: LedgerFact.Rechecked, _ event: LedgerEvent)
    throws(LedgerError)
  {
    let round = try place(ofRound: fact.round)
    for result in fact.results {
      let (_, index) = try place(ofFinding: result.fingerprint, fact.round)
      rounds[round].findings[index].recheck = result.result
      rounds[round].findings[index].history.append(event.sequence)
      if result.result == .cameBack {
        rounds[round].findings[index].closure = nil
        rounds[round].findings[index].cameBack = true
      }
    }
    guard let agency = rounds[round].audits.last(where: { $0.agency.code == fact.agency })?.agency
    else {
      throw LedgerError(
        .tampered, zh: "第\(event.sequence)条记录复查的案卷没有评查过",
        en: "event \(event.sequence) re-checks a case that was not judged")
    }
    rounds[round].findings += fact.new.map {
      var finding = Finding(
        fact: $0, round: fact.round, agency: agency,
        caseNumber: fact.caseNumber)
      finding.history = [event.sequence]
      return finding
    }
  }

  /// Notes an event on all findings of a notice.
  private mutating func note(_ event: LedgerEvent, on notice: LedgerFact.NoticeIssued) {
    guard let place = rounds.firstIndex(where: { $0.opening.round == notice.round }) else { return }
    for index in rounds[place].findings.indices
    where rounds[place].findings[index].notice == notice.number {
      rounds[place].findings[index].history.append(event.sequence)
    }
  }
}

extension LedgerState.Finding {
  /// Where it stands.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// No notice names it.
    case found
    /// A notice names it.
    case noticed
    /// The agency has replied.
    case replied
    /// A re-check found it fixed; it can be closed.
    case fixed
    /// A re-check found it still wrong.
    case stillWrong
    /// Closed.
    case closed
  }

  /// Where it stands.
  public var status: Status {
    if closure != nil { return .closed }
    switch recheck {
    case .fixed: return .fixed
    case .unchanged, .changed, .cameBack: return .stillWrong
    case .open, nil: break
    }
    if reply != nil { return .replied }
    return notice == nil ? .found : .noticed
  }
}
