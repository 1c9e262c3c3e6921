import RubricKit
import Testing
import XPath

@Suite("Functions of registers") struct RegisterFunctionTests {
  let evaluation: Evaluation

  init() throws {
    var evaluation = try Evaluation()
    try evaluation.registers.add(
      registerFile(
        """
        <register kind="officers" from="2021-07-15" to="2026-06-30">
          <row key="Z001" from="2022-01-01" to="2024-12-31"><name>示例甲</name><note/></row>
        </register>
        """))
    self.evaluation = evaluation
  }

  static let file = """
    <r><number> Z001 </number><date>2024-05-06</date><bad state="illegible"/><blank/></r>
    """

  @Test(
    "look up as of a day",
    arguments: [
      ("registered('officers', /r/number, /r/date)", "true"),
      ("registered('officers', 'Z001', '2024-12-31')", "true"),
      ("registered('officers', 'Z001', '2025-01-01')", "false"),
      ("registered('officers', 'Z001', '2021-12-31')", "false"),
      ("registered('officers', 'Z002', '2024-05-06')", "false"),
      ("registered('officers', 'Z001', '2024-12-31T23:59')", "true"),
      ("lookup('officers', 'name', /r/number, /r/date)", "示例甲"),
    ])
  func found(expression: String, value: String) throws {
    #expect(try evaluation.run(expression, Self.file) == .value(value))
  }

  @Test(
    "are undecided without the register, or past its days",
    arguments: [
      ("registered('agencies', 'x', '2024-05-06')", "register-missing", "agencies"),
      ("lookup('agencies', 'name', 'x', '2024-05-06')", "register-missing", "agencies"),
      ("registered('officers', 'Z001', '2026-07-01')", "register-outdated", "officers 2026-07-01"),
      (
        "lookup('officers', 'name', 'Z001', '2021-07-14')", "register-outdated",
        "officers 2021-07-14"
      ),
    ])
  func undecided(expression: String, reason: String, detail: String) throws {
    #expect(try evaluation.run(expression) == .failed(.pending(reason: reason, detail: detail)))
  }

  @Test(
    "raise missing for a row, a field, a key or a day that is not there",
    arguments: [
      ("lookup('officers', 'name', 'Z002', '2024-05-06')", 3),
      ("lookup('officers', 'post', 'Z001', '2024-05-06')", 2),
      ("lookup('officers', 'note', 'Z001', '2024-05-06')", 2),
      ("registered('officers', /r/none, '2024-05-06')", 2),
      ("registered('officers', /r/blank, '2024-05-06')", 2),
      ("registered('officers', 'Z001', /r/none)", 3),
    ])
  func missing(expression: String, argument: Int) throws {
    #expect(try evaluation.run(expression, Self.file) == .failed(.missing(argument: argument)))
  }

  @Test("leave an illegible key to a person") func illegible() throws {
    guard
      case .failed(.pending("person", _)) = try evaluation.run(
        "registered('officers', /r/bad, /r/date)", Self.file)
    else {
      Issue.record("decided")
      return
    }
  }

  @Test("cite the register's line when tracing") func notes() throws {
    let traced = try evaluation.evaluate(
      "registered('officers', 'Z001', '2024-05-06')", "<r/>", tracing: true)
    #expect(traced.notes.map(\.zh) == ["登记册“officers”第2行：Z001在2024年5月6日有效"])
  }
}
