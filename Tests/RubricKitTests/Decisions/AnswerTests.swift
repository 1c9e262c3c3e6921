import Testing

@testable import RubricKit

private let open =
  #"<check id="c" each="/caseFile/officers/officer" test="filled(name)" key="@id" effect="ask">"#
  + both("message", "请核实") + "</check>" + both("question", "是否有姓名？")

private let twoOpen = caseText(officers: #"<officer id="o1"/><officer id="o2"/>"#)

private func answers(_ text: String, digest: String) -> String {
  "<answers>" + text.replacing("DIGEST", with: digest) + "</answers>"
}

/// A bench whose one requirement asks about each officer, with answers about a case.
private func bench(_ text: String, about caseFile: String = twoOpen, item: String = "")
  throws -> Bench
{
  let folder = try RubricsFolder()
  try folder.requirement("test.item", open)
  try folder.requirement("test.sound", check(#"test="true()""#))
  try folder.rubric(
    items: RubricKitTests.item("test.item", 80, item) + RubricKitTests.item("test.sound", 20))
  return try Bench(folder, answers: answers(text, digest: Digest.sha256(Array(caseFile.utf8))))
}

private func answer(_ verdict: String, _ attributes: String = "", remark: String = "") -> String {
  #"<answer case="DIGEST" requirement="test.item" verdict="\#(verdict)" reviewer="张某某" date="2026-11-20" \#(attributes)>\#(remark)</answer>"#
}

@Suite("Answers of people")
struct AnswerTests {
  @Test("Without an answer the score is a range")
  func unanswered() throws {
    let record = try bench("").record(twoOpen)
    #expect(record.scores[0].lower.points == 20_000 && record.scores[0].upper.points == 100_000)
  }

  @Test("An answer that all is in order closes the item, and the score is certain")
  func passed() throws {
    let record = try bench(answer("passed")).record(twoOpen)
    let outcome = try #require(record.outcomes.first { $0.requirement == "test.item" })
    #expect(outcome.outcome == .passed && outcome.occurrences.isEmpty)
    #expect(outcome.answeredBy == "张某某 2026-11-20")
    #expect(record.scores[0].lower.points == 100_000)
  }

  @Test("An answer about one occurrence leaves the other open")
  func oneOccurrence() throws {
    let outcome = try bench(answer("passed", #"occurrence="o1""#)).outcome(twoOpen)
    #expect(outcome.outcome == .pending)
    #expect(outcome.occurrences.map(\.key) == ["o2"])
  }

  @Test("A fault found by a person costs the points the person fixed, once, and says who found it")
  func failed() throws {
    let record = try bench(answer("failed", #"points="30""#, remark: "两人均无姓名")).record(twoOpen)
    let outcome = try #require(record.outcomes.first { $0.requirement == "test.item" })
    #expect(outcome.outcome == .failed)
    #expect(record.scores[0].lower.points == 70_000 && record.scores[0].upper.points == 70_000)
    #expect(outcome.occurrences[0].message.zh.contains("两人均无姓名"))
  }

  @Test("An item found not to apply drops out of the score")
  func notApplicable() throws {
    let record = try bench(answer("notApplicable")).record(twoOpen)
    #expect(record.outcomes.first { $0.requirement == "test.item" }?.outcome == .notApplicable)
    #expect(record.scores[0].lower.points == 100_000)
    #expect(record.scores[0].items.first?.excluded == true)
  }

  @Test("An answer decides an undecided veto")
  func veto() throws {
    let undecided = try bench("", item: #"veto="unqualified""#).record(twoOpen)
    #expect(undecided.scores[0].vetoes.map(\.state) == [.pending])
    let decided = try bench(answer("failed"), item: #"veto="unqualified""#).record(twoOpen)
    #expect(decided.scores[0].vetoes.map(\.state) == [.failed])
    #expect(decided.scores[0].upper.grade == "fail")
  }

  @Test("An answer given for other bytes is not used, and is listed")
  func otherBytes() throws {
    let changed = twoOpen.replacing("o2", with: "o3")
    let bench = try bench(answer("passed"))
    let verdict = try bench.verdict(changed)
    #expect(try bench.outcome(changed).outcome == .pending)
    let remarks = verdict.decisions.remarks(bench.context.decisions)
    #expect(remarks.map(\.code) == ["answer-unknown-case"])
  }

  @Test("An answer where nothing is open is refused, and is listed; it never hides a fault")
  func nothingOpen() throws {
    let sound = caseText(officers: #"<officer id="o1"><name>李某</name></officer>"#)
    let bench = try bench(answer("failed"), about: sound)
    let verdict = try bench.verdict(sound)
    #expect(try bench.outcome(sound).outcome == .passed)
    #expect(verdict.decisions.remarks(bench.context.decisions).map(\.code) == ["answer-refused"])
  }
}
