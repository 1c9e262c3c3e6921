import Foundation
import TestSupport
import Testing

@Suite("self-check") struct SelfCheckTests {
  private let file =
    "\(Tool.root)/ExampleFiles/示例县市场监督管理局/市监2025-009销售不合格电动自行车（听证）.xml"

  private func run(_ path: String, _ options: [String] = []) throws -> Tool.Result {
    try Tool.run(["self-check", path, "--as-of", "2026-11-24"] + options)
  }

  @Test("tells what can be mended, how, what it brings, and what cannot be mended any more")
  func text() throws {
    let result = try run(file)
    #expect(result.status == 0, "\(result.errors)")
    for line in [
      "现在能够补正的 1 项", "1. 音像记录覆盖执法活动的全过程 (recording.covers-act)",
      "《行政执法“三项制度”案卷评查标准》加5.4分",
      "已经不能补正的 2 项：如实说明原因，不得补造，今后防止",
      "《行政处罚普通程序案卷评查标准》能补正的都补正，仍为不合格",
    ] {
      #expect(result.output.contains(line), "\(line)")
    }
  }

  @Test("says the same in English")
  func english() throws {
    let output = try run(file, ["--lang", "en"]).output
    #expect(output.contains("Can be mended now: 1"), "\(output)")
    #expect(output.contains("Can no longer be mended: 2. Say why, make nothing up"))
    #expect(output.contains("never backdate"))
  }

  @Test("masks personal data")
  func masked() throws {
    #expect(!(try run(file).output.contains("示例县迅驰车业有限公司法定代表人")))
    let folder = "\(Tool.root)/ExampleFiles/示例县市场监督管理局/市监2024-036超过保质期食品.xml"
    #expect(try run(folder).output.contains("示某某"))
    #expect(!(try run(folder, ["--unmasked"]).output.contains("示某某")))
  }

  @Test("gives the plan as JSON with exact points")
  func json() throws {
    let result = try run(file, ["--format", "json"])
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let cases = try #require((json as? [String: Any])?["cases"] as? [[String: Any]])
    let plan = try #require(cases.first?["plan"] as? [String: Any])
    let mendings = try #require(plan["mendings"] as? [[String: Any]])
    #expect(mendings.count == 1)
    #expect(mendings.first?["requirement"] as? String == "recording.covers-act")
    #expect((plan["incurable"] as? [String])?.count == 2)
  }

  @Test("ends badly where a file cannot be read, and says so")
  func unjudged() throws {
    let folder = try Folder()
    try folder.write("bad.xml", Array("<caseFile".utf8))
    let result = try run(folder.path)
    #expect(result.status != 0)
    #expect(result.output.contains("应评而未评的文件"))
    #expect(result.output.contains("未能评查 1 件"))
  }
}
