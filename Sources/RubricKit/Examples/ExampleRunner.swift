public import CaseXML

/// Runs the examples that stand in requirements: each edit of a clean base case must give the verdict
/// it names.
public struct ExampleRunner {
  /// What became of one example.
  public struct Result: Sendable, Hashable {
    /// The requirement's id.
    public var requirement: String
    /// What it is called, in two languages.
    public var title: String
    /// The file, relative to its folder.
    public var file: String
    /// Line and column in the file.
    public var position: SourcePosition
    /// What the example says.
    public var expected: Outcome
    /// What came out.
    public var actual: Outcome
    /// Nil where the example holds.
    public var fault: LocalizedText?
  }

  /// The registers that belong to the base cases: the folder `example-registers` of the rubrics, or
  /// nil where there is none.
  public static func registers(_ rubricsFolder: String) -> RegisterLocator.Place? {
    let folder = Paths.join(rubricsFolder, "example-registers")
    return OwnFileParser.exists(folder)
      ? RegisterLocator.Place(folder: folder, insideJudged: false) : nil
  }

  private let context: AuditContext
  private let library: RubricLibrary
  private let parser: XMLParser
  private let editor: CaseEditor
  private var bases: [String: [UInt8]] = [:]

  /// A runner over a library and its compiled context.
  ///
  /// - Throws: ``UnusableRubricError`` where the case-file schema cannot be used.
  public init(context: AuditContext, library: RubricLibrary) throws(UnusableRubricError) {
    self.context = context
    self.library = library
    editor = CaseEditor(compiler: SnippetCompiler(library: library))
    parser = try ExampleRunner.parser(context)
  }

  /// A parser for base cases, with the vocabulary's schema.
  static func parser(_ context: AuditContext) throws(UnusableRubricError) -> XMLParser {
    var schema: CompiledSchema?
    if let bytes = context.schema {
      do {
        schema = try CompiledSchema(bytes)
      } catch {
        throw OwnFileParser.unusable(error, file: "schema/case-file.xsd")
      }
    }
    return XMLParser(limits: context.limits, names: context.compiled.names, schema: schema)
  }

  /// Runs every example of a requirement.
  public mutating func run(_ requirement: Requirement) -> [Result] {
    requirement.examples.map { example in
      var result = Result(
        requirement: requirement.id, title: example.title, file: requirement.file,
        position: example.position, expected: example.verdict, actual: .error, fault: nil)
      do throws(ExampleError) {
        let record = try judge(requirement, example)
        result.actual = record.outcome
        result.fault = ExampleRunner.fault(of: record, example)
      } catch {
        result.fault = error.message
      }
      return result
    }
  }

  private mutating func judge(_ requirement: Requirement, _ example: Example) throws(ExampleError)
    -> OutcomeRecord
  {
    let parsed = try edited(requirement, example)
    let judge = CaseJudge(context: context)
    guard let record = judge.judge(requirement: requirement.id, in: parsed) else {
      throw ExampleError(
        message: LocalizedText(zh: "没有评查标准适用于该基准案卷", en: "no rubric applies to the base case"))
    }
    return record
  }

  /// The base case of an example with its edits.
  mutating func edited(_ requirement: Requirement, _ example: Example) throws(ExampleError)
    -> ParsedXML
  {
    let source = try base(example.base ?? requirement.exampleBase ?? "")
    let edited: [UInt8]
    do {
      edited = try editor.apply(example.edits, to: source)
    } catch {
      throw ExampleError(message: error.message)
    }
    let parsed: ParsedXML
    do {
      parsed = try parser.parse(edited)
    } catch {
      throw ExampleError(message: error.diagnostic.text)
    }
    if let fault = parsed.schemaErrors.first, example.reason != .schema {
      throw ExampleError(
        message: LocalizedText(
          zh: "修改后的案卷不符合格式：\(fault.diagnostic.text.zh)",
          en: "the edited case does not fit the schema: \(fault.diagnostic.text.en)"))
    }
    return parsed
  }

  private mutating func base(_ name: String) throws(ExampleError) -> [UInt8] {
    if let known = bases[name] { return known }
    do {
      let bytes = try library.baseCase(name).bytes
      bases[name] = bytes
      return bytes
    } catch {
      throw ExampleError(
        message: error.problems.first?.message
          ?? LocalizedText(zh: "无法读取基准案卷 \(name)", en: "cannot read the base case \(name)"))
    }
  }

  private static func fault(of record: OutcomeRecord, _ example: Example) -> LocalizedText? {
    let words = record.occurrences.first?.message ?? LocalizedText(zh: "", en: "")
    if record.outcome != example.verdict {
      return LocalizedText(
        zh: "应为 \(example.verdict.rawValue)，实为 \(record.outcome.rawValue) \(words.zh)",
        en: "expected \(example.verdict.rawValue), got \(record.outcome.rawValue) \(words.en)")
    }
    if let reason = example.reason, !record.reasons.contains(reason) {
      return LocalizedText(
        zh: "待定原因应含 \(reason.rawValue)，实为 \(record.reasons.map(\.rawValue))",
        en: "expected the reason \(reason.rawValue), got \(record.reasons.map(\.rawValue))")
    }
    let failed = record.occurrences.count { $0.outcome == .failed }
    if let count = example.occurrences, count != failed {
      return LocalizedText(
        zh: "问题应有 \(count) 处，实为 \(failed) 处", en: "expected \(count) occurrences, got \(failed)")
    }
    return nil
  }
}

/// An example could not be run.
struct ExampleError: Error, Sendable, Hashable {
  var message: LocalizedText
}
