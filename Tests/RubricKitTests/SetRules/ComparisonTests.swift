import Testing

@testable import RubricKit

/// Facts of one key, each of a case of its own unless told otherwise.
private func fact(
  _ path: String, _ values: [String: String] = [:], agency: String = "A", place: String = "/x",
  name: String = "fact"
) -> CollectedFact {
  CollectedFact(
    path: path, agency: AgencyRecord(code: agency, name: agency), caseNumber: path, name: name,
    key: "K", values: values, place: PlaceRecord(line: 1, column: 1, path: place))
}

private func comparison(
  _ kind: SetComparison.Kind, apart: SetComparison.Apart = .file, least: Int = 2,
  values: [String: String] = [:], numbers: [String: Int] = [:], where condition: String? = nil,
  facts: [String] = ["fact"]
) -> SetComparison {
  SetComparison(
    kind: kind, facts: facts, apart: apart, least: least, values: values, numbers: numbers,
    condition: condition)
}

private func matches(_ comparison: SetComparison, _ facts: [CollectedFact]) throws -> [SetMatch] {
  let names = Set(facts.flatMap(\.values.keys)).sorted()
  return comparison.matches(
    facts, try PairCondition(comparison.condition, values: names, services: NoServices()))
}

@Suite("Facts that overlap in time") struct OverlapComparisonTests {
  private func act(_ path: String, _ from: String, _ to: String, place: String = "")
    -> CollectedFact
  {
    fact(path, ["s": "2025-03-11T\(from)", "e": "2025-03-11T\(to)", "p": place])
  }

  private func found(_ facts: [CollectedFact], gap: Int? = nil, where condition: String? = nil)
    throws
    -> [[String]]
  {
    try matches(
      comparison(
        .overlap, values: ["from": "s", "to": "e"], numbers: gap.map { ["gap": $0] } ?? [:],
        where: condition), facts
    ).map { $0.facts.map(\.path) }
  }

  @Test("are found in pairs, whatever lies between them")
  func pairs() throws {
    let acts = [
      act("a", "09:00", "12:00"), act("b", "09:30", "10:00"), act("c", "10:00", "11:00"),
      act("d", "12:00", "13:00"),
    ]
    #expect(try found(acts) == [["a", "b"], ["a", "c"]])
    #expect(try found(acts.reversed()) == [["a", "b"], ["a", "c"]])
  }

  @Test("are none where one ends as the other begins, or where an end is not after its beginning")
  func touching() throws {
    #expect(try found([act("a", "09:00", "10:00"), act("b", "10:00", "11:00")]) == [])
    #expect(try found([act("a", "09:00", "09:00"), act("b", "08:00", "10:00")]) == [])
  }

  @Test("with a gap are those that follow each other within it, and not those that overlap")
  func gap() throws {
    let acts = [
      act("a", "09:00", "10:00"), act("b", "10:14", "11:00"), act("c", "10:15", "11:00"),
    ]
    #expect(try found(acts, gap: 15) == [["a", "b"]])
  }

  @Test("must satisfy the condition, and differ in what they must differ in")
  func condition() throws {
    let acts = [act("a", "09:00", "10:00", place: "东"), act("b", "09:00", "10:00", place: "西")]
    #expect(try found(acts, where: "$a.p != $b.p") == [["a", "b"]])
    #expect(try found(acts, where: "$a.p = $b.p") == [])
    #expect(try found([act("a", "09:00", "10:00"), act("a", "09:30", "10:00")]) == [])
  }

  @Test("are told with the time they share and a time line")
  func told() throws {
    let match = try #require(
      try matches(
        comparison(.overlap, values: ["from": "s", "to": "e"]),
        [act("a", "09:00", "10:00"), act("b", "09:30", "11:00")]
      ).first)
    #expect(match.words["minutes"] == "30")
    #expect(match.values[0].value.zh == "30分钟")
    #expect(
      match.values.dropFirst().map(\.value.zh) == [
        "09:00—10:00  ━━━━━━━━━━━━━━━━━━━━━━━━",
        "09:30—11:00  ············━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━",
      ])
  }
}

@Suite("Numbers against dates") struct SequenceComparisonTests {
  private func found(_ pairs: [(Int, String)]) throws -> [String] {
    let facts = pairs.map { fact("\($0.0)", ["n": "\($0.0)", "d": $0.1]) }
    return try matches(
      comparison(.sequence, least: 3, values: ["number": "n", "date": "d"]), facts
    ).compactMap { $0.words["a.n"] }
  }

