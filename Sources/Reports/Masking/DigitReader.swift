/// Reads digits, ASCII and full-width, out of UTF-8 bytes.
enum DigitReader {
  /// The digit that begins here, and its length in bytes.
  static func digit(at index: Int, in bytes: [UInt8]) -> (value: UInt8, length: Int)? {
    let byte = bytes[index]
    if (0x30...0x39).contains(byte) { return (byte - 0x30, 1) }
    // U+FF10 to U+FF19 are EF BC 90 to EF BC 99.
    if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC,
      (0x90...0x99).contains(bytes[index + 2])
    {
      return (bytes[index + 2] - 0x90, 3)
    }
    return nil
  }

  /// The groups of digits that begin here, each one separator apart from the next.
  static func groups(at start: Int, in bytes: [UInt8]) -> [NumberPatterns.Group] {
    var groups: [NumberPatterns.Group] = []
    var index = start
    while index < bytes.count, digit(at: index, in: bytes) != nil {
      var group = NumberPatterns.Group(start: index, end: index, digits: [])
      while index < bytes.count, let found = digit(at: index, in: bytes) {
        group.digits.append(found.value)
        index += found.length
      }
      if group.digits.count == 17 || groups.last?.digits.count == 8 && group.digits.count == 3 {
        if let length = checkLetter(at: index, in: bytes) {
          group.digits.append(10)
          index += length
        }
      }
      group.end = index
      let gap = separator(at: index, in: bytes)
      group.joined = gap > 0
      groups.append(group)
      guard gap > 0 else { break }
      index += gap
    }
    return groups
  }

  /// Appends the matched bytes with all digits but those at the ends as asterisks.
  static func append(
    _ match: NumberPatterns.Match, of bytes: [UInt8], to masked: inout [UInt8]
  ) {
    var index = match.start
    var seen = 0
    while index < match.end {
      var length = digit(at: index, in: bytes)?.length ?? 0
      if length == 0 { length = checkLetter(at: index, in: bytes) ?? 0 }
      if length == 0 {
        masked.append(bytes[index])
        index += 1
        continue
      }
      let stays = seen < match.front || seen >= match.digits - match.back
      if stays { masked += bytes[index..<index + length] } else { masked.append(0x2A) }
      seen += 1
      index += length
    }
  }

  /// X, x or full-width Ｘ, the check character of an identity number.
  private static func checkLetter(at index: Int, in bytes: [UInt8]) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x58 || bytes[index] == 0x78 { return 1 }
    return bytes[index...].starts(with: [0xEF, 0xBC, 0xB8]) ? 3 : nil
  }

  /// Length of one separator: a blank, a hyphen or dash, a closing bracket; 0 where there is none or
  /// no digit follows it.
  private static func separator(at index: Int, in bytes: [UInt8]) -> Int {
    for separator in separators where bytes[index...].starts(with: separator) {
      let next = index + separator.count
      if next < bytes.count, digit(at: next, in: bytes) != nil { return separator.count }
    }
    return 0
  }

  private static let separators: [[UInt8]] = [" ", "-", ")", "\u{3000}", "－", "–", "—", "）"].map {
    (text: String) in Array(text.utf8)
  }
}
