internal import XPath

/// A requirement's checks as assertions of the schema.
struct PlainRequirement {
  private let requirement: Requirement
  private var scope: PlainScope
  private let language: Language
  private(set) var definitions: [SchematronSchema.Definition] = []
  private(set) var assertions: [SchematronSchema.Assertion] = []
  /// The nodes that checks go through, where a rule's context takes in more.
  private var sets: [SchematronSchema.Definition] = []
  private(set) var omissions: [SchematronExport.Omission] = []

  init(_ requirement: Requirement, _ scope: PlainScope, _ language: Language) {
    self.requirement = requirement
    self.scope = scope
    self.language = language
  }

  /// - Parameter isJudged: when the requirement is judged at all.
  mutating func translate(_ isJudged: String) {
    let shared = scope.definitions.count
    for variable in requirement.variables {
      scope.define(variable, as: "\(requirement.id).\(variable.name)")
    }
    do throws(NotPlain) {
      guard !requirement.checks.isEmpty else { throw .person }
      let condition = try self.condition(isJudged)
      for check in requirement.checks { add(check) }
      guard !assertions.isEmpty else { return }
      definitions = scope.definitions[shared...] + [condition] + sets
    } catch {
      omissions = [SchematronExport.Omission(id: requirement.id, reason: error.words)]
    }
  }

  private func condition(_ isJudged: String) throws(NotPlain) -> SchematronSchema.Definition {
    var value = isJudged
    if let when = requirement.when {
      let text = PlainXPath(scope: scope)
      let expression = try NotPlain.parse(when)
      var parts = UnreadParts(text)
      try parts.collect(expression, from: "/", .existence)
      if let unread = parts.condition { value += " and not(\(unread))" }
      value += " and (\(try text.text(expression, from: nil)))"
    }
    return SchematronSchema.Definition(name: "judged.\(requirement.id)", value: value)
  }

  private mutating func add(_ check: Check) {
    let id = "\(requirement.id)/\(check.id)"
    do throws(NotPlain) {
      assertions.append(try assertion(check, id))
    } catch {
      omissions.append(SchematronExport.Omission(id: id, reason: error.words))
    }
  }

  private mutating func assertion(_ check: Check, _ id: String) throws(NotPlain)
    -> SchematronSchema.Assertion
  {
    guard let test = check.test else { throw .person }
    let text = PlainXPath(scope: scope)
    let each = try NotPlain.parse(check.each)
    let inOrder = try NotPlain.parse(test)
    var parts = UnreadParts(text)
    var excused = ["not($judged.\(requirement.id))"]
    let context = RuleContext(each, scope)
    if !context.isExact {
      let name = "each.\(id.replacing("/", with: "."))"
      let nodes = try text.text(each, from: nil)
      sets.append(SchematronSchema.Definition(name: name, value: nodes))
      excused.append("count(. | $\(name)) != count($\(name))")
    }
    var when: String?
    if let source = check.when {
      let expression = try NotPlain.parse(source)
      try parts.collect(expression, from: ".", .existence)
      when = "not(\(try text.text(expression, from: nil)))"
    }
    try parts.collect(inOrder, from: ".", .existence)
    try parts.collect(each, from: "/", .existence, steps: false)
    if let unread = parts.condition { excused.append(unread) }
    if let when { excused.append(when) }
    // What must hold comes first: engines that look no variable up are through with most nodes there.
    let conditions = ["(\(try text.text(inOrder, from: nil)))"] + excused
    return SchematronSchema.Assertion(
      id: id, context: context, role: role(check), test: conditions.joined(separator: " or "),
      message: message(check, text))
  }

  private func role(_ check: Check) -> String {
    switch check.effect {
    case .note: "info"
    case .ask: "warning"
    case .fault: requirement.judge == .engine ? "error" : "warning"
    }
  }

  /// The message with its values; `…` stands for those that plain XPath cannot write.
  private func message(_ check: Check, _ text: PlainXPath) -> [SchematronSchema.Segment] {
    (language == .zh ? check.message.zh : check.message.en).map { segment in
      switch segment {
      case .text(let words): return .text(words)
      case .expression(let source):
        guard let expression = try? NotPlain.parse(source),
          let select = try? text.value(expression, from: nil)
        else { return .text("…") }
        return .value("normalize-space(\(select))")
      }
    }
  }
}
