import Foundation
import TestSupport
import Testing

@Suite("report") struct ReportCommandTests {
  private func report(_ options: [String] = []) throws -> (result: Tool.Result, text: String) {
    let folder = try Folder()
    let output = "\(folder.path)/report"
    let result = try Tool.run(
      [
        "report", "\(Tool.root)/ExampleFiles/示例县林业局", "--output", output, "--format", "text",
        "--office", "示例县司法局", "--title", "2025年评查", "--as-of", "2026-11-24",
      ] + options)
    let name = (try? FileManager.default.contentsOfDirectory(atPath: output))?
      .first { $0.hasSuffix(".txt") }
    let text = try name.map { try String(contentsOfFile: "\(output)/\($0)", encoding: .utf8) } ?? ""
    return (result, text)
  }

  @Test("writes the circular: counts, each agency, common faults with their remedy, no names")
  func circular() throws {
    let text = try report().text
    for line in ["情况的通报", "各行政执法单位：", "二、较好的案卷", "三、主要问题", "整改要求：", "示例县司法局"] {
      #expect(text.contains(line), "\(line) in \(text)")
    }
    #expect(!text.contains("{"), "\(text)")
    for name in ["贾样", "周范例", "古示范"] { #expect(!text.contains(name), "\(name)") }
  }

  @Test("does so in English")
  func english() throws {
    let text = try report(["--lang", "en"]).text
    #expect(text.contains("3. Common faults"), "\(text)")
    #expect(!text.contains("{"))
  }

  @Test("uses the office's own text, and refuses one with a wrong name before anything is judged")
  func own() throws {
    let folder = try Folder()
    try FileManager.default.copyItem(
      atPath: "\(Tool.root)/Rubrics", toPath: "\(folder.path)/Rubrics")
    let path = "\(folder.path)/Rubrics/templates/circular.xml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    func own(_ new: String) throws -> (result: Tool.Result, text: String) {
      try text.replacingOccurrences(of: "各行政执法单位：", with: new)
        .write(toFile: path, atomically: true, encoding: .utf8)
      return try report(["--rubrics", "\(folder.path)/Rubrics"])
    }
    #expect(try own("各乡镇人民政府，县直有关单位：").text.contains("各乡镇人民政府，县直有关单位："))
    let wrong = try own("{addressees}：")
    #expect(wrong.result.status == 65)
    #expect(wrong.result.errors.contains("templates/circular.xml:6"), "\(wrong.result.errors)")
  }
}
