import Foundation
import Testing

@Suite("Comparing two rubrics folders")
struct RubricDiffTests {
  private static let rubrics = "\(Tool.root)/Rubrics"
  private static let service = "penalty.service.seven-days"

  /// A folder with a copy of the rubrics that ship, edited.
  private static func edited(_ file: String, _ pairs: [String: String]) throws -> (Folder, String) {
    let folder = try Folder()
    let copy = "\(folder.path)/Rubrics"
    try FileManager.default.copyItem(atPath: rubrics, toPath: copy)
    var text = try String(contentsOfFile: "\(copy)/\(file)", encoding: .utf8)
    for (old, new) in pairs {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    try text.write(toFile: "\(copy)/\(file)", atomically: true, encoding: .utf8)
    return (folder, copy)
  }

  private static func diff(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["rubric", "diff"] + arguments + ["--as-of", "2026-11-23"])
  }

  private struct Document: Decodable {
    struct Change: Decodable, Equatable {
      var way: String
      var kind: String
      var owner: String
      var id: String
      var field: String?
      var old: String?
      var new: String?
    }

    struct Case: Decodable {
      struct End: Decodable {
        var points: Int
        var grade: String
      }

      struct Range: Decodable {
        var lower: End
        var upper: End
      }

      struct Item: Decodable {
        struct Side: Decodable {
          var outcome: String
          var lost: Int
        }

        var requirement: String
        var old: Side?
        var new: Side?
      }

      var path: String
      var rubric: String
      var old: Range?
      var new: Range?
      var items: [Item]
    }

    var changes: [Change]
    var cases: [Case]?
    var files: Int?
  }

  private static func document(_ result: Tool.Result) throws -> Document {
    try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
  }

  @Test("A folder does not differ from itself, and the exit code says so")
  func same() throws {
    let result = try Self.diff(Self.rubrics, Self.rubrics, "--exit-code", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try Self.document(result).changes.isEmpty)
  }

  @Test(
    "Cases whose score changes are listed with the item that does it; differences end with 1 where asked"
  )
  func cases() throws {
    let (folder, copy) = try Self.edited(
      "requirements/penalty/\(Self.service).xml", ["due-working(date, 7)": "due-working(date, 1)"])
    // In time by seven working days, late by one.
    let late = try folder.base(
      "late.xml", replacing: ["<servedAt>2025-04-28": "<servedAt>2025-04-29"])
    var options = ["--format", "json", "--exit-code", "--rubric", "penalty-ordinary"]
    let result = try Tool.run(
      ["rubric", "diff", Self.rubrics, copy, late] + options)
    #expect(result.status == 1, "\(result.errors)")
    let document = try Self.document(result)
    #expect(document.files == 1)
    let change = try #require(document.cases?.first)
    #expect(change.path == "late.xml")
    let before = try #require(change.old)
    let after = try #require(change.new)
    #expect(after.upper.points < before.upper.points)
    #expect(change.items.map(\.requirement) == [Self.service])
    #expect(change.items.first?.old?.outcome == "passed")
    #expect(change.items.first?.new?.outcome == "failed")
    #expect(change.items.first?.old?.lost == 0)
    #expect((change.items.first?.new?.lost ?? 0) > 0)
    options.removeFirst(3)
    let text = try Tool.run(["rubric", "diff", Self.rubrics, copy, late] + options)
    #expect(text.status == 0)
    #expect(text.output.contains("结论 符合 → 不符合"))
  }

  @Test("A folder that cannot be read ends with 65, and an unreadable case with 3 and its name")
  func unreadable() throws {
    let folder = try Folder()
    #expect(try Self.diff(Self.rubrics, "\(folder.path)/none").status == 65)
    let broken = try folder.write("broken.xml", Array("<caseFile>".utf8))
    let result = try Self.diff(Self.rubrics, Self.rubrics, broken)
    #expect(result.status == 3)
    #expect(result.output.contains("broken.xml"))
  }

  @Test("What could not be judged for want of a register is said, and ends with 3")
  func undecided() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/none", withIntermediateDirectories: false)
    let result = try Self.diff(
      Self.rubrics, Self.rubrics, try folder.base("a.xml"), "--registers", "\(folder.path)/none",
      "--lang", "en")
    #expect(result.status == 3)
    #expect(result.output.contains("a register is missing"))
  }

  @Test("A folder of no cases is never success, and a saved stream cannot be judged again")
  func nothing() throws {
    let folder = try Folder()
    #expect(try Self.diff(Self.rubrics, Self.rubrics, folder.path).status == 3)
    #expect(try Self.diff(Self.rubrics, Self.rubrics, "round.jsonl").status == 64)
  }
}
