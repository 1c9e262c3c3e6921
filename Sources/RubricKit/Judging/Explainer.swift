internal import CaseXML
internal import FoundationEssentials

/// Tells how the outcomes and scores of one case came about, step by step.
public struct Explainer: Sendable {
  /// Why nothing can be explained.
  public struct Failure: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    public var message: LocalizedText
    /// True where the user named something that is not there.
    public var isUsage: Bool
  }

  /// The steps, and the personal data that masked outputs must mask in them.
  public struct Explanation: Sendable, Hashable {
    /// In order.
    public var lines: [LocalizedText]
    /// Personal data in the case, for masking.
    public var personal: [PersonalDatum]
  }

  private let assembly: AuditAssembly

  /// An explainer with what an audit would use.
  public init(_ assembly: AuditAssembly) { self.assembly = assembly }

  /// Explains one item, or all that are not simply in order and the scores.
  public func explain(_ path: String, item: String?) throws(Failure) -> Explanation {
    let context = assembly.context
    let parsed = try parse(path)
    guard let root = parsed.document.rootElement else {
      throw Failure(message: LocalizedText(zh: "没有根元素", en: "there is no root"), isUsage: false)
    }
    let verdict = CaseJudge(context: context).judge(
      parsed, name: Paths.name(of: path), digest: "")
    guard case .caseFile(let record)? = verdict.record else {
      if case .unjudged(let unjudged)? = verdict.record {
        throw Failure(message: unjudged.message, isUsage: false)
      }
      throw Failure(
        message: LocalizedText(zh: "不是案卷：<\(root.name)>", en: "not a case: <\(root.name)>"),
        isUsage: true)
    }
    let evaluation = CaseEvaluation(
      compiled: context.compiled, parsed: parsed, services: context.services)
    let days = CaseJudge(context: context).days(evaluation)
    let steps = RequirementSteps(
      evaluation: evaluation,
      citations: Citations(document: parsed.document, vocabulary: context.vocabulary))
    var lines = heading(record)
    let shown = context.compiled.requirements.filter { compiled in
      let id = compiled.requirement.id
      guard let outcome = record.outcomes.first(where: { $0.requirement == id }) else {
        return false
      }
      if let item { return id == item }
      return !outcome.occurrences.isEmpty
    }
    if let item, shown.isEmpty {
      throw Failure(
        message: LocalizedText(
          zh: "本案卷没有评查项目 \(item)", en: "no item \(item) applies to this case"), isUsage: true)
    }
    for compiled in shown {
      evaluation.decidedOn = days[compiled.requirement.id] ?? nil
      lines += self.lines(for: compiled, record, steps)
    }
    lines += scoreLines(record)
    return Explanation(lines: lines, personal: record.personal)
  }

  private func parse(_ path: String) throws(Failure) -> ParsedXML {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        message: LocalizedText(zh: "无法读取 \(path)", en: "cannot read \(path)"), isUsage: false)
    }
    do {
      let schema = try assembly.context.schema.map { bytes throws(XMLError) in
        try CompiledSchema(bytes)
      }
      return try XMLParser(
        limits: assembly.context.limits, names: assembly.context.compiled.names, schema: schema
      ).parse([UInt8](data))
    } catch {
      throw Failure(message: error.diagnostic.text, isUsage: false)
    }
  }

  private func heading(_ record: CaseRecord) -> [LocalizedText] {
    [
      LocalizedText(
        zh: "\(record.agency.name)  \(record.caseNumber)  \(record.caseName)",
        en: "\(record.agency.name)  \(record.caseNumber)  \(record.caseName)")
    ]
  }

  private func lines(
    for compiled: CompiledRequirement, _ record: CaseRecord, _ steps: RequirementSteps
  ) -> [LocalizedText] {
    let requirement = compiled.requirement
    guard let outcome = record.outcomes.first(where: { $0.requirement == requirement.id }) else {
      return []
    }
    var lines = [
      LocalizedText(zh: "", en: ""),
      LocalizedText(
        zh: "【\(requirement.id)】\(requirement.title.zh)",
        en: "[\(requirement.id)] \(requirement.title.en)"),
    ]
    for basis in requirement.bases {
      let citation = assembly.laws.citation(basis)
      lines.append(LocalizedText(zh: "  依据：\(citation.zh)", en: "  basis: \(citation.en)"))
    }
    lines += steps.lines(compiled)
    let reasons = outcome.reasons.map(\.rawValue).joined(separator: ", ")
    lines.append(
      LocalizedText(
        zh: "  结论：\(OutcomeWords.text(outcome.outcome).zh)\(reasons.isEmpty ? "" : "（\(reasons)）")",
        en:
          "  outcome: \(OutcomeWords.text(outcome.outcome).en)\(reasons.isEmpty ? "" : " (\(reasons))")"
      ))
    for occurrence in outcome.occurrences + outcome.notes {
      lines.append(
        LocalizedText(zh: "    · \(occurrence.message.zh)", en: "    · \(occurrence.message.en)"))
      for value in occurrence.values {
        let line = value.line.map { " (L\($0))" } ?? ""
        lines.append(
          LocalizedText(
            zh: "      \(value.label.zh)：\(value.value.zh)\(line)",
            en: "      \(value.label.en): \(value.value.en)\(line)"))
      }
      for step in occurrence.derivation {
        lines.append(LocalizedText(zh: "      \(step.zh)", en: "      \(step.en)"))
      }
    }
    for score in record.scores {
      guard let item = score.items.first(where: { $0.requirement == requirement.id }) else {
        continue
      }
      let points = Points(milli: item.points)
      let lost = Points(milli: item.lost)
      let most = Points(milli: item.mayLose)
      let range = item.lost == item.mayLose ? "\(lost)" : "\(lost)–\(most)"
      if let gained = item.gained {
        let most = Points(milli: item.mayGain ?? gained)
        let range = gained == most.milli ? "\(most)" : "\(Points(milli: gained))–\(most)"
        lines.append(
          LocalizedText(
            zh: "  加分：得\(range)分（\(score.rubric)）", en: "  bonus: \(range) earned (\(score.rubric))"
          ))
        lines += earningLines(outcome, score.rubric)
        continue
      }
      lines.append(
        LocalizedText(
          zh: item.excluded
            ? "  分值：\(points)分，不适用，不计入（\(score.rubric)）"
            : "  分值：\(points)分，扣\(range)分（\(score.rubric)）",
          en: item.excluded
            ? "  points: \(points), not counted (\(score.rubric))"
            : "  points: \(points), \(range) lost (\(score.rubric))"))
      lines += earningLines(outcome, score.rubric)
    }
    return lines
  }

  /// What each check earned, where the item starts at 0.
  private func earningLines(_ outcome: OutcomeRecord, _ rubric: String) -> [LocalizedText] {
    let items = assembly.library.rubrics.first { $0.id == rubric }?.items ?? []
    let item = items.first { $0.requirement == outcome.requirement }
    guard let item, outcome.outcome != .notApplicable else { return [] }
    return item.earns.map { earned in
      let words = item.state(of: earned, outcome)
      return LocalizedText(
        zh: "    \(earned.check)（\(earned.points)分）：\(words.zh)",
        en: "    \(earned.check) (\(earned.points)): \(words.en)")
    }
  }

  private func scoreLines(_ record: CaseRecord) -> [LocalizedText] {
    var lines = [LocalizedText(zh: "", en: "")]
    for score in record.scores {
      let title = assembly.library.rubrics.first { $0.id == score.rubric }?.title
      for step in score.derivation {
        lines.append(
          LocalizedText(
            zh: "\(title?.zh ?? score.rubric)：\(step.zh)",
            en: "\(title?.en ?? score.rubric): \(step.en)"))
      }
      for veto in score.vetoes {
        let words = OutcomeWords.text(veto.state)
        lines.append(
          LocalizedText(
            zh: "  一票否决 \(veto.requirement)（\(veto.effect)）：\(words.zh)",
            en: "  veto \(veto.requirement) (\(veto.effect)): \(words.en)"))
      }
    }
    return lines
  }
}

/// Outcomes in words.
enum OutcomeWords {
  static func text(_ outcome: Outcome) -> LocalizedText {
    switch outcome {
    case .passed: LocalizedText(zh: "符合", en: "passed")
    case .failed: LocalizedText(zh: "不符合", en: "failed")
    case .notApplicable: LocalizedText(zh: "不适用", en: "not applicable")
    case .pending: LocalizedText(zh: "待定", en: "pending")
    case .waived: LocalizedText(zh: "已豁免", en: "waived")
    case .error: LocalizedText(zh: "无法评查", en: "error")
    }
  }
}
