internal import XPath

/// The variables and keys that expressions of a rubric may use, as far as plain XPath 1.0 has them.
struct PlainScope {
  /// What a variable is in the exported schema.
  struct Variable {
    /// Its name there.
    var name: String
    var givesNodes = false
    /// The name of the variable that says whether something it rests on was not read; nil: nothing.
    var unread: String?
    /// Where its nodes are found; nil where nobody can say.
    var context: RuleContext.Found?
  }

  /// A key that the schema declares.
  struct Key {
    var unread: String?
  }

  private(set) var variables: [String: Result<Variable, NotPlain>] = [:]
  private(set) var keys: [String: Result<Key, NotPlain>] = [:]
  /// The definitions made so far, in the order in which each sees those before.
  private(set) var definitions: [SchematronSchema.Definition] = []
  private(set) var declaredKeys: [SchematronSchema.Key] = []

  func variable(_ name: String) throws(NotPlain) -> Variable {
    try (variables[name] ?? .failure(.variable(name))).get()
  }

  /// Where the nodes of a variable are found; nil where nobody can say.
  func context(of name: String) -> RuleContext.Found? { (try? variable(name))?.context }

  func key(_ name: String) throws(NotPlain) -> Key {
    try (keys[name] ?? .failure(.function("key"))).get()
  }

  // MARK: Defining

  /// What rubrics define; a name defined before keeps its meaning, which loading made sure is the same.
  mutating func define(_ shared: Definitions) {
    for key in shared.keys where keys[key.name] == nil { define(key) }
    for rows in shared.parametersByName {
      guard let first = rows.first, variables[first.name] == nil else { continue }
      define(first, isDated: rows.contains { $0.from != nil || $0.to != nil })
    }
    for variable in shared.variables where variables[variable.name] == nil {
      define(variable, as: variable.name)
    }
  }

  /// Numbers stay numbers and texts texts, as where the rubric is compiled.
  private mutating func define(_ parameter: Parameter, isDated: Bool) {
    guard !isDated else {
      variables[parameter.name] = .failure(.dated(parameter.name))
      return
    }
    let value: Expression.Kind =
      switch parameter.unit {
      case "yuan", "text", "percent": .literal(parameter.value)
      default: Double(parameter.value).map { .number($0) } ?? .literal(parameter.value)
      }
    definitions.append(
      SchematronSchema.Definition(name: parameter.name, value: PlainXPath.constant(value)))
    variables[parameter.name] = .success(Variable(name: parameter.name))
  }

  /// A variable is bound with the root as its context.
  ///
  /// - Parameter name: its name in the schema, where names of requirements must not meet.
  mutating func define(_ variable: VariableDefinition, as name: String) {
    variables[variable.name] = bind(variable, as: name)
  }

  private mutating func bind(_ variable: VariableDefinition, as name: String)
    -> Result<Variable, NotPlain>
  {
    do throws(NotPlain) {
      let expression = try NotPlain.parse(variable.select)
      let text = PlainXPath(scope: self)
      let value = try text.value(expression, from: nil)
      let givesNodes = text.givesNodes(expression)
      var parts = UnreadParts(text)
      try parts.collect(expression, from: "/", givesNodes ? .existence : .value)
      definitions.append(SchematronSchema.Definition(name: name, value: value))
      var unread: String?
      if let condition = parts.condition {
        let flag = "unread.\(name)"
        definitions.append(SchematronSchema.Definition(name: flag, value: condition))
        unread = flag
      }
      return .success(
        Variable(
          name: name, givesNodes: givesNodes, unread: unread,
          context: RuleContext.find(expression, self)))
    } catch {
      return .failure(error)
    }
  }

  private mutating func define(_ key: KeySource) {
    do throws(NotPlain) {
      let match = try NotPlain.parse(key.match)
      let use = try NotPlain.parse(key.use)
      let text = PlainXPath(scope: self)
      var parts = UnreadParts(text)
      try parts.collect(match, from: "/", .existence)
      try parts.collect(use, from: UnreadParts.path(of: match, text), .value)
      declaredKeys.append(
        SchematronSchema.Key(
          name: key.name, match: try text.text(match, from: nil),
          use: try text.value(use, from: nil)))
      var unread: String?
      if let condition = parts.condition {
        let flag = "unread.key.\(key.name)"
        definitions.append(SchematronSchema.Definition(name: flag, value: condition))
        unread = flag
      }
      keys[key.name] = .success(Key(unread: unread))
    } catch {
      keys[key.name] = .failure(error)
    }
  }
}
