/// Looks for the fewest mendings that lead to a higher grade.
///
/// What mendings bring does not simply add up (caps, shared points, vetoes, sections that lost all), so
/// sets are tried by their size, each scored anew. Where there are too many, the mending that brings
/// most is taken again and again, and the step says that it may not be the shortest.
struct MendingSearch: Sendable {
  /// How many sets are scored at most before the search takes the next best each time.
  static let limit = 2_000

  private let rescoring: Rescoring
  private let curable: [String]
  private let rank: Int
  private let grades: [String]

  /// - Parameter rank: where the grade now reached stands in `grades`, the highest being first.
  init(_ rescoring: Rescoring, _ curable: [String], rank: Int, grades: [String]) {
    self.rescoring = rescoring
    self.curable = curable
    self.rank = rank
    self.grades = grades
  }

  /// The step, or nil where mending all does not lead to a higher grade.
  func step() throws(ScoringError) -> MendingPlan.Step? {
    var tried = 0
    for size in 1...max(1, curable.count) {
      tried += MendingSearch.subsets(curable.count, size, limit: Self.limit)
      guard tried <= Self.limit else { break }
      var best: MendingPlan.Step?
      var chosen = Array(0..<min(size, curable.count))
      repeat {
        let step = try self.step(chosen.map { curable[$0] }, isShortest: true)
        if let step, step.points > best?.points ?? -1 { best = step }
      } while MendingSearch.advance(&chosen, below: curable.count)
      if let best { return best }
    }
    return try nextBest()
  }

  /// The step that mending these is, where it leads to a higher grade.
  private func step(_ mended: [String], isShortest: Bool) throws(ScoringError) -> MendingPlan.Step?
  {
    let end = try rescoring.upperEnd(without: Set(mended))
    guard let reached = grades.firstIndex(of: end.grade), reached < rank else { return nil }
    return MendingPlan.Step(
      grade: end.grade, points: end.points, requirements: mended, isShortest: isShortest)
  }

  private func nextBest() throws(ScoringError) -> MendingPlan.Step? {
    var mended: [String] = []
    while mended.count < curable.count {
      var best: (id: String, points: Int)?
      for id in curable where !mended.contains(id) {
        let points = try rescoring.upperEnd(without: Set(mended + [id])).points
        if points > best?.points ?? -1 { best = (id, points) }
      }
      guard let best else { return nil }
      mended.append(best.id)
      let inOrder = curable.filter(mended.contains)
      if let step = try step(inOrder, isShortest: false) { return step }
    }
    return nil
  }

  // MARK: Sets of places

  /// How many sets of a size there are, or more than the limit.
  static func subsets(_ count: Int, _ size: Int, limit: Int) -> Int {
    guard size <= count else { return 0 }
    var result = 1
    for step in 0..<min(size, count - size) {
      result = result * (count - step) / (step + 1)
      if result > limit { return limit + 1 }
    }
    return result
  }

  /// The next set in order; false after the last.
  static func advance(_ chosen: inout [Int], below count: Int) -> Bool {
    guard let moved = chosen.indices.last(where: { chosen[$0] < count - chosen.count + $0 }) else {
      return false
    }
    chosen[moved] += 1
    for index in chosen.indices.dropFirst(moved + 1) { chosen[index] = chosen[index - 1] + 1 }
    return true
  }
}
