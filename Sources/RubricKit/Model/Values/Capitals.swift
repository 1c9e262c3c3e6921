/// Amounts in Chinese capitals (大写金额), as banks and offices write them
/// (支付结算办法 附一: 正确填写票据和结算凭证的基本规定).
public enum Capitals {
  /// The largest amount that is written: 9999万亿 and something, in fen.
  static let limit: Int64 = 999_999_999_999_999_999

  private static let digits = Array("零壹贰叁肆伍陆柒捌玖")

  /// The normal form: `人民币壹万贰仟叁佰元整`, `人民币伍角整`, `人民币壹元零伍分`.
  ///
  /// 整 stands after 元 and 角, not after 分. A 零 that the rules leave to the writer (元位 or
  /// 万位 is zero, the next digit is not) is left out.
  public static func text(_ amount: Amount) throws(ValueError) -> String {
    guard amount.fen.magnitude <= limit.magnitude else {
      throw .outOfRange(.capitals, text: amount.description)
    }
    let fen = Int(amount.fen.magnitude)
    let (yuan, jiao, cents) = (fen / 100, fen / 10 % 10, fen % 10)
    var body = ""
    if yuan > 0 || fen == 0 { body += whole(yuan) + "元" }
    if jiao > 0 { body += "\(digits[jiao])角" }
    if jiao == 0, cents > 0, yuan > 0 { body += "零" }
    body += cents > 0 ? "\(digits[cents])分" : "整"
    return "人民币" + (amount.fen < 0 ? "负" : "") + body
  }

  private static func whole(_ yuan: Int) -> String {
    if yuan == 0 { return "零" }
    let (high, low) = (yuan / 100_000_000, yuan % 100_000_000)
    if high == 0 { return tenThousands(low) }
    let gap = low > 0 && low < 10_000_000 ? "零" : ""
    return tenThousands(high) + "亿" + gap + (low > 0 ? tenThousands(low) : "")
  }

  private static func tenThousands(_ value: Int) -> String {
    let (high, low) = (value / 10_000, value % 10_000)
    if high == 0 { return thousands(low) }
    let gap = low > 0 && low < 1000 ? "零" : ""
    return thousands(high) + "万" + gap + (low > 0 ? thousands(low) : "")
  }

  private static func thousands(_ value: Int) -> String {
    var text = ""
    var skipped = false
    for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = value / unit % 10
      if digit == 0 {
        skipped = true
      } else {
        if skipped, !text.isEmpty { text += "零" }
        text += "\(digits[digit])\(name)"
        skipped = false
      }
    }
    return text
  }
}
