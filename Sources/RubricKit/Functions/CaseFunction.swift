public import XPath

/// A function of ours: what lint and people see of it, and what it does.
struct CaseFunction: Sendable {
  typealias Body = @Sendable (inout ArgumentReader) throws(FunctionError) -> XPathValue

  let signature: FunctionSignature
  let settler: HostFunction.Settler?
  let body: Body

  init(
    _ name: String, _ parameters: [ParameterKind], required: Int? = nil, result: ParameterKind,
    zh: String, en: String, settler: HostFunction.Settler? = nil, _ body: @escaping Body
  ) {
    signature = FunctionSignature(
      name, parameters, required: required, result: result, zh: zh, en: en)
    self.settler = settler
    self.body = body
  }

  /// The function as the evaluator calls it. Doubt is raised whether it returns or throws, so that
  /// the host can tell "nothing there" from "perhaps not seen".
  var hosted: HostFunction {
    let body = body
    return HostFunction(signature, settler: settler) {
      (context: borrowing CallContext, arguments: [XPathValue]) throws(FunctionError) in
      guard let services = context.services as? RegisterServices else {
        throw .other(zh: "未提供登记册服务", en: "no register services were given")
      }
      var reader = ArgumentReader(
        document: context.document, arguments: arguments, services: services,
        isTracing: context.isTracing)
      let result: Result<XPathValue, FunctionError>
      do throws(FunctionError) {
        result = .success(try body(&reader))
      } catch {
        result = .failure(error)
      }
      context.raise(reader.doubt)
      for node in reader.readWhole { _ = context.string(.nodes(NodeSet([node]))) }
      for note in reader.notes { context.note(note) }
      return try result.get()
    }
  }
}

/// The functions that rubrics have besides those of XPath 1.0.
public enum CaseFunctions {
  /// All of them.
  public static let library = FunctionLibrary(all.map(\.hosted))

  static let all: [CaseFunction] =
    orderFunctions + periodFunctions + dateFunctions + amountFunctions + capitalsFunctions
    + documentNumberFunctions + textFunctions + setFunctions + registerFunctions
    + standingFunctions + rangeFunctions + lawFunctions + provisionFunctions
}
