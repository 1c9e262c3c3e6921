import CaseXML
import Foundation
import RubricKit

/// Puts generated case files into the hands of a county's agencies: names, codes, officers and powers
/// of its registers, and a party of its own for each file.
struct CountyCast {
  /// An agency that can have acted in a case.
  private struct Agency {
    var code: String
    var name: String
    var abbreviation: String
    var isTownship: Bool
    var officers: [(name: String, certificate: String)]
    var powers: [(code: String, name: String)]
  }

  private let agencies: [Agency]
  private var cases: [String: Int] = [:]

  /// - Parameter folder: registers of the kinds agencies, officers, powers and delegations.
  init(registers folder: String, rubrics: String) throws {
    let schema = try RegisterSchema(
      Array(Data(contentsOf: URL(filePath: "\(rubrics)/schema/register.xsd"))))
    let registers = try Registers(folder: folder, named: "registers", schema: schema)
    func rows(_ kind: String) -> [Register.Row] { registers.table(kind)?.rows ?? [] }
    // Only certificates without a history: the faults of a file are those planted in it.
    let officers = rows("officers").filter { row in
      row.parts.filter { $0.name == "status" }.count == 1 && row.to == nil
        && row.parts.contains { $0.name == "status" && $0.value == "valid" }
    }
    let powers = rows("powers")
    let isWide: (Register.Row) -> Bool = { row in
      row.parts.contains { $0.name == "range" && $0.attributes["max"] == "100000" }
    }
    let wide = Dictionary(grouping: powers.filter(isWide), by: \.key)
    agencies = rows("agencies").compactMap { row -> Agency? in
      let isTownship = row.fields["kind"] == "township"
      let own =
        isTownship
        ? rows("delegations").filter { $0.fields["township"] == row.key }
          .compactMap { $0.fields["power"] }
        : powers.filter { $0.values("agency").contains(row.key) }.map(\.key)
      let usable = own.compactMap { wide[$0]?.first }.map {
        (code: $0.key, name: $0.fields["name"] ?? "")
      }
      guard let name = row.fields["name"], !usable.isEmpty else { return nil }
      return Agency(
        code: row.key, name: name, abbreviation: row.fields["abbreviation"] ?? name,
        isTownship: isTownship,
        officers: officers.filter { $0.fields["agency"] == row.key }.map {
          (name: $0.fields["name"] ?? "", certificate: $0.key)
        }, powers: usable)
    }
  }

  /// A generated file as a case of the county: its text, and the folder and name to keep it under.
  mutating func cast(_ source: [UInt8], _ number: Int) -> (
    folder: String, name: String, text: String
  ) {
    let text = String(decoding: source, as: UTF8.self)
    let officers = Self.officers(in: text)
    let fitting = agencies.filter { $0.officers.count >= officers.count }
    let agency = fitting[number % fitting.count]
    let power = agency.powers[(number / fitting.count) % agency.powers.count]
    let count = cases[agency.code, default: 0] + 1
    cases[agency.code] = count
    var pairs: [(String, String)] = []
    func field(_ name: String) -> String { Self.between("<\(name)>", "</\(name)>", text) ?? "" }
    let party = "示例县\(Self.word(number))有限公司"
    let known = Self.between("<party", "</party>", text).flatMap {
      Self.between("<name>", "</name>", $0)
    }
    if let known { pairs.append((known, party)) }
    pairs.append((field("name"), agency.name))
    pairs.append((field("shortName"), agency.name))
    pairs.append(("<code>\(field("code"))</code>", "<code>\(agency.code)</code>"))
    pairs.append((field("powerItemName"), power.name))
    pairs.append((field("powerItem"), power.code))
    for (old, new) in zip(officers, agency.officers) {
      pairs.append((old.certificate, new.certificate))
      pairs.append((old.name, new.name))
    }
    pairs.append(("示案立〔2025〕\(number + 1)号", "\(agency.abbreviation)立〔2025〕\(count)号"))
    pairs.append((field("abbreviation"), agency.abbreviation))
    var result = text
    // Through marks, so that what one replacement wrote is not taken for the old text of another.
    for (index, pair) in pairs.enumerated() where !pair.0.isEmpty {
      result = result.replacingOccurrences(of: pair.0, with: "\u{1}\(index)\u{1}")
    }
    for (index, pair) in pairs.enumerated() {
      result = result.replacingOccurrences(of: "\u{1}\(index)\u{1}", with: pair.1)
    }
    if agency.isTownship {
      result = result.replacingOccurrences(
        of: "<agency kind=\"statutory\">", with: "<agency kind=\"township\">")
    }
    return (agency.name, "\(agency.abbreviation)2025-\(count).xml", result)
  }

  /// The officers with a certificate, in the order of the file.
  private static func officers(in text: String) -> [(name: String, certificate: String)] {
    text.components(separatedBy: "<officer id=").dropFirst().compactMap { part in
      let own = part.components(separatedBy: "</officer>")[0]
      guard let name = between("<name>", "</name>", own),
        let certificate = between("<certificate>", "</certificate>", own)
      else { return nil }
      return (name, certificate)
    }
  }

  private static func between(_ start: String, _ end: String, _ text: String) -> String? {
    guard let from = text.range(of: start),
      let to = text.range(of: end, range: from.upperBound..<text.endIndex)
    else { return nil }
    return String(text[from.upperBound..<to.lowerBound])
  }

  /// A trade name of its own for each number below 2,500.
  private static func word(_ number: Int) -> String {
    let first = Array("青白金银石松竹梅兰菊云山江海河湖溪泉林木风雨雪霜星月日光明亮安康福寿喜乐丰登瑞祥和顺通达兴旺盛昌隆泰")
    let second = Array("源泽润恒远达诚信义仁德善美嘉佳优良精巧能力创新拓展腾飞翔跃进步升华茂繁荣裕富贵宝珍奇珠玉璧玺琪")
    return String([first[number % first.count], second[number / first.count % second.count]])
      + "样例"
  }
}
