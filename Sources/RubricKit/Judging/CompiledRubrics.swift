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
  /// Requirements that are a veto in some rubric, by place.
  let vetoes: Set<Int>
  /// In the order of first appearance in the rubrics.
  let requirements: [CompiledRequirement]
  let setRules: [CompiledSetRule]
  let keys: [KeyDefinition]
  let variables: [CompiledVariable]
  let functions: FunctionLibrary
}

/// A parameter's value with its days of force.
struct DatedValue: Sendable {
  var parameter: Parameter
  var value: XPathValue
}

struct CompiledVariable: Sendable {
  /// What the slot is bound to.
  enum Binding: Sendable {
    case constant(XPathValue)
    /// The value in force on the date that decides.
    case dated([DatedValue])
    case expression(CompiledExpression)
  }

  var name: String
  var binding: Binding
}

struct CompiledRubric: Sendable {
  var rubric: Rubric
  /// The rubric's items, in order.
  var items: [RubricItem]
  var applies: CompiledExpression
  /// Nil where it is used always, or was named.
  var unasked: CompiledExpression?
  var decidedBy: CompiledExpression
  /// For each item, where its requirement stands in ``CompiledRubrics/requirements``.
  var requirements: [Int]
  /// For each item, where it stands in the rubric.
  var places: [ItemTally.Place]
}

/// A class, since every case passes it on: a struct of this size is dear to copy.
final class CompiledRequirement: Sendable {
  let requirement: Requirement
  /// The requirement's own variables.
  let variables: [(name: String, select: CompiledExpression)]
  let when: CompiledExpression?
  let checks: [CompiledCheck]
  /// Whether its checks earn points in some rubric, so that it matters what each of them found.
  let isEarned: Bool

  init(
    requirement: Requirement, variables: [(name: String, select: CompiledExpression)],
    when: CompiledExpression?, checks: [CompiledCheck], isEarned: Bool = false
  ) {
    self.requirement = requirement
    self.variables = variables
    self.when = when
    self.checks = checks
    self.isEarned = isEarned
  }
}

/// A class for the same reason.
final class CompiledCheck: Sendable {
  enum Segment: Sendable {
    case text(String)
    case expression(CompiledExpression)
  }

  let check: Check
  let each: CompiledExpression
  let when: CompiledExpression?
  let test: CompiledExpression?
  let key: CompiledExpression?
  let zh: [Segment]
  let en: [Segment]
  let values: [(label: LocalizedText, select: CompiledExpression)]
  let places: [CompiledExpression]

  init(
    check: Check, each: CompiledExpression, when: CompiledExpression?, test: CompiledExpression?,
    key: CompiledExpression?, zh: [Segment], en: [Segment],
    values: [(label: LocalizedText, select: CompiledExpression)], places: [CompiledExpression]
  ) {
    self.check = check
    self.each = each
    self.when = when
    self.test = test
    self.key = key
    self.zh = zh
    self.en = en
    self.values = values
    self.places = places
  }
}

struct CompiledSetRule: Sendable {
  struct Fact: Sendable {
    var fact: SetFact
    var each: CompiledExpression
    var key: CompiledExpression
    var values: [(value: SetFact.Value, select: CompiledExpression)]
  }

  var rule: SetRule
  var facts: [Fact]
}
