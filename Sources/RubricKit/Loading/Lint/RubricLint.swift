internal import CaseXML
internal import XPath

/// Checks a library beyond what loading and compiling refuse: everything a rubric's author should
/// mend before a rubric is used.
public struct RubricLint {
  private let library: RubricLibrary
  private let laws: LawRegister
  private let parameters: ParameterCheck
  private var typer: PathTyper
  private var problems: [RubricProblem] = []

  /// Months after which a parameter should be compared with its source again, unless told otherwise:
  /// laws and local rules change, and whoever keeps a rubric looks through it once a year.
  public static let usualTerm = 12

  /// All problems of a library, in the order of files and lines, as of the assembly's day.
  ///
  /// - Parameter term: months after which a parameter's check is out of date.
  public static func problems(of assembly: AuditAssembly, parameterTerm term: Int = usualTerm)
    -> [RubricProblem]
  {
    var lint = RubricLint(
      library: assembly.library, laws: assembly.laws,
      parameters: ParameterCheck(asOf: assembly.context.services.asOf, term: term),
      typer: PathTyper(
        graph: VocabularyGraph(assembly.context.vocabulary), functions: CaseFunctions.library))
    lint.run()
    return
      (lint.problems + coverage(in: assembly.library) + templates(in: assembly.library)
      + assembly.library.warnings).sorted()
  }

  /// What is wrong in the texts of papers, where the folder has any.
  private static func templates(in library: RubricLibrary) -> [RubricProblem] {
    PaperTemplate.Kind.allCases.flatMap { kind -> [RubricProblem] in
      guard OwnFileParser.exists(Paths.join(library.folder, "templates/\(kind.rawValue).xml"))
      else { return [] }
      do throws(UnusableRubricError) {
        _ = try PaperTemplate(kind, folder: library.folder)
        return []
      } catch {
        return error.problems
      }
    }
  }

  /// What does not agree in the coverage maps that stand beside rubrics, and in the law map.
  private static func coverage(in library: RubricLibrary) -> [RubricProblem] {
    func problems(
      _ load: () throws(UnusableRubricError) -> CoverageMap?
    ) -> [RubricProblem] {
      do throws(UnusableRubricError) {
        return try load().map { CoverageCheck.problems(of: $0, in: library) } ?? []
      } catch {
        return error.problems
      }
    }
    return library.rubrics.flatMap { rubric in
      problems { () throws(UnusableRubricError) in try CoverageMap.load(rubric.id, in: library) }
    } + problems { () throws(UnusableRubricError) in try CoverageMap.lawMap(in: library) }
  }

  private init(
    library: RubricLibrary, laws: LawRegister, parameters: ParameterCheck, typer: PathTyper
  ) {
    self.library = library
    self.laws = laws
    self.parameters = parameters
    self.typer = typer
  }

  private mutating func run() {
    for rubric in library.rubrics {
      define(rubric.definitions)
      check(rubric)
    }
    let shared = typer.variables
    for id in library.requirements.keys.sorted() {
      guard let requirement = library.requirement(id) else { continue }
      typer.variables = shared
      check(requirement)
    }
    typer.variables = shared
    for rule in library.setRules { check(rule) }
  }

  // MARK: Rubrics

  private mutating func define(_ definitions: Definitions) {
    for key in definitions.keys {
      let type = expression(RubricLint.anywhere(key.match), [.document])
      typer.keys[key.name] = type
      if case .nodes(let nodes) = type { _ = expression(key.use, nodes) }
    }
    for parameter in definitions.parameters {
      typer.variables[parameter.name] = parameter.unit == "yuan" ? .value(.amount) : .number
      problems += parameters.problems(of: parameter).filter { !problems.contains($0) }
    }
    for rows in definitions.parametersByName {
      for (place, row) in rows.enumerated() where rows[..<place].contains(where: row.overlaps) {
        report(
          "parameter-overlap", row.place, zh: "参数 \(row.name) 有两个值的施行期间重叠",
          en: "two values of parameter \(row.name) are in force at once")
      }
    }
    for variable in definitions.variables {
      typer.variables[variable.name] = expression(variable.select, [.document])
    }
  }

