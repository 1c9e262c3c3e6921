import Foundation
import Testing

@Suite("What each requirement gave over case files")
struct CaseCoverageTests {
  private static let service = "penalty.service.seven-days"

  /// Two files, one of them served too late, judged by one rubric.
  private static func coverage(_ folder: Folder, _ options: String...) throws -> Tool.Result {
    try folder.base("a.xml")
    try folder.base("b.xml", replacing: ["<servedAt>2025-04-28": "<servedAt>2025-05-28"])
    return try Tool.run(
      ["rubric", "coverage", folder.path, "--as-of", "2026-11-23", "--rubric", "penalty-ordinary"]
        + options)
  }

  private struct Counts: Decodable, Equatable {
    struct Rubric: Decodable, Equatable {
      var id: String
      var cases: Int
      var requirements: [Row]
    }

    struct Row: Decodable, Equatable {
      var id: String
      var failed: Int
      var passed: Int
      var notApplicable: Int
      var asked: Int
      var undecided: Int
      var silence: String?
    }

    var cases: Int
    var rubrics: [Rubric]
  }

  @Test("A requirement that failed in one of two files is counted once each way, and is not silent")
  func counted() throws {
    let result = try Self.coverage(try Folder(), "--format", "json")
    let counts = try JSONDecoder().decode(Counts.self, from: Data(result.output.utf8))
    #expect(counts.cases == 2)
    let rubric = try #require(counts.rubrics.first)
    #expect(rubric.cases == 2)
    let row = try #require(rubric.requirements.first { $0.id == Self.service })
    #expect(row.failed == 1)
    #expect(row.passed == 1)
    #expect(row.silence == nil)
    #expect(
      rubric.requirements.allSatisfy {
        $0.failed + $0.passed + $0.notApplicable + $0.asked + $0.undecided == 2
      })
    let silences = Set(rubric.requirements.compactMap(\.silence))
    #expect(silences == ["neverFired", "neverApplied", "alwaysPending"])
  }

  @Test("The lists of what is silent stand before the counts, in both languages")
  func lists() throws {
    for (language, words) in [
      ("zh", ["从未适用", "不符合    符合"]), ("en", ["Never applied", "Failed  Passed"]),
    ] {
      let result = try Self.coverage(try Folder(), "--lang", language)
      #expect(result.status == 0, "\(result.errors)")
      let places = words.map { result.output.range(of: $0)?.lowerBound }
      let list = try #require(places[0])
      let table = try #require(places[1])
      #expect(list < table)
      #expect(try Self.coverage(try Folder(), "--lang", language).output == result.output)
    }
  }

  @Test("A file that cannot be read is named, and the program ends with 3")
  func unreadable() throws {
    let folder = try Folder()
    try folder.write("broken.xml", Array("<caseFile>".utf8))
    let result = try Self.coverage(folder)
    #expect(result.status == 3)
    #expect(result.output.contains("broken.xml"))
  }

  @Test("Case files together with a map, and neither, end with 64")
  func usage() throws {
    #expect(try Tool.run(["rubric", "coverage"]).status == 64)
    #expect(try Tool.run(["rubric", "coverage", Tool.root, "--laws"]).status == 64)
  }
}
