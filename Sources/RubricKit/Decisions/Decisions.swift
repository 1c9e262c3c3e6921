internal import CaseXML

/// Answers and waivers as applied to judgements.
public struct Decisions: Sendable {
  /// The answers given, if any.
  public var answers: AnswerBook?
  /// The waivers given, if any.
  public var waivers: WaiverBook?
  /// The day on which waivers must be in force.
  public var asOf: CivilDate

  /// Decisions of nobody, or of the given books.
  public init(answers: AnswerBook? = nil, waivers: WaiverBook? = nil, asOf: CivilDate) {
    self.answers = answers
    self.waivers = waivers
    self.asOf = asOf
  }

  /// True where nobody decided anything.
  var isEmpty: Bool { answers == nil && waivers == nil }

  /// Applies what people decided to one judgement.
  func apply(
    to judgement: inout Judgement, _ requirement: Requirement, _ facts: CaseFacts, digest: String,
    isVeto: Bool, use: inout DecisionUse
  ) {
    if let answers {
      for (index, answer) in answers.answers(for: digest) where answer.requirement == requirement.id
      {
        if apply(answer, to: &judgement, requirement) { use.answers.insert(index) }
      }
    }
    if let waivers {
      for (index, waiver) in waivers.waivers.enumerated() {
        waive(waiver, index, &judgement, requirement, facts, isVeto: isVeto, use: &use)
      }
    }
  }

  /// An answer decides what is open; it never overrides what the engine has proved.
  private func apply(_ answer: Answer, to judgement: inout Judgement, _ requirement: Requirement)
    -> Bool
  {
    let open = judgement.record.occurrences.indices.filter { index in
      let occurrence = judgement.record.occurrences[index]
      return occurrence.outcome == .pending && occurrence.reasons == [.person]
        && (answer.occurrence == nil || answer.occurrence == occurrence.key)
    }
    guard !open.isEmpty else { return false }
    judgement.record.answeredBy = "\(answer.reviewer) \(answer.date)"
    // One occurrence that does not count leaves the item standing on those found in order.
    if answer.verdict == .notApplicable && open.count == judgement.record.occurrences.count
      && (answer.occurrence == nil || judgement.record.examined <= open.count)
    {
      judgement.record.outcome = .notApplicable
      judgement.record.reasons = []
      judgement.record.occurrences = []
      judgement.mayNotApply = false
      return true
    }
    for index in open where answer.verdict == .failed {
      judgement.record.occurrences[index].outcome = .failed
      judgement.record.occurrences[index].reasons = []
      // Points fixed for several occurrences together are lost once.
      judgement.record.occurrences[index].answeredLoss = answer.points.map {
        index == open.first ? $0.milli : 0
      }
      if !answer.remark.isEmpty {
        let found = judgement.record.occurrences[index].message
        judgement.record.occurrences[index].message = LocalizedText(
          zh: "\(found.zh)——评查人认定：\(answer.remark)",
          en: "\(found.en) — found by the reviewer: \(answer.remark)")
      }
    }
    if answer.verdict != .failed {
      let settled = Set(open)
      judgement.record.occurrences = judgement.record.occurrences.enumerated()
        .filter { !settled.contains($0.offset) }.map(\.element)
    }
    RequirementJudge.settle(&judgement.record)
    // Whoever finds it in order or not has found that it applies.
    if answer.verdict != .notApplicable { judgement.mayNotApply = false }
    return true
  }

  private func waive(
    _ waiver: Waiver, _ index: Int, _ judgement: inout Judgement, _ requirement: Requirement,
    _ facts: CaseFacts, isVeto: Bool, use: inout DecisionUse
  ) {
    var changed = false
    for place in judgement.record.occurrences.indices {
      let occurrence = judgement.record.occurrences[place]
      guard occurrence.outcome == .failed,
        waiver.covers(
          fingerprint: occurrence.fingerprint, requirement: requirement.id,
          agency: facts.agency.code, caseNumber: facts.caseNumber)
      else { continue }
      use.waiversMatched.insert(index)
      guard waiver.from <= asOf && asOf <= waiver.to else { continue }
      if isVeto {
        use.waiversRefused.insert(index)
        continue
      }
      judgement.record.occurrences[place].outcome = .waived
      judgement.record.occurrences[place].waiver =
        "\(waiver.id)：\(waiver.reason)（\(waiver.approver)）"
      changed = true
    }
    if changed { RequirementJudge.settle(&judgement.record) }
  }
}

/// Which answers and waivers a case made use of, by index, so that the rest can be reported.
struct DecisionUse: Sendable, Hashable {
  var answers: Set<Int> = []
  /// Answers for this very file that met nothing open.
  var answersRefused: Set<Int> = []
  var waiversMatched: Set<Int> = []
  /// Waivers of vetoes, which cannot be waived.
  var waiversRefused: Set<Int> = []

  mutating func refuseUnused(_ decisions: Decisions, digest: String) {
    for (index, _) in decisions.answers?.answers(for: digest) ?? [] where !answers.contains(index) {
      answersRefused.insert(index)
    }
  }

  mutating func merge(_ other: DecisionUse) {
    answers.formUnion(other.answers)
    answersRefused.formUnion(other.answersRefused)
    waiversMatched.formUnion(other.waiversMatched)
    waiversRefused.formUnion(other.waiversRefused)
  }
}

extension DecisionUse {
  /// What to say at the end about decisions that had no effect.
  func remarks(_ decisions: Decisions) -> [RemarkRecord] {
    var remarks: [RemarkRecord] = []
    for (index, answer) in (decisions.answers?.answers ?? []).enumerated()
    where !answers.contains(index) {
      let refused = answersRefused.contains(index)
      remarks.append(
        RemarkRecord(
          code: refused ? "answer-refused" : "answer-unknown-case",
          message: LocalizedText(
            zh: refused
              ? "认定未采用：该项没有待人工认定的内容"
              : "认定未采用：没有内容与之一致的案卷（案卷可能已改动，须重新认定）",
            en: refused
              ? "answer not used: nothing is open there"
              : "answer not used: no case file has these bytes (it may have changed; answer again)"),
          subject: "\(answer.requirement) \(answer.caseDigest.prefix(12)) L\(answer.position.line)")
      )
    }
    for (index, waiver) in (decisions.waivers?.waivers ?? []).enumerated() {
      if let remark = remark(on: waiver, index, asOf: decisions.asOf) { remarks.append(remark) }
    }
    return remarks
  }

  private func remark(on waiver: Waiver, _ index: Int, asOf: CivilDate) -> RemarkRecord? {
    let code: String
    let message: LocalizedText
    if waiversRefused.contains(index) {
      code = "waiver-of-veto"
      message = LocalizedText(
        zh: "豁免未生效：一票否决项不得豁免", en: "waiver without effect: a veto cannot be waived")
    } else if asOf > waiver.to || asOf < waiver.from {
      code = "waiver-expired"
      message = LocalizedText(
        zh: "豁免未生效：不在有效期内（\(waiver.from)至\(waiver.to)）",
        en: "waiver without effect: not in force (\(waiver.from) to \(waiver.to))")
    } else if !waiversMatched.contains(index) {
      code = "waiver-unused"
      message = LocalizedText(zh: "豁免没有对应的问题", en: "no finding matches the waiver")
    } else {
      return nil
    }
    return RemarkRecord(code: code, message: message, subject: waiver.id)
  }
}
