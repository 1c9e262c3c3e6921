internal import CaseXML
internal import XPath

/// Evaluates single expressions over a document: the selections of examples, and `rubric eval`.
struct SnippetCompiler: Sendable {
  let library: RubricLibrary

  /// The nodes an expression selects in a source.
  func select(_ text: String, in source: [UInt8], limits: XMLLimits) throws(CaseEditor.EditError)
    -> (document: XMLDocument, nodes: [NodeID])
  {
    var compiler = XPathCompiler(library: FunctionLibrary())
    let compiled: CompiledExpression
    do {
      compiled = try compiler.compile(text)
    } catch {
      throw .badExpression(text, LocalizedText(zh: error.zh, en: error.en))
    }
    let document: XMLDocument
    do {
      document = try XMLParser(limits: limits, names: compiler.names.freeze()).parse(source)
        .document
    } catch {
      throw .notXML(error.diagnostic.text)
    }
    let evaluator = Evaluator(
      document: document, functions: FunctionLibrary(), services: NoServices())
    guard case .nodes(let set)? = try? evaluator.evaluate(compiled, at: document.root) else {
      throw .badExpression(text, LocalizedText(zh: "应选出节点", en: "it should select nodes"))
    }
    return (document, set.nodes)
  }
}

/// Plain XPath needs no calendar and no register.
private final class NoServices: FunctionServices {}
