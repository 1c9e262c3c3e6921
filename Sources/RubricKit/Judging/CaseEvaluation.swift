internal import CaseXML
internal import XPath

/// Nodes selected by an expression, and why there may be more.
struct SelectedNodes: Sendable, Hashable {
  var nodes: [NodeID]
  var doubts: [PendingReason]
}

/// Evaluates a rubric's expressions over one case: keeps variables, and turns doubt and errors into
/// outcomes. Confined to one worker.
final class CaseEvaluation: VariableSource {
  private enum Slot {
    case unbound, binding
    case bound(XPathValue, Doubt)
    case failed(XPathError, Doubt)
  }

  let document: XMLDocument
  private let compiled: CompiledRubrics
  private let evaluator: Evaluator
  private var slots: [Slot]
  /// The date that decides which numbers count; nil: the present ones do. What variables gave by the
  /// numbers of another day is forgotten.
  var decidedOn: CivilDate? {
    didSet {
      if decidedOn != oldValue { slots = Array(repeating: .unbound, count: slots.count) }
    }
  }

  init(compiled: CompiledRubrics, parsed: ParsedXML, services: any FunctionServices) {
    self.compiled = compiled
    document = parsed.document
    evaluator = Evaluator(
      document: parsed.document, functions: compiled.functions, services: services,
      keys: compiled.keys, marks: CaseMarks.marks(of: parsed))
    slots = Array(repeating: .unbound, count: compiled.variables.count)
    evaluator.variables = self
  }

  /// The root node.
  var root: NodeID { document.root }

  /// The outermost element.
  var rootElement: NodeID { document.documentElement ?? document.root }

  // MARK: Variables

  func value(slot: Int, for evaluator: Evaluator) throws(XPathError) -> XPathValue {
    switch slots[slot] {
    case .bound(let value, let doubt):
      evaluator.raise(doubt)
      return value
    case .failed(let error, let doubt):
      // What is missing may only not have been seen, whoever asks.
      evaluator.raise(doubt)
      throw error
    case .binding: throw .cycle(compiled.variables[slot].name)
    case .unbound: break
    }
    switch compiled.variables[slot].binding {
    case .constant(let value):
      slots[slot] = .bound(value, [])
      return value
    case .dated(let values):
      // Not kept: whether a rubric applies is asked before the date is known.
      return try dated(values, name: compiled.variables[slot].name)
    case .expression(let expression):
      slots[slot] = .binding
      // Doubt met while binding belongs to every use, so it is kept apart from what was met before.
      let before = evaluator.takeDoubts()
      defer { evaluator.raise(before) }
      do {
        let value = try evaluator.evaluate(expression, at: root)
        let doubt = evaluator.doubts
        slots[slot] = .bound(value, doubt)
        return value
      } catch {
        slots[slot] = .failed(error, evaluator.doubts)
        throw error
      }
    }
  }

  private func dated(_ values: [DatedValue], name: String) throws(XPathError) -> XPathValue {
    let known = values.first { row in
      decidedOn.map { row.parameter.isInForce(on: $0) } ?? (row.parameter.to == nil)
    }
    if let known { return known.value }
    let day = decidedOn.map { "\($0)" } ?? "—"
    throw .function(
      name: "$\(name)",
      .pending(reason: PendingReason.person.rawValue, detail: "$\(name) \(day)"))
  }

  // MARK: Results

  func boolean(_ expression: CompiledExpression, at node: NodeID) throws(EvaluationFailure) -> Bool
  {
    let value = try value(expression, at: node)
    let result = evaluator.boolean(value)
    try refuseDoubt()
    return result
  }

  func string(_ expression: CompiledExpression, at node: NodeID) throws(EvaluationFailure) -> String
  {
    let value = try value(expression, at: node)
    let result = evaluator.string(value).string
    try refuseDoubt()
    return result
  }

