import Testing

@testable import RubricKit

private let fact = check(#"id="number" each="/caseFile" test="caseNumber""#)
private let basis = #"<basis law="行政处罚法" article="57"/>"#

/// A folder of two requirements, with what a test wants otherwise.
private func folder(
  body: String = fact, basis: String = basis, items: String = item("test.one", 60),
  bands: String = RubricsFolder.bands, days: Int = 7, termDays: String = "",
  more: String = item("test.two", 40)
) throws -> RubricsFolder {
  let folder = try RubricsFolder()
  try folder.requirement("test.one", body, basis: basis)
  try folder.requirement("test.two", fact)
  try folder.rubric(
    items: items + more,
    head:
      #"<parameter name="term" value="\#(days)" unit="days" source="s" checked-on="2026-01-01"\#(termDays)/>"#,
    bands: bands)
  // Names both requirements, so that an item may leave the first rubric.
  try folder.rubric("other", items: item("test.one", 50) + item("test.two", 50))
  return folder
}

/// The differences between two folders, each on a line.
private func changes(_ old: RubricsFolder, _ new: RubricsFolder) throws -> [String] {
  try RubricComparison(
    RubricLibrary.load(folder: old.path), RubricLibrary.load(folder: new.path)
  ).changes.map { change in
    [
      change.way.rawValue, change.kind, change.owner, change.id, change.field, change.old,
      change.new,
    ].map { $0 ?? "" }.joined(separator: "|")
  }
}

@Suite("What differs between two rubrics folders")
struct RubricComparisonTests {
  @Test("Nothing, where the files are the same")
  func same() throws {
    #expect(try changes(folder(), folder()) == [])
  }

  @Test(
    "What an item costs and vetoes",
    arguments: [
      (item("test.one", 50), "points|60|50"),
      (item("test.one", 60, #"deduct="2""#), "deduct||2"),
      (item("test.one", 60, #"cap="3""#), "cap||3"),
      (item("test.one", 60, #"veto="unqualified""#), "veto||unqualified"),
    ])
  func items(items: String, expected: String) throws {
    #expect(
      try changes(folder(), folder(items: items))
        == ["changed|item|test-rubric|test.one|\(expected)"])
  }

  @Test("Where a grade begins, and a parameter's value")
  func values() throws {
    let bands = RubricsFolder.bands.replacing(#"from="80""#, with: #"from="85""#)
    #expect(
      try changes(folder(), folder(bands: bands, days: 5)) == [
        "changed|band|test-rubric|good|from|80|85",
        "changed|parameter|test-rubric|term|value|7|5",
      ])
  }

  @Test("The days on which a parameter's value counts")
  func parameterDays() throws {
    #expect(
      try changes(folder(), folder(termDays: #" from="2024-01-01""#)) == [
        "changed|parameter|test-rubric|term|from||2024-01-01"
      ])
  }

  @Test("A check's test and message, and the basis, old and new")
  func requirement() throws {
    let body = check(#"id="number" each="/caseFile" test="caseName""#, message: "没有{caseName}")
    let other = #"<basis law="行政处罚法" article="57" paragraph="1"/>"#
    #expect(
      try changes(folder(), folder(body: body, basis: other)) == [
        "changed|requirement|test.one||basis|《行政处罚法》第五十七条|《行政处罚法》第五十七条第一款",
        "changed|check|test.one|number|test|caseNumber|caseName",
        "changed|check|test.one|number|message.zh|不符合|没有{caseName}",
        "changed|check|test.one|number|message.en|不符合|没有{caseName}",
      ])
  }

  @Test("An item that goes is one line and not its parts; the other way round it comes")
  func removed() throws {
    let less = try folder(more: "")
    #expect(
      try changes(folder(), less) == [
        "removed|item|test-rubric|test.two||points 40；section s|"
      ])
    #expect(
      try changes(less, folder()) == [
        "added|item|test-rubric|test.two|||points 40；section s"
      ])
  }

  @Test("A requirement that comes is one line, whatever it holds")
  func added() throws {
    let new = try folder(more: item("test.two", 30) + item("test.three", 10))
    try new.requirement("test.three", fact)
    let added = try changes(folder(), new).filter { $0.contains("|requirement|") }
    #expect(added.count == 1)
    #expect(added.first?.hasPrefix("added|requirement|test.three||") == true)
  }

  @Test("A file of which only the form differs is named as such")
  func form() throws {
    #expect(
      try changes(folder(), folder(body: "<!-- why -->" + fact))
        == ["changed|requirement|test.one||form||"])
  }

  @Test("A register that differs is named: verdicts may depend on it")
  func register() throws {
    let (old, new) = (try folder(), try folder())
    for (folder, text) in [(old, "a"), (new, "b")] {
      try folder.write("example-registers/powers.xml", text)
    }
    let found = try changes(old, new)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("changed|file|example-registers/powers.xml||digest|") == true)
  }
}
