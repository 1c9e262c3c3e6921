/// Two facts take place at one time, or follow each other too closely.
///
/// A sweep over the facts in the order of their beginnings: only facts that can meet are compared.
struct OverlapComparison: SetComparing {
  let comparison: SetComparison
  let condition: PairCondition

  private struct Interval {
    var fact: CollectedFact
    var start: Int
    var end: Int
  }

  func matches(_ facts: [CollectedFact]) -> [SetMatch] {
    let gap = comparison.numbers["gap"]
    var open: [Interval] = []
    var matches: [SetMatch] = []
    for interval in intervals(facts) where !condition.isExhausted {
      open.removeAll { $0.end + (gap ?? 0) * 60 <= interval.start }
      for other in open where interval.fact.isApart(comparison.apart, from: other.fact) {
        let between = interval.start - other.end
        // With a gap, those that overlap are another rule's.
        guard gap == nil ? between < 0 : between >= 0 else { continue }
        guard condition.holds(other.fact, interval.fact) else { continue }
        matches.append(match(other, interval))
      }
      open.append(interval)
    }
    return matches
  }

  /// Those with a beginning before their end, in the order of their beginnings.
  private func intervals(_ facts: [CollectedFact]) -> [Interval] {
    facts.compactMap { fact in
      guard let start = moment(fact, "from"), let end = moment(fact, "to"), start < end else {
        return nil
      }
      return Interval(fact: fact, start: start, end: end)
    }.sorted {
      ($0.start, $0.end) == ($1.start, $1.end)
        ? CollectedFact.precedes($0.fact, $1.fact) : ($0.start, $0.end) < ($1.start, $1.end)
    }
  }

  private func moment(_ fact: CollectedFact, _ part: String) -> Int? {
    guard let text = fact.values[comparison.values[part] ?? part] else { return nil }
    return (try? CivilMoment(text))?.earliestSecond
  }

  /// Both as bars of one scale, a line each.
  private func timeLines(_ first: Interval, _ second: Interval) -> [ValueRecord] {
    let (start, end) = (first.start, max(first.end, second.end))
    let width = 48
    func column(_ second: Int) -> Int { (second - start) * width / max(1, end - start) }
    return [first, second].enumerated().map { index, one in
      let from = min(column(one.start), width - 1)
      let bar = String(repeating: "━", count: max(1, column(one.end) - from))
      let line =
        "\(Self.clock(one.start))—\(Self.clock(one.end))  "
        + String(repeating: "·", count: from) + bar
      return ValueRecord(
        label: LocalizedText(zh: "时间线\(index + 1)", en: "time line \(index + 1)"),
        value: LocalizedText(zh: line, en: line), line: nil)
    }
  }

  /// The time of day of a second.
  private static func clock(_ second: Int) -> String {
    let minute = ((second % 86_400) + 86_400) % 86_400 / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  private func match(_ first: Interval, _ second: Interval) -> SetMatch {
    let seconds = second.start - first.end
    let minutes = (seconds < 0 ? min(first.end, second.end) - second.start : seconds) / 60
    let label =
      seconds < 0
      ? LocalizedText(zh: "重合时间", en: "at the same time")
      : LocalizedText(zh: "间隔时间", en: "time between")
    return SetMatch(
      facts: [first.fact, second.fact],
      values: [
        ValueRecord(
          label: label, value: LocalizedText(zh: "\(minutes)分钟", en: "\(minutes) minutes"),
          line: nil)
      ] + timeLines(first, second), words: ["minutes": "\(minutes)"])
  }
}
