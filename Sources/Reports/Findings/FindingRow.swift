import RubricKit

/// One occurrence with everything an output says about it.
struct FindingRow: Sendable {
  /// What an item costs in one rubric.
  struct Cost: Sendable, Hashable {
    var rubric: String
    /// In thousandths, the item's occurrences together.
    var lost: Int
    var mayLose: Int
    var veto: String?
  }

  var requirement: RequirementRecord
  var occurrence: OccurrenceRecord
  var costs: [Cost]
  /// How many failed occurrences the item has in this case.
  var siblings: Int

  var place: PlaceRecord? { occurrence.places.first }
}

extension CaseRecord {
  /// The occurrences with an outcome, the graver first, else in the manifest's order; waived ones
  /// last.
  func rows(_ catalogue: Catalogue, _ isIncluded: (Outcome) -> Bool) -> [FindingRow] {
    var rows: [FindingRow] = []
    for outcome in outcomes {
      guard let requirement = catalogue.requirement(outcome.requirement) else { continue }
      let occurrences = outcome.occurrences.filter { isIncluded($0.outcome) }
      guard !occurrences.isEmpty else { continue }
      let costs = costs(of: outcome.requirement)
      rows += occurrences.map {
        FindingRow(
          requirement: requirement, occurrence: $0, costs: costs, siblings: occurrences.count)
      }
    }
    let bySeverity = Severity.allCases.reversed().flatMap { severity in
      rows.filter { $0.requirement.severity == severity }
    }
    return bySeverity.filter { $0.occurrence.outcome != .waived }
      + bySeverity.filter { $0.occurrence.outcome == .waived }
  }

  /// Remarks (提示) on the case, in the manifest's order.
  func noteRows(_ catalogue: Catalogue) -> [FindingRow] {
    outcomes.flatMap { outcome -> [FindingRow] in
      guard let requirement = catalogue.requirement(outcome.requirement) else { return [] }
      return outcome.notes.map {
        FindingRow(requirement: requirement, occurrence: $0, costs: [], siblings: 1)
      }
    }
  }

  private func costs(of requirement: String) -> [FindingRow.Cost] {
    scores.compactMap { score in
      guard let item = score.items.first(where: { $0.requirement == requirement }) else {
        return nil
      }
      return FindingRow.Cost(
        rubric: score.rubric, lost: item.lost, mayLose: item.mayLose,
        veto: score.vetoes.first { $0.requirement == requirement }?.effect)
    }
  }
}

extension Catalogue {
  /// `行政处罚决定书 示市监处罚〔2024〕12号 第52–55页`; the field's name where there is no document.
  func paper(_ place: PlaceRecord) -> String {
    var parts: [String] = []
    if let title = place.documentTitle { parts.append(say(title)) }
    if let number = place.documentNumber, !number.isEmpty { parts.append(number) }
    if let pages = place.pages, !pages.isEmpty { parts.append(say(Words.page(pages))) }
    if parts.isEmpty, let field = place.field { parts.append(say(field)) }
    return parts.joined(separator: " ")
  }

  /// `三项制度评查标准 40分；…`, what the item's findings cost in each rubric.
  func costs(_ row: FindingRow) -> String {
    row.costs.map { cost in
      let points = say(Words.points(PointsText.plain(cost.lost)))
      let veto = cost.veto.map { say(FindingsWords.veto(say(Words.vetoEffect($0)))) } ?? ""
      return "\(title(ofRubric: cost.rubric)) \(points)\(veto)"
    }.joined(separator: say(Words.semicolon))
  }

  func basis(_ basis: [BasisRecord]) -> String {
    basis.map { say($0.text) }.joined(separator: say(Words.enumerationComma))
  }

  /// `决定日期：2024-04-30（第311行）`.
  func value(_ value: ValueRecord) -> String {
    let line = value.line.map { say(FindingsWords.inBrackets(say(Words.line($0, nil)))) } ?? ""
    return "\(say(value.label))\(say(Words.colon))\(say(value.value))\(line)"
  }

  /// Whether a finding can be cured, and by when.
  func cure(_ requirement: RequirementRecord) -> String {
    let curability = say(Words.curability(requirement.curable))
    guard let days = requirement.termDays, requirement.curable != .no else { return curability }
    return curability + say(Words.comma) + say(FindingsWords.term(days))
  }
}
