import CaseXML
import Foundation
import Testing

@testable import RubricKit

private func scaffold(_ folder: RubricsFolder, _ judge: Judge = .engine, id: String = "test.new")
  throws -> RequirementScaffold
{
  try RequirementScaffold(
    id, severity: .major, judge: judge, system: .none, base: nil, folder: folder.path)
}

/// What an author writes for each kind of place.
private func filled(_ xml: String) -> String {
  var text = xml
  for (place, words) in [
    ("【待填】适用条件（XPath）", "/caseFile/documents/decision"),
    ("【待填】检查对象（XPath）", "/caseFile"), ("【待填】应当成立的条件（XPath）", "not(caseName = 'x')"),
    ("【待填】比对的值（XPath）", "caseName"), ("【待填】法律简称，如 行政处罚法", "行政处罚法"),
    ("【待填】改哪里（XPath）", "/caseFile/caseName"), ("【待填】改成什么", "x"),
    ("【待填】删去什么（XPath）", "/caseFile/documents/decision"),
  ] {
    text = text.replacing(place, with: words)
  }
  return text.replacing("【待填】", with: "").replacing("【fill in】", with: "")
}

@Suite("A new requirement's file")
struct RequirementScaffoldTests {
  @Test(
    "Every place left to the author is refused, with its line, and nothing else but the item",
    arguments: [Judge.engine, .person, .confirm])
  func refused(judge: Judge) throws {
    let folder = try RubricsFolder()
    let new = try scaffold(folder, judge)
    try folder.write(new.file, new.xml)
    let error = #expect(throws: UnusableRubricError.self) {
      try RubricLibrary.load(folder: folder.path)
    }
    let problems = error?.problems ?? []
    #expect(Set(problems.map(\.code)) == ["placeholder", "unused-requirement"])
    let lines = new.xml.split(separator: "\n", omittingEmptySubsequences: false)
    let left = lines.indices.filter {
      !lines[$0].contains("<!--") && (lines[$0].contains("【待填】") || lines[$0].contains("【fill in】"))
    }
    let named = problems.filter { $0.code == "placeholder" }.map(\.position.line)
    #expect(Set(named) == Set(left.map { $0 + 1 }))
  }

  @Test(
    "Filled in and named in a rubric, it passes lint and its examples hold",
    arguments: [Judge.engine, .confirm])
  func complete(judge: Judge) throws {
    let folder = try RubricsFolder()
    let new = try scaffold(folder, judge)
    try folder.write(new.file, filled(new.xml))
    try folder.rubric(items: item("test.new", 100))
    let assembly = try AuditAssembly(
      AuditRequest(
        rubricsFolder: folder.path, asOf: try CivilDate("2026-11-23"),
        tool: ManifestRecord.Tool(name: "test", version: "0")))
    #expect(RubricLint.problems(of: assembly) == [])
    var runner = try ExampleRunner(context: assembly.context, library: assembly.library)
    let requirement = try #require(assembly.library.requirement("test.new"))
    #expect(runner.run(requirement).map(\.fault) == [nil, nil, nil])
  }

  @Test("One example stands for each of passed, failed and not applicable")
  func examples() throws {
    let xml = try scaffold(RubricsFolder()).xml
    for verdict in ["passed", "failed", "notApplicable"] {
      #expect(xml.components(separatedBy: #"verdict="\#(verdict)""#).count == 2)
    }
  }

  @Test("The base case is the one most used in the group")
  func base() throws {
    let folder = try RubricsFolder()
    let examples =
      #"<examples base="agency-file"><example title="a" verdict="passed"/></examples>"#
    try folder.requirement("test.one", check(#"test="true()""#), examples: examples)
    #expect(try scaffold(folder).xml.contains(#"<examples base="agency-file">"#))
    #expect(
      try scaffold(folder, id: "other.new").xml.contains(#"<examples base="ordinary-penalty">"#))
  }

  @Test(
    "An id that is taken, or can be none", arguments: ["test.one", "Test.new", "test", "test..a"])
  func identifiers(id: String) throws {
    let folder = try RubricsFolder()
    try folder.requirement("test.one", check(#"test="true()""#))
    #expect(throws: RequirementScaffold.BadIdentifier.self) { try scaffold(folder, id: id) }
  }
}
