import Foundation
import Testing

@testable import RubricKit

@Suite("What the engine cannot decide is pending or an error, never passed or failed")
struct UndecidedTests {
  private func interview(_ inner: String) -> String {
    caseText(documents: "<interview id=\"i\"><number>询1</number>\(inner)</interview>")
  }

  // MARK: Errors

  @Test("A test that raises is an error at its place, and the other nodes are judged")
  func testRaises() throws {
    let bench = try Bench.one(
      check(
        #"each="/caseFile/documents/decision" test="is-before(cause, '2025-03-20')" key="@id""#))
    let outcome = try bench.outcome(
      caseText(
        documents: """
          <decision id="d1"><cause>2025-03-18</cause></decision>
          <decision id="d2"><cause>未办理许可</cause></decision>
          <decision id="d3"><cause>2025-03-21</cause></decision>
          """))
    #expect(outcome.occurrences.map(\.key) == ["d2", "d3"])
    #expect(outcome.occurrences.map(\.outcome) == [.error, .failed])
    #expect(outcome.outcome == .failed)
    #expect(outcome.occurrences[0].message.zh.contains("——"))
  }

  @Test("A condition that raises is an error, not an item that does not apply")
  func conditionRaises() throws {
    let bench = try Bench.one(
      "<when>is-before(/caseFile/documents/decision/date, '2025-03-20')</when>"
        + check(#"test="true()""#))
    let record = try bench.record(caseText())
    #expect(record.outcomes[0].outcome == .error)
    #expect(record.outcomes[0].occurrences.map(\.key) == ["*"])
  }

  @Test("Nodes that cannot be selected are an error")
  func eachRaises() throws {
    let bench = try Bench.one(check(#"each="string(/caseFile/caseNumber)" test="true()""#))
    #expect(try bench.outcome(caseText()).outcome == .error)
  }

  // MARK: Pending

  @Test("Under a parent with a schema error, what is absent is pending")
  func schemaUnderParent() throws {
    let bench = try Bench.one(
      check(#"test="/caseFile/documents/interview/signatures/signature""#))
    #expect(try bench.outcome(interview("")).outcome == .failed)
    let outcome = try bench.outcome(interview("<signatres/>"))
    #expect(outcome.outcome == .pending)
    #expect(outcome.reasons == [.schema])
    // What is there is there, whatever stands beside it.
    let present = try bench.outcome(
      interview("<signatres/><signatures><signature><name>甲</name></signature></signatures>"))
    #expect(present.outcome == .passed)
  }

  @Test("A schema error in one document leaves absence in another certain")
  func schemaElsewhere() throws {
    let bench = try Bench.one(check(#"test="/caseFile/documents/decision/date""#))
    let documents = #"<interview id="i"><wrong/></interview><decision id="d"/>"#
    #expect(try bench.outcome(caseText(documents: documents)).outcome == .failed)
  }

  @Test("Nodes that may not all have been seen leave a question beside what was found")
  func schemaInEach() throws {
    let bench = try Bench.one(
      check(#"each="/caseFile/documents/interview" test="filled(date)" key="@id""#))
    let outcome = try bench.outcome(
      caseText(documents: #"<interview id="i"/><intervew id="j"/>"#))
    #expect(outcome.occurrences.map(\.key) == ["i", "c1:*"])
    #expect(outcome.occurrences.map(\.outcome) == [.failed, .pending])
    #expect(outcome.reasons == [.schema])
  }

  @Test("A condition over a broken part is pending")
  func schemaInCondition() throws {
    let bench = try Bench.one(
      "<when>/caseFile/documents/decision</when>" + check(#"test="false()""#))
    let outcome = try bench.outcome(caseText(documents: "<decison/>"))
    #expect(outcome.outcome == .pending)
    #expect(outcome.reasons == [.schema])
  }

  @Test("A field that nobody transcribed or could read is pending with its reason")
  func states() throws {
    let bench = try Bench.one(
      check(#"each="/caseFile/documents/interview" test="filled(date)""#))
    func reasons(_ state: String) throws -> [PendingReason] {
      let outcome = try bench.outcome(interview("<date state=\"\(state)\"/>"))
      #expect(outcome.outcome == .pending)
      return outcome.reasons
    }
    #expect(try reasons("notTranscribed") == [.notTranscribed])
    #expect(try reasons("illegible") == [.person])
    #expect(try bench.outcome(interview(#"<date state="blank"/>"#)).outcome == .failed)
  }

  @Test("A register that is missing, or does not reach the day, is pending")
  func register() throws {
    let body = check(
      #"each="/caseFile/documents/decision" test="registered('agencies', 'SLYJ', date)""#)
    let text = caseText(documents: #"<decision id="d"><date>2025-04-24</date></decision>"#)
    #expect(try Bench.one(body).outcome(text).reasons == [.registerMissing])
    var registers = try ShippedRegisters.registers
    try registers.add(
      registerFile(
        """
        <register kind="agencies" from="2019-01-01" to="2024-12-31" source="示例">
        <row key="SLYJ"><name>示例县应急管理局</name></row></register>
        """))
    let outdated = try Bench.one(body, registers: registers).outcome(text)
    #expect(outdated.outcome == .pending)
    #expect(outdated.reasons == [.registerOutdated])
  }

  @Test("A working day past the calendar's end is pending")
  func calendar() throws {
    let bench = try Bench.one(
      check(#"each="//decision" test="not(later-than('2027-01-05', due-working(date, 7)))""#))
    let text = caseText(documents: #"<decision id="d"><date>2026-12-29</date></decision>"#)
    let outcome = try bench.outcome(text)
    #expect(outcome.outcome == .pending)
    #expect(outcome.reasons == [.calendar])
  }

  @Test("A value missing under a schema error is pending wherever a shared variable is used")
  func variableOverBrokenPart() throws {
    let folder = try RubricsFolder()
    let body = check(#"test="is-before($decided, '2025-12-31')""#)
    try folder.requirement("test.first", body)
    try folder.requirement("test.second", body)
    try folder.rubric(
      items: item("test.first", 50) + item("test.second", 50),
      head: #"<variable name="decided" select="earliest(/caseFile/documents/decision/date)"/>"#)
    let record = try Bench(folder).record(
      caseText(documents: #"<decision id="d"><dat/></decision>"#))
    #expect(record.outcomes.map(\.outcome) == [.pending, .pending])
    #expect(record.outcomes.map(\.reasons) == [[.schema], [.schema]])
  }

  @Test("An id that stands twice leaves what refers to it pending, and is shown as a fault of form")
  func duplicateIDs() throws {
    let bench = try Bench.one(
      check(#"each="//decision" test="key('doc', 'i')/date""#),
      head: #"<key name="doc" match="/caseFile/documents/*" use="@id"/>"#)
    let record = try bench.record(
      caseText(documents: #"<interview id="i"/><interview id="i"/><decision id="d"/>"#))
    #expect(record.outcomes[0].outcome == .pending)
    #expect(record.schemaErrors.count == 1)
  }
}

@Suite("Variables of rubrics and requirements")
struct VariableTests {
  @Test("A variable that would raise does no harm where it is not used")
  func lazy() throws {
    let bench = try Bench.one(
      #"<variable name="bad" select="amount-compare('x', '1')"/>"#
        + check(#"test="/caseFile/caseName or not($bad = 0)""#))
    #expect(try bench.outcome(caseText(head: "<caseName>案</caseName>")).outcome == .passed)
    #expect(try bench.outcome(caseText()).outcome == .error)
  }

  @Test("A requirement's variable is its own; another requirement's of that name is another")
  func scope() throws {
    let folder = try RubricsFolder()
    for (id, value) in [("test.first", "1"), ("test.second", "2")] {
      try folder.requirement(
        id, "<variable name=\"n\" select=\"\(value)\"/>" + check("test=\"$n = \(value)\""))
    }
    try folder.rubric(
      items: item("test.first", 50) + item("test.second", 50)
    )
    let outcomes = try Bench(folder).record(caseText()).outcomes
    #expect(outcomes.map(\.outcome) == [.passed, .passed])
  }

  @Test("Variables that need each other are refused when the rubric is compiled")
  func cycle() throws {
    #expect(throws: UnusableRubricError.self) {
      try Bench.one(
        #"<variable name="a" select="$b"/><variable name="b" select="$a"/>"#
          + check(#"test="$a""#))
    }
  }

  @Test("A parameter in yuan keeps its text, so that amounts are compared exactly")
  func parameters() throws {
    let parameter = { (value: String, unit: String) in
      "<parameter name=\"p\" value=\"\(value)\" unit=\"\(unit)\" source=\"x\" checked-on=\"2026-01-01\"/>"
    }
    let amount = try Bench.one(
      check(#"test="amount-compare($p, '90071992547409.93') = 0""#),
      head: parameter("90071992547409.93", "yuan"))
    #expect(try amount.outcome(caseText()).outcome == .passed)
    let count = try Bench.one(check(#"test="$p + 1 = 8""#), head: parameter("7", "working-days"))
    #expect(try count.outcome(caseText()).outcome == .passed)
  }
}
