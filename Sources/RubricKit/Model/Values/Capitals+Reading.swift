extension Capitals {
  /// Reads an amount in capitals, tolerant where its value is beyond doubt.
  ///
  /// Accepted besides the normal form: no 人民币 or RMB, ￥ or （大写） before it; spaces; 圆, 圓;
  /// 正; 千, 百, 十 as units; the traditional characters; 零 left out or doubled; units filled in
  /// with 零 on a form (零拾零万); 拾 without 壹. Refused: the small numerals 一二三 (they are no
  /// capitals), and 壹万贰元 without 零, which may mean 10,002 or 12,000.
  public static func amount(_ text: String) throws(ValueError) -> Amount {
    var reader = CapitalsReader()
    var rest = text.filter { !$0.isWhitespace }[...]
    var stripped = true
    while stripped {
      stripped = false
      for prefix in prefixes where rest.hasPrefix(prefix) {
        rest = rest.dropFirst(prefix.count)
        stripped = true
      }
    }
    let negative = rest.first == "负" || rest.first == "負"
    if negative { rest = rest.dropFirst() }
    for character in rest {
      guard reader.take(character) else { throw .malformed(.capitals, text: text) }
    }
    guard let fen = reader.fen else { throw .malformed(.capitals, text: text) }
    return Amount(fen: Int64(negative ? -fen : fen))
  }

  private static let prefixes = [
    "人民币", "人民幣", "RMB", "CNY", "￥", "¥", "（大写）", "(大写)", "大写", "：", ":",
  ]
}

/// Takes an amount in capitals character by character, from the largest unit to 整.
private struct CapitalsReader {
  /// What has been read so far.
  private enum Stage: Int, Comparable {
    case yuan, jiao, cents, done
    static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  private var stage = Stage.yuan
  private var hundredMillions: Int?
  private var tenThousands: Int?
  private var section = 0
  /// The unit of the digit before, within the four places of a section.
  private var lastUnit = 10_000
  private var digit: Int?
  private var zeroBefore = false
  private var started = false
  private var total = 0
  private var ended = false

  /// The amount, once something with a unit has been read and nothing is left over.
  var fen: Int? {
    (stage > .yuan || ended) && digit ?? 0 == 0 && started ? total : nil
  }

  /// False if the character cannot stand here.
  mutating func take(_ character: Character) -> Bool {
    if ended { return false }
    if let value = Self.digits[character] { return takeDigit(value) }
    switch character {
    case "仟", "千": return takeUnit(1000)
    case "佰", "百": return takeUnit(100)
    case "拾", "十": return takeUnit(10)
    case "万", "萬": return closeTenThousands()
    case "亿", "億": return closeHundredMillions()
    case "元", "圆", "圓": return closeYuan()
    case "角": return takeFraction(10, .jiao, then: .cents)
    case "分": return takeFraction(1, .cents, then: .done)
    case "整", "正":
      ended = true
      return stage > .yuan
    default: return false
    }
  }

  private mutating func takeDigit(_ value: Int) -> Bool {
    guard stage < .done, digit ?? 0 == 0 else { return false }
    if value == 0 { zeroBefore = true }
    digit = value
    started = true
    return true
  }

  private mutating func takeUnit(_ unit: Int) -> Bool {
    guard stage == .yuan, unit < lastUnit else { return false }
    guard let value = digit ?? (unit == 10 && lastUnit == 10_000 ? 1 : nil) else { return false }
    section += value * unit
    (lastUnit, digit, zeroBefore, started) = (unit, nil, value == 0, true)
    return true
  }

  /// The four places read so far, nil if their last digit may stand for more than ones.
  private mutating func closeSection() -> Int? {
    let value = digit ?? 0
    let first = hundredMillions == nil && tenThousands == nil && lastUnit == 10_000
    if value > 0, !zeroBefore, !first, lastUnit != 10 { return nil }
    let closed = section + value
    (section, lastUnit, digit, zeroBefore) = (0, 10_000, nil, false)
    return closed
  }

  private mutating func closeTenThousands() -> Bool {
    guard stage == .yuan, tenThousands == nil, started, let value = closeSection() else {
      return false
    }
    tenThousands = value
    return true
  }

  private mutating func closeHundredMillions() -> Bool {
    guard stage == .yuan, hundredMillions == nil, started, let value = closeSection() else {
      return false
    }
    hundredMillions = (tenThousands ?? 0) * 10_000 + value
    tenThousands = nil
    return true
  }

  private mutating func closeYuan() -> Bool {
    guard stage == .yuan, started, let value = closeSection() else { return false }
    let yuan = (hundredMillions ?? 0) * 100_000_000 + (tenThousands ?? 0) * 10_000 + value
    total = yuan * 100
    stage = .jiao
    return true
  }

  private mutating func takeFraction(_ unit: Int, _ needed: Stage, then next: Stage) -> Bool {
    // 伍角 alone has no yuan before it, so no place of yuan may have been begun.
    let fresh = section == 0 && lastUnit == 10_000 && hundredMillions == nil && tenThousands == nil
    guard stage <= needed, stage > .yuan || fresh, let value = digit else { return false }
    total += value * unit
    (digit, zeroBefore, stage) = (nil, false, next)
    return true
  }

  private static let digits: [Character: Int] = {
    var table: [Character: Int] = [:]
    for forms in ["零壹贰叁肆伍陆柒捌玖", "〇壹貳參肆伍陸柒捌玖", "○壹贰叄肆伍陆柒捌玖"] {
      for (value, character) in forms.enumerated() { table[character] = value }
    }
    return table
  }()
}
