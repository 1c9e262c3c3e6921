import CaseXML
import XPath

extension CaseFunctions {
  /// Numbers of official documents (文号).
  static let documentNumberFunctions: [CaseFunction] = [
    CaseFunction(
      "doc-number-valid", [.string], result: .boolean,
      zh: "文号是否规范：机关代字〔年份〕序号号，用六角括号，不加“字”“第”，不编虚位。",
      en: "Whether a document number has the form prefix〔year〕sequence号: these brackets, no 字 or "
        + "第, no leading zeros."
    ) { (call) throws(FunctionError) in
      do throws(FunctionError) {
        let number = try call.documentNumber(0)
        for flaw in number.flaws.sorted() { call.note(flaw.text) }
        return .boolean(number.isValid)
      } catch {
        // Something stands there and is no number at all: that is what is asked.
        guard case .unreadable = error else { throw error }
        return .boolean(false)
      }
    },
    CaseFunction(
      "doc-number-year", [.string], result: .number,
      zh: "文号中的年份。", en: "The year in a document number."
    ) { (call) throws(FunctionError) in
      .number(Double(try call.documentNumber(0).year))
    },
    CaseFunction(
      "doc-number-sequence", [.string], result: .number,
      zh: "文号中的序号。", en: "The sequence in a document number."
    ) { (call) throws(FunctionError) in
      .number(Double(try call.documentNumber(0).sequence))
    },
    CaseFunction(
      "doc-number-prefix", [.string], result: .string,
      zh: "文号中年份前的机关代字和文种代字。", en: "What stands before the year in a document number."
    ) { (call) throws(FunctionError) in
      .string(TextSlice(try call.documentNumber(0).prefix))
    },
  ]
}