  /// A key's pattern, found anywhere.
  private static func anywhere(_ match: ExpressionSource) -> ExpressionSource {
    var source = match
    source.text = match.text.split(separator: "|").map { part in
      let trimmed = ElementReader.collapsed(String(part))
      return trimmed.hasPrefix("/") ? trimmed : "//" + trimmed
    }.joined(separator: " | ")
    return source
  }

  private mutating func check(_ rubric: Rubric) {
    _ = expression(rubric.applies, [.document])
    _ = expression(rubric.decidedBy, [.document])
    if let unasked = rubric.unasked { _ = expression(unasked, [.document]) }
    if (try? XPathParser.parse(rubric.applies.text))?.constantTruth == false {
      report(
        "never-true", rubric.applies, zh: "评查标准 \(rubric.id) 不适用于任何案卷",
        en: "rubric \(rubric.id) applies to no case file")
    }
    problems += RubricSums.problems(of: rubric)
    for item in rubric.items {
      checkGate(item, rubric)
      checkEarning(item, rubric)
    }
  }

  /// A gate must name checks that there are.
  private mutating func checkGate(_ item: RubricItem, _ rubric: Rubric) {
    let checks = library.requirement(item.requirement)?.checks.map(\.id) ?? []
    for check in item.gate where !checks.contains(check) {
      report(
        "unknown-check", RubricLint.place(item, rubric),
        zh: "评查项目 \(item.requirement) 没有检查 \(check)",
        en: "requirement \(item.requirement) has no check \(check)")
    }
  }

  /// Of an item that earns points, each check that is no remark earns some, once: else nobody would lose
  /// anything by its failing.
  private mutating func checkEarning(_ item: RubricItem, _ rubric: Rubric) {
    guard !item.earns.isEmpty, let requirement = library.requirement(item.requirement) else {
      return
    }
    let earning = item.earns.map(\.check).sorted()
    let checks = requirement.checks.filter { $0.effect != .note }.map(\.id).sorted()
    if earning != checks {
      report(
        "earn", RubricLint.place(item, rubric),
        zh: "\(item.requirement) 的得分检查应为 \(checks.joined(separator: "、"))，"
          + "各一次，现为 \(earning.joined(separator: "、"))",
        en:
          "the checks of \(item.requirement) are \(checks.joined(separator: ", ")), and each must "
          + "earn points once, not \(earning.joined(separator: ", "))")
    }
  }

  private static func place(_ item: RubricItem, _ rubric: Rubric) -> ExpressionSource {
    ExpressionSource(text: "", file: rubric.file, position: item.position)
  }

  // MARK: Requirements

  private mutating func check(_ requirement: Requirement) {
    let place = ExpressionSource(text: "", file: requirement.file, position: requirement.position)
    if requirement.bases.isEmpty {
      report("no-basis", place, zh: "没有依据", en: "there is no basis")
    }
    for basis in requirement.bases {
      if let fault = laws.fault(of: basis) {
        report("unknown-law", place, zh: fault.zh, en: fault.en)
      }
    }
    let asks = requirement.judge != .engine || requirement.checks.contains { $0.effect == .ask }
    if asks && requirement.question == nil {
      report(
        "no-question", place, zh: "由人判断的项目没有写明问题",
        en: "a person is asked, but no question is written")
    }
    if requirement.judge == .engine && requirement.checks.isEmpty {
      report("no-check", place, zh: "没有任何检查", en: "there is no check")
    }
    for check in requirement.checks where check.test == nil && requirement.judge == .engine {
      report(
        "no-test",
        ExpressionSource(text: "", file: requirement.file, position: check.position),
        zh: "检查 \(check.id) 没有 test", en: "check \(check.id) has no test")
    }
    checkExamples(requirement, place)
    checkExpressions(requirement)
    problems += Reachability.problems(of: requirement)
  }

