import CaseXML
import XPath

extension CaseFunctions {
  /// What registers say about provisions of law.
  static let provisionFunctions: [CaseFunction] = [
    CaseFunction(
      "provision-listed", [.string, .string, .string, .string, .string, .date], result: .boolean,
      zh: "登记册中该关键字在该日有效的行，该字段（如powers的violated、penalty）所列条款是否包括该法律的该条，"
        + "款、项不比较；书名号和“中华人民共和国”可以省略。没有该行或者该字段时出错，可先用stated()判断。",
      en:
        "Whether the row in force on the day lists the article of the law in a field of provisions "
        + "(violated and penalty in powers); paragraphs and items are not compared, and the law may be "
        + "named with or without the state's name. An error where there is no such row or field; guard "
        + "with stated()."
    ) { (call) throws(FunctionError) in
      let kind = try call.text(0).string
      let field = try call.text(1).string
      let key = try call.text(2).trimmed.string
      let law = shortName(try call.text(3).trimmed.string)
      let article = try article(call.text(4).trimmed.string)
      guard let row = try row(kind, key, on: try call.date(5), &call) else {
        throw .missing(argument: 3)
      }
      let provisions = row.parts.filter { $0.name == field }
      if provisions.isEmpty { throw .missing(argument: 2) }
      var isListed = false
      for provision in provisions {
        guard let listed = provision.attributes["article"] else { throw .missing(argument: 2) }
        let isLaw = shortName(provision.attributes["law"] ?? "") == law
        if isLaw, try Self.article(listed) == article { isListed = true }
      }
      return .boolean(isListed)
    },
    CaseFunction(
      "earlier-cases", [.string, .string, .date], result: .number,
      zh: "当事人登记册（parties）中该证件号码的当事人，在该日之前因该事项编码被处理的案件数；登记时未写事项的不计。"
        + "没有该登记册或其未覆盖该日的，结果待定。",
      en:
        "How many cases of the party with this number were decided before the day under the power, "
        + "by the register of parties; those registered without a power do not count. Undecided where "
        + "the register is missing or does not cover the day."
    ) { (call) throws(FunctionError) in
      let party = try call.text(0).trimmed.string
      let power = try call.text(1).trimmed.string
      let day = try call.date(2)
      let register = try register("parties", on: day, &call)
      var count = 0
      for earlier in register.rows(for: party).flatMap(\.parts)
      where earlier.name == "case" && earlier.attributes["power"] == power {
        guard let decided = try? CivilDate(earlier.attributes["decided"] ?? "") else {
          throw .unreadable(
            value: earlier.attributes["decided"] ?? "", expected: ValueKind.moment.rawValue)
        }
        guard decided < day else { continue }
        count += 1
        let number = earlier.attributes["number"] ?? ""
        call.note(
          LocalizedText(
            zh: "登记册“parties”第\(earlier.position.line)行：\(number)，\(decided.text(.zh))决定",
            en: "register “parties”, line \(earlier.position.line): \(number), decided \(decided)"))
      }
      return .number(Double(count))
    },
  ]

  private static func article(_ text: String) throws(FunctionError) -> ArticleNumber {
    guard let number = ArticleNumber(text) else {
      throw .unreadable(value: text, expected: ValueKind.number.rawValue)
    }
    return number
  }

  /// A law's name without 《》 and without the state's name before it.
  static func shortName(_ name: String) -> String {
    var name = name
    if name.hasPrefix("《"), name.hasSuffix("》") { name = String(name.dropFirst().dropLast()) }
    let state = "中华人民共和国"
    return name.hasPrefix(state) ? String(name.dropFirst(state.count)) : name
  }
}
