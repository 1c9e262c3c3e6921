import CaseXML
import XPath

extension CaseFunctions {
  /// Look-ups in registers (登记册) as of a day.
  static let registerFunctions: [CaseFunction] = [
    CaseFunction(
      "registered", [.string, .string, .date], result: .boolean,
      zh: "登记册中该关键字在该日是否有效。没有该登记册或其未覆盖该日的，结果待定。",
      en: "Whether the register has the key in force on the day. Undecided where the register is "
        + "missing or does not cover the day."
    ) { (call) throws(FunctionError) in
      let row = try row(key: 1, date: 2, &call)
      return .boolean(row != nil)
    },
    CaseFunction(
      "lookup", [.string, .string, .string, .date], result: .string,
      zh: "登记册中该关键字在该日有效的字段值；没有该行或该字段时出错，可先用registered()判断。",
      en: "A field of the row in force on the day. An error where there is no such row or field; "
        + "guard with registered()."
    ) { (call) throws(FunctionError) in
      let field = try call.text(1).string
      guard let row = try row(key: 2, date: 3, &call) else { throw .missing(argument: 3) }
      if row.values(field).count > 1 {
        throw .other(
          zh: "字段 \(field) 有几个值，请用 listed() 判断",
          en: "the field \(field) has several values; ask with listed()")
      }
      guard let value = row.fields[field], !value.isEmpty else { throw .missing(argument: 2) }
      return .string(TextSlice(value))
    },
    CaseFunction(
      "listed", [.string, .string, .string, .string, .date], result: .boolean,
      zh: "该关键字在该日有效的行中，该字段的各个值是否包括第四个参数；没有该行时出错，可先用registered()判断。",
      en: "Whether a field of the row in force on the day, which may have several values, has the "
        + "fourth argument among them. An error where there is no such row; guard with registered()."
    ) { (call) throws(FunctionError) in
      let field = try call.text(1).string
      let value = try call.text(3).trimmed.string
      guard let row = try row(key: 2, date: 4, &call) else { throw .missing(argument: 3) }
      return .boolean(row.values(field).contains(value))
    },
  ]

  private static func row(key: Int, date: Int, _ call: inout ArgumentReader)
    throws(FunctionError) -> Register.Row?
  {
    let kind = try call.text(0).string
    let key = try call.text(key).trimmed.string
    return try row(kind, key, on: try call.date(date), &call)
  }

  /// The row of a key in force on a day; nil where the register covers the day and has none.
  static func row(
    _ kind: String, _ key: String, on day: CivilDate, _ call: inout ArgumentReader
  ) throws(FunctionError) -> Register.Row? {
    guard let register = call.services.registers.table(kind) else {
      throw .pending(reason: PendingCode.registerMissing.rawValue, detail: kind)
    }
    switch register.answer(key, on: day) {
    case .row(let row):
      call.note(
        LocalizedText(
          zh: "登记册“\(kind)”第\(row.position.line)行：\(key)在\(day.text(.zh))有效",
          en: "register “\(kind)”, line \(row.position.line): \(key) in force on \(day.text(.en))"))
      return row
    case .none:
      call.note(
        LocalizedText(
          zh: "登记册“\(kind)”：\(key)在\(day.text(.zh))无有效记录",
          en: "register “\(kind)”: no row for \(key) on \(day.text(.en))"))
      return nil
    case .notCovered:
      throw .pending(
        reason: PendingCode.registerOutdated.rawValue, detail: "\(kind) \(day)")
    }
  }
}
