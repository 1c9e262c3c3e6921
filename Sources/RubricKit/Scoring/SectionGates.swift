/// Sections that a failed gate leaves without points.
struct SectionGates {
  private let tallies: [ItemTally]
  private let gate: KeyPath<ItemTally, ItemTally.Gate>
  /// By section, the place of the strongest gate, the first of equals.
  private let gates: [Int: Int]

  init(_ tallies: [ItemTally], afterWaiver: Bool) {
    let gate = afterWaiver ? \ItemTally.gateAfterWaiver : \ItemTally.gate
    var gates: [Int: Int] = [:]
    for (index, tally) in tallies.enumerated() where tally[keyPath: gate] != .none {
      let section = tally.place.section
      if let known = gates[section], tallies[known][keyPath: gate] >= tally[keyPath: gate] {
        continue
      }
      gates[section] = index
    }
    self.tallies = tallies
    self.gate = gate
    self.gates = gates
  }

  /// By section, its role and points in thousandths.
  func closed(worst: Bool) -> [Int: (RubricSection.Role, Int)] {
    var result: [Int: (RubricSection.Role, Int)] = [:]
    for (section, index) in gates where worst || tallies[index][keyPath: gate] == .closed {
      let place = tallies[index].place
      result[section] = (place.role, place.sectionPoints)
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
      if tally.role == .bonus {
        let state = gates[tally.place.section].map { tallies[$0][keyPath: self.gate] } ?? .none
        (record.points, record.lost, record.mayLose) = (0, 0, 0)
        record.gained = state == .none ? tally.gain(worst: true, loss: tally.worstLoss) : 0
        record.mayGain = state == .closed ? 0 : tally.gain(worst: false, loss: tally.certainLoss)
        return record
      }
      guard let gate = gates[tally.place.section] else { return record }
      let isGate = gate == index
      let whole = tally.place.sectionPoints
      if tallies[gate][keyPath: self.gate] == .open {
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
