public import CaseXML

/// Judges one case file against its rubrics. Touches no other case, so it runs on any worker, shard
/// or machine with the same result.
public struct CaseJudge: Sendable {
  let context: AuditContext

  /// Makes a judge for an audit.
  public init(context: AuditContext) { self.context = context }

  /// What became of one file.
  public struct Verdict: Sendable {
    /// `caseFile` or `unjudged`; nil where the root is one of ours that is not a case.
    public var record: AuditRecord?
    /// In document order.
    public var facts: FactsRecord?
    /// The root's name where it is one of ours that is not a case.
    public var notCase: String?
    /// Answers used and refused, waivers used, by index.
    var decisions = DecisionUse()
  }

  /// Judges a parsed file.
  ///
  /// - Parameters:
  ///   - parsed: the file, parsed with the names of the compiled rubrics.
  ///   - name: the path as printed.
  ///   - digest: SHA-256 of the file's bytes.
  public func judge(_ parsed: ParsedXML, name: String, digest: String) -> Verdict {
    guard let root = parsed.document.rootElement else { return Verdict() }
    if CaseJudge.ownRoots.contains(root.name) {
      return Verdict(notCase: root.name)
    }
    let facts = CaseFacts(root)
    let evaluation = CaseEvaluation(
      compiled: context.compiled, parsed: parsed, services: context.services)
    let matches = matches(evaluation)
    guard !matches.applying.isEmpty else {
      return Verdict(record: .unjudged(CaseJudge.unmatched(name, matches, facts)))
    }
    return score(parsed, facts, evaluation, matches, name: name, digest: digest)
  }

  /// The outcome of one requirement in a parsed file, for examples and explanations; nil where no
  /// rubric that applies to the file names it.
  func judge(requirement id: String, in parsed: ParsedXML) -> OutcomeRecord? {
    outcomes(in: parsed) { $0 == id }[id]
  }

  /// The outcomes of the requirements wanted, of every rubric that may judge a parsed file, used
  /// unasked or not.
  func outcomes(in parsed: ParsedXML, of isWanted: (String) -> Bool = { _ in true })
    -> [String: OutcomeRecord]
  {
    guard let root = parsed.document.rootElement else { return [:] }
    let facts = CaseFacts(root)
    let evaluation = CaseEvaluation(
      compiled: context.compiled, parsed: parsed, services: context.services)
    let citations = Citations(document: parsed.document, vocabulary: context.vocabulary)
    var outcomes: [String: OutcomeRecord] = [:]
    let matches = matches(evaluation, asked: true)
    for (index, day) in matches.requirements {
      let compiled = context.compiled.requirements[index]
      let id = compiled.requirement.id
      if isWanted(id) {
        evaluation.decidedOn = day
        outcomes[id] = judgement(of: compiled, evaluation, citations, facts).record
      }
    }
    return outcomes
  }

  // MARK: Which rubrics apply

  /// Roots of ours that are not case files.
  static let ownRoots: Set<String> = [
    "register", "registerColumns", "answerSheet", "answers", "waivers", "profile", "configuration",
    "rubric", "requirement", "definitions", "setRule",
  ]

  /// A rubric that applies, with the date that decides; nil where the case shows none.
  struct Match {
    var rubric: CompiledRubric
    var decidedOn: CivilDate?
  }

  /// The rubrics that apply, and those of which nobody can say, with why.
  struct Matches {
    var applying: [Match] = []
    var undecided: [LocalizedText] = []

