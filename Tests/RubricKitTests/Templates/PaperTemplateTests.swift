import CaseXML
import Foundation
import Testing

@testable import RubricKit

@Suite("Texts of papers") struct PaperTemplateTests {
  /// A rubrics folder with one template.
  private func folder(
    _ body: String, kind: String = "reminder", file: PaperTemplate.Kind = .reminder,
    english: String = "<paragraph>{office}</paragraph>"
  ) throws -> String {
    let folder = NSTemporaryDirectory() + "templates-\(UUID().uuidString)"
    let manager = FileManager.default
    for part in ["schema", "templates"] {
      try manager.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
    }
    try manager.copyItem(
      atPath: "\(RubricsFolder.shipped)/schema/template.xsd",
      toPath: "\(folder)/schema/template.xsd")
    let text = """
      <template kind="\(kind)">
        <body lang="zh">
          \(body)
        </body>
        <body lang="en">\(english)</body>
      </template>
      """
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/templates/\(file.rawValue).xml"))
    return folder
  }

  private func problems(_ body: String, kind: String = "reminder") throws -> [RubricProblem] {
    let folder = try folder(body, kind: kind)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      _ = try PaperTemplate(.reminder, folder: folder)
      return []
    } catch {
      return error.problems
    }
  }

  private static let inserts =
    #"<insert of="conclusion"/><insert of="problems"/><insert of="demands"/>"#

  private func noticeProblems(_ body: String) throws -> [String] {
    let folder = try folder(body, kind: "notice", file: .notice, english: Self.inserts)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      _ = try PaperTemplate(.notice, folder: folder)
      return []
    } catch {
      return error.problems.map(\.code)
    }
  }

  @Test("of a notice place each part that the program works out once")
  func inserts() throws {
    #expect(try noticeProblems(Self.inserts) == [])
    #expect(
      try noticeProblems(#"<insert of="conclusion"/><insert of="problems"/>"#) == [
        "template-insert"
      ])
    #expect(try noticeProblems(Self.inserts + #"<insert of="demands"/>"#) == ["template-insert"])
    #expect(try noticeProblems(Self.inserts + #"<insert of="findings"/>"#) == ["template-name"])
  }

  @Test("may say something in one state only, and no other paper has that state")
  func states() throws {
    let draft = #"<paragraph when="draft">征求意见</paragraph>"#
    #expect(try noticeProblems(Self.inserts + draft) == [])
    #expect(try noticeProblems(Self.inserts + #"<mark when="late">x</mark>"#) == ["template-name"])
    #expect(try problems(draft).map(\.code) == ["template-name"])
  }

  @Test("that ship can all be used", arguments: PaperTemplate.Kind.allCases)
  func shipped(kind: PaperTemplate.Kind) throws {
    let template = try PaperTemplate(kind, folder: RubricsFolder.shipped)
    #expect(template.bodies.count == 2)
    #expect(template.bodies[.zh]?.isEmpty == false)
  }

  @Test("with a wrong name are refused, with line, column and the names there are")
  func wrongName() throws {
    let found = try problems("<paragraph>你单位{recieved}收到</paragraph>")
    #expect(found.map(\.code) == ["template-name"])
    #expect(found.first?.position.line == 3)
    #expect(found.first?.message.zh.contains("{recieved} 无内容可填") ?? false)
    #expect(found.first?.message.zh.contains("received") ?? false)
  }

  @Test("know the names of a list only within it")
  func list() throws {
    #expect(
      try problems(#"<each of="findings"><paragraph>{serial}{title}</paragraph></each>"#) == [])
    #expect(try problems("<paragraph>{serial}</paragraph>").count == 1)
    #expect(try problems(#"<each of="faults"><paragraph>x</paragraph></each>"#).count == 1)
  }

  @Test("of another kind, or with an element that there is not, are refused")
  func wrongForm() throws {
    #expect(
      try problems("<paragraph>x</paragraph>", kind: "opinion").map(\.code) == ["template-kind"])
    #expect(try problems("<paragraf>x</paragraf>").map(\.code).contains("schema"))
  }

  @Test("are filled in, each name as often as it stands there")
  func filled() {
    #expect(
      PaperTemplate.filled("{a}与{b}，{a}", ["a": "甲", "b": "{a}"]) == "甲与{a}，甲")
  }
}
