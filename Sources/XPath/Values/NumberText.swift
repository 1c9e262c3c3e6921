internal import CaseXML

/// Numbers and strings into each other (§4.2, §4.4).
enum NumberText {
  /// `number()` of a string: optional white space, minus and decimal digits; NaN for all else.
  static func number(_ text: TextSlice) -> Double {
    let text = text.trimmed
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals: Int?
    for place in 0..<text.count {
      switch text[place] {
      case let byte where (0x30...0x39).contains(byte):
        digits += 1
        if let known = decimals { decimals = known + 1 }
        if digits <= exactDigits { mantissa = mantissa * 10 + UInt64(byte - 0x30) }
      case 0x2E where decimals == nil: decimals = 0
      case 0x2D where place == 0: break
      default: return .nan
      }
    }
    guard digits > 0 else { return .nan }
    // A quotient of two exact doubles is correctly rounded; longer numbers need more than that.
    guard digits <= exactDigits else { return long(text) }
    let size = Double(mantissa) / powers[decimals ?? 0]
    return text[0] == 0x2D ? -size : size
  }

  /// So many digits make an integer below 2^53.
  private static let exactDigits = 15
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Swift reads no number that begins or ends with a point.
  private static func long(_ text: TextSlice) -> Double {
    var plain = text.string
    let negative = plain.hasPrefix("-")
    if negative { plain.removeFirst() }
    if plain.contains(".") { plain = "0\(plain)0" }
    let size = Double(plain) ?? .nan
    return negative ? -size : size
  }

  /// `string()` of a number: no exponent, as many digits as needed to tell it from all others.
  static func text(_ number: Double) -> TextSlice {
    if number.isNaN { return TextSlice("NaN") }
    if number.isInfinite { return TextSlice(number < 0 ? "-Infinity" : "Infinity") }
    if number == number.rounded(), abs(number) < 1e15 { return integer(Int64(number)) }
    return TextSlice(expanded(number.description))
  }

  private static func integer(_ number: Int64) -> TextSlice {
    var bytes: [UInt8] = []
    var rest = number.magnitude
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if number < 0 { bytes.append(0x2D) }
    return TextSlice(utf8: bytes.reversed())
  }

  /// `1.5e-07` → `0.00000015`.
  private static func expanded(_ text: String) -> String {
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let exponent = Int(text[text.index(after: mark)...]) ?? 0
    var mantissa = text[..<mark]
    let negative = mantissa.hasPrefix("-")
    if negative { mantissa = mantissa.dropFirst() }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if fraction == "0" { fraction = "" }
    let digits = whole + fraction
    let point = whole.count + exponent
    var result: String
    if point <= 0 {
      result = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      result = digits + String(repeating: "0", count: point - digits.count)
    } else {
      let cut = digits.index(digits.startIndex, offsetBy: point)
      result = digits[..<cut] + "." + digits[cut...]
    }
    return (negative ? "-" : "") + result
  }

  /// `round()` (§4.4): the nearest integer, of two the one nearer to positive infinity.
  static func round(_ number: Double) -> Double {
    if number.isNaN || number.isInfinite || number == 0 { return number }
    if number < 0 && number >= -0.5 { return -0.0 }
    let down = number.rounded(.down)
    return number - down >= 0.5 ? down + 1 : down
  }
}
