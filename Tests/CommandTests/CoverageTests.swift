import Foundation
import RubricKit
import Testing

@Suite("The clauses of the ecology ministry's 2024 standard")
struct CoverageTests {
  private static let folder = "\(Tool.root)/Rubrics"

  private static func coverage(_ options: String...) throws -> Tool.Result {
    try Tool.run(["rubric", "coverage", "--standard", "mee-2024-penalty"] + options)
  }

  private static func map(_ id: String = "mee-2024-penalty") throws -> (CoverageMap, Rubric) {
    let library = try RubricLibrary.load(folder: folder)
    return (
      try #require(try CoverageMap.load(id, in: library)),
      try #require(library.rubrics.first { $0.id == id })
    )
  }

  @Test("Every numbered clause of the standard is in the map, and nothing else")
  func complete() throws {
    let (map, _) = try Self.map()
    let ordinary = [3, 5, 5, 8, 5, 4, 6, 5, 4, 8, 10, 2, 5, 3]
    let due =
      (1...25).map { "l\($0)" } + (1...5).map { "b1.\($0)" } + (1...9).map { "b2.\($0)" }
      + ordinary.enumerated().flatMap { part, count in
        (1...count).map { "p\(part + 1).\($0)" }
      }
    #expect(Set(map.clauses.map(\.id).filter { !$0.hasSuffix(".0") }) == Set(due))
    #expect(map.clauses.filter { !$0.id.hasSuffix(".0") }.count == due.count)
  }

  @Test("The points are the standard's: 20 for basic elements, 100 for ordinary penalties")
  func points() throws {
    let (map, rubric) = try Self.map()
    func sum(_ parts: [CoverageMap.Part]) -> Points {
      parts.flatMap(\.clauses).reduce(Points.zero) { $0 + ($1.points ?? .zero) }
    }
    #expect(sum(map.parts.filter { $0.id.hasPrefix("b") }) == Points(milli: 20_000))
    let tables = map.parts.filter { $0.id.hasPrefix("p") }
    #expect(sum(tables) == Points(milli: 100_000))
    let each = [2, 10, 10, 5, 8, 8, 10, 10, 4, 8, 15, 2, 5, 3]
    #expect(tables.map { sum([$0]).milli } == each.map { $0 * 1000 })
    func total(_ role: RubricSection.Role) -> Points {
      rubric.sections.reduce(Points.zero) { $1.role == role ? $0 + $1.points : $0 }
    }
    #expect(total(.basic) == Points(milli: 20_000))
    #expect(total(.normality) == Points(milli: 100_000))
  }

  @Test("The table of sealing and seizure is whole as well: its clauses and its 100 points")
  func coercion() throws {
    let (map, rubric) = try Self.map("mee-2024-coercion")
    let tables = map.parts.filter { $0.id.hasPrefix("p") }
    let numbered = tables.map { $0.clauses.filter { !$0.id.hasSuffix(".0") }.count }
    #expect(numbered == [5, 5, 8, 5, 3, 8, 4, 3, 5])
    let points = tables.map { $0.clauses.reduce(Points.zero) { $0 + ($1.points ?? .zero) }.milli }
    #expect(points == [10, 10, 7, 8, 10, 20, 13, 11, 11].map { $0 * 1000 })
    #expect(
      rubric.sections.filter { $0.role == .normality }.map(\.points.milli).reduce(0, +) == 100_000)
    #expect(map.parts.first { $0.id == "l" }?.clauses.count == 25)
  }

  @Test("The table is printed in both languages with counts that add up")
  func printed() throws {
    let chinese = try Self.coverage()
    #expect(chinese.status == 0, "\(chinese.errors)")
    #expect(chinese.output.contains("p11.8"))
    #expect(chinese.output.contains("penalty.decision.remedies"))
    let english = try Self.coverage("--lang", "en")
    #expect(english.status == 0)
    let last = try #require(english.output.split(separator: "\n").last)
    let counts = last.matches(of: /\d+/).compactMap { Int($0.output) }
    #expect(counts.count == 5)
    #expect(counts.first == counts.dropFirst().reduce(0, +))
  }

  @Test("Every demand of the law stands in the law map with who judges it, and the counts add up")
  func lawMap() throws {
    let result = try Tool.run(["rubric", "coverage", "--laws", "--lang", "en"])
    #expect(result.status == 0, "\(result.errors)")
    let map = try #require(try CoverageMap.lawMap(in: RubricLibrary.load(folder: Self.folder)))
    let ids = Set(map.clauses.map(\.id))
    // Articles of the penalty law that make a demand on a case file.
    for article in [
      5, 16, 17, 20, 24, 27, 28, 30, 32, 33, 34, 36, 37, 40, 41, 42, 43, 44, 45, 46, 47,
    ]
      + [
        48, 51, 52, 54, 55, 56, 59, 60, 61, 62, 63, 65, 66, 67, 68, 69, 70, 71, 72, 74,
      ]
    {
      #expect(ids.contains(article < 10 ? "cf-0\(article)" : "cf-\(article)"))
    }
    // Those whose paragraphs are rows of their own.
    for row in ["57a", "57b", "58a", "58b", "64.1", "64.2", "64.3"] {
      #expect(ids.contains("cf-\(row)"))
    }
    #expect(map.clauses.allSatisfy { $0.status == .notApplicable || !$0.items.isEmpty })
    let total = CoverageMap.Status.allCases.reduce(0) { $0 + map.count($1) }
    #expect(total == map.clauses.count)
  }

  @Test("A rubric without a map, and one that there is not, end with 64")
  func noMap() throws {
    for name in ["penalty-ordinary", "no-such"] {
      let result = try Tool.run(["rubric", "coverage", "--standard", name])
      #expect(result.status == 64)
      #expect(result.output.isEmpty)
    }
  }

  @Test(
    "A clause naming what is no item, an item no clause names, other points or status end with 65",
    arguments: [
      (
        "<item requirement=\"mee.party.offender\"/>", "<item requirement=\"mee.no.such\"/>",
        "mee.no.such"
      ),
      (
        "<item requirement=\"mee.subject.branch-name\"/>", "", "mee.subject.branch-name"
      ),
      ("number=\"p11.1\" points=\"3\"", "number=\"p11.1\" points=\"4\"", "p11.1"),
      ("number=\"l4\" status=\"person\"", "number=\"l4\" status=\"automated\"", "l4"),
    ])
  func broken(old: String, new: String, named: String) throws {
    let folder = try Folder()
    let copy = "\(folder.path)/Rubrics"
    try FileManager.default.copyItem(atPath: Self.folder, toPath: copy)
    let file = "\(copy)/mee-2024-penalty/coverage.xml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacing(old, with: new).write(toFile: file, atomically: true, encoding: .utf8)
    let result = try Self.coverage("--rubrics", copy)
    #expect(result.status == 65)
    #expect(result.errors.contains(named))
    #expect(try Tool.run(["rubric", "lint", "--rubrics", copy]).status == 65)
  }

  @Test("The standard is used for ecology agencies, and for others only where it is named")
  func unasked() throws {
    let title = "生态环境行政处罚案卷评查标准"
    let folder = try Folder()
    let csv = ["--format", "csv"]
    let other = try folder.base("other.xml")
    #expect(!(try Tool.score(other, options: csv).output.contains(title)))
    let named = try Tool.score(other, options: csv + ["--rubric", "mee-2024-penalty"])
    #expect(named.output.contains(title))
    let ecology = try folder.base("ecology.xml", replacing: ["示例县应急管理局": "示例县生态环境局"])
    #expect(try Tool.score(ecology, options: csv).output.contains(title))
  }
}
