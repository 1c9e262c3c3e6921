/// What the examples of all requirements show together: checks that none of them sets off, and
/// requirements of one rubric that always fail together, so that one fault may be punished twice.
public struct ExampleSurvey {
  /// A check that no example makes fail, ask or remark.
  public struct SilentCheck: Sendable, Hashable {
    /// The requirement's id.
    public var requirement: String
    /// The check's id.
    public var check: String
  }

  /// Two requirements of one rubric each of which fails in every failing example of the other.
  public struct Pair: Sendable, Hashable {
    /// The rubric's id.
    public var rubric: String
    /// The first requirement's id, in the order of the rubric.
    public var first: String
    /// The second's.
    public var second: String
  }

  /// In the order of requirements.
  public private(set) var silent: [SilentCheck] = []
  /// In the order of rubrics.
  public private(set) var pairs: [Pair] = []

  /// Runs every example against every rubric.
  ///
  /// - Throws: ``UnusableRubricError`` where the case-file schema cannot be used.
  public init(context: AuditContext, library: RubricLibrary) throws(UnusableRubricError) {
    var runner = try ExampleRunner(context: context, library: library)
    let judge = CaseJudge(context: context)
    var together: [String: Set<String>] = [:]
    for id in library.requirements.keys.sorted() {
      guard let requirement = library.requirement(id) else { continue }
      var heard: Set<String> = []
      for example in requirement.examples {
        guard let parsed = try? runner.edited(requirement, example) else { continue }
        if let own = judge.judge(requirement: id, in: parsed) {
          heard.formUnion((own.occurrences + own.notes).map(\.check))
        }
        guard example.verdict == .failed,
          case .caseFile(let record)? = judge.judge(parsed, name: "", digest: "").record
        else { continue }
        let failed = Set(record.outcomes.filter { $0.outcome == .failed }.map(\.requirement))
        together[id] = together[id]?.intersection(failed) ?? failed
      }
      silent += requirement.checks.map(\.id).filter { !heard.contains($0) }.map {
        SilentCheck(requirement: id, check: $0)
      }
    }
    for rubric in library.rubrics {
      let ids = rubric.items.map(\.requirement)
      for (index, first) in ids.enumerated() {
        for second in ids.dropFirst(index + 1)
        where together[first]?.contains(second) == true && together[second]?.contains(first) == true
        {
          pairs.append(Pair(rubric: rubric.id, first: first, second: second))
        }
      }
    }
  }
}
