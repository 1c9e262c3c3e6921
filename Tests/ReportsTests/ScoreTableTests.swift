import Testing

@testable import Reports
@testable import RubricKit

@Suite("The table of scores")
struct ScoreTableTests {
  @Test("says nothing by colour alone and ends every style")
  func color() throws {
    let plain = try Outputs.table(Sample.records, .zh)
    let colored = try Outputs.table(Sample.records, .zh, color: true)
    #expect(colored.contains("\u{1B}[31m"))
    var text = ""
    var isCode = false
    for character in colored {
      if character == "\u{1B}" { isCode = true }
      if !isCode { text.append(character) }
      if character == "m" { isCode = false }
    }
    #expect(text == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test("keeps its columns under Chinese text: a row's cells begin where the heads do")
  func columns() throws {
    let lines = try Outputs.table(Sample.records, .zh).split(separator: "\n")
    let head = try #require(lines.first { $0.hasPrefix("执法单位 ") })
    let row = try #require(lines.first { $0.hasPrefix("示例县应急管理局 ") })
    func start(_ part: String, in line: Substring) throws -> Int {
      DisplayWidth.of(line[..<(try #require(line.firstRange(of: part)).lowerBound)])
    }
    #expect(try start("案号", in: head) == start("示应急立", in: row))
    #expect(try start("案卷种类", in: head) == start("普通程序", in: row))
    #expect(try start("得分", in: head) == start("70.0", in: row))
    #expect(try start("一票否决", in: head) == start("否决待定", in: row))
  }

  @Test("shows rows before the last case is known")
  func streams() throws {
    var table = ScoreTable(StringSink())
    try table.consume(.manifest(Sample.manifest))
    try table.consume(.caseFile(Sample.clean))
    #expect(table.sink.text.contains("示市监立〔2024〕1号"))
  }

  @Test("puts files scored by other rubrics in a block of their own, after the first")
  func blocks() throws {
    var other = Sample.faulty
    other.scores = Array(other.scores.prefix(1))
    let text = try Outputs.table(
      [
        .manifest(Sample.manifest), .caseFile(other), .caseFile(Sample.clean),
        .caseFile(other), .end(Sample.end),
      ], .zh)
    let lines = text.split(separator: "\n")
    let heads = lines.indices.filter { lines[$0].hasPrefix("执法单位 ") }
    let both = try #require(lines.firstIndex { $0.contains("示市监立〔2024〕1号") })
    #expect(heads.count == 2)
    #expect(heads[0] < heads[1] && heads[1] < both)
    #expect(DisplayWidth.of(lines[heads[0]]) < DisplayWidth.of(lines[heads[1]]))
    #expect(lines[heads[0]..<heads[1]].count { $0.contains("示市监立〔2024〕12号") } == 2)
  }

  @Test("of nothing says that nothing was judged")
  func empty() throws {
    var end = Sample.end
    end.judged = 0
    end.unjudged = 0
    let text = try Outputs.table([.manifest(Sample.manifest), .end(end)], .zh)
    #expect(text.contains("没有可以评查的案卷。"))
  }
}