  @Test("name the fewest that must go for the rest to be in order")
  func fewest() throws {
    #expect(
      try found([
        (1, "2025-01-05"), (2, "2025-01-06"), (3, "2025-03-01"), (4, "2025-01-07"),
        (5, "2025-01-08"),
      ]) == ["3"])
    #expect(
      try found([(1, "2025-01-05"), (2, "2025-01-05"), (3, "2024-12-06"), (10, "2025-01-06")])
        == ["3"])
  }

  @Test("are in order where several bear one date, and too few say nothing")
  func inOrder() throws {
    #expect(try found([(1, "2025-01-05"), (2, "2025-01-05"), (3, "2025-01-06")]) == [])
    #expect(try found([(1, "2025-01-05"), (2, "2025-01-04")]) == [])
  }

  @Test("leave out as few as any search would")
  func exhaustive() {
    var random = SplitMix(state: 20_261_124)
    for _ in 0..<300 {
      let values = (0..<8).map { _ in Int32(random.next(below: 6)) }
      let best = (0..<256).filter { mask in
        let kept = values.indices.filter { mask & (1 << $0) != 0 }.map { values[$0] }
        return kept == kept.sorted()
      }.map(\.nonzeroBitCount).max()
      let found = SequenceComparison.longestRising(values)
      #expect(found.count == best)
      #expect(found.map { values[$0] } == found.map { values[$0] }.sorted())
    }
  }
}

@Suite("Values far from their group") struct SpreadComparisonTests {
  private func found(_ values: [String], least: Int = 5) throws -> [String] {
    let facts = values.enumerated().map { fact("\($0.offset)", ["v": $0.element]) }
    return try matches(
      comparison(
        .spread, least: least, values: ["value": "v"], numbers: ["deviations": 4, "percent": 50]),
      facts
    ).compactMap { $0.words["a.v"] }
  }

  @Test("are those past so many deviations and past a share of the median")
  func far() throws {
    #expect(try found(["100.00", "100.00", "110.00", "90.00", "100.00", "400.00"]) == ["400.00"])
    #expect(try found(["100.00", "100.00", "100.00", "100.00", "149.00"]) == [])
    #expect(try found(["100.00", "100.00", "100.00", "100.00", "151.00"]) == ["151.00"])
  }

  @Test("are none in a small group, or where a third or more lie far out")
  func none() throws {
    #expect(try found(["100.00", "100.00", "100.00", "900.00"]) == [])
    #expect(try found(["1.00", "1.00", "1.00", "100.00", "100.00"]) == [])
  }

  @Test("are told with the median and what is allowed, exactly")
  func told() throws {
    let facts = ["100.00", "101.00", "100.00", "101.00", "100.00", "101.00", "900.00", "100.00"]
      .enumerated().map { fact("\($0.offset)", ["v": $0.element]) }
    let match = try #require(
      try matches(
        comparison(.spread, least: 5, values: ["value": "v"], numbers: ["percent": 50]), facts
      ).first)
    #expect(match.values.map(\.value.zh) == ["8", "100.50", "100—900", "50.25"])
    #expect(match.facts.first?.values["v"] == "900.00")
  }
}

@Suite("Crowds, gatherings, pairs and like texts") struct OtherComparisonTests {
  @Test("Many facts within days are one match, counted by what must differ")
  func crowd() throws {
    let facts = [
      fact("a", ["d": "2025-01-01"], agency: "A"), fact("b", ["d": "2025-01-05"], agency: "B"),
      fact("c", ["d": "2025-01-10"], agency: "C"), fact("d", ["d": "2025-02-10"], agency: "C"),
    ]
    func found(_ days: Int, _ apart: SetComparison.Apart) throws -> [[String]] {
      try matches(
        comparison(.crowd, apart: apart, least: 3, values: ["date": "d"], numbers: ["days": days]),
        facts
      ).map { $0.facts.map(\.path) }
    }
    #expect(try found(10, .agency) == [["a", "b", "c"]])
    #expect(try found(9, .agency) == [])
    #expect(try found(60, .file) == [["a", "b", "c", "d"]])
  }

  @Test("A crowd must be more than the facts' own limit")
  func limit() throws {
    func found(_ limit: String) throws -> Int {
      try matches(
        comparison(
          .crowd, values: ["date": "d", "limit": "l"], numbers: ["days": 366]),
        ["a", "b", "c"].map { fact($0, ["d": "2025-01-01", "l": limit]) }
      ).count
    }
    #expect(try found("2") == 1)
    #expect(try found("3") == 0)
  }

  @Test("Values just below a limit gather where few lie above it")
  func below() throws {
    func found(_ values: [String]) throws -> Int {
      try matches(
        comparison(
          .below, least: 4, values: ["value": "v", "limit": "l"], numbers: ["percent": 5]),
        values.enumerated().map { fact("\($0.offset)", ["v": $0.element, "l": "1000.00"]) }
      ).count
    }
    #expect(try found(["950.00", "960.00", "999.99", "980.00", "1050.00"]) == 1)
    #expect(try found(["950.00", "960.00", "999.99", "980.00", "1050.00", "1000.00"]) == 0)
    #expect(try found(["949.99", "960.00", "999.99", "980.00"]) == 0)
  }

