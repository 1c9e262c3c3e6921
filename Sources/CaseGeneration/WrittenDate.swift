/// A date as it stands in a case file: 2025-03-11, 2025年3月11日 or, in the name of a file, 20250311.
struct WrittenDate {
  private enum Form {
    case hyphens, characters, solid
  }

  private let form: Form
  private let day: Int

  init?(_ text: String) {
    var numbers: [Int]
    if text.contains("-") {
      form = .hyphens
      numbers = text.split(separator: "-").compactMap { Int($0) }
    } else if text.hasSuffix("日") {
      form = .characters
      numbers = text.split { "年月日".contains($0) }.compactMap { Int($0) }
    } else {
      form = .solid
      guard text.count == 8, let number = Int(text) else { return nil }
      numbers = [number / 10_000, number / 100 % 100, number % 100]
    }
    guard numbers.count == 3, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else {
      return nil
    }
    day = Self.dayNumber(numbers[0], numbers[1], numbers[2])
  }

  func moved(by days: Int) -> String {
    let (year, month, day) = Self.civil(self.day + days)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return switch form {
    case .hyphens: "\(year)-\(two(month))-\(two(day))"
    case .characters: "\(year)年\(month)月\(day)日"
    case .solid: "\(year)\(two(month))\(two(day))"
    }
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
