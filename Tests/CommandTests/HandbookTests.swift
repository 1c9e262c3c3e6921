import Foundation
import Testing

@Suite("The handbook of requirements")
struct HandbookTests {
  @Test("The committed handbook is what rubric docs writes")
  func current() throws {
    let folder = try Folder()
    let output = "\(folder.path)/handbook"
    let result = try Tool.run(["rubric", "docs", "--output", output])
    #expect(result.status == 0, "\(result.errors)")
    let kept = "\(Tool.root)/Documentation/requirements"
    let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
    #expect(names.count > 300)
    #expect(try FileManager.default.contentsOfDirectory(atPath: kept).sorted() == names)
    for name in names {
      #expect(
        FileManager.default.contentsEqual(atPath: "\(output)/\(name)", andPath: "\(kept)/\(name)"),
        "\(name): caseaudit rubric docs --output Documentation/requirements --replace")
    }
  }

  @Test("A page has every heading, in both languages, and what the requirement says")
  func page() throws {
    let page = try String(
      contentsOfFile: "\(Tool.root)/Documentation/requirements/penalty.notice.hearing-period.md",
      encoding: .utf8)
    for heading in [
      "## 评查什么 · What is checked", "## 依据 · Legal basis", "## 何时不适用 · When it does not apply",
      "## 分值 · Points", "## 不符合的例子 · An example that fails", "## 怎样整改 · How to put it right",
      "## 参数 · Parameters", "## 修订 · History",
    ] { #expect(page.contains(heading)) }
    #expect(page.contains("《行政处罚法》第六十四条第一款第（一）项"))
    #expect(page.contains("`penalty-ordinary`"))
  }
}
