import RubricKit
import Testing

@Suite("Text similarity") struct TextSimilarityTests {
  func percent(_ first: String, _ second: String) -> Int {
    TextSimilarity.percent(first.utf8, second.utf8)
  }

  @Test("is 100 for the same text, blanks aside, and 0 for nothing in common") func ends() {
    #expect(percent("问：请你讲一下当天的情况。", "问：请你讲 一下\n当天的情况。") == 100)
    #expect(percent("问：请你讲一下当天的情况。", "现场照片三张，视频一段") == 0)
    #expect(percent("", "甲乙丙丁戊") == 0)
    #expect(percent("", " ") == 100)
  }

  @Test("is the share of common runs, rounded down") func share() {
    // abcdef has runs abcde, bcdef; abcdeg has abcde, bcdeg: 1 of 3.
    #expect(percent("abcdef", "abcdeg") == 33)
    // Shorter than a run: the shorter text's length decides.
    #expect(percent("甲乙", "甲乙丙") == 50)
  }

  @Test("does not depend on the order of the texts") func symmetric() {
    let first = "我是示例县某店的负责人，今天执法人员到店里检查时我在场。"
    let second = "我是示例县某厂的负责人，昨天执法人员到厂里检查时我在场。"
    #expect(percent(first, second) == percent(second, first))
    #expect((1..<100).contains(percent(first, second)))
  }

  @Test("falls for a copied interview only where it was changed") func copied() {
    let lines = (1...60).map { "问：第\($0)个问题是什么？答：第\($0)个回答是这样的。" }
    var changed = lines
    changed[10] = "问：你叫什么名字？答：我叫示例乙。"
    #expect(percent(lines.joined(), changed.joined()) > 85)
  }
}
