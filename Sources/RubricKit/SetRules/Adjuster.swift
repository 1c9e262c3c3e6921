/// What a set rule's veto does to the scores of the cases concerned. The case records themselves
/// never change.
public struct Adjuster: Sendable {
  private struct Kept {
    var path: String
    var scores: [ScoreRecord]
  }

  private let rubrics: [String: RubricRecord]
  private let vetoes: [String: VetoEffect]
  private var kept: [String: [ScoreRecord]] = [:]

  /// An adjuster for the rubrics and rules of a manifest.
  public init(manifest: ManifestRecord) {
    rubrics = Dictionary(
      manifest.rubrics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    vetoes = manifest.setRules.reduce(into: [:]) { result, rule in
      if let veto = rule.veto.flatMap(VetoEffect.init) { result[rule.id] = veto }
    }
  }

  /// Remembers a case's scores; nothing is kept while no rule has a veto.
  public mutating func collect(_ record: CaseRecord) {
    guard !vetoes.isEmpty else { return }
    var slim = record.scores
    for index in slim.indices {
      slim[index].items = []
      slim[index].derivation = []
    }
    kept[record.path] = slim
  }

  /// The adjustments that follow from the findings, in their order.
  public func adjustments(for findings: [SetFindingRecord]) -> [AdjustmentRecord] {
    var result: [AdjustmentRecord] = []
    for finding in findings {
      guard let veto = vetoes[finding.rule] else { continue }
      for path in Set(finding.parts.map(\.path)).sorted(by: Paths.precedes) {
        for score in kept[path] ?? [] {
          guard let rubric = rubrics[score.rubric] else { continue }
          let before = AdjustmentRecord.ScoreRange(lower: score.lower, upper: score.upper)
          result.append(
            AdjustmentRecord(
              path: path, rule: finding.rule, rubric: rubric.id, before: before,
              after: AdjustmentRecord.ScoreRange(
                lower: Adjuster.apply(veto, to: score.lower, rubric),
                upper: Adjuster.apply(veto, to: score.upper, rubric))))
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
