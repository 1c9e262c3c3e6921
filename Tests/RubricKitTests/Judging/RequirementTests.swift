import Foundation
import Testing

@testable import RubricKit

private let interviews = """
  <interview id="i1"><number>询1</number><date>2025-03-18</date></interview>
  <interview id="i2"><number>询2</number><date>2025-03-19</date></interview>
  <interview id="i3"><number>询3</number></interview>
  """

@Suite("A requirement and its checks")
struct RequirementTests {
  @Test("A condition that is false makes the item not applicable, without any occurrence")
  func conditionFalse() throws {
    let bench = try Bench.one(
      "<when>/caseFile/documents/decision</when>" + check(#"test="false()""#))
    let outcome = try bench.outcome(caseText())
    #expect(outcome.outcome == .notApplicable)
    #expect(outcome.occurrences.isEmpty)
  }

  @Test("A condition that is true lets the checks decide")
  func conditionTrue() throws {
    let bench = try Bench.one(
      "<when>/caseFile/caseNumber</when>"
        + check(#"test="filled(/caseFile/documents/decision/date)""#))
    #expect(try bench.outcome(caseText()).outcome == .failed)
    let documents = #"<decision id="d"><date>2025-04-24</date></decision>"#
    #expect(try bench.outcome(caseText(documents: documents)).outcome == .passed)
  }

  @Test("Each node is examined; those in order leave no occurrence")
  func eachNode() throws {
    let bench = try Bench.one(check(#"each="/caseFile/documents/interview" test="filled(date)""#))
    let outcome = try bench.outcome(caseText(documents: interviews))
    #expect(outcome.outcome == .failed)
    #expect(outcome.examined == 3)
    #expect(outcome.occurrences.map(\.key) == ["interview 询3"])
  }

  @Test("Where there is nothing to examine, the item does not apply")
  func nothingToExamine() throws {
    let bench = try Bench.one(check(#"each="/caseFile/documents/interview" test="false()""#))
    let outcome = try bench.outcome(caseText())
    #expect(outcome.outcome == .notApplicable)
    #expect(outcome.examined == 0)
  }

  @Test("A check's own condition leaves nodes out, with current() the node")
  func checkCondition() throws {
    let bench = try Bench.one(
      check(
        #"each="/caseFile/documents/interview" when="filled(current()/date)" test="false()""#))
    let outcome = try bench.outcome(caseText(documents: interviews))
    #expect(outcome.examined == 2)
    #expect(outcome.occurrences.map(\.key) == ["interview 询1", "interview 询2"])
  }

  @Test("The key a check gives names the occurrence; several checks each name theirs")
  func keys() throws {
    let one = try Bench.one(
      check(#"each="/caseFile/documents/interview" test="filled(date)" key="concat('k', number)""#))
    #expect(try one.outcome(caseText(documents: interviews)).occurrences.map(\.key) == ["k询3"])
    let two = try Bench.one(
      check(#"each="/caseFile/documents/interview" test="filled(date)" key="number""#)
        + check(
          #"id="other" each="/caseFile/documents/interview" test="filled(start)" key="number""#))
    #expect(
      try two.outcome(caseText(documents: interviews)).occurrences.map(\.key)
        == ["c1:询3", "other:询1", "other:询2", "other:询3"])
  }

  @Test("A check whose effect is a note gives a remark and takes no part in the outcome")
  func note() throws {
    let bench = try Bench.one(
      check(#"test="true()""#) + check(#"test="false()" effect="note""#, message: "提示"))
    let record = try bench.record(caseText())
    let outcome = try #require(record.outcomes.first)
    #expect(outcome.outcome == .passed)
    #expect(outcome.occurrences.isEmpty)
    #expect(outcome.notes.map(\.message.zh) == ["提示"])
    #expect(record.scores.first?.lower.points == 100_000)
  }

  @Test("A note that cannot be worked out is an error, but costs no points")
  func noteInError() throws {
    let bench = try Bench.one(
      check(#"test="true()""#)
        + check(#"test="is-before(/caseFile/caseNumber, '2025-01-01')" effect="note""#))
    let record = try bench.record(caseText())
    #expect(record.outcomes.first?.outcome == .error)
    #expect(record.scores.first?.lower.points == 100_000)
  }

  @Test("A check whose effect is to ask leaves a question to a person")
  func ask() throws {
    let bench = try Bench.one(
      check(#"test="false()" effect="ask""#, message: "是否属实？") + both("question", "请核对"))
    let outcome = try bench.outcome(caseText())
    #expect(outcome.outcome == .pending)
    #expect(outcome.reasons == [.person])
    #expect(outcome.occurrences.map(\.message.zh) == ["是否属实？"])
  }

  @Test("What only a person judges is pending with the question, where it applies")
  func person() throws {
    let bench = try Bench.one(
      "<when>/caseFile/documents</when>" + both("question", "事实是否清楚？"),
      attributes: #"severity="major" judge="person" system="none""#)
    let outcome = try bench.outcome(caseText(documents: interviews))
    #expect(outcome.outcome == .pending)
    #expect(outcome.reasons == [.person])
    #expect(outcome.occurrences.map(\.message.zh) == ["事实是否清楚？"])
    #expect(try bench.outcome(caseText()).outcome == .notApplicable)
  }

  @Test("A person is asked once for each node of a check without a test")
  func personEach() throws {
    let bench = try Bench.one(
      check(#"each="/caseFile/documents/interview""#, message: "{number}是否自愿？")
        + both("question", "请核对"),
      attributes: #"severity="major" judge="person" system="none""#)
    let outcome = try bench.outcome(caseText(documents: interviews))
    #expect(outcome.occurrences.map(\.message.zh) == ["询1是否自愿？", "询2是否自愿？", "询3是否自愿？"])
    #expect(Set(outcome.occurrences.map(\.outcome)) == [.pending])
  }

  @Test("What the engine finds and a person must confirm is pending, with its evidence")
  func confirm() throws {
    let bench = try Bench.one(
      check(
        #"test="/caseFile/caseNumber = 'x'""#,
        "<value label-zh=\"立案号\" label-en=\"number\" select=\"/caseFile/caseNumber\"/>")
        + both("question", "请核对"),
      attributes: #"severity="major" judge="confirm" system="none""#)
    let occurrence = try bench.occurrence(caseText())
    #expect(occurrence.outcome == .pending)
    #expect(occurrence.reasons == [.person])
    #expect(occurrence.values.map(\.value.zh) == ["示应急立〔2025〕9号"])
    #expect(try bench.outcome(caseText(number: "x")).outcome == .passed)
  }

  @Test("Messages show the values asked for, braces and what is not there")
  func message() throws {
    let bench = try Bench.one(
      check(
        #"test="false()""#,
        message: "{{{/caseFile/caseNumber}}}，{count(//officer)}人，{/caseFile/caseName}"))
    #expect(try bench.occurrence(caseText()).message.zh == "{示应急立〔2025〕9号}，0人，—")
  }

  @Test("A value shows the line it stands on, and what is said of a field without content")
  func values() throws {
    let bench = try Bench.one(
      check(
        #"each="/caseFile/documents/interview" test="false()""#,
        #"<value label-zh="日期" label-en="date" select="date"/>"#))
    func shown(_ date: String) throws -> ValueRecord? {
      try bench.occurrence(
        caseText(documents: "\n<interview id=\"i\">\n\(date)\n</interview>")
      ).values.first
    }
    #expect(try shown("<date>2025-03-18</date>")?.value.zh == "2025-03-18")
    #expect(try shown("<date>2025-03-18</date>")?.line == 8)
    #expect(try shown(#"<date state="blank"/>"#)?.value.zh == "（空白）")
    #expect(try shown(#"<date asWritten="2024年2月30日"/>"#)?.value.zh == "“2024年2月30日”")
    #expect(try shown("")?.value.zh == "—")
    #expect(try shown("")?.line == nil)
  }

  @Test("A finding names the document, its number and page, then line, column and path")
  func places() throws {
    let bench = try Bench.one(
      check(
        #"each="/caseFile/documents/decision" test="false()""#,
        #"<place select="/caseFile/caseNumber"/>"#))
    let occurrence = try bench.occurrence(
      caseText(
        documents: """
          <decision id="d"><number>示应急罚〔2025〕6号</number><pages><from>39</from><to>42</to></pages></decision>
          """))
    let first = try #require(occurrence.places.first)
    #expect(first.documentKind == "decision")
    #expect(first.documentTitle?.zh == "行政处罚决定书")
    #expect(first.documentNumber == "示应急罚〔2025〕6号")
    #expect(first.documentID == "d")
    #expect(first.pages == "39–42")
    #expect(first.path == "/caseFile/documents/decision")
    #expect((first.line, first.column) == (6, 12))
    #expect(occurrence.places.dropFirst().map(\.path) == ["/caseFile/caseNumber"])
  }

  @Test("A finding about the whole case stands where its places say, not at the root")
  func placeOfWholeCase() throws {
    let with = try Bench.one(
      check(#"test="false()""#, #"<place select="/caseFile/caseNumber"/>"#))
    #expect(try with.occurrence(caseText()).places.map(\.path) == ["/caseFile/caseNumber"])
    let without = try Bench.one(check(#"test="false()""#))
    #expect(try without.occurrence(caseText()).places.map(\.path) == ["/caseFile"])
  }
}
