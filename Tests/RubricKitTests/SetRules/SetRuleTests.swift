import Testing
import XPath

@testable import RubricKit

/// Conditions without functions of ours need nothing to look into.
final class NoServices: FunctionServices {}

private let agency = AgencyRecord(code: "SLYJ", name: "示例县应急管理局")

private func rule(veto: String? = nil) -> SetRuleRecord {
  StreamSample.setRule(
    "set.same", message: StreamSample.text("{key} 出现 {count} 次"), veto: veto)
}

private func facts(_ path: String, _ keys: String...) -> FactsRecord {
  FactsRecord(
    path: path,
    facts: keys.map {
      FactsRecord.Fact(
        rule: "set.same", key: $0,
        place: PlaceRecord(
          documentKind: nil, documentTitle: nil, documentID: nil, documentNumber: nil, pages: nil,
          field: nil, line: 3, column: 1, path: "/caseFile/caseNumber"))
    })
}

private func findings(
  _ records: [FactsRecord], memory: Int = SetJudge.defaultMemory
) throws -> [SetFindingRecord] {
  var judge = SetJudge(rules: [rule()], asOf: try CivilDate("2026-11-23"), memory: memory)
  for record in records { try judge.collect(record, agency: agency, caseNumber: "x") }
  return try judge.judge().findings
}

@Suite("What the set as a whole says")
struct SetRuleTests {
  @Test("Cases that share a value are one finding that names all of them")
  func shared() throws {
    let found = try findings([facts("b.xml", "K|1"), facts("a.xml", "K|1"), facts("c.xml", "K|2")])
    #expect(found.count == 1)
    #expect(found.first?.parts.map(\.path) == ["a.xml", "b.xml"])
    #expect(found.first?.message.zh == "K，1 出现 2 次")
  }

  @Test("A value that stands twice in one case is no contradiction between cases")
  func oneCase() throws {
    #expect(try findings([facts("a.xml", "K", "K")]).isEmpty)
  }

  @Test("The findings are the same in whatever order the cases come")
  func order() throws {
    let all = [
      facts("a.xml", "1", "2"), facts("b.xml", "2"), facts("c.xml", "1", "3"), facts("d.xml", "3"),
    ]
    #expect(try findings(all) == findings(all.reversed()))
    #expect(try findings(all).count == 3)
  }

  @Test("Facts that went to a file are compared like those in memory")
  func spilled() throws {
    let all = (0..<40).map { facts("\($0).xml", "\($0 % 7)|甲", "own \($0)") }
    let inMemory = try findings(all)
    #expect(inMemory.count == 7)
    #expect(try findings(all, memory: 0) == inMemory)
    #expect(try findings(all, memory: 9_000) == inMemory)
  }

  @Test("Keys are equal by bytes, in memory and in a file")
  func bytes() throws {
    // A compatibility ideograph and its unified form, which Unicode calls equivalent.
    let all = [facts("a.xml", "\u{F900}"), facts("b.xml", "\u{8C48}")]
    #expect(try findings(all).isEmpty)
    #expect(try findings(all, memory: 0).isEmpty)
  }

  @Test("A value that cannot be read is no fact, and the case says that it was not compared")
  func unread() throws {
    let folder = try RubricsFolder()
    try folder.requirement("test.item", check(#"test="true()""#))
    try folder.rubric(items: item("test.item", 100))
    try folder.write(
      "set-rules/set.same.xml",
      #"<setRule id="set.same" severity="major" strength="strong">"# + both("title", "相同")
        + #"<fact each="/caseFile/documents/decision" key="date-text(date)"/><compare as="same"/>"#
        + both("message", "{key}") + both("innocent", "无")
        + #"<basis law="行政处罚法" article="57"/>"# + both("remedy", "改") + #"<examples base="x">"#
        + #"<example title="a" matches="1"><file/><file/></example>"#
        + #"<example title="b" matches="0"><file/><file/></example></examples></setRule>"#)
    let bench = try Bench(folder)
    let known = caseText(documents: "<decision><date>2025-03-05</date></decision>")
    let unknown = caseText(documents: #"<decision><date state="illegible"/></decision>"#)
    #expect(try bench.verdict(known).facts?.facts.map(\.key) == ["2025年3月5日"])
    #expect(try bench.verdict(unknown).facts?.facts == [])
    #expect(try bench.record(known).remarks == [])
    #expect(try bench.record(unknown).remarks.map(\.code).contains("fact-for-person"))
    let missing = caseText(documents: #"<decision><date state="notTranscribed"/></decision>"#)
    #expect(try bench.record(missing).remarks.map(\.code).contains("fact-not-read"))
  }
}

@Suite("A set rule with a veto")
struct AdjusterTests {
  private func adjusted(_ veto: String?, lower: Int = 85_000, upper: Int = 95_000)
    throws -> [AdjustmentRecord]
  {
    var manifest = StreamSample.manifest()
    manifest.setRules = [rule(veto: veto)]
    var adjuster = Adjuster(manifest: manifest)
    for path in ["a.xml", "b.xml", "c.xml"] {
      adjuster.collect(StreamSample.caseFile(path, agency: "甲", lower: lower, upper: upper))
    }
    return try adjuster.adjustments(for: findings([facts("a.xml", "K"), facts("b.xml", "K")]))
  }

  @Test("Without a veto no score changes")
  func none() throws {
    #expect(try adjusted(nil).isEmpty)
  }

  @Test("The cases concerned are adjusted, before and after on record; others are not")
  func zero() throws {
    let found = try adjusted("zero")
    #expect(found.map(\.path) == ["a.xml", "b.xml"])
    #expect(found.first?.before.upper == ScoreEndRecord(points: 95_000, grade: "high"))
    #expect(found.first?.after.upper == ScoreEndRecord(points: 0, grade: "low"))
    #expect(found.first?.after.lower == ScoreEndRecord(points: 0, grade: "low"))
  }

  @Test("To unqualified the points stay and the grade falls")
  func unqualified() throws {
    #expect(
      try adjusted("unqualified").first?.after.upper == ScoreEndRecord(points: 95_000, grade: "low")
    )
  }

  @Test("A cap lowers what lies above it, and never raises a grade")
  func cap() throws {
    let after = try adjusted("cap:90").first?.after
    #expect(after?.upper == ScoreEndRecord(points: 90_000, grade: "high"))
    #expect(after?.lower == ScoreEndRecord(points: 85_000, grade: "low"))
  }

  @Test("Barred from excellent, the best grade becomes the next")
  func bar() throws {
    #expect(
      try adjusted("bar-excellent").first?.after.upper
        == ScoreEndRecord(points: 95_000, grade: "low"))
  }
}
