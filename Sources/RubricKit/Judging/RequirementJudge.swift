internal import CaseXML
internal import XPath

/// Judges one requirement in one case.
struct RequirementJudge {
  let compiled: CompiledRequirement
  let evaluation: CaseEvaluation
  let citations: Citations
  let facts: CaseFacts
  /// What a person is asked instead, where the requirement concerns the case; nil: the checks count.
  var instead: LocalizedText?

  /// The outcome, with every occurrence that is not simply in order.
  func judge() -> Judgement {
    var record = OutcomeRecord(
      requirement: compiled.requirement.id, outcome: .passed, reasons: [], occurrences: [],
      notes: [],
      examined: 0, answeredBy: nil)
    switch applicability() {
    case .doesNotApply:
      record.outcome = .notApplicable
      return Judgement(record: record, mayNotApply: false)
    case .undecided(let failure):
      record.occurrences = [whole(failure)]
      RequirementJudge.settle(&record)
      return Judgement(record: record, mayNotApply: true)
    case .applies:
      break
    }
    if compiled.checks.isEmpty {
      record.examined = 1
      record.occurrences = [
        asked(compiled.requirement.question ?? compiled.requirement.title)
      ]
    }
    for check in compiled.checks { run(check, into: &record) }
    if record.examined == 0 && record.occurrences.isEmpty {
      record.outcome = .notApplicable
      return Judgement(record: record, mayNotApply: false)
    }
    if let instead {
      record.occurrences = [asked(instead)]
      record.notes = []
    }
    RequirementJudge.settle(&record)
    rejectEqualPrints(&record)
    // Where no node is certainly examined, there may be none.
    return Judgement(record: record, mayNotApply: record.examined == 0)
  }

  // MARK: Whether it applies

  private enum Applicability {
    case applies, doesNotApply
    case undecided(EvaluationFailure)
  }

  private func applicability() -> Applicability {
    guard let when = compiled.when else { return .applies }
    do {
      return try evaluation.boolean(when, at: evaluation.root) ? .applies : .doesNotApply
    } catch {
      return .undecided(error)
    }
  }

  // MARK: Checks

  private func run(_ check: CompiledCheck, into record: inout OutcomeRecord) {
    let before = (record.examined, record.occurrences.count)
    let selected: SelectedNodes
    do {
      selected = try evaluation.nodes(check.each, at: evaluation.root)
    } catch {
      record.occurrences.append(whole(error, check: check.check.id))
      return
    }
    for node in selected.nodes {
      guard let occurrence = examine(check, node, &record.examined) else { continue }
      if check.check.effect == .note && occurrence.outcome == .failed {
        record.notes.append(occurrence)
      } else {
        record.occurrences.append(occurrence)
      }
    }
    if !selected.doubts.isEmpty {
      record.occurrences.append(
        whole(.pending(selected.doubts, EvaluationWords.incomplete), check: check.check.id))
    }
    guard compiled.isEarned, before == (record.examined, record.occurrences.count) else { return }
    if selected.nodes.isEmpty {
      record.absent = (record.absent ?? []) + [check.check.id]
    } else {
      record.unconcerned = (record.unconcerned ?? []) + [check.check.id]
    }
  }

  /// Nil where the node is in order or the check does not concern it.
  private func examine(_ check: CompiledCheck, _ node: NodeID, _ examined: inout Int)
    -> OccurrenceRecord?
  {
    do {
      if let when = check.when, try !evaluation.boolean(when, at: node) { return nil }
      examined += 1
      guard let test = check.test else {
        return occurrence(check, node, .pending, [.person], derivation: [])
      }
      if try evaluation.boolean(test, at: node) { return nil }
      let asks = compiled.requirement.judge != .engine || check.check.effect == .ask
      return occurrence(
        check, node, asks && check.check.effect != .note ? .pending : .failed,
        asks ? [.person] : [],
        derivation: evaluation.derivation(of: test, at: node))
    } catch {
      var undecided = occurrence(check, node, error.outcome, error.reasons, derivation: [])
      undecided.message = error.message(about: undecided.message)
      return undecided
    }
  }

  private func occurrence(
    _ check: CompiledCheck, _ node: NodeID, _ outcome: Outcome, _ reasons: [PendingReason],
    derivation: [LocalizedText]
  ) -> OccurrenceRecord {
    let key = evaluation.key(of: check, at: node, citations: citations, alone: isAlone)
    let values = check.values.map { template in
      evaluation.value(template.select, label: template.label, at: node)
    }
    let message = LocalizedText(
      zh: evaluation.message(check.zh, at: node), en: evaluation.message(check.en, at: node))
    var places = [citations.place(of: node)]
    for select in check.places {
      for place in evaluation.placeNodes(select, at: node) where place != node {
        places.append(citations.place(of: place))
      }
    }
    if node == evaluation.rootElement && places.count > 1 { places.removeFirst() }
    return OccurrenceRecord(
      key: key, check: check.check.id, outcome: outcome, reasons: reasons, message: message,
      places: places, values: values, derivation: derivation,
      fingerprint: Fingerprint.finding(requirement: compiled.requirement.id, case: facts, key: key),
      evidence: Fingerprint.evidence(values, message), waiver: nil, answeredLoss: nil)
  }

  private var isAlone: Bool { compiled.checks.count == 1 }

  /// An occurrence about the requirement, or one check of it, as a whole.
  private func whole(_ failure: EvaluationFailure, check: String = "") -> OccurrenceRecord {
    whole(
      failure, key: check.isEmpty ? "*" : "\(check):*", check: check,
      failure.message(about: compiled.requirement.title))
  }

  /// What only a person can judge: the question itself.
  private func asked(_ question: LocalizedText) -> OccurrenceRecord {
    whole(.pending([.person], question), key: "*", question)
  }

  private func whole(
    _ failure: EvaluationFailure, key: String, check: String = "", _ message: LocalizedText
  ) -> OccurrenceRecord {
    OccurrenceRecord(
      key: key, check: check, outcome: failure.outcome, reasons: failure.reasons, message: message,
      places: [], values: [], derivation: [],
      fingerprint: Fingerprint.finding(requirement: compiled.requirement.id, case: facts, key: key),
      evidence: Fingerprint.evidence([], message), waiver: nil, answeredLoss: nil)
  }

  // MARK: The outcome of all occurrences together

  /// Sets outcome and reasons from the occurrences: failed before error before pending before
  /// waived before passed.
  static func settle(_ record: inout OutcomeRecord) {
    let outcomes = Set(record.occurrences.map(\.outcome))
    record.outcome =
      [Outcome.failed, .error, .pending, .waived].first(where: outcomes.contains) ?? .passed
    record.reasons = Set(record.occurrences.flatMap(\.reasons)).sorted()
  }

  /// Two equal fingerprints in one case are a fault of the requirement, not of the case.
  private func rejectEqualPrints(_ record: inout OutcomeRecord) {
    var seen: Set<String> = []
    let twice = record.occurrences.first { !seen.insert($0.fingerprint).inserted }
    guard let twice else { return }
    record.occurrences = [
      whole(
        .error(
          LocalizedText(
            zh: "评查项目有误：两处问题的标识相同（key=“\(twice.key)”），请在 check 上写出不同的 key",
            en: "fault of the requirement: two occurrences have one key (“\(twice.key)”); "
              + "give its checks distinct keys")))
    ]
    RequirementJudge.settle(&record)
  }
}
