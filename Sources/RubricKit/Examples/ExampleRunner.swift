public import CaseXML

/// Runs the examples that stand in requirements: each edit of a clean base case must give the verdict
/// it names, and, where all requirements are judged, make no other requirement fail than those it
/// lists: one fault punished twice shall be seen.
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
    /// Other requirements that failed and had not before, sorted; empty where they were not judged.
    public var changes: [String] = []
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

  let context: AuditContext
  private let library: RubricLibrary
  private let parser: XMLParser
  private let editor: CaseEditor
  private let judgesAll: Bool
  private var bases: [String: [UInt8]] = [:]
  /// Requirements that fail in a base case as it is.
  private var failing: [String: Set<String>] = [:]

  /// A runner over a library and its compiled context.
  ///
  /// - Parameter judgesAll: judge all requirements of the rubrics that may judge the base case, and
  ///   compare those that fail with the example's list.
  /// - Throws: ``UnusableRubricError`` where the case-file schema cannot be used.
  public init(context: AuditContext, library: RubricLibrary, judgesAll: Bool = false)
    throws(UnusableRubricError)
  {
    self.judgesAll = judgesAll
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
        let outcomes = try outcomes(requirement, example)
        guard let record = outcomes[requirement.id] else {
          throw ExampleError(
            message: LocalizedText(zh: "没有评查标准适用于该基准案卷", en: "no rubric applies to the base case"))
        }
        result.actual = record.outcome
        result.fault = example.fault(of: record)
        guard judgesAll else { return result }
        let before = try failing(example.base ?? requirement.exampleBase ?? "")
        result.changes = outcomes.values.filter { $0.outcome == .failed }.map(\.requirement)
          .filter { $0 != requirement.id && !before.contains($0) }.sorted(by: Paths.precedes)
        result.fault = result.fault ?? example.fault(inChanges: result.changes)
      } catch {
        result.fault = error.message
      }
      return result
    }
  }

  private mutating func outcomes(_ requirement: Requirement, _ example: Example)
    throws(ExampleError) -> [String: OutcomeRecord]
  {
    let parsed = try edited(requirement, example)
    return CaseJudge(context: context).outcomes(in: parsed) { judgesAll || $0 == requirement.id }
  }

  private mutating func failing(_ base: String) throws(ExampleError) -> Set<String> {
    if let known = failing[base] { return known }
    let source = try self.base(base)
    let parsed: ParsedXML
    do {
      parsed = try parser.parse(source)
    } catch {
      throw ExampleError(message: error.diagnostic.text)
    }
    let outcomes = CaseJudge(context: context).outcomes(in: parsed)
    let found = Set(outcomes.values.filter { $0.outcome == .failed }.map(\.requirement))
    failing[base] = found
    return found
  }

  /// The base case of an example with its edits.
  mutating func edited(_ requirement: Requirement, _ example: Example) throws(ExampleError)
    -> ParsedXML
  {
    try edited(
      example.base ?? requirement.exampleBase ?? "", example.edits,
      mustFit: example.reason != .schema)
  }

  /// A base case with edits.
  mutating func edited(_ name: String, _ edits: [Example.Edit], mustFit: Bool = true)
    throws(ExampleError) -> ParsedXML
  {
    let source = try base(name)
    let edited: [UInt8]
    do {
      edited = try editor.apply(edits, to: source)
    } catch {
      throw ExampleError(message: error.message)
    }
    let parsed: ParsedXML
    do {
      parsed = try parser.parse(edited)
    } catch {
      throw ExampleError(message: error.diagnostic.text)
    }
    if mustFit, let fault = parsed.schemaErrors.first {
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
}

/// An example could not be run.
struct ExampleError: Error, Sendable, Hashable {
  var message: LocalizedText
}
