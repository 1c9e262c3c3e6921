/// Values gather just below a limit: at least so many within a percentage below it, and at most a
/// quarter as many within as much above.
struct BelowComparison: SetComparing {
  let comparison: SetComparison

  func matches(_ facts: [CollectedFact]) -> [SetMatch] {
    let percent = comparison.number("percent", default: 5)
    var below: [CollectedFact] = []
    var above = 0
    for fact in facts {
      guard
        let value = SpreadComparison.measure(fact.values[comparison.values["value"] ?? ""] ?? ""),
        let limit = SpreadComparison.measure(fact.values[comparison.values["limit"] ?? ""] ?? "")
      else { continue }
      if value < limit, value * 100 >= limit * (100 - percent) {
        below.append(fact)
      } else if value >= limit, value * 100 <= limit * (100 + percent) {
        above += 1
      }
    }
    guard below.count >= comparison.least, above * 4 <= below.count else { return [] }
    return [
      SetMatch(
        facts: below,
        values: [
          ValueRecord(
            label: LocalizedText(zh: "略低于标准", en: "just below"),
            value: LocalizedText(zh: "\(below.count)件", en: "\(below.count)"), line: nil),
          ValueRecord(
            label: LocalizedText(zh: "略高于标准", en: "just above"),
            value: LocalizedText(zh: "\(above)件", en: "\(above)"), line: nil),
        ], words: ["below": "\(below.count)", "above": "\(above)"])
    ]
  }
}
