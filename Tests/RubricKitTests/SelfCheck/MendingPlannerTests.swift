import Testing

@testable import RubricKit

@Suite("What an agency can still mend") struct MendingPlannerTests {
  private let fault = check(#"test="false()""#)
  private let sound = check(#"test="true()""#)

  /// The plan for a case by a rubric whose items have these points and faults.
  private func plan(_ items: [(id: String, points: Int, curable: String)], more: String = "")
    throws -> MendingPlan
  {
    let folder = try RubricsFolder()
    for one in items { try folder.requirement(one.id, fault, curable: one.curable) }
    try folder.requirement("test.sound", sound)
    let rest = 100 - items.reduce(0) { $0 + $1.points }
    try folder.rubric(
      items: items.map {
        item($0.id, $0.points, more.contains($0.id) ? #"veto="unqualified""# : "")
      }
      .joined() + (rest > 0 ? item("test.sound", rest) : ""))
    let bench = try Bench(folder)
    return try MendingPlanner(bench.context).plan(try bench.record(caseText()))
  }

  @Test("Each mending brings its points, what brings most stands first, and the two ends are given")
  func gains() throws {
    let plan = try plan([("test.a", 5, "yes"), ("test.b", 20, "partly"), ("test.c", 5, "no")])
    #expect(plan.mendings.map(\.requirement) == ["test.b", "test.a"])
    #expect(plan.mendings.map { $0.gains.map(\.points) } == [[20_000], [5_000]])
    #expect(plan.incurable == ["test.c"])
    let outlook = try #require(plan.outlooks.first)
    #expect(outlook.now.upper.points == 70_000)
    #expect(outlook.mended.upper.points == 95_000)
    #expect(!outlook.isHighest)
  }

  @Test("The way to the next grade takes the fewest mendings, of equally few those that bring most")
  func fewest() throws {
    let plan = try plan([("test.a", 6, "yes"), ("test.b", 8, "yes"), ("test.c", 10, "yes")])
    let step = try #require(plan.outlooks.first?.next)
    #expect(plan.outlooks.first?.now.upper.grade == "pass")
    #expect(
      step == .init(grade: "good", points: 86_000, requirements: ["test.c"], isShortest: true))
  }

  @Test("Where nothing that can be mended leads to a higher grade there is no way")
  func unreachable() throws {
    let plan = try plan([("test.a", 5, "yes"), ("test.c", 25, "no")])
    let outlook = try #require(plan.outlooks.first)
    #expect(outlook.next == nil)
    #expect(!outlook.isHighest)
  }

  @Test("A veto is part of the way, and what it costs in points is told without it")
  func veto() throws {
    let plan = try plan([("test.a", 5, "yes"), ("test.b", 2, "yes")], more: "test.b")
    #expect(plan.mendings.map(\.requirement) == ["test.b", "test.a"])
    #expect(
      plan.mendings[0].gains == [.init(rubric: "test-rubric", points: 2_000, veto: "unqualified")])
    let step = try #require(plan.outlooks.first?.next)
    #expect(step.requirements == ["test.b"])
    #expect(step.grade == "excellent")
  }

  @Test("With too many faults to try them all, a way is found and not called the shortest")
  func many() throws {
    let items = (0..<19).map { (id: "test.i\($0 + 10)", points: 5, curable: "yes") }
    let step = try #require(try plan(items).outlooks.first?.next)
    #expect(step.requirements.count == 11)
    #expect(step.grade == "pass")
    #expect(!step.isShortest)
  }

  @Test("What is open or waived is not mended, and a case in order needs nothing")
  func nothing() throws {
    let folder = try RubricsFolder()
    try folder.requirement("test.a", check(#"test="false()" effect="ask""#))
    try folder.requirement("test.sound", sound)
    try folder.rubric(items: item("test.a", 40) + item("test.sound", 60))
    let bench = try Bench(folder)
    let plan = try MendingPlanner(bench.context).plan(try bench.record(caseText()))
    #expect(plan.mendings.isEmpty)
    let outlook = try #require(plan.outlooks.first)
    #expect((outlook.now.lower.points, outlook.now.upper.points) == (60_000, 100_000))
    #expect(outlook.mended == outlook.now)
    #expect(outlook.isHighest)
  }

  @Test("Sets of places are counted and gone through, each once")
  func sets() {
    for (count, size) in [(1, 1), (5, 2), (6, 3), (6, 6)] {
      var chosen = Array(0..<size)
      var seen: Set<[Int]> = []
      repeat { seen.insert(chosen) } while MendingSearch.advance(&chosen, below: count)
      #expect(seen.count == MendingSearch.subsets(count, size, limit: 1_000))
      #expect(seen.allSatisfy { Set($0).count == size && $0 == $0.sorted() })
    }
    #expect(MendingSearch.subsets(40, 20, limit: 1_000) == 1_001)
    #expect(MendingSearch.subsets(2, 3, limit: 1_000) == 0)
  }
}
