import Foundation
import RubricKit

/// The case files of one county: of each agency some, most with faults of their own, and among them
/// contradictions between files.
public struct County {
  private struct Draft {
    var part: CountyCast.Part
    var base: String
    var source: [UInt8]
  }

  /// A file, by its path within the county.
  public typealias File = (path: String, source: [UInt8])

  private let cast: CountyCast
  private var drafts: [Draft] = []
  private let clean: [String: [UInt8]]
  private static let ordinary = "ordinary-penalty"

  /// - Parameters:
  ///   - registers: the county's, of the kinds agencies, officers, powers and delegations.
  ///   - rubrics: the folder Rubrics.
  ///   - next: makes the file with a number, and names its base case.
  /// - Throws: where a register or a base case cannot be read.
  public init(
    registers: String, rubrics: String, count: Int, next: (Int) -> (base: String, source: [UInt8])
  ) throws {
    cast = try CountyCast(registers: registers, rubrics: rubrics)
    clean = [
      Self.ordinary: Array(
        try Data(contentsOf: URL(filePath: "\(rubrics)/base-cases/\(Self.ordinary).xml")))
    ]
    var turns = Array(repeating: 0, count: cast.count)
    for number in 0..<count {
      let (base, source) = next(number)
      let fitting = turns.indices.filter { cast.fits(source, agency: $0) }
      guard !fitting.isEmpty else { continue }
      let agency = fitting[number % fitting.count]
      let turn = turns[agency]
      turns[agency] += 1
      // No base case has two appointments 17 days apart, and no two of them 17 days and four.
      let part = CountyCast.Part(
        number: number, agency: agency, turn: turn, power: turn,
        days: turn * 17 + (base == Self.ordinary ? 0 : 4))
      drafts.append(Draft(part: part, base: base, source: source))
    }
  }

  /// The files, and what was planted between them with the files concerned.
  public mutating func files() -> (files: [File], planted: [(kind: Contradiction, paths: [String])])
  {
    let plan = arranged()
    var cases = drafts.map { cast.cast($0.source, as: $0.part) }
    var planted: [(kind: Contradiction, paths: [String])] = []
    for (kind, places) in plan {
      var view = places.map { cases[$0].text }
      let concerned = kind.plant(in: &view, hardness: 0).map { places[$0] }
      for place in concerned {
        // Where a case stands in for others, its first place is its own.
        if let index = places.firstIndex(of: place) { cases[place].text = view[index] }
      }
      planted.append((kind, concerned.map { cases[$0].path }))
    }
    return (cases.map { ($0.path, $0.text.bytes) }, planted)
  }

  /// Which contradictions are planted, each in an agency of its own.
  private static let kinds: [Contradiction] = [
    .officerTwoPlaces, .intervieweeTwoRecords, .decisionNumberTwice, .finedTwice, .receiptTwice,
    .transcriptCopied, .digestReused, .notFirstOffence, .receiverIsOfficer, .frequentWitness,
  ]

  /// For each kind the places of eleven cases as ``Contradiction/bases`` has them; those it does not
  /// concern are its first again. The files concerned are made clean ones: what is wrong shows only
  /// beside the other.
  private mutating func arranged() -> [(kind: Contradiction, places: [Int])] {
    var result: [(kind: Contradiction, places: [Int])] = []
    let agencies = Dictionary(grouping: drafts.indices, by: { drafts[$0].part.agency })
    var kinds = Self.kinds[...]
    for (_, places) in agencies.sorted(by: { $0.key < $1.key }) {
      let own = places.filter { drafts[$0].base == Self.ordinary }
      guard own.count >= 3, let kind = kinds.popFirst() else { continue }
      for place in own.prefix(3) {
        drafts[place].source = clean[Self.ordinary] ?? []
        drafts[place].part.power = drafts[own[0]].part.power
      }
      if kind == .officerTwoPlaces || kind == .intervieweeTwoRecords {
        drafts[own[1]].part.days = drafts[own[0]].part.days
      }
      var view = Array(repeating: own[0], count: Contradiction.bases.count)
      view[1] = own[1]
      view[kind == .frequentWitness ? 2 : 6] = own[2]
      result.append((kind, view))
    }
    return result
  }
}
