/// Sections that a failed gate leaves without points.
struct SectionGates {
  private let tallies: [ItemTally]
  /// By section, the place of the strongest gate: closed before open, then the first.
  private let gates: [Int: Int]

  init(_ tallies: [ItemTally]) {
    self.tallies = tallies
    var gates: [Int: Int] = [:]
    for (index, tally) in tallies.enumerated() where tally.gate != .none {
      let section = tally.place.section
      if let known = gates[section], tallies[known].gate != .open || tally.gate == .open {
        continue
      }
      gates[section] = index
    }
    self.gates = gates
  }

  /// By section, its role and points in thousandths.
  func closed(worst: Bool, afterWaiver: Bool) -> [Int: (RubricSection.Role, Int)] {
    var result: [Int: (RubricSection.Role, Int)] = [:]
    for (section, index) in gates {
      let closes =
        switch tallies[index].gate {
        case .none: false
        case .open: worst
        case .closed(let waived): !(waived && afterWaiver)
        }
      let place = tallies[index].place
      if closes { result[section] = (place.role, place.sectionPoints) }
    }
    return result
  }

  /// The items as recorded: a gate that closed, or may close, stands for the points of its section.
  var records: [ItemScoreRecord] {
    tallies.indices.map { index in
      let tally = tallies[index]
      var record = ItemScoreRecord(
        requirement: tally.requirement, outcome: tally.outcome, points: tally.points,
        lost: tally.certainLoss, mayLose: tally.worstLoss, excluded: tally.part == .notApplicable)
      guard let gate = gates[tally.place.section] else { return record }
      let isGate = gate == index
      let whole = tally.place.sectionPoints
      if tallies[gate].gate == .open {
        if isGate { record.points = whole - otherPoints(gate) }
        if !record.excluded { record.mayLose = record.points }
      } else {
        record.excluded = !isGate
        record.points = isGate ? whole : tally.points
        record.lost = isGate ? whole : 0
        record.mayLose = record.lost
      }
      return record
    }
  }

  private func otherPoints(_ gate: Int) -> Int {
    tallies.indices.reduce(0) { sum, index in
      let tally = tallies[index]
      let counts =
        tally.place.section == tallies[gate].place.section && index != gate
        && tally.part != .notApplicable
      return counts ? sum + tally.points : sum
    }
  }
}
