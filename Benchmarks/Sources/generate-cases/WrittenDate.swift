/// A date as it stands in a case file: 2025-03-11, 2025年3月11日 or, in the name of a file, 20250311.
struct WrittenDate {
  private enum Form {
    case hyphens, characters, solid
  }

  /// Behind its last byte.
  let end: Int
  private let form: Form
  private let day: Int
  private let year: Int

  init?(_ source: [UInt8], at start: Int) {
    guard let year = Self.number(source, start, 4) else { return nil }
    self.year = year
    let behind = start + 4
    if behind < source.count, source[behind] == UInt8(ascii: "-"),
      let month = Self.number(source, behind + 1, 2), (1...12).contains(month),
      behind + 3 < source.count, source[behind + 3] == UInt8(ascii: "-"),
      let day = Self.number(source, behind + 4, 2), (1...31).contains(day)
    {
      (form, end, self.day) = (.hyphens, behind + 6, Self.dayNumber(year, month, day))
      return
    }
    if source[behind...].starts(with: "年".utf8),
      let (month, afterMonth) = Self.short(source, behind + 3), (1...12).contains(month),
      source[afterMonth...].starts(with: "月".utf8),
      let (day, afterDay) = Self.short(source, afterMonth + 3), (1...31).contains(day),
      source[afterDay...].starts(with: "日".utf8)
    {
      (form, end, self.day) = (.characters, afterDay + 3, Self.dayNumber(year, month, day))
      return
    }
    if let month = Self.number(source, behind, 2), (1...12).contains(month),
      let day = Self.number(source, behind + 2, 2), (1...31).contains(day),
      behind + 4 < source.count, source[behind + 4] == UInt8(ascii: "_")
    {
      (form, end, self.day) = (.solid, behind + 4, Self.dayNumber(year, month, day))
      return
    }
    return nil
  }

  /// Whether it belongs to what the case tells and not to a law or a certificate.
  var isOfTheCase: Bool { (2024...2025).contains(year) }

  func moved(by days: Int) -> [UInt8] {
    let (year, month, day) = Self.civil(self.day + days)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return switch form {
    case .hyphens: Array("\(year)-\(two(month))-\(two(day))".utf8)
    case .characters: Array("\(year)年\(month)月\(day)日".utf8)
    case .solid: Array("\(year)\(two(month))\(two(day))".utf8)
    }
  }

  private static func number(_ source: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= source.count else { return nil }
    var number = 0
    for byte in source[start..<(start + count)] {
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }

  /// One or two digits, and where they end.
  private static func short(_ source: [UInt8], _ start: Int) -> (Int, Int)? {
    if let number = number(source, start, 2) { return (number, start + 2) }
    return number(source, start, 1).map { ($0, start + 1) }
  }

  /// Days since 1970-01-01 (H. Hinnant, chrono-compatible low-level date algorithms).
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * ofYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * part + 2) / 5 + 1
    )
  }
}
