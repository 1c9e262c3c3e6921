import CaseXML
import XPath

/// The arguments of one call, read strictly.
///
/// Nothing here returns a guess: an empty set is `missing`, a text that is not what the parameter
/// needs is `unreadable`, a field whose content nobody can know is `pending`. Doubt about what was
/// not seen is collected beside, whether the call succeeds or not.
struct ArgumentReader {
  let document: XMLDocument
  let arguments: [XPathValue]
  let services: RegisterServices
  /// Whether anybody wants notes.
  let isTracing: Bool
  /// Doubt met so far: nodes that matter may be unseen.
  var doubt: Doubt = []
  /// Nodes of which every part mattered, so that doubt about any part is doubt about the result.
  var readWhole: [NodeID] = []
  /// The steps of the computation, when tracing.
  var notes: [EvaluationNote] = []

  /// Whether an optional argument was given.
  func has(_ index: Int) -> Bool { index < arguments.count }

  /// Keeps a step of the computation, when tracing.
  mutating func note(_ text: @autoclosure () -> LocalizedText) {
    guard isTracing else { return }
    let text = text()
    notes.append(EvaluationNote(zh: text.zh, en: text.en))
  }

  /// Says that the result rests on the whole text of an argument.
  mutating func restsOnWhole(_ index: Int) {
    if case .nodes(let set) = arguments[index] { readWhole += set.nodes.prefix(1) }
  }

  // MARK: Text

  /// A text: the first node's, or a string as it is. Only a node can be missing; an empty string
  /// was made by the expression itself.
  mutating func text(_ index: Int) throws(FunctionError) -> TextSlice {
    switch arguments[index] {
    case .string(let text): return text
    case .nodes(let set): return try text(of: first(of: set, index), index)
    case .number, .boolean:
      throw .other(
        zh: "第\(index + 1)个参数应为文字", en: "argument \(index + 1) must be text")
    }
  }

  /// The text of a node, or the reason why there is none.
  func text(of node: NodeID, _ index: Int) throws(FunctionError) -> TextSlice {
    switch FieldContent(of: node, in: document) {
    case .text(let text): return text
    case .blank: throw .missing(argument: index + 1)
    case .asWritten(let written): throw pending(.person, node, written)
    case .illegible: throw pending(.person, node, "illegible")
    case .notTranscribed: throw pending(.notTranscribed, node, "notTranscribed")
    }
  }

  private func pending(_ reason: PendingCode, _ node: NodeID, _ detail: String) -> FunctionError {
    .pending(reason: reason.rawValue, detail: "\(document.path(node)) \(detail)")
  }

  private mutating func first(of set: NodeSet, _ index: Int) throws(FunctionError) -> NodeID {
    guard let first = set.nodes.first else {
      doubt.formUnion(set.doubt)
      throw .missing(argument: index + 1)
    }
    return first
  }

  /// The text of a value that is about to be parsed; a number in plain notation.
  private mutating func literal(_ index: Int, _ kind: ValueKind) throws(FunctionError) -> String {
    switch arguments[index] {
    case .number(let number):
      return number == number.rounded() && number.magnitude < 1e15
        ? String(Int(number)) : "\(number)"
    case .boolean(let flag):
      throw .unreadable(value: flag ? "true" : "false", expected: kind.rawValue)
    case .string, .nodes:
      let text = try text(index).trimmed
      if text.isEmpty { throw .missing(argument: index + 1) }
      return text.string
    }
  }

  // MARK: Values

  /// A day or a time on a day.
  mutating func moment(_ index: Int) throws(FunctionError) -> CivilMoment {
    if case .number(let number) = arguments[index] {
      throw .unreadable(value: "\(number)", expected: ValueKind.moment.rawValue)
    }
    return try moment(literal(index, .moment))
  }

  /// A day; of a time, its day.
  mutating func date(_ index: Int) throws(FunctionError) -> CivilDate {
    try moment(index).date
  }

  /// The day or time in a node.
  func moment(of node: NodeID, _ index: Int) throws(FunctionError) -> CivilMoment {
    try moment(text(of: node, index).string)
  }

  private func moment(_ text: String) throws(FunctionError) -> CivilMoment {
    do {
      return try CivilMoment(text)
    } catch {
      throw .unreadable(value: text, expected: ValueKind.moment.rawValue)
    }
  }

  /// An amount in yuan.
  mutating func amount(_ index: Int) throws(FunctionError) -> Amount {
    try amount(literal(index, .amount))
  }

  /// The amount in a node.
  func amount(of node: NodeID, _ index: Int) throws(FunctionError) -> Amount {
    try amount(text(of: node, index).string)
  }

  private func amount(_ text: String) throws(FunctionError) -> Amount {
    do {
      return try Amount(text)
    } catch {
      throw .unreadable(value: text, expected: ValueKind.amount.rawValue)
    }
  }

  /// An exact decimal number.
  mutating func ratio(_ index: Int) throws(FunctionError) -> Fraction {
    let text = try literal(index, .number)
    do {
      return try Fraction(decimal: text)
    } catch {
      throw .unreadable(value: text, expected: ValueKind.number.rawValue)
    }
  }

  /// A whole number, not negative: the length of a period.
  mutating func count(_ index: Int) throws(FunctionError) -> Int {
    let text = try literal(index, .number)
    // Up to nine digits, so that no arithmetic on it can overflow.
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy(DecimalText.isDigit),
      let value = Int(text)
    else { throw .unreadable(value: text, expected: ValueKind.number.rawValue) }
    return value
  }

  /// The number of an official document.
  mutating func documentNumber(_ index: Int) throws(FunctionError) -> DocumentNumber {
    let text = try literal(index, .documentNumber)
    do {
      return try DocumentNumber(text)
    } catch {
      throw .unreadable(value: text, expected: ValueKind.documentNumber.rawValue)
    }
  }

  /// A set of nodes, with its doubt left for the caller to judge.
  func nodes(_ index: Int) throws(FunctionError) -> NodeSet {
    guard case .nodes(let set) = arguments[index] else {
      throw .other(
        zh: "第\(index + 1)个参数应为节点集", en: "argument \(index + 1) must be a node-set")
    }
    return set
  }

  /// A set of nodes of which none may be missing: not empty, and raising its doubt.
  mutating func allNodes(_ index: Int) throws(FunctionError) -> [NodeID] {
    let set = try nodes(index)
    doubt.formUnion(set.doubt)
    if set.nodes.isEmpty { throw .missing(argument: index + 1) }
    return set.nodes
  }
}
