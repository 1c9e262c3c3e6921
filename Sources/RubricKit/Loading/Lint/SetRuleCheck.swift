internal import XPath

/// What a set rule says of itself that cannot be.
struct SetRuleCheck {
  struct Problem {
    var code: String
    var message: LocalizedText
  }

  private let rule: SetRule

  init(_ rule: SetRule) { self.rule = rule }

  /// What the condition may call by name, with its type.
  var variables: [String: StaticType] {
    var types: [String: StaticType] = [:]
    for role in ["a", "b"] {
      types["\(role).case"] = .string
      types["\(role).agency"] = .string
      for value in rule.facts.flatMap(\.values) { types["\(role).\(value.name)"] = value.type.type }
    }
    return types
  }

  var problems: [Problem] { values + condition + placeholders + examples }

  /// A condition sees two facts and nothing else: neither a file nor a register.
  private var condition: [Problem] {
    guard let text = rule.comparison.condition, let tree = try? XPathParser.parse(text) else {
      return []
    }
    let refused = Set(
      (CaseFunctions.registerFunctions + CaseFunctions.standingFunctions
        + CaseFunctions.rangeFunctions + CaseFunctions.lawFunctions
        + CaseFunctions.provisionFunctions + CaseFunctions.periodFunctions).map(
          \.signature.name))
    var called: [String] = []
    tree.walk { expression in
      if case .call(let name, _) = expression.kind, refused.contains(name) { called.append(name) }
    }
    return called.map { name in
      problem(
        "set-condition", "where 中不能用 \(name)：比对时没有登记册和日历",
        "where cannot call \(name): there are no registers and no calendar when facts are compared")
    }
  }

  /// The parts of the comparison that must be there, and what they may be.
  private var values: [Problem] {
    let (comparison, facts) = (rule.comparison, rule.facts)
    var problems: [Problem] = []
    for (part, types) in comparison.kind.parts {
      guard let name = comparison.values[part] else {
        problems.append(
          problem(
            "set-comparison", "比较方式 \(comparison.kind.rawValue) 须写明 \(part)",
            "the comparison \(comparison.kind.rawValue) needs \(part)"))
        continue
      }
      let found = facts.flatMap(\.values).first { $0.name == name }
      if found.map({ types.contains($0.type) }) != true {
        let list = types.map(\.rawValue).sorted().joined(separator: ", ")
        problems.append(
          problem(
            "set-comparison", "\(part)=\(name) 不是事实的值，或者不是 \(list)",
            "\(part)=\(name) is no value of the facts, or not of type \(list)"))
      }
    }
    if facts.count > 1, comparison.kind != .pair {
      problems.append(
        problem(
          "set-comparison", "只有 pair 可以有两种事实", "only pair compares two kinds of facts"))
    }
    if Set(facts.map(\.name)).count != facts.count {
      problems.append(problem("set-comparison", "两种事实须有不同的名称", "two kinds of facts need two names"))
    }
    if comparison.condition != nil, ![.pair, .overlap, .similar].contains(comparison.kind) {
      problems.append(
        problem(
          "set-comparison", "where 只用于 pair、overlap 和 similar",
          "only pair, overlap and similar have a where"))
    }
    if comparison.kind == .pair, comparison.condition == nil {
      problems.append(problem("set-comparison", "pair 须有 where", "pair needs a where"))
    }
    return problems
  }

  /// What messages call by name must be there.
  private var placeholders: [Problem] {
    let kind = rule.comparison.kind
    var known: Set<String> = ["count", "key", "a.case", "b.case"]
    known.formUnion(kind.words)
    for value in rule.facts.flatMap(\.values) {
      known.formUnion(["a.\(value.name)", "b.\(value.name)"])
    }
    return [rule.message.zh, rule.message.en].flatMap { message in
      message.matches(of: /\{([^}]*)\}/).map { String($0.output.1) }
    }.filter { !known.contains($0) }.map { name in
      problem("set-message", "message 中的 {\(name)} 没有定义", "nothing defines {\(name)} in message")
    }
  }

  private var examples: [Problem] {
    let counts = rule.examples.map(\.matches)
    guard counts.contains(0), counts.contains(where: { $0 > 0 }) else {
      return [
        problem(
          "set-examples", "至少要有一个发现矛盾的示例和一个没有矛盾的示例",
          "there must be an example that matches and one that does not")
      ]
    }
    return []
  }

  private func problem(_ code: String, _ zh: String, _ en: String) -> Problem {
    Problem(
      code: code, message: LocalizedText(zh: "\(rule.id)：\(zh)", en: "\(rule.id): \(en)"))
  }
}

extension SetComparison.Kind {
  /// The values that the comparison reads, with the types they may have.
  var parts: [(name: String, types: Set<SetValueType>)] {
    switch self {
    case .same, .pair: []
    case .overlap: [("from", [.moment]), ("to", [.moment])]
    case .sequence: [("number", [.number]), ("date", [.date, .moment])]
    case .spread: [("value", [.amount])]
    case .crowd: [("date", [.date, .moment])]
    case .similar: [("text", [.text])]
    case .below: [("value", [.amount]), ("limit", [.amount])]
    }
  }

  /// What the comparison lets messages call by name.
  var words: Set<String> {
    switch self {
    case .overlap: ["minutes"]
    case .crowd: ["days"]
    case .similar: ["percent"]
    case .below: ["below", "above"]
    case .same, .pair, .sequence, .spread: []
    }
  }
}

extension SetValueType {
  /// As lint sees it: dates and amounts are compared by functions only.
  var type: StaticType {
    switch self {
    case .text: .string
    case .date: .value(.date)
    case .moment: .value(.moment)
    case .amount: .value(.amount)
    case .number: .number
    }
  }
}
