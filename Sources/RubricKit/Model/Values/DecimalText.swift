/// Strict decimal notation over UTF-8 bytes, shared by points and amounts.
///
/// Foundation's `Decimal(string:)` reads `12abc` as 12, so nothing here uses it.
enum DecimalText {
  /// Reads `-?(0|[1-9][0-9]*)(\.[0-9]{1,digits})?` as an integer of 10^-digits.
  ///
  /// No plus sign, exponent, grouping, surrounding space or leading zeros.
  static func parse(_ text: String, digits: Int, kind: ValueKind) throws(ValueError) -> Int {
    var bytes = Array(text.utf8)[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    let whole = bytes.prefix { isDigit($0) }
    bytes = bytes.dropFirst(whole.count)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      throw .malformed(kind, text: text)
    }
    var fraction: ArraySlice<UInt8> = []
    if bytes.first == UInt8(ascii: ".") {
      fraction = bytes.dropFirst()
      guard !fraction.isEmpty, fraction.allSatisfy({ isDigit($0) }) else {
        throw .malformed(kind, text: text)
      }
      if fraction.count > digits { throw .tooFine(kind, text: text) }
    } else if !bytes.isEmpty {
      throw .malformed(kind, text: text)
    }
    var value = 0
    let padding = repeatElement(UInt8(ascii: "0"), count: digits - fraction.count)
    for byte in Array(whole) + fraction + padding {
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, carry) = shifted.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      if overflow || carry { throw .outOfRange(kind, text: text) }
      value = next
    }
    return negative ? -value : value
  }

  /// Writes an integer of 10^-digits, without trailing zeros when `trimmed`.
  static func print(_ value: Int, digits: Int, trimmed: Bool) -> String {
    var body = String(value.magnitude)
    if digits > 0 {
      body = String(repeating: "0", count: max(0, digits + 1 - body.utf8.count)) + body
      var fraction = String(body.suffix(digits))
      body.removeLast(digits)
      if trimmed { while fraction.hasSuffix("0") { fraction.removeLast() } }
      if !fraction.isEmpty { body += "." + fraction }
    }
    return value < 0 ? "-" + body : body
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
