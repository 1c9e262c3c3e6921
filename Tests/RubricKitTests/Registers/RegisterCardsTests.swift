import RubricKit
import Testing

@Suite("What registers say about a subject") struct RegisterCardsTests {
  func lines(_ subject: String, _ day: String, _ language: Language = .zh) throws -> [String] {
    let book = try RegisterBook(
      rubricsFolder: RubricsFolder.shipped, folder: ShippedRegisters.exampleFolder)
    let cards = RegisterCards(book, asOf: try CivilDate(day)).cards(for: subject)
    return cards.flatMap { [$0.title[language]] + $0.lines.map { $0[language] } }
  }

  @Test(
    "tells whether a certificate can be used on the day, and where",
    arguments: [
      ("2022-12-31", "2022年12月31日：登记册不包括这一天"),
      ("2024-05-05", "2024年5月5日：执法证有效，示例县市场监督管理局（SLXSJ01）"),
      ("2024-05-06", "2024年5月6日：执法证不能使用，示例县市场监督管理局（SLXSJ01）"),
      ("2025-02-28", "2025年2月28日：执法证有效，示例县市场监督管理局（SLXSJ01）"),
      ("2025-03-01", "2025年3月1日：执法证有效，示例县林业局（SLXLY01）"),
      ("2028-01-01", "2028年1月1日：执法证不能使用，示例县林业局（SLXLY01）"),
    ])
  func officer(day: String, state: String) throws {
    let lines = try lines("SL359900305", day)
    #expect(lines.first == "严样丁  SL359900305  （执法人员）")
    #expect(lines.dropFirst().first == state)
  }

  @Test("finds an officer by name, with his history") func history() throws {
    let lines = try lines("严样丁", "2026-11-23")
    #expect(lines.contains("  证件状态：暂扣（自：2024年5月6日，原因：未参加年度培训）"))
    #expect(lines.count { $0.hasPrefix("自20") } == 2)
  }

  @Test("finds an agency by its short name, with what refers to it in force on the day")
  func agency() throws {
    let lines = try lines("东溪镇政府", "2022-01-01")
    #expect(lines.contains("乡镇赋权：175条，另有1条不在有效期"))
    #expect(try self.lines("东溪镇政府", "2022-10-01").contains("乡镇赋权：176条"))
  }

  @Test("finds a power with its holders, provisions and delegations, also in English")
  func power() throws {
    let lines = try lines("XZ-NY-117", "2026-11-23", .en)
    #expect(lines.contains("  Body that holds it: 示例县生态环境局（SLXHB01）"))
    #expect(lines.contains("  Range by law: for anyone, minimum 3000, maximum 20000, unit yuan"))
    #expect(lines.contains("  东溪镇人民政府（SLXDX01）  from 1 January 2022 until now"))
  }

  @Test("suggests what is nearly called so") func near() throws {
    let book = try RegisterBook(
      rubricsFolder: RubricsFolder.shipped, folder: ShippedRegisters.exampleFolder)
    let cards = RegisterCards(book, asOf: try CivilDate("2026-11-23"))
    #expect(cards.cards(for: "严样") == [])
    #expect(cards.suggestions(for: "严样") == ["严样丁"])
    #expect(cards.suggestions(for: "SL3599003055").first == "SL359900305")
    #expect(cards.suggestions(for: "查无") == [])
  }

  @Test("say so where a row has no days") func noDays() throws {
    let folder = try RegistersFolder([
      "officers": "<row key=\"C1\"><name>林巡甲</name><agency>A</agency></row>"
    ])
    let cards = RegisterCards(try folder.book, asOf: try CivilDate("2026-11-23"))
    let lines = try #require(cards.cards(for: "C1").first).lines
    #expect(lines.contains { $0.zh.hasPrefix("未注明起止日期（") && $0.en.hasPrefix("without days (") })
  }
}
