/// Sections that a failed gate leaves without points.
struct SectionGates {
  private let tallies: [ItemTally]
  /// The first of the strongest gates of each section: closed before open.
  private let gates: [Int: ItemTally]

  init(_ tallies: [ItemTally]) {
    self.tallies = tallies
    var gates: [Int: ItemTally] = [:]
    for tally in tallies where tally.gate != .none {
      let section = tally.place.section
      if gates[section] == nil || (gates[section]?.gate == .open && tally.gate != .open) {
        gates[section] = tally
      }
    }
    self.gates = gates
  }

  /// By section, its role and points in thousandths.
  func closed(worst: Bool, afterWaiver: Bool) -> [Int: (RubricSection.Role, Int)] {
    var result: [Int: (RubricSection.Role, Int)] = [:]
    for (section, gate) in gates {
      let closes =
        switch gate.gate {
        case .none: false
        case .open: worst
        case .closed(let waived): !(waived && afterWaiver)
        }
      if closes { result[section] = (gate.place.role, gate.place.sectionPoints) }
    }
    return result
  }

  /// The items as recorded: a gate that closed, or may close, stands for the points of its section.
  var records: [ItemScoreRecord] {
    tallies.map { tally in
      var record = ItemScoreRecord(
        requirement: tally.requirement, outcome: tally.outcome, points: tally.points,
        lost: tally.certainLoss, mayLose: tally.worstLoss, excluded: tally.part == .notApplicable)
      guard let gate = gates[tally.place.section] else { return record }
      let isGate = gate.requirement == tally.requirement
      let whole = gate.place.sectionPoints
      if gate.gate == .open {
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

  private func otherPoints(_ gate: ItemTally) -> Int {
    tallies.reduce(0) { sum, tally in
      let counts =
        tally.place.section == gate.place.section && tally.requirement != gate.requirement
        && tally.part != .notApplicable
      return counts ? sum + tally.points : sum
    }
  }
}
