import CaseXML
import XPath

extension CaseFunctions {
  /// Exact amounts of money. Results are yuan in plain notation: `12300`, `12300.50`.
  static let amountFunctions: [CaseFunction] = [
    CaseFunction(
      "amount-sum", [.nodes], result: .amount,
      zh: "各节点金额之和，精确到分。节点集为空或有一个读不出时出错。",
      en: "The exact sum of the amounts. An error if there is none or one cannot be read."
    ) { (call) throws(FunctionError) in
      var sum = Amount.zero
      for node in try call.allNodes(0) {
        let amount = try call.amount(of: node, 0)
        sum = try exact { () throws(ValueError) in try sum.adding(amount) }
      }
      call.note(LocalizedText(zh: "合计\(sum.text(.zh))", en: "sum \(sum.text(.en))"))
      return .string(TextSlice(sum.description))
    },
    CaseFunction(
      "amount-compare", [.amount, .amount], result: .number,
      zh: "比较两个金额：甲小于乙为-1，相等为0，大于为1。",
      en: "-1 if a is less than b, 0 if equal, 1 if greater."
    ) { (call) throws(FunctionError) in
      let (a, b) = (try call.amount(0), try call.amount(1))
      return .number(compared(a, b, &call))
    },
    CaseFunction(
      "amount-percent", [.amount, .string], result: .amount,
      zh: "金额的百分之几，四舍五入到分；百分数写作文字，如'3'。",
      en: "So many percent of an amount, rounded half up to the fen; write the number as text: '3'."
    ) { (call) throws(FunctionError) in
      let (amount, percent) = (try call.amount(0), try call.ratio(1))
      return try product(
        amount,
        { () throws(FractionError) in
          try percent.multiplied(by: Fraction(1, over: 100))
        }, &call)
    },
    CaseFunction(
      "amount-times", [.amount, .number], result: .amount,
      zh: "金额的若干倍，四舍五入到分。",
      en: "An amount times a number, rounded half up to the fen."
    ) { (call) throws(FunctionError) in
      let (amount, factor) = (try call.amount(0), try call.ratio(1))
      return try product(amount, { () throws(FractionError) in factor }, &call)
    },
    CaseFunction(
      "amount-share", [.amount, .amount], result: .string,
      zh: "甲占乙的百分之几，四舍五入到两位小数，如“150”“33.33”。乙为零时出错。",
      en:
        "How many percent of b a is, rounded half up to two decimals: 150, 33.33. An error if b is 0."
    ) { (call) throws(FunctionError) in
      let (part, whole) = (try call.amount(0), try call.amount(1))
      do throws(FractionError) {
        let ratio = try Fraction(Int(part.fen), over: Int(whole.fen))
        let hundredths = try ratio.multiplied(by: Fraction(10_000)).rounded(digits: 0, .halfUp)
        return .string(TextSlice(Amount(fen: Int64(hundredths)).description))
      } catch {
        throw .other(zh: error.message.zh, en: error.message.en)
      }
    },
    CaseFunction(
      "amount-text", [.amount], result: .string,
      zh: "金额的中文写法，如12,300元。", en: "An amount in Chinese, such as 12,300元."
    ) { (call) throws(FunctionError) in
      .string(TextSlice(try call.amount(0).text(.zh)))
    },
  ]

  /// Amounts in Chinese capitals.
  static let capitalsFunctions: [CaseFunction] = [
    CaseFunction(
      "capitals", [.amount], result: .string,
      zh: "金额的大写，如人民币壹万贰仟叁佰元整。",
      en: "An amount in Chinese capitals: 人民币壹万贰仟叁佰元整."
    ) { (call) throws(FunctionError) in
      let amount = try call.amount(0)
      return .string(
        TextSlice(try exact { () throws(ValueError) in try Capitals.text(amount) }))
    },
    CaseFunction(
      "capitals-compare", [.amount, .string], result: .number,
      zh: "比较小写金额与大写金额：小写小于大写为-1，相等为0，大于为1。大写读不出时出错。",
      en: "Compares an amount in figures with one in Chinese capitals: -1, 0 or 1. An error if the "
        + "capitals cannot be read."
    ) { (call) throws(FunctionError) in
      let (amount, text) = (try call.amount(0), try call.text(1).string)
      let capitals: Amount
      do {
        capitals = try Capitals.amount(text)
      } catch {
        throw .unreadable(value: text, expected: ValueKind.capitals.rawValue)
      }
      return .number(compared(amount, capitals, &call))
    },
  ]

  private static func compared(_ a: Amount, _ b: Amount, _ call: inout ArgumentReader) -> Double {
    let sign = a < b ? "<" : a == b ? "=" : ">"
    call.note(
      LocalizedText(
        zh: "\(a.text(.zh)) \(sign) \(b.text(.zh))", en: "\(a.text(.en)) \(sign) \(b.text(.en))"))
    return a < b ? -1 : a == b ? 0 : 1
  }

  private static func product(
    _ amount: Amount, _ factor: () throws(FractionError) -> Fraction, _ call: inout ArgumentReader
  ) throws(FunctionError) -> XPathValue {
    let ratio: Fraction
    do {
      ratio = try factor()
    } catch {
      throw .other(zh: error.message.zh, en: error.message.en)
    }
    let result = try exact { () throws(ValueError) in try amount.multiplied(by: ratio) }
    call.note(
      LocalizedText(
        zh: "\(amount.text(.zh)) × \(ratio) = \(result.text(.zh))",
        en: "\(amount.text(.en)) × \(ratio) = \(result.text(.en))"))
    return .string(TextSlice(result.description))
  }

  private static func exact<Value>(_ compute: () throws(ValueError) -> Value)
    throws(FunctionError) -> Value
  {
    do {
      return try compute()
    } catch {
      throw .other(zh: error.message.zh, en: error.message.en)
    }
  }
}
