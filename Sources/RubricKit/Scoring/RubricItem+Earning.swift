/// Items that start at 0 and earn points check by check.
extension RubricItem {
  /// What checks would earn that are of no concern to the case.
  func unconcerned(_ record: OutcomeRecord) -> [EarnedPoints] {
    guard let unconcerned = record.unconcerned else { return [] }
    return earns.filter { unconcerned.contains($0.check) }
  }

  /// What is not earned, in thousandths, where occurrences with these outcomes count as faults: a check
  /// earns all of its points or, where something it looked at is out of order or there was nothing to
  /// look at, none.
  func unearned(_ record: OutcomeRecord, _ counted: Set<Outcome>) -> Int {
    guard record.outcome != .notApplicable else { return 0 }
    let concerned = Set(earns).subtracting(unconcerned(record))
    let full = concerned.reduce(0) { $0 + $1.points.milli }
    let whole = record.occurrences.filter(\.check.isEmpty)
    // Of a requirement open as a whole nobody knows what its checks would find.
    let isOpen = whole.contains { $0.outcome.isOpen && !counted.contains($0.outcome) }
    var lost = whole.filter { counted.contains($0.outcome) }
      .reduce(0) { $0 + ($1.answeredLoss ?? full) }
    for earned in concerned {
      let points = earned.points.milli
      let faults = record.occurrences
        .filter { $0.check == earned.check && counted.contains($0.outcome) }
      if !faults.isEmpty {
        lost += min(points, faults.reduce(0) { $0 + ($1.answeredLoss ?? points) })
      } else if !isOpen, record.absent?.contains(earned.check) ?? false {
        lost += points
      }
    }
    return min(lost, full)
  }
}

extension RubricItem {
  /// What became of one check's points, in words.
  func state(of earned: EarnedPoints, _ record: OutcomeRecord) -> LocalizedText {
    let outcomes = record.occurrences
      .filter { $0.check == earned.check || $0.check.isEmpty }.map(\.outcome)
    if outcomes.contains(.failed) || outcomes.contains(.waived) {
      return LocalizedText(zh: "不符合，不得分", en: "out of order, not earned")
    }
    if outcomes.contains(where: \.isOpen) { return LocalizedText(zh: "待定", en: "open") }
    if record.absent?.contains(earned.check) ?? false {
      return LocalizedText(zh: "卷内没有，不得分", en: "nothing there, not earned")
    }
    if record.unconcerned?.contains(earned.check) ?? false {
      return LocalizedText(zh: "本案不涉及", en: "of no concern to the case")
    }
    return LocalizedText(zh: "符合，得分", en: "in order, earned")
  }
}

extension Outcome {
  /// Nobody has decided yet, or could.
  var isOpen: Bool { self == .pending || self == .error }
}
