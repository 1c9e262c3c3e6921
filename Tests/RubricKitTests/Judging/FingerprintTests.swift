import Foundation
import Testing

@testable import RubricKit

@Suite("Fingerprints and evidence of findings")
struct FingerprintTests {
  private let body = check(
    #"each="//interview" test="is-before(date, '2025-01-01')" key="number""#,
    #"<value label-zh="日期" label-en="date" select="date"/>"#)

  private func occurrence(
    _ date: String, number: String = "询1", case caseNumber: String = "1", agency: String = "A",
    id: String = "test.item"
  ) throws -> OccurrenceRecord {
    let folder = try RubricsFolder()
    try folder.requirement(id, body)
    try folder.rubric(items: "<item requirement=\"\(id)\" points=\"100\"/>")
    let outcome = try Bench(folder).outcome(
      caseText(
        number: caseNumber, agency: agency,
        documents:
          "<interview id=\"i\"><number>\(number)</number><date>\(date)</date></interview>"),
      of: id)
    return try #require(outcome.occurrences.first)
  }

  @Test("A changed but still wrong value is the same finding with other evidence")
  func changedValue() throws {
    let before = try occurrence("2025-03-18")
    let after = try occurrence("2025-03-19")
    #expect(before.fingerprint == after.fingerprint)
    #expect(before.evidence != after.evidence)
    #expect(try occurrence("2025-03-18") == before)
  }

  @Test("Requirement, agency, case number and occurrence key each make another finding")
  func parts() throws {
    let prints = [
      try occurrence("2025-03-18"), try occurrence("2025-03-18", number: "询2"),
      try occurrence("2025-03-18", case: "2"), try occurrence("2025-03-18", agency: "B"),
      try occurrence("2025-03-18", id: "test.other"),
    ].map(\.fingerprint)
    #expect(Set(prints).count == prints.count)
    #expect(prints.allSatisfy { $0.count == 64 })
  }

  @Test("A document keeps its finding when another is put before it")
  func insertedBefore() throws {
    let bench = try Bench.one(check(#"each="//interview" test="filled(date)""#))
    let one = #"<interview id="i1"><number>询1</number></interview>"#
    let other = #"<interview id="i0"><number>询0</number><date>2025-03-18</date></interview>"#
    let before = try bench.occurrence(caseText(documents: one)).fingerprint
    #expect(try bench.occurrence(caseText(documents: other + one)).fingerprint == before)
  }

  @Test("Two findings with one fingerprint are a fault of the requirement")
  func equalPrints() throws {
    let bench = try Bench.one(check(#"each="//interview" test="filled(date)" key="'same'""#))
    let outcome = try bench.outcome(
      caseText(documents: #"<interview id="i1"/><interview id="i2"/>"#))
    #expect(outcome.outcome == .error)
    #expect(outcome.occurrences.count == 1)
    #expect(outcome.occurrences[0].message.en.contains("same"))
  }

  @Test("Parts of a fingerprint cannot run into each other")
  func separation() {
    let one = Fingerprint.digest(["ab", "c"])
    #expect(one != Fingerprint.digest(["a", "bc"]))
    #expect(one != Fingerprint.digest(["abc"]))
  }
}

@Suite("Rubrics and requirements in force")
struct ForceTests {
  private let decision = #"<decision id="d"><date>2025-04-24</date></decision>"#

  private func bench(requirement: String = "", rubric: String = #"from="2021-07-15""#) throws
    -> Bench
  {
    let folder = try RubricsFolder()
    try folder.requirement(
      "test.item", attributes: #"severity="minor" judge="engine" system="none" "# + requirement,
      check(#"test="false()""#))
    try folder.requirement("test.sound", check(#"test="true()""#))
    try folder.rubric(
      attributes: #"version="1" "# + rubric,
      items: item("test.item", 80) + item("test.sound", 20)
    )
    return try Bench(folder)
  }

  @Test(
    "A requirement counts from its first to its last day of force, by the date that decides",
    arguments: [
      (#"from="2025-04-24""#, Outcome.failed), (#"from="2025-04-25""#, .notApplicable),
      (#"to="2025-04-24""#, .failed), (#"to="2025-04-23""#, .notApplicable),
    ])
  func requirement(attribute: String, expected: Outcome) throws {
    let outcome = try bench(requirement: attribute).outcome(caseText(documents: decision))
    #expect(outcome.outcome == expected)
  }

  @Test(
    "A rubric out of force does not apply, and the case is unjudged",
    arguments: [
      (#"from="2025-04-24""#, true), (#"from="2025-04-25""#, false),
      (#"from="2021-01-01" to="2025-04-24""#, true), (#"from="2021-01-01" to="2025-04-23""#, false),
    ])
  func rubric(attributes: String, applies: Bool) throws {
    let record = try bench(rubric: attributes).verdict(caseText(documents: decision)).record
    guard case .unjudged(let unjudged)? = record else {
      #expect(applies)
      return
    }
    #expect(!applies)
    #expect(unjudged.cause == "no-rubric")
  }

  @Test("Without the date that decides, the case is judged and a remark says so")
  func noDate() throws {
    let record = try bench(requirement: #"to="2000-01-01""#).record(caseText())
    #expect(record.outcomes[0].outcome == .failed)
    #expect(record.remarks.map(\.code) == ["rubric-date-unknown"])
  }

  private func undecided(with more: (RubricsFolder) throws -> Void = { _ in }) throws
    -> AuditRecord?
  {
    let folder = try RubricsFolder()
    try folder.requirement("test.item", check(#"test="true()""#))
    try folder.rubric(
      "undecided", items: item("test.item", 100),
      applies: "is-before(/caseFile/documents/decision/date, '2025-01-01')")
    try more(folder)
    return try Bench(folder).verdict(caseText()).record
  }

  @Test("A rubric whose condition cannot be worked out leaves the case unjudged")
  func appliesRaises() throws {
    guard case .unjudged(let unjudged)? = try undecided() else {
      Issue.record("judged")
      return
    }
    #expect(unjudged.cause == "rubric-undecided")
    #expect(unjudged.message.zh.contains("undecided"))
  }

  @Test("Other rubrics judge it all the same, and the program still ends with 3")
  func appliesRaisesForOne() throws {
    let record = try undecided { folder in
      try folder.rubric("sound", items: item("test.item", 100))
    }
    guard case .caseFile(let judged)? = record else {
      Issue.record("\(String(describing: record))")
      return
    }
    #expect(judged.scores.map(\.rubric) == ["sound"])
    #expect(judged.remarks.map(\.code).contains("rubric-undecided"))
    var counts = AuditCounts()
    counts.count(.caseFile(judged))
    #expect(counts.causes.notJudged)
  }
}
