import CaseXML
import XPath

extension CaseFunctions {
  /// Whether somebody could act on a day: certificates of officers, powers of agencies.
  static let standingFunctions: [CaseFunction] = [
    CaseFunction(
      "certificate-valid", [.string, .string, .date, .string], required: 3, result: .boolean,
      zh: "执法证在该日对该单位是否有效：已登记、属于该单位（代码）、已发证、未到期、状态为有效；给出第四个参数的，"
        + "执法领域还应包括它（未登记领域的不限）。没有执法人员登记册或其未覆盖该日的，结果待定。",
      en:
        "Whether a certificate was valid on the day for the agency (its code): registered, of that "
        + "agency, issued, not run out, with the status valid; with a fourth argument, also for that "
        + "field of enforcement, unless the row names no field. Undecided where the register of "
        + "officers is missing or does not cover the day."
    ) { (call) throws(FunctionError) in
      let certificate = try call.text(0).trimmed.string
      let agency = try call.text(1).trimmed.string
      let day = try call.date(2)
      let field = call.has(3) ? try call.text(3).trimmed.string : nil
      guard let row = try row("officers", certificate, on: day, &call) else {
        return .boolean(false)
      }
      let reason = unusable(row, agency: agency, day: day, field: field)
      if let reason { call.note(reason) }
      return .boolean(reason == nil)
    },
    CaseFunction(
      "has-power", [.string, .string, .date], result: .boolean,
      zh: "权责清单中该事项在该日是否由该单位（代码）实施。乡镇承接的事项用has-delegation()。没有权责清单登记册或其"
        + "未覆盖该日的，结果待定。",
      en:
        "Whether the power list gives the item (second argument) to the agency (code) on the day. "
        + "For what a township holds, ask has-delegation(). Undecided where the register of powers is "
        + "missing or does not cover the day."
    ) { (call) throws(FunctionError) in
      let agency = try call.text(0).trimmed.string
      let power = try call.text(1).trimmed.string
      let row = try row("powers", power, on: try call.date(2), &call)
      return .boolean(row?.values("agency").contains(agency) ?? false)
    },
    CaseFunction(
      "has-delegation", [.string, .string, .date], result: .boolean,
      zh: "该事项在该日是否已经赋权给该乡镇（代码）。没有乡镇赋权登记册或其未覆盖该日的，结果待定。",
      en:
        "Whether the item (second argument) was delegated to the township (code) on the day. "
        + "Undecided where the register of delegations is missing or does not cover the day."
    ) { (call) throws(FunctionError) in
      let township = try call.text(0).trimmed.string
      let power = try call.text(1).trimmed.string
      let row = try row("delegations", "\(township)/\(power)", on: try call.date(2), &call)
      return .boolean(row != nil)
    },
  ]

  /// Why a registered certificate cannot be used on a day by an agency, or nil where it can.
  private static func unusable(
    _ row: Register.Row, agency: String, day: CivilDate, field: String?
  ) -> LocalizedText? {
    let home = row.fields["agency"] ?? ""
    if home != agency {
      return LocalizedText(
        zh: "执法证\(row.key)属于\(home)，不属于\(agency)",
        en: "\(row.key) belongs to \(home), not \(agency)")
    }
    if !row.isCertificateValid(on: day) {
      let status = row.status(on: day)
      let since = status.map {
        LocalizedText(
          zh: "（\($0.from.text(.zh))起\($0.code.text.zh)）",
          en: " (\($0.code.text.en) since \($0.from))")
      }
      return LocalizedText(
        zh: "执法证\(row.key)在\(day.text(.zh))不能使用" + (since?.zh ?? ""),
        en: "\(row.key) was not usable on \(day.text(.en))" + (since?.en ?? ""))
    }
    let fields = row.values("field")
    if let field, !fields.isEmpty, !fields.contains(field) {
      return LocalizedText(
        zh: "执法证\(row.key)的领域是\(fields.joined(separator: "、"))，不包括\(field)",
        en: "\(row.key) is for \(fields.joined(separator: ", ")), not for \(field)")
    }
    return nil
  }
}
