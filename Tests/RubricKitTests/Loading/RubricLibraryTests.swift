import CaseXML
import Testing

@testable import RubricKit

/// A folder that is sound.
private func soundFolder() throws -> RubricsFolder {
  let folder = try RubricsFolder()
  try folder.requirement("test.item", check(#"test="true()""#))
  try folder.rubric(items: item("test.item", 100))
  return folder
}

/// The codes and files of what a folder is refused for, by loading or compiling.
private func refusals(_ folder: RubricsFolder) -> [String] {
  do throws(UnusableRubricError) {
    let library = try RubricLibrary.load(folder: folder.path)
    _ = try RubricCompiler.compile(library, rubrics: [], functions: CaseFunctions.library)
    return []
  } catch {
    return error.problems.map { "\($0.code) \($0.file):\($0.position.line)" }
  }
}

@Suite("A rubrics folder that cannot be used is refused, with file and line")
struct RubricLibraryTests {
  @Test("A sound folder is not refused")
  func sound() throws {
    #expect(try refusals(soundFolder()) == [])
  }

  @Test("A requirement that is named and missing")
  func missing() throws {
    let folder = try soundFolder()
    try folder.rubric(items: item("test.item", 90) + "\n" + item("test.absent", 10))
    #expect(refusals(folder) == ["missing-requirement test-rubric/rubric.xml:11"])
  }

  @Test("A requirement that is there and not named")
  func unused() throws {
    let folder = try soundFolder()
    try folder.requirement("test.extra", check(#"test="true()""#))
    #expect(refusals(folder) == ["unused-requirement requirements/test/test.extra.xml:1"])
  }

  @Test("A requirement that stands twice in one rubric")
  func twice() throws {
    let folder = try soundFolder()
    try folder.rubric(items: item("test.item", 50) + item("test.item", 50))
    #expect(refusals(folder) == ["duplicate-item test-rubric/rubric.xml:10"])
  }

  @Test("A requirement in a file that is not called after it")
  func misplaced() throws {
    let folder = try soundFolder()
    try folder.write(
      "requirements/test/wrong.xml",
      #"<requirement id="test.item" severity="minor" judge="engine" system="none">"#
        + both("title", "x") + check(#"test="true()""#)
        + #"<basis law="行政处罚法" article="57"/>"# + both("remedy", "改") + "<curable>yes</curable>"
        + "</requirement>")
    #expect(refusals(folder).contains("misplaced requirements/test/wrong.xml:1"))
  }

  @Test("A rubric that is not well-formed")
  func malformed() throws {
    let folder = try soundFolder()
    try folder.write("test-rubric/rubric.xml", "<rubric id=\"test-rubric\">\n<title>")
    #expect(refusals(folder).contains { $0.hasPrefix("xml test-rubric/rubric.xml:2") })
  }

  @Test("A requirement that does not fit the schema")
  func schema() throws {
    let folder = try soundFolder()
    try folder.requirement("test.item", check(#"tset="true()""#))
    #expect(refusals(folder).contains { $0.hasPrefix("schema requirements/test/test.item.xml:3") })
  }

  @Test("An expression that is no XPath, and a name in it that nobody defined")
  func expressions() throws {
    let folder = try soundFolder()
    try folder.requirement(
      "test.item", check(#"id="a" test="1 +""#) + check(#"id="b" test="$nowhere""#))
    let found = refusals(folder)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.contains("requirements/test/test.item.xml") })
  }

  @Test("Definitions that a rubric uses and nobody wrote")
  func definitions() throws {
    let folder = try soundFolder()
    try folder.rubric(items: item("test.item", 100), head: #"<use definitions="nothing"/>"#)
    #expect(refusals(folder).contains { $0.hasPrefix("missing-definitions test-rubric") })
  }

  @Test("One name with two meanings in two rubrics")
  func twoMeanings() throws {
    let folder = try soundFolder()
    try folder.rubric(
      items: item("test.item", 100), head: #"<variable name="d" select="/caseFile"/>"#)
    try folder.rubric(
      "second-rubric", items: item("test.item", 100),
      head: #"<variable name="d" select="/caseFile/documents"/>"#)
    #expect(!refusals(folder).isEmpty)
  }

  @Test("A text that is missing in one language")
  func language() throws {
    let folder = try soundFolder()
    try folder.requirement(
      "test.item", #"<check test="true()"><message lang="zh">不符</message></check>"#)
    #expect(refusals(folder) == ["missing-text requirements/test/test.item.xml:3"])
  }
}
