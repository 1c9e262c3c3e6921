public import RubricKit

/// A reproducible draw: every case gets a lot from the seed and from what it is, and in each stratum
/// (agency and kind) the lowest lots are drawn. Whoever has the seed and the files can draw again, on any
/// machine, and nobody can choose a case by choosing an order.
public struct SampleDraw: Sendable {
  private let seed: String
  private let perStratum: Int

  /// - Parameters:
  ///   - seed: any text, best one that nobody could choose, e.g. the day's lottery numbers.
  ///   - perStratum: how many cases of each agency and kind at most.
  public init(seed: String, perStratum: Int) {
    self.seed = seed
    self.perStratum = perStratum
  }

  /// The draw's record.
  ///
  /// - Parameters:
  ///   - seen: agency code and case number, joined by `|`, of cases that earlier rounds judged.
  public func draw(_ cases: [CaseRecord], round: String, seen: Set<String>)
    -> LedgerFact.SampleDrawn
  {
    var units = cases.map { record in
      LedgerFact.SampleDrawn.Unit(
        agency: record.agency.code, kind: record.kind, caseNumber: record.caseNumber,
        path: record.path, digest: record.digest, lot: lot(record), isDrawn: false,
        wasSeen: seen.contains("\(record.agency.code)|\(record.caseNumber)"))
    }
    units.sort { ($0.agency, $0.kind, $0.lot, $0.path) < ($1.agency, $1.kind, $1.lot, $1.path) }
    var drawn: [String: Int] = [:]
    for index in units.indices where !units[index].wasSeen {
      let stratum = "\(units[index].agency)|\(units[index].kind)"
      guard drawn[stratum, default: 0] < perStratum else { continue }
      drawn[stratum, default: 0] += 1
      units[index].isDrawn = true
    }
    return LedgerFact.SampleDrawn(
      round: round, seed: seed, perStratum: perStratum, population: units)
  }

  /// SHA-256 over format, seed, agency, kind, case number and the file's digest, a line each.
  private func lot(_ record: CaseRecord) -> String {
    Digest.sha256(
      [
        "caseaudit-draw/1", seed, record.agency.code, record.kind, record.caseNumber, record.digest,
      ].joined(separator: "\n"))
  }
}
