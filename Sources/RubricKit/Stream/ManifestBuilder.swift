/// Makes the manifest's records from the domain's types.
struct ManifestBuilder {
  let library: RubricLibrary
  let compiled: CompiledRubrics
  let laws: LawRegister

  static func record(_ rubric: Rubric) -> RubricRecord {
    let shares = ManifestBuilder.shares(rubric.scoring)
    return RubricRecord(
      id: rubric.id, version: rubric.version, title: rubric.title, issuer: rubric.issuer,
      from: "\(rubric.from)", to: rubric.to.map { "\($0)" }, digest: rubric.digest,
      model: ManifestBuilder.code(rubric.scoring), full: rubric.full.milli,
      legality: shares?.legality.milli, normality: shares?.normality.milli,
      notApplicable: rubric.notApplicable.rawValue, bonus: rubric.bonus?.entry.rawValue,
      overFull: rubric.bonus?.overFull.rawValue, roundingDigits: rubric.rounding.digits,
      roundingMode: rubric.rounding.mode.rawValue,
      bands: rubric.bands.map {
        RubricRecord.Band(id: $0.id, label: $0.label, from: $0.from.milli)
      },
      sections: rubric.sections.map { section in
        RubricRecord.Section(
          id: section.id, title: section.title, points: section.points.milli,
          role: section.role == .normality ? nil : section.role.rawValue,
          items: section.items.map {
            RubricRecord.Item(
              requirement: $0.requirement, points: $0.points.milli, deduct: $0.deduct?.milli,
              cap: $0.cap?.milli, veto: $0.veto?.code,
              group: $0.group, gate: $0.gate.isEmpty ? nil : $0.gate,
              earns: $0.earns.isEmpty
                ? nil
                : $0.earns.map {
                  RubricRecord.Earned(check: $0.check, points: $0.points.milli)
                })
          },
          groups: section.groups.isEmpty
            ? nil : section.groups.map { RubricRecord.Group(id: $0.id, points: $0.points.milli) })
      })
  }

  func record(_ requirement: Requirement) -> RequirementRecord {
    RequirementRecord(
      id: requirement.id, title: requirement.title, severity: requirement.severity,
      judge: requirement.judge, system: requirement.system,
      basis: requirement.bases.map { record($0) }, remedy: requirement.remedy,
      curable: requirement.curable, checks: ManifestBuilder.costs(requirement.checks),
      termDays: requirement.termDays, question: requirement.question,
      digest: requirement.digest)
  }

  static func costs(_ checks: [Check]) -> [RequirementRecord.Check]? {
    let own = checks.filter { $0.deduct != nil || $0.cap != nil || $0.effect == .note }
    guard !own.isEmpty else { return nil }
    return own.map {
      RequirementRecord.Check(
        id: $0.id, deduct: $0.deduct?.milli, cap: $0.cap?.milli,
        note: $0.effect == .note ? true : nil)
    }
  }

  func record(_ rule: SetRule) -> SetRuleRecord {
    SetRuleRecord(
      id: rule.id, title: rule.title, severity: rule.severity, strength: rule.strength,
      labels: rule.facts.reduce(into: [:]) { labels, fact in
        for value in fact.values { labels["\(fact.name).\(value.name)"] = value.label }
      },
      terms: rule.terms.isEmpty ? nil : rule.terms, comparison: rule.comparison,
      message: rule.message,
      veto: rule.veto?.code, innocent: rule.innocent, basis: rule.bases.map { record($0) },
      remedy: rule.remedy)
  }

  private func record(_ basis: Basis) -> BasisRecord {
    BasisRecord(
      law: basis.law, article: basis.article.map(String.init),
      paragraph: basis.paragraph.map(String.init), item: basis.item.map(String.init),
      text: laws.citation(basis))
  }

  private static func shares(_ model: ScoringModel) -> (legality: Points, normality: Points)? {
    guard case .legalityNormality(let legality, let normality) = model else { return nil }
    return (legality, normality)
  }

  private static func code(_ model: ScoringModel) -> String {
    switch model {
    case .deduct: "deduct"
    case .legalityNormality: "legality-normality"
    }
  }
}
