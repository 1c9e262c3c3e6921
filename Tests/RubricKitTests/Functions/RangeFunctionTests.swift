import RubricKit
import Testing
import XPath

@Suite("Functions of ranges, laws and lists") struct RangeFunctionTests {
  let evaluation: Evaluation

  init() throws {
    var evaluation = try Evaluation()
    let own = try Registers(
      folder: RubricsFolder.shipped + "/example-registers", named: "registers",
      schema: ShippedRegisters.schema)
    evaluation.registers = evaluation.registers.replacing(with: own)
    self.evaluation = evaluation
  }

  /// `range-known` or `range-bound` of a power on 2025-05-01.
  private func range(_ function: String, _ rest: String) -> String {
    "\(function)('powers', \(rest), '2025-05-01')"
  }

  @Test(
    "give the bounds of a power for a kind of party",
    arguments: [
      ("'YJ-CF-0097-4', 'maximum', 'legalPerson', ''", "100000"),
      ("'RS-CF-0042-1', 'minimum', 'soleTrader', ''", "10000"),
      ("'CG-CF-0111-1', 'maximum', 'individual', ''", "500"),
      ("'CG-CF-0111-1', 'maximum', 'unincorporatedOrganisation', ''", "500000"),
      ("'YJ-CF-0101-1', 'maximum', 'individual', '4000.01'", "8000.02"),
      ("'YJ-CF-0101-1', 'minimum', 'individual', '4000.01'", "2000.01"),
    ])
  func bound(rest: String, value: String) throws {
    #expect(try evaluation.run(range("range-known", rest)) == .value("true"))
    #expect(try evaluation.run(range("range-bound", rest)) == .value(value))
  }

  @Test(
    "know no bound where the register does not settle it",
    arguments: [
      "'none', 'maximum', 'legalPerson', ''",
      "'YJ-CF-0097-4', 'minimum', 'legalPerson', ''",
      "'YJ-CF-0097-4', 'maximum', 'soleTrader', ''",
      "'CG-CF-0111-1', 'maximum', 'soleTrader', ''",
      "'YJ-CF-0101-1', 'maximum', 'individual', ''",
    ])
  func unsettled(rest: String) throws {
    #expect(try evaluation.run(range("range-known", rest)) == .value("false"))
    guard case .failed(.missing) = try evaluation.run(range("range-bound", rest)) else {
      Issue.record("a bound was made up")
      return
    }
  }

  @Test(
    "know when a law had ended and how many articles it has",
    arguments: [
      ("law-ended('示例省旧市容管理办法', '2024-01-01')", "true"),
      ("law-ended('《示例省旧市容管理办法》', '2024-01-01')", "true"),
      ("law-ended('示例省旧市容管理办法', '2023-12-31')", "false"),
      ("law-ended('无人登记的办法', '2024-01-01')", "false"),
      ("law-ended('行政处罚法', '2030-01-01')", "false"),
      ("article-exceeds('中华人民共和国安全生产法', '120', '2024-01-01')", "true"),
      ("article-exceeds('安全生产法', '119-1', '2024-01-01')", "false"),
      ("article-exceeds('安全生产法', '120', '2020-01-01')", "false"),
      ("article-exceeds('无人登记的办法', '500', '2024-01-01')", "false"),
      ("article-exceeds('中华人民共和国行政处罚法', '87', '2024-01-01')", "true"),
    ])
  func law(expression: String, value: String) throws {
    #expect(try evaluation.run(expression) == .value(value))
  }

  @Test(
    "know whether a list is kept, and an agency by its name",
    arguments: [
      ("has-register('recording-list', '2025-01-01')", "true"),
      ("has-register('recording-list', '2020-01-01')", "false"),
      ("has-register('none', '2025-01-01')", "false"),
      ("has-rows('recording-list', 'agency', 'SLYJ', '2025-01-01')", "true"),
      ("has-rows('recording-list', 'agency', 'SLYJ', '2021-12-31')", "false"),
      ("has-rows('recording-list', 'agency', 'SLRS', '2025-01-01')", "false"),
      ("stated('major-decisions', 'organisation', 'SLYJ/fine', '2025-01-01')", "true"),
      (
        "stated('major-decisions', 'organisation', 'SLYJ/licenceRevocation', '2025-01-01')", "false"
      ),
      ("stated('major-decisions', 'organisation', 'none', '2025-01-01')", "false"),
      ("agency-code('示例县应急管理局', '2025-01-01')", "SLYJ"),
      ("agency-code(' 示例县应急局 ', '2025-01-01')", "SLYJ"),
      ("agency-code('示例县气象局', '2025-01-01')", ""),
    ])
  func lists(expression: String, value: String) throws {
    #expect(try evaluation.run(expression) == .value(value))
  }

  @Test(
    "are undecided without the register or before it begins",
    arguments: [
      ("has-rows('none', 'agency', 'A', '2025-01-01')", "register-missing", "none"),
      (
        "has-rows('recording-list', 'agency', 'A', '2020-01-01')", "register-outdated",
        "recording-list 2020-01-01"
      ),
      ("agency-code('A', '2010-01-01')", "register-outdated", "agencies 2010-01-01"),
      (
        "range-known('powers', 'P', 'maximum', 'individual', '', '2010-01-01')",
        "register-outdated", "powers 2010-01-01"
      ),
    ])
  func undecided(expression: String, reason: String, detail: String) throws {
    #expect(
      try evaluation.run(expression) == .failed(.pending(reason: reason, detail: detail)))
  }

  @Test("The bureau's laws are added to those the rubrics cite")
  func added() throws {
    let laws = try #require(evaluation.registers.table("laws"))
    #expect(!laws.rows(for: "行政处罚法").isEmpty)
    #expect(!laws.rows(for: "示例省旧市容管理办法").isEmpty)
  }
}
