/// A number as a workbook keeps it: a double with up to 17 digits, of which people typed 15 at most.
enum CellNumber: Equatable {
  case text(String)
  /// Sixteen digits or more before the point: the last ones are lost.
  case tooLong
  case notANumber

  /// `200`, `1.1000000000000001` as `1.1`, `1.5E-3` as `0.0015`.
  init(_ raw: String) {
    guard let value = Decomposed(raw) else {
      self = .notANumber
      return
    }
    self = value.digits.count + value.exponent > 15 ? .tooLong : .text(value.rounded.text)
  }

  private struct Decomposed {
    var isNegative = false
    /// Without zeros at either end.
    var digits: [UInt8] = []
    /// The power of ten of the last digit.
    var exponent = 0

    init?(_ raw: String) {
      var rest = Substring(raw)
      if rest.hasPrefix("-") {
        isNegative = true
        rest = rest.dropFirst()
      }
      let parts = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
      let mantissa = (parts.first ?? "").split(
        separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      let written = mantissa.joined().utf8
      guard parts.count <= 2, !written.isEmpty, written.count <= 400,
        written.allSatisfy(DecimalText.isDigit)
      else { return nil }
      if parts.count == 2 {
        guard let power = Int(parts[1]), (-400...400).contains(power) else { return nil }
        exponent = power
      }
      exponent -= mantissa.count == 2 ? mantissa[1].utf8.count : 0
      digits = written.drop { $0 == UInt8(ascii: "0") }.map { $0 - UInt8(ascii: "0") }
      dropZeros()
    }

    private mutating func dropZeros() {
      while digits.last == 0 {
        digits.removeLast()
        exponent += 1
      }
      if digits.isEmpty { exponent = 0 }
    }

    /// To fifteen digits.
    var rounded: Decomposed {
      guard digits.count > 15 else { return self }
      var result = self
      result.digits = Array(digits[..<15])
      result.exponent += digits.count - 15
      if digits[15] >= 5 {
        var index = 14
        while index >= 0, result.digits[index] == 9 {
          result.digits[index] = 0
          index -= 1
        }
        if index >= 0 { result.digits[index] += 1 } else { result.digits.insert(1, at: 0) }
      }
      result.dropZeros()
      return result
    }

    var text: String {
      guard !digits.isEmpty else { return "0" }
      var text = digits.map(String.init).joined()
      if exponent >= 0 {
        text += String(repeating: "0", count: exponent)
      } else if text.utf8.count > -exponent {
        text.insert(".", at: text.index(text.endIndex, offsetBy: exponent))
      } else {
        text = "0." + String(repeating: "0", count: -exponent - text.utf8.count) + text
      }
      return (isNegative ? "-" : "") + text
    }
  }
}
