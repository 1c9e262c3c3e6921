/// Finds numbers that identify a person wherever they stand: identity card (GB 11643: 18 digits, and
/// the older 15), mobile phone, landline, bank card. Full-width digits count, and so do the usual
/// groups (138 0000 0000, 6222 0000 0000 0000, 0591-00000000).
enum NumberPatterns {
  /// A run of digits, and what separates it from the next.
  struct Group {
    /// Byte offsets.
    var start: Int
    var end: Int
    /// The digits' values; a closing X of an identity card is 10.
    var digits: [UInt8]
    /// True where the next group follows after one separator.
    var joined = false
  }

  /// What was found: bytes to be replaced, and how many digits stay at either end.
  struct Match {
    var start: Int
    var end: Int
    var digits: Int
    var front: Int
    var back: Int
  }

  /// The first number of a person in a chain of groups.
  static func firstMatch(in groups: [Group]) -> Match? {
    for index in groups.indices {
      if let match = match(groups[index...]) { return match }
    }
    return nil
  }

  private static func match(_ groups: ArraySlice<Group>) -> Match? {
    guard let first = groups.first else { return nil }
    let counts = groups.prefix(6).map(\.digits.count)
    func span(_ length: Int) -> [UInt8] { groups.prefix(length).flatMap(\.digits) }
    func found(_ length: Int, front: Int, back: Int) -> Match? {
      guard let last = groups.prefix(length).last else { return nil }
      return Match(
        start: first.start, end: last.end, digits: span(length).count, front: front, back: back)
    }
    let starts = { (pattern: [Int]) -> Bool in counts.starts(with: pattern) }
    if starts([6, 8, 4]), isIdentity(span(3)) { return found(3, front: 3, back: 2) }
    if starts([3, 4, 4]), isMobile(span(3)) { return found(3, front: 3, back: 4) }
    if starts([4, 4, 4, 4]), isBankCard(span(4)) {
      let tail = counts.count > 4 && counts[4] <= 4 ? 5 : 4
      return found(tail, front: 0, back: 4)
    }
    if counts.count >= 2, counts[0] == 6, (10...13).contains(counts[1]), isBankCard(span(2)) {
      return found(2, front: 0, back: 4)
    }
    if counts.count >= 2, (3...4).contains(counts[0]), (7...8).contains(counts[1]),
      first.digits[0] == 0, first.digits[1] != 0
    {
      return found(2, front: counts[0], back: 2)
    }
    return single(first.digits).flatMap { found(1, front: $0.front, back: $0.back) }
  }

  private static func single(_ digits: [UInt8]) -> (front: Int, back: Int)? {
    if isIdentity(digits) { return (3, 2) }
    if isMobile(digits) { return (3, 4) }
    if isMobile(Array(digits.dropFirst(2))), digits.starts(with: [8, 6]) { return (5, 4) }
    if isMobile(Array(digits.dropFirst(4))), digits.starts(with: [0, 0, 8, 6]) { return (7, 4) }
    if (16...19).contains(digits.count), isBankCard(digits) { return (0, 4) }
    if (10...12).contains(digits.count), digits[0] == 0, digits[1] != 0 {
      return (digits[1] <= 2 ? 3 : 4, 2)
    }
    return nil
  }

  private static func isIdentity(_ digits: [UInt8]) -> Bool {
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) } }
    switch digits.count {
    case 18:
      let isDate =
        (1800...2099).contains(number(6..<10)) && (1...12).contains(number(10..<12))
        && (1...31).contains(number(12..<14))
      return isDate || (1...6).contains(digits[0])
    case 15:
      return (1...6).contains(digits[0]) && (1...12).contains(number(8..<10))
        && (1...31).contains(number(10..<12))
    default: return false
    }
  }

  private static func isMobile(_ digits: [UInt8]) -> Bool {
    digits.count == 11 && digits[0] == 1 && (3...9).contains(digits[1])
  }

  private static func isBankCard(_ digits: [UInt8]) -> Bool {
    digits.count >= 16 && (3...6).contains(digits[0])
  }
}
