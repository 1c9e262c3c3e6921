import Testing

@testable import Reports

@Suite("Text in columns")
struct TextTests {
  @Test(
    "counts Chinese as two columns, marks as none",
    arguments: [
      ("abc", 3), ("案卷", 4), ("〔2024〕", 8), ("82.5–94.5", 9), ("（，。）", 8), ("e\u{301}", 1),
      ("ｱ", 1), ("Ａ", 2), ("𠮷", 2), ("", 0), ("👍🏽", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test("is cut with a mark within its width, never inside a character")
  func cut() {
    #expect("示例县市场".truncated(to: 10) == "示例县市场")
    #expect("示例县市场".truncated(to: 9) == "示例县市…")
    #expect("示例县市场".truncated(to: 8) == "示例县…")
    #expect("示例县市场".truncated(to: 0) == "")
    #expect("示市监〔2024〕12号".truncatedAtStart(to: 9) == "…24〕12号")
  }

  @Test("is filled on the side asked for")
  func padded() {
    #expect("案".padded(to: 5) == "案   ")
    #expect("案".padded(to: 5, .trailing) == "   案")
    #expect("案".padded(to: 5, .centred) == " 案  ")
  }

  @Test("wraps between Chinese characters and between words, with no stop at a line's start")
  func wrap() {
    #expect(LineWrap.lines("一二三四五六", width: 6) == ["一二三", "四五六"])
    #expect(LineWrap.lines("一二三，四五", width: 6) == ["一二", "三，四", "五"])
    #expect(LineWrap.lines("一二（三四", width: 6) == ["一二", "（三四"])
    #expect(LineWrap.lines("the quick fox", width: 9) == ["the quick", "fox"])
    #expect(LineWrap.lines("", width: 9) == [""])
    #expect(LineWrap.lines("abcdefghijkl", width: 5) == ["abcde", "fghij", "kl"])
  }

  @Test("prints points exactly")
  func points() {
    #expect(PointsText.fixed(94500, digits: 1) == "94.5")
    #expect(PointsText.fixed(94500, digits: 0) == "94")
    #expect(PointsText.fixed(50, digits: 3) == "0.050")
    #expect(PointsText.fixed(-1250, digits: 2) == "-1.25")
    #expect(PointsText.plain(2000) == "2")
    #expect(PointsText.plain(500) == "0.5")
    #expect(PointsText.plain(0) == "0")
    #expect(PointsText.range(82500, 94500, digits: 1) == "82.5–94.5")
    #expect(PointsText.range(94500, 94500, digits: 1) == "94.5")
  }
}