    /// The requirements to judge, by place, each with the date that decides in the first rubric that
    /// names it.
    var requirements: [(index: Int, day: CivilDate?)] {
      var days: [Int: CivilDate?] = [:]
      for match in applying {
        for index in match.rubric.requirements where days[index] == nil {
          days.updateValue(match.decidedOn, forKey: index)
        }
      }
      return days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  /// The date that decides for each requirement of a case, for explanations.
  func days(_ evaluation: CaseEvaluation) -> [Requirement.ID: CivilDate?] {
    let pairs = matches(evaluation).requirements.map { index, day in
      (context.compiled.requirements[index].requirement.id, day)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// - Parameter asked: as if every rubric had been named.
  private func matches(_ evaluation: CaseEvaluation, asked: Bool = false) -> Matches {
    var matches = Matches()
    for compiled in context.compiled.rubrics {
      let rubric = compiled.rubric
      do {
        guard try evaluation.boolean(compiled.applies, at: evaluation.rootElement) else { continue }
        if !asked, let unasked = compiled.unasked,
          try !evaluation.boolean(unasked, at: evaluation.rootElement)
        {
          continue
        }
      } catch {
        let what = LocalizedText(
          zh: "无法确定评查标准 \(rubric.id) 是否适用，未按其评查",
          en: "nobody can say whether rubric \(rubric.id) applies; not judged by it")
        matches.undecided.append(error.message(about: what))
        continue
      }
      let date = evaluation.firstDate(compiled.decidedBy)
      if let date, date < rubric.from || date > (rubric.to ?? date) { continue }
      matches.applying.append(Match(rubric: compiled, decidedOn: date))
    }
    return matches
  }

  // MARK: Judging

  /// A requirement's judgement by the rules in force on the date that decides. Where its leading basis
  /// did not bind the agency on that day, the rules of the time are not on record: whatever concerns
  /// the case is asked of a person.
  private func judgement(
    of compiled: CompiledRequirement, _ evaluation: CaseEvaluation, _ citations: Citations,
    _ facts: CaseFacts
  ) -> Judgement {
    var judge = RequirementJudge(
      compiled: compiled, evaluation: evaluation, citations: citations, facts: facts)
    let requirement = compiled.requirement
    if let day = evaluation.decidedOn {
      if !requirement.isInForce(on: day) { return Judgement.notInForce(requirement.id) }
      if let basis = requirement.bases.first, !context.laws.isInForce(basis, on: day) {
        judge.instead = CaseJudge.rulesOfTheTime(context.laws.citation(basis), day)
      }
    }
    return judge.judge()
  }

  private func score(
    _ parsed: ParsedXML, _ facts: CaseFacts, _ evaluation: CaseEvaluation,
    _ matches: Matches, name: String, digest: String
  ) -> Verdict {
    var verdict = Verdict()
    var record = CaseRecord(
      path: name, digest: digest, agency: context.agency(facts.agency),
      caseNumber: facts.caseNumber, caseName: facts.caseName, kind: facts.kind,
      schemaErrors: context.schema == nil ? [] : CaseJudge.schemaErrors(parsed),
      remarks: CaseJudge.remarks(parsed, name: name),
      personal: context.vocabulary.personalData(in: parsed.document), outcomes: [], scores: [])
    let citations = Citations(document: parsed.document, vocabulary: context.vocabulary)
    var judgements: [Int: Judgement] = [:]
    for (index, day) in matches.requirements {
      evaluation.decidedOn = day
      let compiled = context.compiled.requirements[index]
      var judgement = self.judgement(of: compiled, evaluation, citations, facts)
      if !context.decisions.isEmpty {
        context.decisions.apply(
          to: &judgement, compiled.requirement, facts, digest: digest,
          isVeto: context.compiled.vetoes.contains(index), use: &verdict.decisions)
      }
      judgements[index] = judgement
      record.outcomes.append(judgement.record)
    }
    verdict.decisions.refuseUnused(context.decisions, digest: digest)
    record.remarks += matches.undecided.map {
      RemarkRecord(code: RemarkRecord.rubricUndecided, message: $0, subject: name)
    }
    var unscored: UnjudgedRecord?
    for match in matches.applying {
      if match.decidedOn == nil {
        record.remarks.append(CaseJudge.dateUnknown(match.rubric.rubric, name))
      }
      do {
        record.scores.append(
          try Scorer(rubric: match.rubric.rubric).score(
            context.compiled.tallies(match.rubric) { judgements[$0] }))
      } catch {
        let why = CaseJudge.unjudged(name, error, facts)
        unscored = unscored ?? why
        record.remarks.append(
          RemarkRecord(code: RemarkRecord.rubricNotScored, message: why.message, subject: name))
      }
    }
    if let unscored, record.scores.isEmpty {
      verdict.record = .unjudged(unscored)
      return verdict
    }
    let facts = SetRuleCollector(context: context).facts(
      evaluation: evaluation, citations: citations, name: name)
    verdict.facts = facts.record
    record.remarks += facts.remarks
    verdict.record = .caseFile(record)
    return verdict
  }

  /// Errors of form, in the order of the file.
  static func schemaErrors(_ parsed: ParsedXML) -> [SchemaErrorRecord] {
    let errors =
      parsed.schemaErrors.map {
        SchemaErrorRecord(
          line: $0.position.line, column: $0.position.column, message: $0.diagnostic.text)
      } + IdentifierCheck.faults(in: parsed.document).map(\.error)
    return errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}

extension Judgement {
  /// A requirement that was not in force on the day that decides.
  static func notInForce(_ requirement: String) -> Judgement {
    Judgement(
      record: OutcomeRecord(
        requirement: requirement, outcome: .notApplicable, reasons: [], occurrences: [], notes: [],
        examined: 0, answeredBy: nil),
      mayNotApply: false)
  }
}
