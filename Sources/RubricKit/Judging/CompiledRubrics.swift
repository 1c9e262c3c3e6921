public import CaseXML
internal import XPath

/// Rubrics, requirements and set rules compiled together: immutable and shared by all workers.
///
/// A requirement is judged once per case, however many rubrics it stands in, so everything that
/// rubrics define for it must agree between them.
public struct CompiledRubrics: Sendable {
  /// The names all expressions use; documents must be parsed with this table.
  public let names: NameTable
  let rubrics: [CompiledRubric]
  /// In the order of first appearance in the rubrics.
  let requirements: [CompiledRequirement]
  let setRules: [CompiledSetRule]
  let keys: [KeyDefinition]
  let variables: [CompiledVariable]
  let functions: FunctionLibrary
}

struct CompiledVariable: Sendable {
  /// What the slot is bound to.
  enum Binding: Sendable {
    case constant(XPathValue)
    case expression(CompiledExpression)
  }

  var name: String
  var binding: Binding
}

struct CompiledRubric: Sendable {
  var rubric: Rubric
  var applies: CompiledExpression
  var decidedBy: CompiledExpression
  /// For each item, where its requirement stands in ``CompiledRubrics/requirements``.
  var requirements: [Int]
  var roles: [RubricSection.Role]
}

struct CompiledRequirement: Sendable {
  var requirement: Requirement
  /// The requirement's own variables.
  var variables: [(name: String, select: CompiledExpression)]
  var when: CompiledExpression?
  var checks: [CompiledCheck]
}

struct CompiledCheck: Sendable {
  enum Segment: Sendable {
    case text(String)
    case expression(CompiledExpression)
  }

  var check: Check
  var each: CompiledExpression
  var when: CompiledExpression?
  var test: CompiledExpression?
  var key: CompiledExpression?
  var zh: [Segment]
  var en: [Segment]
  var values: [(label: LocalizedText, select: CompiledExpression)]
  var places: [CompiledExpression]
}

struct CompiledSetRule: Sendable {
  var rule: SetRule
  var each: CompiledExpression
  var key: CompiledExpression
}
