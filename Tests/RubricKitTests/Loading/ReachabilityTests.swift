import Testing

@testable import RubricKit

private let withCondition =
  #"<examples base="ordinary-penalty"><example title="a" verdict="passed"/>"#
  + #"<example title="b" verdict="failed"/><example title="c" verdict="notApplicable"/></examples>"#

/// The codes for a condition and a check.
private func codes(when: String, _ check: String = check(#"each="/caseFile" test="caseNumber""#))
  throws -> [String]
{
  try lintCodes("<when>\(when)</when>" + check, examples: withCondition)
}

@Suite("Conditions that can never hold")
struct ReachabilityTests {
  @Test(
    "A condition that is false of every file",
    arguments: [
      "false()", "''", "0", "1 = 2", "not('x' = 'x')", "/caseFile and 1 > 2", "false() or ''",
      "/caseFile[false()]", "/caseFile/documents[0]",
    ])
  func constant(when: String) throws {
    #expect(try codes(when: when.replacing(">", with: "&gt;")) == ["never-true"])
  }

  @Test(
    "A condition that some file meets is left alone",
    arguments: [
      "true()", "/caseFile", "not(false())", "/caseFile[1]", "/caseFile or false()", "1 &lt; 2",
    ])
  func possible(when: String) throws {
    #expect(try codes(when: when) == [])
  }

  @Test("A check's condition that is false of every file, and an empty set to examine")
  func conditionOfCheck() throws {
    func one(_ attributes: String) throws -> [String] {
      try lintCodes(check(attributes))
    }
    #expect(try one(#"each="/caseFile" when="false()" test="caseNumber""#) == ["never-true"])
    #expect(try one(#"each="/caseFile[false()]" test="caseNumber""#) == ["empty-each"])
    #expect(try one(#"each="/caseFile" when="caseName" test="caseNumber""#) == [])
  }

  @Test(
    "A check whose condition excludes what the requirement demands, whatever the spelling",
    arguments: [
      "not(/caseFile/documents/decision)", "caseName and not( /caseFile/documents/decision )",
      "not(/caseFile/documents/child::decision or caseName)",
    ])
  func contradiction(when: String) throws {
    let body = check(#"each="/caseFile" when="\#(when)" test="caseNumber""#)
    #expect(
      try codes(when: "/caseFile and /caseFile/documents/decision", body) == ["contradiction"])
  }

  @Test("A check that examines what the requirement says there is none of")
  func each() throws {
    let body = check(#"each="/caseFile/documents/decision" test="date""#)
    #expect(try codes(when: "not(/caseFile/documents/decision)", body) == ["contradiction"])
  }

  @Test("A condition that contradicts itself, in the requirement and in a check")
  func itself() throws {
    #expect(try codes(when: "/caseFile/caseName and not(/caseFile/caseName)") == ["contradiction"])
    let body = check(#"each="/caseFile" when="caseName and not(caseName)" test="caseNumber""#)
    #expect(try lintCodes(body) == ["contradiction"])
  }

  @Test(
    "Paths that start at different nodes say nothing about each other",
    arguments: ["not(caseName)", "not(/caseFile[current()/caseName])", "not(string())"])
  func context(when: String) throws {
    let body = check(#"each="/caseFile" when="\#(when)" test="caseNumber""#)
    let outer = String(when.dropFirst(4).dropLast())
    #expect(
      try lintCodes("<when>\(outer)</when>" + body, examples: withCondition)
        .contains("contradiction") == false)
  }

  @Test("A rubric that applies to no file")
  func applies() throws {
    #expect(
      try lintCodes(check(#"each="/caseFile" test="caseNumber""#), applies: "/caseFile[false()]")
        == ["never-true"])
  }

  @Test(
    "A value that a field with a closed list never has, in an attribute, an element and a predicate",
    arguments: [
      "@kind = 'ordinaryPenalti'", "'ordinaryPenalti' = @kind", "@kind != 'x'",
      "documents/proofOfService/mode = 'post'", "documents/proofOfService[mode = 'post']",
      "documents/proofOfService/mode[. = 'post']",
    ])
  func unknownValue(test: String) throws {
    #expect(try lintCodes(check(#"each="/caseFile" test="\#(test)""#)) == ["unknown-value"])
  }

  @Test(
    "Values on the list, a field left blank, and fields without a list",
    arguments: [
      "@kind = 'ordinaryPenalty'", "documents/proofOfService/mode = 'mail'",
      "documents/proofOfService/mode = ''", "caseName = 'x'", "@kind = caseName",
    ])
  func knownValue(test: String) throws {
    #expect(try lintCodes(check(#"each="/caseFile" test="\#(test)""#)) == [])
  }
}
