internal import CaseXML
internal import FoundationEssentials
internal import XPath

/// Tries one expression on one case file: what `rubric eval` shows.
public struct ExpressionProbe: Sendable {
  /// A node or value that the expression gave.
  public struct Line: Sendable, Hashable {
    /// Where it stands.
    public var place: PlaceRecord?
    /// As printed.
    public var text: String
  }

  /// What an expression gave.
  public struct Result: Sendable, Hashable {
    /// `nodes`, `boolean`, `number` or `string`.
    public var kind: String
    /// In order.
    public var lines: [Line]
    /// How dates and amounts were worked out.
    public var derivation: [LocalizedText]
  }

  /// Why there is no result.
  public struct Failure: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    public var message: LocalizedText
  }

  private let assembly: AuditAssembly

  /// A probe with the definitions of a library.
  public init(_ assembly: AuditAssembly) { self.assembly = assembly }

  /// Evaluates an expression at the root of a file.
  public func evaluate(_ text: String, at path: String) throws(Failure) -> Result {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(message: LocalizedText(zh: "无法读取 \(path)", en: "cannot read \(path)"))
    }
    var compiler = RubricCompiler(library: assembly.library, functions: CaseFunctions.library)
    let compiled: CompiledRubrics
    let expression: CompiledExpression
    do {
      (compiled, expression) = try compiler.snippet(text)
    } catch {
      throw Failure(message: LocalizedText(zh: error.zh, en: error.en))
    }
    let parsed: ParsedXML
    do {
      parsed = try XMLParser(limits: XMLLimits(), names: compiled.names).parse([UInt8](data))
    } catch {
      throw Failure(message: error.diagnostic.text)
    }
    let evaluation = CaseEvaluation(
      compiled: compiled, parsed: parsed, services: assembly.context.services)
    let citations = Citations(document: parsed.document, vocabulary: assembly.context.vocabulary)
    do {
      return try evaluation.probe(expression, citations: citations)
    } catch {
      throw Failure(message: error.message(about: LocalizedText(zh: text, en: text)))
    }
  }
}
