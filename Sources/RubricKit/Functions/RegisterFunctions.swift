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
    CaseFunction(
      "stated", [.string, .string, .string, .date], result: .boolean,
      zh: "登记册中该关键字在该日有效的行是否写明该字段；没有该行的为否。",
      en: "Whether the row in force on the day has the field; false where there is no such row."
    ) { (call) throws(FunctionError) in
      let field = try call.text(1).string
      return .boolean(try row(key: 2, date: 3, &call)?.values(field).isEmpty == false)
    },
    CaseFunction(
      "has-register", [.string, .date], result: .boolean,
      zh: "是否有该登记册并覆盖该日。只用于决定由登记册判断还是提请人工判断，不用于判断有无问题。",
      en:
        "Whether there is such a register and it covers the day. For choosing between the register "
        + "and a person as the judge, never for finding a fault."
    ) { (call) throws(FunctionError) in
      let kind = try call.text(0).string
      let day = try call.date(1)
      return .boolean(call.services.registers.table(kind)?.covers(day) ?? false)
    },
    CaseFunction(
      "has-rows", [.string, .string, .string, .date], result: .boolean,
      zh: "登记册中是否有该日有效、该字段为该值的行，如某单位是否编制了清单。没有该登记册或其未覆盖该日的，结果待定。",
      en:
        "Whether any row in force on the day has the value in the field, e.g. whether an agency keeps "
        + "a list. Undecided where the register is missing or does not cover the day."
    ) { (call) throws(FunctionError) in
      let day = try call.date(3)
      let register = try register(try call.text(0).string, on: day, &call)
      let (field, value) = (try call.text(1).string, try call.text(2).trimmed.string)
      return .boolean(
        register.rows.contains { $0.isInForce(on: day) && $0.values(field).contains(value) })
    },
    CaseFunction(
      "agency-code", [.string, .date], result: .string,
      zh: "执法主体登记册中该名称（全称或者简称）在该日的单位代码；没有的为空。",
      en: "The code of the agency with this name or short name on the day; empty where there is "
        + "none."
    ) { (call) throws(FunctionError) in
      let name = try call.text(0).trimmed.string
      let day = try call.date(1)
      let register = try register("agencies", on: day, &call)
      let row = register.rows.first {
        $0.isInForce(on: day) && ($0.values("name") + $0.values("shortName")).contains(name)
      }
      return .string(TextSlice(row?.key ?? ""))
    },
  ]

  /// The register of a kind, whatever days it covers.
  static func table(_ kind: String, _ call: ArgumentReader) throws(FunctionError) -> Register {
    guard let register = call.services.registers.table(kind) else {
      throw .pending(reason: PendingCode.registerMissing.rawValue, detail: kind)
    }
    return register
  }

  /// The register of a kind, which must cover the day.
  static func register(_ kind: String, on day: CivilDate, _ call: inout ArgumentReader)
    throws(FunctionError) -> Register
  {
    let register = try table(kind, call)
    guard register.covers(day) else {
      throw .pending(reason: PendingCode.registerOutdated.rawValue, detail: "\(kind) \(day)")
    }
    return register
  }

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
    let register = try register(kind, on: day, &call)
    guard case .row(let row) = register.answer(key, on: day) else {
      call.note(
        LocalizedText(
          zh: "登记册“\(kind)”：\(key)在\(day.text(.zh))无有效记录",
          en: "register “\(kind)”: no row for \(key) on \(day.text(.en))"))
      return nil
    }
    call.note(
      LocalizedText(
        zh: "登记册“\(kind)”第\(row.position.line)行：\(key)在\(day.text(.zh))有效",
        en: "register “\(kind)”, line \(row.position.line): \(key) in force on \(day.text(.en))"))
    return row
  }
}
