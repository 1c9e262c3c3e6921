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

  /// How many agencies there are.
  var count: Int { agencies.count }

  /// What makes one case of the county different from another.
  struct Part {
    /// Which of the cases of the county, from 0.
    var number: Int
    /// Which of the agencies.
    var agency: Int
    /// Which of the cases of the agency, from 0.
    var turn: Int
    /// Which of the agency's powers.
    var power: Int
    /// How many days later than in the base case everything happens.
    var days: Int
  }

  /// Whether an agency has officers enough for a file.
  func fits(_ source: [UInt8], agency: Int) -> Bool {
    let officers = Self.officers(in: String(decoding: source, as: UTF8.self))
    return agencies[agency].officers.count >= officers.count
  }

  /// A generated file as a case of the county, and the path to keep it under.
  func cast(_ source: [UInt8], as part: Part) -> (path: String, text: CaseText) {
    let text = String(decoding: source, as: UTF8.self)
    let officers = Self.officers(in: text)
    let agency = agencies[part.agency]
    let power = agency.powers[part.power % agency.powers.count]
    var terms: [(String, String)] = []
    func field(_ name: String) -> String { Self.between("<\(name)>", "</\(name)>", text) ?? "" }
    let known = Self.between("<party", "</party>", text).flatMap {
      Self.between("<name>", "</name>", $0)
    }
    if let known { terms.append((known, "示例县\(CaseVariation.word(part.number))样例有限公司")) }
    terms.append((field("name"), agency.name))
    terms.append((field("shortName"), agency.name))
    terms.append(("<code>\(field("code"))</code>", "<code>\(agency.code)</code>"))
    terms.append((field("powerItemName"), power.name))
    terms.append((field("powerItem"), power.code))
    for (old, new) in zip(officers, agency.officers) {
      terms.append((old.certificate, new.certificate))
      terms.append((old.name, new.name))
    }
    terms.append((field("abbreviation"), agency.abbreviation))
    let variation = CaseVariation(county: 0, serial: part.number, days: part.days)
    var result = CaseText(
      Array(variation.applied(to: text, with: terms, numbersFrom: part.turn * 2).utf8))
    result.set("caseNumber", to: "\(agency.abbreviation)立〔2025〕\(part.turn + 1)号")
    if agency.isTownship {
      result.replace("<agency kind=\"statutory\">", by: "<agency kind=\"township\">")
    }
    return ("\(agency.name)/\(agency.abbreviation)2025-\(part.turn + 1).xml", result)
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
}
