import CaseXML
import Foundation
import Testing

@testable import RubricKit

@Suite("Texts of papers") struct PaperTemplateTests {
  /// A rubrics folder with one template.
  private func folder(_ body: String, kind: String = "reminder") throws -> String {
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
        <body lang="en"><paragraph>{office}</paragraph></body>
      </template>
      """
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/templates/reminder.xml"))
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
