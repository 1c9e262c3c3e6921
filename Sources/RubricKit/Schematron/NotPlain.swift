internal import XPath

/// Why something cannot be said in XPath 1.0 alone.
enum NotPlain: Error, Sendable, Hashable {
  /// It calls a function of ours.
  case function(String)
  /// It uses a number that changes with the day that decides.
  case dated(String)
  /// It uses a variable that plain XPath does not have.
  case variable(String)
  /// It asks for namespace nodes, which case files are not read for.
  case namespaceAxis
  /// Only a person judges it.
  case person
  /// Its text is no expression.
  case syntax(String)

  static func parse(_ source: ExpressionSource) throws(NotPlain) -> Expression {
    do {
      return try XPathParser.parse(source.text)
    } catch {
      throw .syntax(source.text)
    }
  }

  /// The reason as printed.
  var words: LocalizedText {
    switch self {
    case .function(let name): LocalizedText(zh: "使用函数 \(name)()", en: "calls \(name)()")
    case .dated(let name):
      LocalizedText(zh: "参数 $\(name) 随日期变化", en: "$\(name) changes with the day")
    case .variable(let name): LocalizedText(zh: "使用变量 $\(name)", en: "uses $\(name)")
    case .namespaceAxis: LocalizedText(zh: "使用 namespace 轴", en: "uses the namespace axis")
    case .person: LocalizedText(zh: "由人判断", en: "a person judges it")
    case .syntax(let text): LocalizedText(zh: "无法读取“\(text)”", en: "cannot read “\(text)”")
    }
  }
}
