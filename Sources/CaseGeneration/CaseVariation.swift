import Foundation

/// Makes of a case file the file of another case: another county with its agencies and officers, another
/// party, other people, another time, other numbers and other words in the interviews.
public struct CaseVariation {
  /// The county; 0 is that of the base cases.
  public var county: Int
  /// Tells the cases of one county apart; people, addresses and digests are made from both.
  public var serial: Int
  /// How many days later everything happens; numbers in a year's series follow.
  public var days: Int

  /// The most cases of a county, where there are several.
  static let most = 100

  /// The case with a serial below ``most`` (any serial where there is one county), so many days later.
  public init(county: Int, serial: Int, days: Int) {
    self.county = county
    self.serial = serial
    self.days = days
  }

  /// A base case as the case it is to be.
  public func applied(to source: [UInt8]) -> [UInt8] {
    let text = String(decoding: source, as: UTF8.self)
    return Array(applied(to: text, with: [], numbersFrom: (days + 20) * 20).utf8)
  }

  /// - Parameters:
  ///   - terms: texts replaced besides, and before any other.
  ///   - offset: added to the numbers of a year's series.
  func applied(to text: String, with terms: [(String, String)], numbersFrom offset: Int) -> String {
    var substitution = countyOnly(
      abbreviation: Self.first(#"<abbreviation>([^<]+)<"#, text), after: terms)
    let number = county * Self.most + serial
    substitution.days = days
    substitution.identity = number
    for name in Self.all(Self.person, text) where !isOfficer(name, text) {
      substitution.replace(name, by: Self.name(number, name))
    }
    for receipt in Self.all(#"<receiptNumber>([^<]+)<"#, text) {
      substitution.replace(receipt, by: "SL" + Self.padded(number, 7) + receipt.suffix(3))
    }
    for address in Self.all(#"示例县(\p{Han}{1,3}镇\p{Han}{2,3}[路街]\d+号)"#, text)
    where !address.contains("政务路") {
      substitution.replace(address, by: "样例镇\(Self.word(number))路\(number % 997 + 1)号")
    }
    for year in ["2024", "2025"] {
      for numeral in Self.all("〔\(year)〕(\\d{1,3})号", text) {
        let moved = (Int(numeral) ?? 0) + offset
        substitution.replace("〔\(year)〕\(numeral)号", by: "〔\(year)〕\(moved)号")
      }
    }
    return Testimony(seed: number).told(in: substitution.applied(to: text))
  }

  /// Only the names, codes and certificates of the county: what its registers need as well.
  func countyOnly(abbreviation: String?, after terms: [(String, String)] = []) -> Substitution {
    var substitution = Substitution()
    for (old, new) in terms { substitution.replace(old, by: new) }
    guard county > 0 else { return substitution }
    let word = Self.word(county)
    // Documents of the register of benchmarks are the same for all.
    substitution.replace("《示例县应急管理局行政处罚裁量基准", by: "《示例县应急管理局行政处罚裁量基准")
    substitution.replace("《示例县人力资源和社会保障行政处罚裁量基准", by: "《示例县人力资源和社会保障行政处罚裁量基准")
    substitution.replace("示例县", by: "示例\(word)县")
    substitution.replace("示例镇", by: "示例\(word)镇")
    if let abbreviation {
      for ending in ["〔2023〕", "〔2024〕"] {
        substitution.replace(abbreviation + ending, by: abbreviation + ending)
      }
      substitution.replace(abbreviation, by: abbreviation + word)
    }
    for code in Self.agencies {
      for (before, after) in [(">", "<"), ("\"", "\"")] {
        substitution.replace(
          before + code + after, by: "\(before)\(code)\(Self.padded(county, 6))\(after)")
      }
    }
    substitution.replace("SL359900", by: "SL" + Self.padded(county, 6))
    return substitution
  }

  /// The codes of the agencies of the base cases and their registers.
  private static let agencies = [
    "SLYJ", "SLZ", "SLLY", "SLSJ", "SLRS", "SLCG", "SLQX", "SLHJ", "SLKF", "SLKF2", "SLYJD",
    "SLYJD2",
    "SLYJD3",
  ]

  private static let person =
    #"(?:<(?:siteManager|interviewee|receiver|witness|provider|applicant)\b[^>]*>\s*<name>|<legalRepresentative>|<name>(?=\p{Han}{2,4}</name>\s*<(?:sex|idNumber)))(\p{Han}{2,4})<"#

  private func isOfficer(_ name: String, _ text: String) -> Bool {
    text.range(
      of: "<officer id=\"[^\"]*\">\\s*<name>\(name)<", options: .regularExpression) != nil
  }

  private static func first(_ pattern: String, _ text: String) -> String? {
    all(pattern, text).first
  }

  /// What the first group matched, each once, in the order of the text.
  private static func all(_ pattern: String, _ text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let whole = NSRange(text.startIndex..., in: text)
    var seen: Set<String> = []
    return expression.matches(in: text, range: whole).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }.filter { seen.insert($0).inserted }
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  private static let first = Array("青白金银石松竹梅兰菊云山江海河湖溪泉林木风雨雪霜星月日光明亮安康福寿喜乐丰登瑞祥和顺通达兴旺盛昌隆泰")
  private static let second = Array("源泽润恒远达诚信义仁德善美嘉佳优良精巧能力创新拓展腾飞翔跃进步升华茂繁荣裕富贵宝珍奇珠玉璧玺琪")

  /// A word of its own for each number below 100,000.
  static func word(_ number: Int) -> String {
    let (low, high) = (number % first.count, number / first.count)
    let word = String([first[low], second[high % second.count]])
    let rest = high / second.count
    return rest == 0 ? word : word + String(first[rest % first.count])
  }

  /// A name for somebody in a case with a number.
  static func name(_ number: Int, _ old: String) -> String {
    let surnames = Array("范例样示甲乙丙丁戊己庚辛壬癸")
    var hash = number &* 31
    for scalar in old.unicodeScalars { hash = hash &* 131 &+ Int(scalar.value) }
    let place = Int(UInt(bitPattern: hash) % UInt(surnames.count))
    return String(surnames[place]) + word(Int(UInt(bitPattern: hash &* 7) % 2000))
  }
}
