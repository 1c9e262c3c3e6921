import Foundation
import Testing

@Suite("rubric new")
struct RubricNewTests {
  private static func new(_ folder: Folder, _ arguments: String...) throws -> Tool.Result {
    try Tool.run(["rubric", "new", "--output", folder.path] + arguments)
  }

  private static func file(_ folder: Folder) throws -> String {
    try String(
      contentsOfFile: "\(folder.path)/requirements/review/review.new-item.xml", encoding: .utf8)
  }

  @Test("Writes the file where it belongs, as asked, and says what is next")
  func writes() throws {
    let folder = try Folder()
    let result = try Self.new(
      folder, "review.new-item", "--judge", "confirm", "--system", "legalReview")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("rubric lint"))
    let text = try Self.file(folder)
    #expect(text.contains(#"judge="confirm" system="legalReview""#))
    let english = try Self.new(try Folder(), "review.new-item", "--lang", "en")
    #expect(english.output.contains("name it in a rubric"))
  }

  @Test("Never overwrites")
  func refuses() throws {
    let folder = try Folder()
    #expect(try Self.new(folder, "review.new-item").status == 0)
    let before = try Self.file(folder)
    #expect(try Self.new(folder, "review.new-item", "--judge", "person").status == 74)
    #expect(try Self.file(folder) == before)
  }

  @Test("An id that stands in the rubrics is wrong use, and nothing is written")
  func taken() throws {
    let folder = try Folder()
    #expect(try Self.new(folder, "penalty.service.seven-days").status == 64)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/requirements"))
  }
}