  func nodes(_ expression: CompiledExpression, at node: NodeID) throws(EvaluationFailure)
    -> SelectedNodes
  {
    let value = try value(expression, at: node)
    guard case .nodes(let set) = value else {
      throw .error(
        LocalizedText(
          zh: "表达式应选出节点：\(expression.text)",
          en: "the expression should select nodes: \(expression.text)"))
    }
    let doubt = evaluator.takeDoubts().union(set.doubt)
    return SelectedNodes(nodes: set.nodes, doubts: CaseMarks.reasons(doubt))
  }

  private func value(_ expression: CompiledExpression, at node: NodeID) throws(EvaluationFailure)
    -> XPathValue
  {
    _ = evaluator.takeDoubts()
    do {
      return try evaluator.evaluate(expression, at: node)
    } catch {
      // What is missing may only not have been seen.
      try refuseDoubt()
      throw EvaluationFailure(error, in: expression.text)
    }
  }

  private func refuseDoubt() throws(EvaluationFailure) {
    let reasons = CaseMarks.reasons(evaluator.takeDoubts())
    if !reasons.isEmpty { throw .pending(reasons, EvaluationWords.reasons(reasons)) }
  }

  /// What an expression gives, in full.
  func probe(_ expression: CompiledExpression, citations: Citations) throws(EvaluationFailure)
    -> ExpressionProbe.Result
  {
    let value = try value(expression, at: root)
    let derivation = derivation(of: expression, at: root)
    switch value {
    case .nodes(let set):
      let lines = set.nodes.map { node in
        ExpressionProbe.Line(place: citations.place(of: node), text: shown(node))
      }
      return ExpressionProbe.Result(kind: "nodes", lines: lines, derivation: derivation)
    case .boolean, .number, .string:
      let text = evaluator.string(value).string
      let kind =
        switch value {
        case .boolean: "boolean"
        case .number: "number"
        default: "string"
        }
      return ExpressionProbe.Result(
        kind: kind, lines: [ExpressionProbe.Line(place: nil, text: text)], derivation: derivation)
    }
  }

  // MARK: What findings show

