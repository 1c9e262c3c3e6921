import Testing

@testable import RubricKit

/// The codes lint gives for a set rule in an otherwise sound folder.
private func codes(
  compare: String = #"<compare as="pair" where="$a.n != $b.n"/>"#, message: String = "{a.n}",
  matches: [Int] = [1, 0]
) throws -> [String] {
  let folder = try RubricsFolder()
  try folder.requirement(
    "test.item", check(#"each="/caseFile" test="caseNumber""#),
    examples: #"<examples base="ordinary-penalty"><example title="a" verdict="passed"/>"#
      + #"<example title="b" verdict="failed"/></examples>"#)
  try folder.rubric(items: item("test.item", 100))
  let examples = matches.map {
    #"<example title="\#($0)" matches="\#($0)"><file/><file/></example>"#
  }
  try folder.write(
    "set-rules/set.lint.xml",
    #"<setRule id="set.lint" severity="major" strength="strong">"# + both("title", "不同")
      + #"<fact each="/caseFile" key="caseNumber">"#
      + #"<value name="n" select="caseName" zh="名称" en="name"/></fact>"# + compare
      + both("message", message) + both("innocent", "无")
      + #"<basis law="行政处罚法" article="57"/>"# + both("remedy", "改")
      + #"<examples base="ordinary-penalty">"# + examples.joined() + "</examples></setRule>")
  return try folder.lintCodes()
}

@Suite("What lint refuses in a set rule")
struct SetRuleLintTests {
  @Test("Nothing in a sound one")
  func sound() throws { #expect(try codes() == []) }

  @Test("A condition that asks a register or the calendar: there are none when facts are compared")
  func registers() throws {
    let compare = #"<compare as="pair" where="due-working(1, $a.n) = $b.n"/>"#
    #expect(try codes(compare: compare).contains("set-condition"))
  }

  @Test("A comparison without a value it needs")
  func comparison() throws {
    #expect(try codes(compare: #"<compare as="similar" text="m"/>"#) == ["set-comparison"])
  }

  @Test("A message that names what nothing defines")
  func message() throws { #expect(try codes(message: "{a.m}").contains("set-message")) }

  @Test("A rule without an example in which it must not match")
  func examples() throws { #expect(try codes(matches: [1, 1]) == ["set-examples"]) }
}
