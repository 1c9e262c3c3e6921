public import CaseXML

/// Runs the examples that stand in set rules: in each set of small files the rule must match as often as
/// the example says.
public struct SetExampleRunner {
  /// What became of one example.
  public struct Result: Sendable, Hashable {
    /// What it is called.
    public var title: String
    /// The file, relative to its folder.
    public var file: String
    /// Line and column in the file.
    public var position: SourcePosition
    /// Nil where the example holds.
    public var fault: LocalizedText?
  }

  private var runner: ExampleRunner
  private let rules: [SetRuleRecord]

  /// - Throws: ``UnusableRubricError`` where the case-file schema cannot be used.
  public init(_ assembly: AuditAssembly) throws(UnusableRubricError) {
    runner = try ExampleRunner(context: assembly.context, library: assembly.library)
    rules = assembly.manifest.setRules
  }

  /// Runs every example of a rule.
  public mutating func run(_ rule: SetRule) -> [Result] {
    rule.examples.map { example in
      var result = Result(
        title: example.title, file: rule.file, position: example.place.position, fault: nil)
      do throws(ExampleError) {
        let found = try matches(rule, example)
        if found.count != example.matches {
          let words = found.first?.message ?? LocalizedText(zh: "", en: "")
          result.fault = LocalizedText(
            zh: "应当发现 \(example.matches) 处，实为 \(found.count) 处 \(words.zh)",
            en: "expected \(example.matches) matches, got \(found.count) \(words.en)")
        }
      } catch {
        result.fault = error.message
      }
      return result
    }
  }

  private mutating func matches(_ rule: SetRule, _ example: SetExample) throws(ExampleError)
    -> [SetFindingRecord]
  {
    var judge = SetJudge(
      rules: rules.filter { $0.id == rule.id }, asOf: runner.context.services.asOf)
    var records: [(FactsRecord, CaseFacts)] = []
    for (number, edits) in example.files.enumerated() {
      let parsed = try runner.edited(example.base, edits)
      guard let root = parsed.document.rootElement else { continue }
      let facts = CaseFacts(root)
      let collected = SetRuleCollector(context: runner.context).facts(
        evaluation: CaseEvaluation(
          compiled: runner.context.compiled, parsed: parsed, services: runner.context.services),
        citations: Citations(document: parsed.document, vocabulary: runner.context.vocabulary),
        name: "\(number + 1).xml")
      records.append((collected.record, facts))
    }
    do throws(FactStoreError) {
      for (record, facts) in records {
        try judge.collect(record, agency: facts.agency, caseNumber: facts.caseNumber)
      }
      let result = try judge.judge()
      return result.findings + result.questions
    } catch {
      throw ExampleError(message: error.message)
    }
  }
}
