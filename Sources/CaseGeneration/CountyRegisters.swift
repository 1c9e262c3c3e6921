import Foundation

/// Writes the registers of many counties that are all like the one of the base cases: what belongs to
/// an agency is repeated for the agencies of each.
public enum CountyRegisters {
  private static let ofAgencies = [
    "agencies.xml", "delegations.xml", "entrustments.xml", "inspection-items.xml",
    "legal-reviewers.xml", "local-terms.xml", "major-decisions.xml", "no-penalty.xml",
    "officers.xml",
    "recording-list.xml",
  ]

  /// - Parameters:
  ///   - folder: the registers of the base cases.
  ///   - target: where to write; must not exist.
  public static func write(from folder: String, to target: String, counties: Int) throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: target, withIntermediateDirectories: true)
    for file in try manager.contentsOfDirectory(atPath: folder).sorted() {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      var lines: [String] = []
      for line in text.components(separatedBy: "\n") {
        lines.append(file == "powers.xml" ? shared(line, counties) : line)
        guard ofAgencies.contains(file), line.contains("<row") else { continue }
        for county in 1..<max(1, counties) {
          let variation = CaseVariation(county: county, serial: 0, days: 0)
          var substitution = variation.countyOnly(abbreviation: nil)
          // The key of this register is no agency's.
          if file == "no-penalty.xml" {
            substitution.replace("key=\"YJ-BF", by: "key=\"YJ\(county)-BF")
          }
          let other = substitution.applied(to: line)
          if other != line { lines.append(other) }
        }
      }
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: "\(target)/\(file)"))
    }
  }

  /// Lets the fines of the base case's agency in some counties lie just under the hearing threshold.
  public static func addThresholds(to folder: String, counties: [Int]) throws {
    let file = "\(folder)/hearing-thresholds.xml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let rows = counties.map { county in
      let substitution = CaseVariation(county: county, serial: 0, days: 0)
        .countyOnly(abbreviation: nil)
      let key = substitution.applied(to: "\"SLYJ\"")
      return
        "  <row key=\(key)><individual>5000</individual><organisation>8200</organisation></row>\n"
    }
    let more = text.replacingOccurrences(of: "</register>", with: rows.joined() + "</register>")
    try Data(more.utf8).write(to: URL(filePath: file))
  }

  /// A power that the same agency of every county has.
  private static func shared(_ line: String, _ counties: Int) -> String {
    guard let start = line.range(of: "<agency>"), let end = line.range(of: "</agency>") else {
      return line
    }
    let agency = String(line[start.lowerBound..<end.upperBound])
    let all = (1..<max(1, counties)).map { county in
      let substitution = CaseVariation(county: county, serial: 0, days: 0)
        .countyOnly(abbreviation: nil)
      return substitution.applied(to: agency)
    }
    return line.replacingCharacters(in: end, with: "</agency>" + all.joined())
  }
}
