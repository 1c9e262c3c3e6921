internal import CaseXML

/// Makes any number of case files from the clean base cases, with planted faults: the edits of failing
/// examples, of which each is known to break exactly its requirement.
public struct CaseGenerator {
  /// A generated case file.
  public struct Case: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The base case it was made from.
    public var base: String
    /// The bytes.
    public var source: [UInt8]
    /// The requirements planted, in the order of planting.
    public var planted: [String]
  }

  private struct Plant {
    var requirement: String
    var base: String
    var edits: [Example.Edit]
  }

  private let editor: CaseEditor
  private let plants: [Plant]
  private let bases: [(name: String, source: [UInt8])]
  private var random: SplitMix

  /// - Parameters:
  ///   - names: base cases to start from.
  ///   - seed: the same seed gives the same files.
  /// - Throws: ``UnusableRubricError`` where a base case cannot be read.
  public init(library: RubricLibrary, bases names: [String], seed: UInt64)
    throws(UnusableRubricError)
  {
    editor = CaseEditor(compiler: SnippetCompiler(library: library))
    random = SplitMix(state: seed)
    var bases: [(name: String, source: [UInt8])] = []
    for name in names {
      bases.append((name, try library.baseCase(name).bytes))
    }
    self.bases = bases
    plants = library.requirements.keys.sorted().flatMap { id -> [Plant] in
      guard let requirement = library.requirement(id) else { return [] }
      return requirement.examples.compactMap { example in
        guard example.verdict == .failed,
          let base = example.base ?? requirement.exampleBase, names.contains(base)
        else { return nil }
        return Plant(requirement: id, base: base, edits: example.edits)
      }
    }
  }

  /// The case with a number; about one in four is clean, the others carry one to three faults.
  public mutating func next(_ number: Int) -> Case {
    let base = bases[random.below(bases.count)]
    var source = base.source
    var planted: [String] = []
    let fitting = plants.filter { $0.base == base.name }
    let wanted = random.below(4)
    for _ in 0..<wanted where !fitting.isEmpty {
      let plant = fitting[random.below(fitting.count)]
      // Faults planted earlier may have taken away what this one changes.
      guard !planted.contains(plant.requirement),
        let edited = try? editor.apply(plant.edits, to: source)
      else { continue }
      source = edited
      planted.append(plant.requirement)
    }
    let caseNumber = "示案立〔2025〕\(number + 1)号"
    if let renumbered = try? editor.apply([.number(caseNumber)], to: source) {
      source = renumbered
    }
    return Case(
      name: "case-\(number + 1).xml", base: base.name, source: source, planted: planted)
  }
}

extension Example.Edit {
  /// Gives the case file a number of its own.
  fileprivate static func number(_ text: String) -> Example.Edit {
    .set(
      select: ExpressionSource(
        text: "/caseFile/caseNumber", file: "", position: SourcePosition(line: 1, column: 1)),
      value: text)
  }
}

/// SplitMix64: small, seeded, the same on every machine (Steele, Lea, Flood 2014).
struct SplitMix: Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
