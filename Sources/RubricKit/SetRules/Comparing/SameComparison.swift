/// Facts of several cases have the same key.
struct SameComparison: SetComparing {
  let comparison: SetComparison

  func matches(_ facts: [CollectedFact]) -> [SetMatch] {
    let distinct: Set<String> = Set(
      facts.map { fact in
        switch comparison.apart {
        case .place: "\(fact.path) \(fact.place.path)"
        case .file: fact.path
        case .agency: fact.agency.code
        }
      })
    return distinct.count >= comparison.least ? [SetMatch(facts: facts, isWholeKey: true)] : []
  }
}
