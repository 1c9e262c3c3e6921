import CaseXML

@testable import RubricKit

/// A rubric with nothing but what scoring needs; points and bands in whole points.
func scoringRubric(
  _ model: ScoringModel = .deduct, full: Int = 100,
  notApplicable: NotApplicablePolicy = .rescale, digits: Int = 1, mode: RoundingMode = .halfUp,
  bands: [(String, Int)] = [("excellent", 90), ("good", 80), ("pass", 60), ("fail", 0)]
) -> Rubric {
  let words = LocalizedText(zh: "标准", en: "rubric")
  let nowhere = ExpressionSource(
    text: "/", file: "rubric.xml", position: SourcePosition(line: 1, column: 1))
  return Rubric(
    id: "r", version: "1", title: words, issuer: words, from: .first, to: nil, decidedBy: nowhere,
    applies: nowhere, unasked: nil, scoring: model, full: Points(milli: full * 1000),
    notApplicable: notApplicable, rounding: Rounding(digits: digits, mode: mode),
    bands: bands.map {
      GradeBand(id: $0, label: LocalizedText(zh: $0, en: $0), from: Points(milli: $1 * 1000))
    },
    sections: [], definitions: Definitions(), file: "rubric.xml", digest: "")
}

/// A tally in thousandths of a point.
func tally(
  _ points: Int, lost: Int = 0, mayLose: Int? = nil, _ outcome: Outcome = .passed,
  part: ItemTally.Part = .applies, role: RubricSection.Role = .normality, veto: VetoEffect? = nil,
  section: Int = 0, sectionPoints: Int = 0, group: ItemTally.Group? = nil,
  gate: ItemTally.Gate = .none, gateAfterWaiver: ItemTally.Gate? = nil, lostAfterWaiver: Int? = nil
) -> ItemTally {
  ItemTally(
    requirement: "x", outcome: outcome, points: points,
    place: ItemTally.Place(
      role: role, section: section, sectionPoints: sectionPoints, group: group),
    part: part, certainLoss: lost,
    worstLoss: mayLose ?? lost, certainLossAfterWaiver: lostAfterWaiver ?? lost,
    worstLossAfterWaiver: lostAfterWaiver ?? mayLose ?? lost, veto: veto, gate: gate,
    gateAfterWaiver: gateAfterWaiver ?? gate)
}
