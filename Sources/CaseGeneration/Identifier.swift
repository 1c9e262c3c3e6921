/// A citizen's identity number (GB 11643) or a unified credit code (GB 32100) with a correct check
/// character; a wrong one, as numbers of nobody may have, stays as it is.
struct Identifier {
  private let bytes: [UInt8]
  private let isCreditCode: Bool

  init?(_ text: String) {
    bytes = Array(text.utf8)
    guard bytes.count == 18 else { return nil }
    if text.hasPrefix("91999900") {
      isCreditCode = true
    } else if text.hasPrefix("9999"), Self.identityCheck(bytes) != nil {
      isCreditCode = false
    } else {
      return nil
    }
  }

  /// Another one for each number below 100,000 (credit codes: ten million).
  func varied(by number: Int) -> String {
    var result = bytes
    if isCreditCode {
      for (offset, byte) in Self.digits(number, 7).enumerated() { result[9 + offset] = byte }
      if Self.creditCheck(bytes) == bytes[17] {
        result[17] = Self.creditCheck(result) ?? result[17]
      }
    } else {
      // Birth date and sex stay as the file tells them elsewhere; the place and the order go.
      let digits = Self.digits(number, 5)
      for (offset, byte) in digits.prefix(3).enumerated() { result[3 + offset] = byte }
      for (offset, byte) in digits.suffix(2).enumerated() { result[14 + offset] = byte }
      if Self.identityCheck(bytes) == bytes[17] {
        result[17] = Self.identityCheck(result) ?? result[17]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// 64 hexadecimal digits made of others and a number.
  static func digest(of old: String, _ number: Int) -> String {
    var state = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 ^ 0xcbf2_9ce4_8422_2325
    for byte in old.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var result: [UInt8] = []
    while result.count < 64 {
      state = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9 &+ 0x9E37_79B9
      let digit = UInt8(truncatingIfNeeded: (state >> 40) & 15)
      result.append(digit < 10 ? 48 + digit : 87 + digit)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digits(_ number: Int, _ count: Int) -> [UInt8] {
    var (rest, result) = (number, [UInt8]())
    for _ in 0..<count {
      result.append(48 + UInt8(rest % 10))
      rest /= 10
    }
    return result.reversed()
  }

  private static func identityCheck(_ bytes: [UInt8]) -> UInt8? {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (weight, byte) in zip(weights, bytes) {
      guard (48...57).contains(byte) else { return nil }
      sum += weight * Int(byte - 48)
    }
    return Array("10X98765432".utf8)[sum % 11]
  }

  private static func creditCheck(_ bytes: [UInt8]) -> UInt8? {
    let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    var (sum, weight) = (0, 1)
    for byte in bytes.prefix(17) {
      guard let value = letters.firstIndex(of: byte) else { return nil }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return letters[(31 - sum % 31) % 31]
  }
}
