/// An expression is not XPath 1.0, or names something unknown.
public struct XPathSyntaxError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Fault: Sendable, Hashable {
    case strayCharacter(String)
    case unclosedLiteral
    case unexpected(found: String, expected: Expected)
    case unknownAxis(String)
    case unknownFunction(String)
    case unknownVariable(String)
    case unknownPrefix(String)
    case unknownKey(String)
    case wrongArity(function: String, given: Int, least: Int, most: Int?)
    case tooDeep
    /// A node-set is needed where something else is certain to stand (§3.3, §4.1).
    case notNodeSet
    case keyNameNotLiteral
  }

  /// What could have stood there.
  public enum Expected: Sendable, Hashable {
    case expression, nodeTest, name
    /// Or the end.
    case `operator`
    case symbol(String)
  }

  /// What is wrong.
  public var fault: Fault
  /// Offsets in code points in the expression.
  public var range: Range<Int>

  init(_ fault: Fault, at range: Range<Int>) {
    self.fault = fault
    self.range = range
  }

  /// Column in the expression, from 1.
  public var column: Int { range.lowerBound + 1 }

  /// The fault in Chinese.
  public var zh: String {
    switch fault {
    case .strayCharacter(let character): "第\(column)列：无法识别的字符“\(character)”"
    case .unclosedLiteral: "第\(column)列：字符串没有结束引号"
    case .unexpected(let found, let expected):
      "第\(column)列：此处应为\(expected.zh)，实为“\(found.isEmpty ? "表达式结尾" : found)”"
    case .unknownAxis(let name): "第\(column)列：没有名为 \(name) 的轴"
    case .unknownFunction(let name): "第\(column)列：没有函数 \(name)()"
    case .unknownVariable(let name): "第\(column)列：没有变量 $\(name)"
    case .unknownPrefix(let prefix): "第\(column)列：前缀 \(prefix) 未声明"
    case .unknownKey(let name): "第\(column)列：没有键 \(name)"
    case .wrongArity(let function, let given, let least, let most):
      "第\(column)列：函数 \(function)() 需要\(XPathSyntaxError.count(least, most))个参数，给了\(given)个"
    case .tooDeep: "第\(column)列：表达式嵌套过深，请拆成几个变量"
    case .notNodeSet: "第\(column)列：此处应为节点集，而该表达式给出的不是节点"
    case .keyNameNotLiteral: "第\(column)列：key() 的第一个参数应为加引号的键名"
    }
  }

  /// The fault in English.
  public var en: String {
    switch fault {
    case .strayCharacter(let character): "column \(column): stray character “\(character)”"
    case .unclosedLiteral: "column \(column): the string is not closed"
    case .unexpected(let found, let expected):
      "column \(column): expected \(expected.en), found “\(found.isEmpty ? "the end" : found)”"
    case .unknownAxis(let name): "column \(column): there is no axis \(name)"
    case .unknownFunction(let name): "column \(column): there is no function \(name)()"
    case .unknownVariable(let name): "column \(column): there is no variable $\(name)"
    case .unknownPrefix(let prefix): "column \(column): prefix \(prefix) is not declared"
    case .unknownKey(let name): "column \(column): there is no key \(name)"
    case .wrongArity(let function, let given, let least, let most):
      "column \(column): \(function)() takes \(XPathSyntaxError.count(least, most)) arguments, "
        + "\(given) given"
    case .tooDeep:
      "column \(column): the expression is nested too deeply; split it into variables"
    case .notNodeSet:
      "column \(column): a node-set is needed here, and this expression does not give one"
    case .keyNameNotLiteral:
      "column \(column): the first argument of key() must be the name of a key in quotes"
    }
  }

  private static func count(_ least: Int, _ most: Int?) -> String {
    guard let most else { return "≥\(least)" }
    return least == most ? "\(least)" : "\(least)–\(most)"
  }
}

extension XPathSyntaxError.Expected {
  fileprivate var zh: String {
    switch self {
    case .expression: "表达式"
    case .nodeTest: "节点名称或节点类型"
    case .name: "名称"
    case .operator: "运算符或表达式结尾"
    case .symbol(let symbol): "“\(symbol)”"
    }
  }

  fileprivate var en: String {
    switch self {
    case .expression: "an expression"
    case .nodeTest: "a name or a node type"
    case .name: "a name"
    case .operator: "an operator or the end"
    case .symbol(let symbol): "“\(symbol)”"
    }
  }
}
