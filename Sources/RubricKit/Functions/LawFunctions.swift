import CaseXML
import XPath

extension CaseFunctions {
  /// What the register of law versions says about a law that a document cites.
  static let lawFunctions: [CaseFunction] = [
    CaseFunction(
      "law-ended", [.string, .date], result: .boolean,
      zh: "该日之前，登记册（laws）中该法律的各版本是否都已失效。登记册没有该法律的为否：不能证明失效。书名号和"
        + "“中华人民共和国”可以省略。",
      en:
        "Whether every version of the law in the register (laws) had gone out of force before the "
        + "day. False where the register does not have the law: nothing is proved."
    ) { (call) throws(FunctionError) in
      let rows = try versions(&call)
      let day = try call.date(1)
      let ended = !rows.isEmpty && rows.allSatisfy { $0.to.map { $0 < day } ?? false }
      if ended, let last = rows.compactMap(\.to).max() {
        call.note(LocalizedText(zh: "\(last.text(.zh))后失效", en: "out of force after \(last)"))
      }
      return .boolean(ended)
    },
    CaseFunction(
      "article-exceeds", [.string, .string, .date], result: .boolean,
      zh: "该日有效的版本条数已登记、而该条的序号大于条数的为真。",
      en: "Whether the version in force on the day is registered with fewer articles than the "
        + "number cited."
    ) { (call) throws(FunctionError) in
      let day = try call.date(2)
      let cited = try call.text(1).trimmed.string
      guard let number = Int(cited.prefix { $0 != "-" }) else {
        throw .unreadable(value: cited, expected: ValueKind.number.rawValue)
      }
      guard let row = try versions(&call).first(where: { $0.isInForce(on: day) }),
        let count = row.fields["articles"].flatMap(Int.init), count > 0
      else { return .boolean(false) }
      call.note(LocalizedText(zh: "\(row.key)共\(count)条", en: "\(row.key) has \(count) articles"))
      return .boolean(number > count)
    },
  ]

  /// The registered versions of the law named first, under its name with or without the state's.
  private static func versions(_ call: inout ArgumentReader) throws(FunctionError)
    -> [Register.Row]
  {
    let register = try table("laws", call)
    let name = try call.text(0).trimmed.string
    let rows = register.rows(for: name)
    return rows.isEmpty ? register.rows(for: shortName(name)) : rows
  }
}
