/// What a set rule's veto does to the scores of the cases concerned. The case records themselves
/// never change.
public struct Adjuster: Sendable {
  /// A score in few bytes: there are as many as cases and rubrics.
  private struct Kept: Sendable {
    var rubric: Int32
    var lowerGrade: Int16
    var upperGrade: Int16
    var lower: Int
    var upper: Int
  }

  private let rubrics: [RubricRecord]
  private let vetoes: [String: VetoEffect]
  private var kept: [String: [Kept]] = [:]

  /// An adjuster for the rubrics and rules of a manifest.
  public init(manifest: ManifestRecord) {
    rubrics = manifest.rubrics
    vetoes = manifest.setRules.reduce(into: [:]) { result, rule in
      if let veto = rule.veto.flatMap(VetoEffect.init) { result[rule.id] = veto }
    }
  }

  /// Remembers a case's scores; nothing is kept while no rule has a veto.
  public mutating func collect(_ record: CaseRecord) {
    guard !vetoes.isEmpty else { return }
    kept[record.path] = record.scores.compactMap { score in
      guard let rubric = rubrics.firstIndex(where: { $0.id == score.rubric }) else { return nil }
      return Kept(
        rubric: Int32(rubric), lowerGrade: Int16(rubrics[rubric].index(of: score.lower.grade)),
        upperGrade: Int16(rubrics[rubric].index(of: score.upper.grade)),
        lower: score.lower.points, upper: score.upper.points)
    }
  }

  /// The adjustments that follow from the findings, in their order.
  public func adjustments(for findings: [SetFindingRecord]) -> [AdjustmentRecord] {
    var result: [AdjustmentRecord] = []
    for finding in findings {
      guard let veto = vetoes[finding.rule] else { continue }
      for path in Set(finding.parts.map(\.path)).sorted(by: Paths.precedes) {
        for score in kept[path] ?? [] {
          let rubric = rubrics[Int(score.rubric)]
          let before = AdjustmentRecord.ScoreRange(
            lower: rubric.end(score.lower, grade: Int(score.lowerGrade)),
            upper: rubric.end(score.upper, grade: Int(score.upperGrade)))
          result.append(
            AdjustmentRecord(
              path: path, rule: finding.rule, rubric: rubric.id, before: before,
              after: AdjustmentRecord.ScoreRange(
                lower: Adjuster.apply(veto, to: before.lower, rubric),
                upper: Adjuster.apply(veto, to: before.upper, rubric))))
        }
      }
    }
    return result
  }

  private static func apply(_ veto: VetoEffect, to end: ScoreEndRecord, _ rubric: RubricRecord)
    -> ScoreEndRecord
  {
    let lowest = rubric.bands.last?.id ?? end.grade
    switch veto {
    case .zero: return ScoreEndRecord(points: 0, grade: lowest)
    case .unqualified: return ScoreEndRecord(points: end.points, grade: lowest)
    case .cap(let points):
      let capped = min(end.points, points.milli)
      let grade = rubric.bands.first { capped >= $0.from }?.id ?? lowest
      let kept = rubric.index(of: end.grade) > rubric.index(of: grade) ? end.grade : grade
      return ScoreEndRecord(points: capped, grade: kept)
    case .barExcellent:
      guard end.grade == rubric.bands.first?.id, rubric.bands.count > 1 else { return end }
      return ScoreEndRecord(points: end.points, grade: rubric.bands[1].id)
    }
  }
}

extension RubricRecord {
  /// The place of a grade from the best (0) down; the last for an unknown one.
  public func index(of grade: String) -> Int {
    bands.firstIndex { $0.id == grade } ?? bands.count
  }
}

extension RubricRecord {
  /// An end of a score with the grade at a place from the best down.
  fileprivate func end(_ points: Int, grade: Int) -> ScoreEndRecord {
    ScoreEndRecord(points: points, grade: bands.indices.contains(grade) ? bands[grade].id : "")
  }
}
