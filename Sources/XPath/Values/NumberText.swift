internal import CaseXML

/// Numbers and strings into each other (§4.2, §4.4).
enum NumberText {
  /// `number()` of a string: optional white space, minus and decimal digits; NaN for all else.
  static func number(_ text: TextSlice) -> Double {
    let bytes = text.trimmed.utf8
    var digits = 0
    var points = 0
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E: points += 1
      case 0x2D where place == 0: break
      default: return .nan
      }
    }
    guard digits > 0, points <= 1 else { return .nan }
    var plain = String(decoding: bytes, as: UTF8.self)
    if plain.hasSuffix(".") { plain.removeLast() }
    if plain.hasPrefix(".") { plain = "0" + plain }
    if plain.hasPrefix("-.") { plain = "-0" + plain.dropFirst() }
    return Double(plain) ?? .nan
  }

  /// `string()` of a number: no exponent, as many digits as needed to tell it from all others.
  static func text(_ number: Double) -> TextSlice {
    if number.isNaN { return TextSlice("NaN") }
    if number.isInfinite { return TextSlice(number < 0 ? "-Infinity" : "Infinity") }
    if number == 0 { return TextSlice("0") }
    if number == number.rounded(), abs(number) < 1e15 { return TextSlice(String(Int64(number))) }
    return TextSlice(expanded(number.description))
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
}
