/// Agencies in the order of their mean by one rubric, or why there is no order yet.
public enum Ranking: Sendable, Hashable {
  /// An agency and its place; equal means share a place.
  public struct Place: Sendable, Hashable {
    /// From 1.
    public var rank: Int
    /// The agency (执法单位).
    public var agency: AgencyRecord
    /// Rounded mean in thousandths.
    public var mean: Int
  }

  /// Some score or grade is open, or some file was not judged: any order would be a guess.
  case open
  /// The order, best first.
  case places([Place])
}

extension AuditSummary {
  /// The order of the agencies by a rubric.
  public func ranking(rubric id: String) -> Ranking {
    guard let rubric = manifest?.rubrics.first(where: { $0.id == id }), unjudged.isEmpty else {
      return .open
    }
    var means: [(agency: AgencyRecord, mean: Int)] = []
    for summary in agencies {
      guard let result = summary.rubrics.first(where: { $0.rubric == id }) else { continue }
      guard let agency = summary.agency, result.final.isCertain,
        let mean = result.final.lower.rounded(
          digits: rubric.roundingDigits, mode: rubric.roundingMode)
      else { return .open }
      means.append((agency, mean))
    }
    means.sort { $0.mean == $1.mean ? $0.agency.code < $1.agency.code : $0.mean > $1.mean }
    var places: [Ranking.Place] = []
    for (index, entry) in means.enumerated() {
      let rank =
        index > 0 && means[index - 1].mean == entry.mean ? places[index - 1].rank : index + 1
      places.append(.init(rank: rank, agency: entry.agency, mean: entry.mean))
    }
    return .places(places)
  }
}