  /// The steps of dates and amounts in an expression.
  func derivation(of expression: CompiledExpression, at node: NodeID) -> [LocalizedText] {
    evaluator.isTracing = true
    evaluator.notes = []
    _ = try? evaluator.evaluate(expression, at: node)
    evaluator.isTracing = false
    _ = evaluator.takeDoubts()
    var lines: [LocalizedText] = []
    for note in evaluator.notes {
      let line = LocalizedText(zh: note.zh, en: note.en)
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  /// A message with its placeholders filled in; `—` stands for what is not in the file.
  func message(_ segments: [CompiledCheck.Segment], at node: NodeID) -> String {
    segments.map { segment in
      switch segment {
      case .text(let text): text
      case .expression(let expression): shown(expression, at: node)
      }
    }.joined()
  }

  /// A value with the line of the node it stands in.
  func value(_ expression: CompiledExpression, label: LocalizedText, at node: NodeID) -> ValueRecord
  {
    var line: Int?
    if case .nodes(let set)? = try? evaluator.evaluate(expression, at: node),
      let first = set.nodes.first
    {
      line = document.position(first).line
    }
    let text = shown(expression, at: node)
    return ValueRecord(label: label, value: LocalizedText(zh: text, en: text), line: line)
  }

  /// A result in one line: a value, or the nodes with their lines, or why there is none.
  func shownResult(_ expression: CompiledExpression, at node: NodeID) -> String {
    defer { _ = evaluator.takeDoubts() }
    let value: XPathValue
    do {
      value = try evaluator.evaluate(expression, at: node)
    } catch {
      return
        "〈\(EvaluationFailure(error, in: expression.text).message(about: LocalizedText(zh: "?", en: "?")).zh)〉"
    }
    guard case .nodes(let set) = value else {
      return ElementReader.collapsed(evaluator.string(value).string)
    }
    if set.nodes.isEmpty { return "∅" }
    return set.nodes.prefix(6).map { "\(shown($0)) (L\(document.position($0).line))" }
      .joined(separator: "、") + (set.nodes.count > 6 ? "…" : "")
  }

  func placeNodes(_ expression: CompiledExpression, at node: NodeID) -> [NodeID] {
    (try? nodes(expression, at: node))?.nodes ?? []
  }

  /// The occurrence's key; without one of its own, the document and place the node stands in.
  func key(of check: CompiledCheck, at node: NodeID, citations: Citations, alone: Bool) -> String {
    let own = check.key.flatMap { try? string($0, at: node) }.map(ElementReader.collapsed)
    let key = own.flatMap { $0.isEmpty ? nil : $0 } ?? citations.identity(of: node)
    return alone ? key : "\(check.check.id):\(key)"
  }

  /// The first date an expression selects, if it can be read.
  func firstDate(_ expression: CompiledExpression) -> CivilDate? {
    guard let text = try? string(expression, at: rootElement) else { return nil }
    return try? CivilMoment(ElementReader.collapsed(text)).date
  }

  private func shown(_ expression: CompiledExpression, at node: NodeID) -> String {
    defer { _ = evaluator.takeDoubts() }
    guard let value = try? evaluator.evaluate(expression, at: node) else { return "—" }
    if case .nodes(let set) = value {
      return set.nodes.isEmpty ? "—" : set.nodes.prefix(6).map(shown).joined(separator: "、")
    }
    let text = ElementReader.collapsed(evaluator.string(value).string)
    return text.isEmpty ? "—" : text
  }

  /// A node's text, or what is said of it where it has none.
  private func shown(_ node: NodeID) -> String {
    let text = ElementReader.collapsed(document.stringValue(node).string)
    if !text.isEmpty { return text.count > 60 ? "\(text.prefix(59))…" : text }
    guard document.kind(node) == .element else { return "—" }
    let element = XMLElement(document: document, node: node)
    if let written = element.attribute("asWritten") { return "“\(written)”" }
    switch element.attribute("state") {
    case "blank": return "（空白）"
    case "illegible": return "（字迹不清）"
    case "notTranscribed": return "（未录入）"
    default: return "—"
    }
  }
}

extension EvaluationFailure {
  /// What an XPath error means for an outcome.
  init(_ error: XPathError, in text: String) {
    switch error {
    case .function(_, .pending(let code, let detail)):
      guard let reason = PendingReason(rawValue: code) else {
        self = .error(
          LocalizedText(zh: "待定原因 \(code) 无法识别", en: "the reason \(code) is unknown"))
        return
      }
      let words = EvaluationWords.reasons([reason])
      self = .pending(
        [reason],
        detail.isEmpty
          ? words : LocalizedText(zh: "\(words.zh)（\(detail)）", en: "\(words.en) (\(detail))"))
    case .function(let name, let fault):
      self = .error(EvaluationFailure.words(name, fault))
    case .notNodeSet:
      self = .error(
        LocalizedText(zh: "表达式需要节点：\(text)", en: "the expression needs nodes: \(text)"))
    case .namespacesNotKept:
      self = .error(
        LocalizedText(
          zh: "表达式使用了 namespace 轴，案卷未按此方式读取：\(text)",
          en: "the expression uses the namespace axis, which case files are not read for: \(text)"))
    case .limit:
      self = .error(
        LocalizedText(zh: "表达式计算量超限：\(text)", en: "the expression takes too many steps: \(text)"))
    case .cycle(let name):
      self = .error(
        LocalizedText(zh: "变量 $\(name) 循环引用自身", en: "variable $\(name) refers to itself"))
    }
  }

  private static func words(_ name: String, _ fault: FunctionError) -> LocalizedText {
    switch fault {
    case .missing(let argument):
      LocalizedText(
        zh: "函数 \(name)() 的第\(argument)个参数没有值", en: "argument \(argument) of \(name)() is empty")
    case .unreadable(let value, let expected):
      LocalizedText(
        zh: "函数 \(name)() 无法将“\(value)”读作\(expected)",
        en: "\(name)() cannot read “\(value)” as \(expected)")
    case .limit(let what):
      LocalizedText(zh: "函数 \(name)() 超出限度：\(what)", en: "\(name)() passed a limit: \(what)")
    case .other(let zh, let en):
      LocalizedText(zh: "函数 \(name)()：\(zh)", en: "\(name)(): \(en)")
    case .pending:
      LocalizedText(zh: name, en: name)
    }
  }
}
