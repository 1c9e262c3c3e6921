import RubricKit
import Testing
import XPath

@Suite("Functions of certificates and powers") struct StandingFunctionTests {
  let evaluation: Evaluation

  init() throws {
    var evaluation = try Evaluation()
    let county = try Registers(
      folder: ShippedRegisters.exampleFolder, named: "registers", schema: ShippedRegisters.schema)
    evaluation.registers = evaluation.registers.replacing(with: county)
    self.evaluation = evaluation
  }

  static let file = """
    <r><certificate> SL359900305 </certificate><agency>SLXSJ01</agency><date>2024-05-06</date>
    <moment>2024-06-06T09:00</moment><blank/><bad state="illegible"/></r>
    """

  @Test(
    "know whether a certificate was valid on the day for the agency",
    arguments: [
      ("certificate-valid(/r/certificate, /r/agency, '2024-05-05')", "true"),
      ("certificate-valid(/r/certificate, /r/agency, /r/date)", "false"),
      ("certificate-valid(/r/certificate, /r/agency, /r/moment)", "true"),
      ("certificate-valid(/r/certificate, 'SLXLY01', '2024-05-05')", "false"),
      ("certificate-valid(/r/certificate, /r/agency, '2025-02-28')", "true"),
      ("certificate-valid(/r/certificate, /r/agency, '2025-03-01')", "false"),
      ("certificate-valid(/r/certificate, 'SLXLY01', '2025-03-01')", "true"),
      ("certificate-valid(/r/certificate, 'SLXLY01', '2027-12-31')", "true"),
      ("certificate-valid(/r/certificate, 'SLXLY01', '2028-01-01')", "false"),
      ("certificate-valid('SL000000000', /r/agency, '2024-05-05')", "false"),
      ("certificate-valid(/r/certificate, /r/agency, '2024-05-05', '市场监督管理')", "true"),
      ("certificate-valid(/r/certificate, /r/agency, '2024-05-05', '林业')", "false"),
    ])
  func certificate(expression: String, value: String) throws {
    #expect(try evaluation.run(expression, Self.file) == .value(value))
  }

  @Test(
    "know who had a power, and which township had it delegated",
    arguments: [
      ("has-power('SLXLY01', 'LY-CF-0078', '2025-03-12')", "true"),
      ("has-power('SLXSJ01', 'LY-CF-0078', '2025-03-12')", "false"),
      ("has-power('SLXHB01', 'XZ-NY-117', '2025-03-12')", "true"),
      ("has-power('SLXDX01', 'XZ-NY-117', '2025-03-12')", "false"),
      ("has-power('SLXLY01', 'none', '2025-03-12')", "false"),
      ("has-delegation('SLXDX01', 'XZ-ZR-026', '2022-10-01')", "true"),
      ("has-delegation('SLXDX01', 'XZ-ZR-026', '2022-09-30')", "false"),
      ("has-delegation('SLXYL01', 'XZ-ZR-026', '2022-10-01')", "false"),
      ("listed('powers', 'agency', 'XZ-NY-117', 'SLXNY01', '2025-03-12')", "true"),
      ("listed('powers', 'agency', 'XZ-NY-117', 'SLXLY01', '2025-03-12')", "false"),
    ])
  func power(expression: String, value: String) throws {
    #expect(try evaluation.run(expression) == .value(value))
  }

  @Test(
    "are undecided before the registers begin",
    arguments: [
      ("certificate-valid('SL359900305', 'SLXSJ01', '2022-12-31')", "officers 2022-12-31"),
      ("has-power('SLXLY01', 'LY-CF-0078', '2021-07-14')", "powers 2021-07-14"),
      ("has-delegation('SLXDX01', 'XZ-ZR-026', '2021-07-14')", "delegations 2021-07-14"),
    ])
  func outdated(expression: String, detail: String) throws {
    #expect(
      try evaluation.run(expression)
        == .failed(.pending(reason: "register-outdated", detail: detail)))
  }

  @Test(
    "are undecided without the registers",
    arguments: [
      ("certificate-valid('C1', 'A', '2024-05-06')", "officers"),
      ("has-power('A', 'P', '2024-05-06')", "powers"),
      ("has-delegation('T', 'P', '2024-05-06')", "delegations"),
      ("listed('powers', 'agency', 'P', 'A', '2024-05-06')", "powers"),
    ])
  func missingRegister(expression: String, kind: String) throws {
    #expect(
      try Evaluation().run(expression)
        == .failed(.pending(reason: "register-missing", detail: kind)))
  }

  @Test(
    "raise missing for what is not there",
    arguments: [
      ("certificate-valid(/r/none, /r/agency, /r/date)", 1),
      ("certificate-valid(/r/certificate, /r/blank, /r/date)", 2),
      ("certificate-valid(/r/certificate, /r/agency, /r/none)", 3),
      ("certificate-valid(/r/certificate, /r/agency, /r/date, /r/none)", 4),
      ("has-power(/r/agency, /r/none, /r/date)", 2),
      ("has-delegation(/r/blank, 'P', /r/date)", 1),
      ("listed('powers', 'agency', 'none', 'A', /r/date)", 3),
    ])
  func missing(expression: String, argument: Int) throws {
    #expect(try evaluation.run(expression, Self.file) == .failed(.missing(argument: argument)))
  }

  @Test("leave an illegible certificate number to a person") func illegible() throws {
    let result = try evaluation.run("certificate-valid(/r/bad, /r/agency, /r/date)", Self.file)
    guard case .failed(.pending("person", _)) = result else {
      Issue.record("\(result)")
      return
    }
  }

  @Test("refuse to choose between several values of a field") func several() throws {
    let result = try evaluation.run("lookup('powers', 'agency', 'XZ-NY-117', '2025-03-12')")
    guard case .failed(.other(_, let text)) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(text.contains("listed()"))
    #expect(
      try evaluation.run("lookup('powers', 'agency', 'LY-CF-0078', '2025-03-12')")
        == .value("SLXLY01"))
  }

  @Test("say why a certificate was not usable when tracing") func notes() throws {
    let traced = try evaluation.evaluate(
      "certificate-valid(/r/certificate, /r/agency, /r/date)", Self.file, tracing: true)
    #expect(traced.notes.last?.zh == "执法证SL359900305在2024年5月6日不能使用（2024年5月6日起暂扣）")
  }
}