  private mutating func checkExamples(_ requirement: Requirement, _ place: ExpressionSource) {
    for example in requirement.examples {
      for id in example.changes where id == requirement.id || library.requirement(id) == nil {
        report(
          "unknown-requirement",
          ExpressionSource(text: "", file: requirement.file, position: example.position),
          zh: "示例“\(example.title)”的 changes 列有 \(id)，没有这个其他项目",
          en: "changes of the example “\(example.title)” lists \(id), which is no other requirement"
        )
      }
    }
    let verdicts = Set(requirement.examples.map(\.verdict))
    let canFail =
      requirement.judge == .engine && requirement.checks.contains { $0.effect == .fault }
    var missing: [String] = []
    if requirement.judge != .person, !verdicts.contains(.passed) { missing.append("passed") }
    if canFail, !verdicts.contains(.failed) { missing.append("failed") }
    if !canFail, !verdicts.contains(.pending),
      requirement.checks.contains(where: { $0.effect != .note })
        || requirement.judge == .person
    {
      missing.append("pending")
    }
    if requirement.when != nil, !verdicts.contains(.notApplicable) {
      missing.append("notApplicable")
    }
    if !missing.isEmpty {
      report(
        "no-example", place, zh: "缺少结论为 \(missing.joined(separator: "、")) 的示例",
        en: "there is no example with the verdict \(missing.joined(separator: ", "))")
    }
  }

  private mutating func checkExpressions(_ requirement: Requirement) {
    for variable in requirement.variables {
      typer.variables[variable.name] = expression(variable.select, [.document])
    }
    if let when = requirement.when { _ = expression(when, [.document]) }
    for check in requirement.checks {
      guard case .nodes(let nodes) = expression(check.each, [.document]) else {
        report("not-nodes", check.each, zh: "each 应选出节点", en: "each should select nodes")
        continue
      }
      for source in [check.when, check.test, check.key].compactMap({ $0 }) {
        _ = expression(source, nodes)
      }
      for source in check.values.map(\.select) + check.places + check.message.expressions {
        _ = expression(source, nodes)
      }
    }
  }

  // MARK: Set rules

  private mutating func check(_ rule: SetRule) {
    let shared = typer.variables
    defer { typer.variables = shared }
    for fact in rule.facts {
      guard case .nodes(let nodes) = expression(fact.each, [.document]) else { continue }
      _ = expression(fact.key, nodes)
      for value in fact.values { _ = expression(value.select, nodes) }
    }
    for problem in SetRuleCheck(rule).problems {
      report(problem.code, rule.place, zh: problem.message.zh, en: problem.message.en)
    }
    if let condition = rule.comparison.condition {
      typer.variables = SetRuleCheck(rule).variables
      _ = expression(
        ExpressionSource(text: condition, file: rule.file, position: rule.place.position),
        [.document])
    }
    for basis in rule.bases {
      if let fault = laws.fault(of: basis) {
        report("unknown-law", rule.place, zh: fault.zh, en: fault.en)
      }
    }
  }

  // MARK: Expressions

  private mutating func expression(_ source: ExpressionSource, _ context: Set<SchemaNode>)
    -> StaticType
  {
    let (type, faults) = typer.check(source.text, context: context)
    for fault in faults {
      report(
        fault.code, source, zh: "表达式“\(source.text)”：\(fault.message.zh)",
        en: "expression “\(source.text)”: \(fault.message.en)")
    }
    return type
  }

  private mutating func report(_ code: String, _ place: ExpressionSource, zh: String, en: String) {
    problems.append(
      RubricProblem(code, file: place.file, position: place.position, zh: zh, en: en))
  }
}

extension MessageTemplate {
  /// The expressions in both languages.
  var expressions: [ExpressionSource] {
    (zh + en).compactMap { segment in
      if case .expression(let source) = segment { return source }
      return nil
    }
  }
}
