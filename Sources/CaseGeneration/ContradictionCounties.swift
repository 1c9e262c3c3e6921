import Foundation

/// Counties without a fault but one contradiction each, or one innocent look-alike, all kinds in turn.
public struct ContradictionCounties {
  /// The case files of one county.
  public struct County: Sendable {
    /// What is planted in it.
    public var kind: Contradiction
    /// Its files, by path.
    public var cases: [(name: String, source: [UInt8])]
    /// The paths of the files concerned.
    public var concerned: [String]
  }

  private let bases: [String: [UInt8]]

  /// - Parameter folder: the folder Rubrics.
  /// - Throws: where a base case cannot be read.
  public init(rubrics folder: String) throws {
    bases = try Dictionary(
      uniqueKeysWithValues: Set(Contradiction.bases).map { name in
        (name, Array(try Data(contentsOf: URL(filePath: "\(folder)/base-cases/\(name).xml"))))
      })
  }

  /// The county with a number, from 1.
  public func county(_ number: Int) -> County {
    let kinds = Contradiction.allCases
    let kind = kinds[(number - 1) % kinds.count]
    var cases = Contradiction.bases.enumerated().map { serial, base in
      CaseText(
        CaseVariation(county: number, serial: serial, days: serial * 17)
          .applied(to: bases[base] ?? []))
    }
    let concerned = kind.plant(in: &cases, hardness: (number - 1) / kinds.count % 3)
    let names = cases.indices.map { "county-\(number)/case-\($0 + 1).xml" }
    return County(
      kind: kind, cases: zip(names, cases).map { (name: $0, source: $1.bytes) },
      concerned: concerned.map { names[$0] })
  }
}
