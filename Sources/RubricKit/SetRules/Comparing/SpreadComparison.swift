/// A value lies far from those of its group: further from the median than so many median absolute
/// deviations, and than a percentage of the median, so that in a group that is all alike a small
/// difference is none.
struct SpreadComparison: SetComparing {
  /// How many of the group a match shows.
  static let shown = 20

  let comparison: SetComparison

  func matches(_ facts: [CollectedFact]) -> [SetMatch] {
    let measured = facts.compactMap { fact in
      Self.measure(fact.values[comparison.values["value"] ?? ""] ?? "").map { (fact, $0) }
    }.sorted {
      $0.1 == $1.1 ? CollectedFact.precedes($0.0, $1.0) : $0.1 < $1.1
    }
    guard measured.count >= comparison.least else { return [] }
    // Twice the median, so that the middle of an even number of values stays whole.
    let median = Self.twiceMedian(measured.map(\.1))
    let deviation = Self.twiceMedian(measured.map { abs(2 * $0.1 - median) }.sorted()) / 2
    let limit = max(
      comparison.number("deviations", default: 3) * deviation,
      median * comparison.number("percent", default: 0) / 100)
    let far = measured.filter { abs(2 * $0.1 - median) > limit }
    // Where most lie far from the middle there is no middle.
    guard !far.isEmpty, far.count * 3 <= measured.count else { return [] }
    return far.map { fact, _ in
      // The statistics speak for the group; some of it is enough to look at.
      let others = measured.lazy.map(\.0).filter { $0 != fact }.prefix(Self.shown)
      var match = SetMatch(facts: [fact] + others)
      match.values = statistics(measured.map(\.1), median: median, limit: limit)
      for (name, value) in fact.values { match.words["a.\(name)"] = value }
      return match
    }
  }

  private func statistics(_ sorted: [Int], median: Int, limit: Int) -> [ValueRecord] {
    func record(_ zh: String, _ en: String, _ text: String) -> ValueRecord {
      ValueRecord(
        label: LocalizedText(zh: zh, en: en), value: LocalizedText(zh: text, en: text), line: nil)
    }
    return [
      record("同类案件", "like cases", "\(sorted.count)"),
      record("中位数", "median", Self.text(twice: median)),
      record(
        "最低—最高", "lowest–highest",
        "\(Self.text(twice: 2 * (sorted.first ?? 0)))—\(Self.text(twice: 2 * (sorted.last ?? 0)))"),
      record("允许的偏离", "deviation allowed", Self.text(twice: limit)),
    ]
  }

  /// In hundredths; nil where the text is no decimal with at most two digits.
  static func measure(_ text: String) -> Int? { (try? Amount(text)).map { Int($0.fen) } }

  /// Twice the median of sorted values.
  static func twiceMedian(_ sorted: [Int]) -> Int {
    guard !sorted.isEmpty else { return 0 }
    return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
  }

  /// Half of a number of hundredths, as a decimal.
  static func text(twice value: Int) -> String {
    "\(Amount(fen: Int64((value + 1) / 2)))"
  }
}
