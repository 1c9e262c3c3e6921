import CaseXML
import XPath

extension CaseFunctions {
  /// What a power or a discretion benchmark allows to be imposed on a party.
  static let rangeFunctions: [CaseFunction] = [
    CaseFunction(
      "range-known",
      [.string, .string, .string, .string, .string, .date], result: .boolean,
      zh: "登记册（powers、benchmarks）中该关键字在该日对该类当事人的罚款上限（maximum）或者下限（minimum）能否确定："
        + "有该行，对该类当事人只有一个幅度，写明该界限，按倍数、比例计算的有基数。",
      en:
        "Whether the register (powers, benchmarks) settles the maximum or minimum for the key, the "
        + "kind of party and the base on the day: a row, one range for such parties, the bound "
        + "stated, and a base where it is a multiple or a percentage."
    ) { (call) throws(FunctionError) in .boolean(try bound(&call) != nil) },
    CaseFunction(
      "range-bound",
      [.string, .string, .string, .string, .string, .date], result: .amount,
      zh: "登记册中该关键字在该日对该类当事人的罚款上限（maximum）或者下限（minimum），元；不能确定时出错，可先用"
        + "range-known()判断。",
      en: "That bound in yuan; an error where it is not settled, so guard with range-known()."
    ) { (call) throws(FunctionError) in
      guard let bound = try bound(&call) else { throw .missing(argument: 2) }
      return .string(TextSlice(bound.description))
    },
  ]

  /// `(register, key, 'minimum' | 'maximum', kind of party, base or '', day)`.
  private static func bound(_ call: inout ArgumentReader) throws(FunctionError) -> Amount? {
    let name: String
    switch try call.text(2).string {
    case "minimum": name = "min"
    case "maximum": name = "max"
    case let other: throw .unreadable(value: other, expected: "minimum, maximum")
    }
    let kind = try call.text(0).string
    let key = try call.text(1).trimmed.string
    guard let row = try row(kind, key, on: try call.date(5), &call) else { return nil }
    let party = try call.text(3).string
    let ranges = row.parts.filter { $0.name == "range" && applies($0, to: party) }
    guard ranges.count == 1, let range = ranges.first, let value = range.attributes[name] else {
      return nil
    }
    let unit: Fraction
    switch range.attributes["unit"] {
    case "yuan": return try? Amount(value)
    case "times": unit = Fraction(1)
    case "percent":
      guard let hundredth = try? Fraction(1, over: 100) else { return nil }
      unit = hundredth
    default: return nil
    }
    guard !(try call.text(4).trimmed.isEmpty),
      let factor = try? Fraction(decimal: value).multiplied(by: unit)
    else { return nil }
    let base = try call.amount(4)
    guard let result = try? base.multiplied(by: factor) else { return nil }
    call.note(
      LocalizedText(
        zh: "\(base.text(.zh))×\(factor)＝\(result.text(.zh))",
        en: "\(base.text(.en)) × \(factor) = \(result.text(.en))"))
    return result
  }

  /// A sole trader counts as a person under some laws and as a unit under others: only a range for
  /// everybody is certain to be his.
  private static func applies(_ range: Register.Part, to party: String) -> Bool {
    switch range.attributes["for"] ?? "any" {
    case "individual": party == "individual"
    case "organisation": party == "legalPerson" || party == "unincorporatedOrganisation"
    default: true
    }
  }
}