  @Test("Facts of two names are one match for each of the first")
  func pair() throws {
    let facts = [
      fact("a", ["v": "1"], name: "claim"), fact("b", ["v": "2"], name: "earlier"),
      fact("c", ["v": "3"], name: "earlier"), fact("a", ["v": "9"], name: "earlier"),
    ]
    let found = try matches(
      comparison(.pair, where: "$a.v < $b.v", facts: ["claim", "earlier"]), facts)
    #expect(found.map { $0.facts.map(\.path) } == [["a", "b", "c"]])
  }

  @Test("A condition that cannot be decided is no match, and is counted")
  func undecided() throws {
    let condition = try PairCondition(
      "is-before($a.d, $b.d)", values: ["d"], services: NoServices())
    let rule = comparison(.pair, where: "is-before($a.d, $b.d)")
    #expect(
      rule.matches([fact("a", ["d": ""]), fact("b", ["d": "2025-01-01"])], condition).isEmpty)
    #expect(condition.undecided == 1)
  }

  @Test("Texts that say the same are found, with the passage; what most texts say is the form's")
  func similar() throws {
    let form = "我们是执法人员现依法向你询问请如实回答你听清楚了吗听清楚了"
    let told =
      "那天下午我在仓库里清点木料没有去参加培训签名是别人代写的成绩也不是我考的后来班长拿来一张表让我补签日期"
      + "我问他为什么要补他说上面要来检查先把手续做齐我就照着前面几个人的样子写了一个日期没有多想"
    let other = "我负责油漆车间平时不管培训的事情当天请假去了医院第二天才回到厂里上班"
    let third = "公司没有组织过考试表格是月底统一补填的负责人看过以后就放进柜子里了没有别的"
    func found(_ texts: [String]) throws -> [[String]] {
      try matches(
        comparison(
          .similar, least: 10, values: ["text": "t"], numbers: ["percent": 85]),
        texts.enumerated().map { fact("\($0.offset)", ["t": form + $0.element]) }
      ).map { $0.facts.map(\.path) }
    }
    #expect(try found([told, other, told, third]) == [["0", "2"]])
    #expect(try found([told, other, third, "", ""]) == [])
    let copy = told.replacing("下午", with: "上午")
    #expect(try found([told, other, copy, third]).isEmpty == false)
  }

  @Test("The longest passage that two texts share")
  func passage() {
    #expect(
      SimilarComparison.longestCommon(
        Array("甲说仓库里没有人乙".unicodeScalars), Array("丙说仓库里没有货".unicodeScalars)) == "说仓库里没有")
  }

  @Test("Messages take the values of both facts, and leave what they do not know to be seen")
  func words() {
    #expect(
      SetFindingWriter.fill("{a.x}和{b.x}共{count}，{y}", ["a.x": "甲", "b.x": "乙", "count": "2"])
        == "甲和乙共2，{y}")
  }

  @Test("Codes in keys and values are said as people call them; the agency's code is not repeated")
  func terms() throws {
    var rule = StreamSample.setRule(
      "set.terms", message: StreamSample.text("{key}：{a.tier}"),
      labels: ["fact.tier": StreamSample.text("阶次")])
    rule.terms = ["lesser": LocalizedText(zh: "较轻", en: "lesser tier")]
    let match = SetMatch(facts: [fact("a", ["tier": "lesser"])])
    let record = SetFindingWriter(rule: rule, key: "XZ-1|lesser|2025-03-05", match: match).record
    #expect(record.message.zh == "XZ-1，较轻，2025年3月5日：较轻")
    #expect(record.message.en.contains("lesser tier"))
    #expect(record.parts.first?.values?.first?.value.zh == "较轻")
    let whole = SetFindingWriter(rule: rule, key: match.facts[0].agency.code, match: match).record
    #expect(whole.values.first?.label.zh == "执法单位")
  }

  @Test("Facts beyond all measure are not compared for ever, and it is said")
  func crowded() throws {
    let rule = StreamSample.setRule(
      "set.pair", labels: ["fact.v": StreamSample.text("值")],
      comparison: comparison(.pair, where: "$a.v = $b.v"))
    var judge = SetJudge(rules: [rule], asOf: try CivilDate("2026-11-23"))
    for number in 0..<500 {
      try judge.collect(
        FactsRecord(
          path: "\(number).xml",
          facts: [
            .init(
              rule: "set.pair", key: "K", values: ["v": "1"],
              place: PlaceRecord(line: 1, column: 1, path: "/x"))
          ]), agency: AgencyRecord(code: "A", name: "A"), caseNumber: "\(number)")
    }
    let result = try judge.judge()
    #expect(result.findings.count == SetJudge.limit)
    #expect(result.remarks.map(\.subject) == ["set.pair"])
    #expect(result.remarks.first?.leavesUnjudged ?? false)
  }
}
