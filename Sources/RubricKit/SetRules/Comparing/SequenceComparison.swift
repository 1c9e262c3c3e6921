/// Numbers run one way and dates another: of the facts in the order of their numbers, those that must be
/// taken out so that the dates never go back. The most that can stay is a longest non-decreasing
/// subsequence; what is left out is where numbers and dates disagree.
struct SequenceComparison: SetComparing {
  let comparison: SetComparison

  func matches(_ facts: [CollectedFact]) -> [SetMatch] {
    let numbered = facts.compactMap { fact -> (fact: CollectedFact, number: Int, day: CivilDate)? in
      guard let number = Int(fact.values[comparison.values["number"] ?? ""] ?? ""),
        let date = try? CivilMoment(fact.values[comparison.values["date"] ?? ""] ?? "")
      else { return nil }
      return (fact, number, date.date)
    }.sorted { left, right in
      // Of one number the earlier first: a number used twice is another rule's.
      (left.number, left.day.day) == (right.number, right.day.day)
        ? CollectedFact.precedes(left.fact, right.fact)
        : (left.number, left.day.day) < (right.number, right.day.day)
    }
    guard numbered.count >= comparison.least else { return [] }
    let kept = SequenceComparison.longestRising(numbered.map(\.day.day))
    return numbered.indices.filter { !kept.contains($0) }.map { index in
      let before = kept.last { $0 < index }.map { numbered[$0].fact }
      let after = kept.first { $0 > index }.map { numbered[$0].fact }
      return SetMatch(facts: [before, numbered[index].fact, after].compactMap { $0 })
        .with(outlier: numbered[index].fact)
    }
  }

  /// The places of a longest subsequence that never falls, in order; of several, the one whose end and
  /// then whose predecessors come last.
  static func longestRising(_ values: [Int32]) -> [Int] {
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: values.count)
    for index in values.indices {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] <= values[index] { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tails[low - 1] : nil
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var result: [Int] = []
    var next = tails.last
    while let index = next {
      result.append(index)
      next = previous[index]
    }
    return result.reversed()
  }
}

extension SetMatch {
  /// The message may call the values of the one that is out of line `{a.NAME}`.
  fileprivate func with(outlier fact: CollectedFact) -> SetMatch {
    var match = self
    for (name, value) in fact.values { match.words["a.\(name)"] = value }
    return match
  }
}
