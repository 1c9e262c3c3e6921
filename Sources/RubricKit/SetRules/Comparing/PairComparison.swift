/// A fact of one name and facts of another satisfy a condition: one match for each of the first. Of the
/// facts of an only name, each two that satisfy it are a match.
struct PairComparison: SetComparing {
  let comparison: SetComparison
  let condition: PairCondition

  func matches(_ facts: [CollectedFact]) -> [SetMatch] {
    let first = comparison.facts.first ?? ""
    let isOne = comparison.facts.count < 2
    var matches: [SetMatch] = []
    for (place, a) in facts.enumerated() where a.name == first && !condition.isExhausted {
      let others = isOne ? facts.dropFirst(place + 1) : facts.filter { $0.name != first }[...]
      let found = others.filter { a.isApart(comparison.apart, from: $0) && condition.holds(a, $0) }
      if isOne {
        matches += found.map { SetMatch(facts: [a, $0]) }
      } else if !found.isEmpty {
        matches.append(SetMatch(facts: [a] + found))
      }
    }
    return matches
  }
}
