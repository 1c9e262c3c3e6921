internal import CaseXML
internal import XPath

/// Compiles a library's rubrics, the requirements they name and the set rules together.
struct RubricCompiler {
  private let library: RubricLibrary
  private let functions: FunctionLibrary
  private var compiler: XPathCompiler
  private var variables: [CompiledVariable] = []
  private var keys: [KeyDefinition] = []
  private var problems: [RubricProblem] = []
  /// What a global name was defined as, to refuse a second meaning.
  private var meanings: [String: String] = [:]

  init(library: RubricLibrary, functions: FunctionLibrary) {
    self.library = library
    self.functions = functions
    compiler = XPathCompiler(library: functions)
  }

  /// - Parameter ids: rubrics to compile, in any order; empty: all.
  static func compile(
    _ library: RubricLibrary, rubrics ids: Set<String>, functions: FunctionLibrary
  )
    throws(UnusableRubricError) -> CompiledRubrics
  {
    var compiler = RubricCompiler(library: library, functions: functions)
    let rubrics = library.rubrics.filter { ids.isEmpty || ids.contains($0.id) }
    let compiled = compiler.compile(rubrics, named: ids)
    if !compiler.problems.isEmpty { throw UnusableRubricError(problems: compiler.problems) }
    return compiled
  }

  private mutating func compile(_ rubrics: [Rubric], named: Set<String>)
    -> CompiledRubrics
  {
    for rubric in rubrics { define(rubric.definitions) }
    let earned = Set(rubrics.flatMap(\.items).filter { !$0.earns.isEmpty }.map(\.requirement))
    var places: [String: Int] = [:]
    var requirements: [CompiledRequirement] = []
    var compiled: [CompiledRubric] = []
    for rubric in rubrics {
      for item in rubric.items where places[item.requirement] == nil {
        guard let requirement = library.requirement(item.requirement) else { continue }
        places[item.requirement] = requirements.count
        requirements.append(
          self.requirement(requirement, isEarned: earned.contains(requirement.id)))
      }
      compiled.append(
        CompiledRubric(
          rubric: rubric, items: rubric.items, applies: expression(rubric.applies),
          unasked: named.contains(rubric.id) ? nil : rubric.unasked.map { expression($0) },
          decidedBy: expression(rubric.decidedBy),
          requirements: rubric.items.compactMap { places[$0.requirement] },
          places: ItemTally.places(of: rubric)))
    }
    var vetoes: Set<Int> = []
    for rubric in compiled {
      for (place, item) in zip(rubric.requirements, rubric.items) where item.veto != nil {
        vetoes.insert(place)
      }
    }
    let rules = library.setRules.map { rule in
      CompiledSetRule(
        rule: rule,
        facts: rule.facts.map { fact in
          CompiledSetRule.Fact(
            fact: fact, each: expression(fact.each), key: expression(fact.key),
            values: fact.values.map { ($0, expression($0.select)) })
        })
    }
    return CompiledRubrics(
      names: compiler.names.freeze(), rubrics: compiled, vetoes: vetoes,
      requirements: requirements,
      setRules: rules, keys: keys, variables: variables, functions: functions)
  }

  /// One expression with the definitions of all rubrics in scope.
  mutating func snippet(_ text: String) throws(XPathSyntaxError) -> (
    CompiledRubrics, CompiledExpression
  ) {
    for rubric in library.rubrics { define(rubric.definitions) }
    let expression = try compiler.compile(text)
    let compiled = CompiledRubrics(
      names: compiler.names.freeze(), rubrics: [], vetoes: [], requirements: [], setRules: [],
      keys: keys, variables: variables, functions: functions)
    return (compiled, expression)
  }

  // MARK: Definitions

  private mutating func define(_ definitions: Definitions) {
    for key in definitions.keys
    where isNew("key \(key.name)", as: key.match.text + key.use.text, key.match) {
      compiler.keys[key.name] = keys.count
      do {
        keys.append(try compiler.key(name: key.name, match: key.match.text, use: key.use.text))
      } catch {
        report(error, key.match)
      }
    }
    for rows in definitions.parametersByName {
      let meaning = rows.map(\.meaning).joined(separator: "\n")
      guard let first = rows.first, isNew("$\(first.name)", as: meaning, first.place) else {
        continue
      }
      let values = rows.map { DatedValue(parameter: $0, value: RubricCompiler.value(of: $0)) }
      let isDated = rows.contains { $0.from != nil || $0.to != nil }
      bind(first.name, isDated ? .dated(values) : .constant(RubricCompiler.value(of: first)))
    }
    for variable in definitions.variables
    where isNew("$\(variable.name)", as: variable.select.text, variable.select) {
      bind(variable.name, .expression(expression(variable.select)))
    }
  }

  /// True where a global name has no meaning yet; a second, different meaning is a problem.
  private mutating func isNew(_ name: String, as meaning: String, _ place: ExpressionSource) -> Bool
  {
    guard let known = meanings[name] else {
      meanings[name] = meaning
      return true
    }
    if known != meaning {
      problems.append(
        RubricProblem(
          "conflicting-definition", file: place.file, position: place.position,
          zh: "\(name) 在不同标准中定义不一，一个评查项目只能有一种结论；请统一或改名",
          en: "\(name) is defined differently in two rubrics; make them agree or rename one"))
    }
    return false
  }

  private mutating func bind(_ name: String, _ binding: CompiledVariable.Binding) {
    compiler.variables[name] = variables.count
    variables.append(CompiledVariable(name: name, binding: binding))
  }

  /// Counts are numbers; amounts and texts stay text, so that they are compared exactly.
  private static func value(of parameter: Parameter) -> XPathValue {
    switch parameter.unit {
    case "yuan", "text", "percent": .string(TextSlice(parameter.value))
    default: .number(Double(parameter.value) ?? .nan)
    }
  }

  // MARK: Requirements

  private mutating func requirement(_ requirement: Requirement, isEarned: Bool)
    -> CompiledRequirement
  {
    let outer = compiler.variables
    var own: [(name: String, select: CompiledExpression)] = []
    for variable in requirement.variables {
      let select = expression(variable.select)
      bind(variable.name, .expression(select))
      own.append((variable.name, select))
    }
    let compiled = CompiledRequirement(
      requirement: requirement, variables: own, when: requirement.when.map { expression($0) },
      checks: requirement.checks.map { check($0) }, isEarned: isEarned)
    compiler.variables = outer
    return compiled
  }

  private mutating func check(_ check: Check) -> CompiledCheck {
    CompiledCheck(
      check: check, each: expression(check.each), when: check.when.map { expression($0) },
      test: check.test.map { expression($0) }, key: check.key.map { expression($0) },
      zh: segments(check.message.zh), en: segments(check.message.en),
      values: check.values.map { ($0.label, expression($0.select)) },
      places: check.places.map { expression($0) })
  }

  private mutating func segments(_ segments: [MessageTemplate.Segment]) -> [CompiledCheck.Segment] {
    segments.map { segment in
      switch segment {
      case .text(let text): .text(text)
      case .expression(let source): .expression(expression(source))
      }
    }
  }

  private mutating func expression(_ source: ExpressionSource) -> CompiledExpression {
    do {
      return try compiler.compile(source.text)
    } catch {
      report(error, source)
      return .nothing
    }
  }

  private mutating func report(_ error: XPathSyntaxError, _ source: ExpressionSource) {
    problems.append(
      RubricProblem(
        "xpath", file: source.file, position: source.position,
        zh: "表达式“\(source.text)”有误：\(error.zh)", en: "expression “\(source.text)”: \(error.en)"))
  }
}
