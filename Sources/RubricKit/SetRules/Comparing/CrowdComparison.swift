/// Many facts of different cases, or agencies, within a few days.
struct CrowdComparison: SetComparing {
  let comparison: SetComparison

  func matches(_ facts: [CollectedFact]) -> [SetMatch] {
    let days = comparison.number("days", default: 1)
    let dated = facts.compactMap { fact -> (fact: CollectedFact, day: Int)? in
      guard let date = try? CivilMoment(fact.values[comparison.values["date"] ?? ""] ?? "") else {
        return nil
      }
      return (fact, Int(date.date.day))
    }.sorted {
      $0.day == $1.day ? CollectedFact.precedes($0.fact, $1.fact) : $0.day < $1.day
    }
    var matches: [SetMatch] = []
    var start = 0
    while start < dated.count {
      let end = dated[start...].firstIndex { $0.day >= dated[start].day + days } ?? dated.count
      let crowd = dated[start..<end].map(\.fact)
      if distinct(crowd) >= least(crowd) {
        matches.append(
          SetMatch(facts: crowd, words: ["days": "\(dated[end - 1].day - dated[start].day + 1)"]))
        start = end
      } else {
        start += 1
      }
    }
    return matches
  }

  private func distinct(_ facts: [CollectedFact]) -> Int {
    switch comparison.apart {
    case .place: facts.count
    case .file: Set(facts.map(\.path)).count
    case .agency: Set(facts.map(\.agency.code)).count
    }
  }

  /// More than the facts' own limit, where they have one; the highest counts.
  private func least(_ facts: [CollectedFact]) -> Int {
    guard let name = comparison.values["limit"] else { return comparison.least }
    return (facts.compactMap { Int($0.values[name] ?? "") }.max() ?? comparison.least - 1) + 1
  }
}
