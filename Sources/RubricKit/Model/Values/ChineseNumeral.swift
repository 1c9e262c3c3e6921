/// Small numbers in Chinese, as articles are numbered.
public enum ChineseNumeral {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 64 → 六十四, 110 → 一百一十, 1005 → 一千零五; for 0 to 9999.
  public static func text(_ number: Int) -> String {
    guard number > 0 else { return digits[0] }
    let units = ["", "十", "百", "千"]
    var places: [Int] = []
    var rest = number
    while rest > 0 {
      places.append(rest % 10)
      rest /= 10
    }
    guard places.count <= units.count else { return String(number) }
    var text = ""
    var owesZero = false
    for (unit, digit) in zip(units, places).reversed() {
      if digit == 0 {
        owesZero = !text.isEmpty
        continue
      }
      if owesZero { text += digits[0] }
      owesZero = false
      let isLeadingTen = unit == "十" && digit == 1 && text.isEmpty
      text += (isLeadingTen ? "" : digits[digit]) + unit
    }
    return text
  }

  /// 六十四 → 64, 一百一十 → 110, 一千零五 → 1005; nil for what is no such number.
  public static func number(_ text: some StringProtocol) -> Int? {
    let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    var total = 0
    var digit: Int?
    for character in text {
      if let unit = units[character] {
        total += (digit ?? 1) * unit
        digit = nil
      } else if let value = digits.firstIndex(of: String(character)) {
        digit = value
      } else {
        return nil
      }
    }
    total += digit ?? 0
    // Written back, it must be what stood there: 六十百 is no number.
    return total > 0 && self.text(total) == text ? total : nil
  }
}
