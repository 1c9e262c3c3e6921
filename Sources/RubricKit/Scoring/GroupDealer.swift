/// Deals a group's points out to its items, so that points and losses of all items add up to what
/// the group as a whole has and loses.
enum GroupDealer {
  /// The same tallies in the same order, with the points and losses of grouped items dealt out.
  static func deal(_ tallies: [ItemTally]) -> [ItemTally] {
    var members: [String: [Int]] = [:]
    for (index, tally) in tallies.enumerated() {
      if let group = tally.place.group { members[group.id, default: []].append(index) }
    }
    guard !members.isEmpty else { return tallies }
    var result = tallies
    for indices in members.values {
      guard let points = tallies[indices[0]].place.group?.points else { continue }
      deal(points, to: indices, in: &result)
    }
    return result
  }

  private static func deal(_ points: Int, to members: [Int], in tallies: inout [ItemTally]) {
    let applying = members.filter { tallies[$0].part == .applies }
    guard !applying.isEmpty else {
      // Undecided as a whole, or not applicable as a whole: one item stands for all.
      let open = members.filter { tallies[$0].part == .mayNotApply }
      lump(points, to: open.first ?? members[0], of: members, in: &tallies)
      return
    }
    // The points take part through another item, so nothing is left to doubt about taking part.
    for index in members where tallies[index].part == .mayNotApply {
      tallies[index].part = .applies
    }
    let sharing = members.filter { tallies[$0].part == .applies }
    let certain = shares(of: points, sharing.map { tallies[$0].certainLoss })
    let left = points - certain.reduce(0, +)
    let open = shares(of: left, sharing.map { tallies[$0].worstLoss - tallies[$0].certainLoss })
    let certainWaived = shares(of: points, sharing.map { tallies[$0].certainLossAfterWaiver })
    let worstWaived = shares(of: points, sharing.map { tallies[$0].worstLossAfterWaiver })
    let lost = zip(certain, open).map { $0 + $1 }
    let rest = shares(
      of: points - lost.reduce(0, +), zip(sharing, lost).map { tallies[$0].points - $1 })
    for index in members { tallies[index].points = 0 }
    for (place, index) in sharing.enumerated() {
      tallies[index].points = lost[place] + rest[place]
      tallies[index].certainLoss = certain[place]
      tallies[index].worstLoss = lost[place]
      tallies[index].certainLossAfterWaiver = certainWaived[place]
      tallies[index].worstLossAfterWaiver = worstWaived[place]
    }
    // Where the items' own points do not add up to the group's, the first holds what is over.
    tallies[sharing[0]].points += points - lost.reduce(0, +) - rest.reduce(0, +)
  }

  /// Gives one member all points and losses of the group.
  private static func lump(
    _ points: Int, to first: Int, of members: [Int], in tallies: inout [ItemTally]
  ) {
    func sum(_ loss: KeyPath<ItemTally, Int>) -> Int {
      min(points, members.reduce(0) { $0 + tallies[$1][keyPath: loss] })
    }
    var lump = tallies[first]
    lump.points = points
    lump.certainLoss = sum(\.certainLoss)
    lump.worstLoss = sum(\.worstLoss)
    lump.certainLossAfterWaiver = sum(\.certainLossAfterWaiver)
    lump.worstLossAfterWaiver = sum(\.worstLossAfterWaiver)
    for index in members {
      tallies[index].points = 0
      tallies[index].certainLoss = 0
      tallies[index].worstLoss = 0
      tallies[index].certainLossAfterWaiver = 0
      tallies[index].worstLossAfterWaiver = 0
    }
    tallies[first] = lump
  }

  /// What each wants, in order, until nothing is left.
  private static func shares(of total: Int, _ wanted: [Int]) -> [Int] {
    var left = total
    return wanted.map { want in
      let share = max(0, min(want, left))
      left -= share
      return share
    }
  }
}
