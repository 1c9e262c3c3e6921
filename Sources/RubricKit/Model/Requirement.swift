public import CaseXML

/// A requirement: what must hold, why, and how to put it right. Written once, it may stand in
/// several rubrics.
public struct Requirement: DaysOfForce, Sendable, Hashable, Identifiable {
  /// Stable, never reused: `penalty.notice.hearing-period`.
  public var id: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// How grave it is.
  public var severity: Severity
  /// Who judges it.
  public var judge: Judge
  /// The one of the three systems it belongs to.
  public var system: EnforcementSystem
  /// Days of force; outside them the requirement does not apply.
  public var from: CivilDate?
  /// The last day of force; nil: still in force.
  public var to: CivilDate?
  /// In the order of the file; each sees those before.
  public var variables: [VariableDefinition]
  /// The condition; nil: always.
  public var when: ExpressionSource?
  /// In the order of the file.
  public var checks: [Check]
  /// What a person is asked; required unless the engine alone judges with no `ask` check.
  public var question: LocalizedText?
  /// The legal basis, most important first.
  public var bases: [Basis]
  /// How to put it right.
  public var remedy: LocalizedText
  /// Whether it can still be put right.
  public var curable: Curability
  /// Days for putting it right; nil: the general term.
  public var termDays: Int?
  /// The base case examples edit; nil: each names its own.
  public var exampleBase: String?
  /// In the order of the file.
  public var examples: [Example]
  /// Path relative to the rubrics folder, and digest of the file's bytes.
  public var file: String
  /// SHA-256 of the bytes, in hexadecimal.
  public var digest: String
  /// Line and column in the file.
  public var position: SourcePosition
}

/// One test of a requirement over each node of a set.
public struct Check: Sendable, Hashable {
  /// Unique within the requirement; `c1`, `c2` … where not given.
  public var id: String
  /// The nodes examined; each is an occurrence.
  public var each: ExpressionSource
  /// The condition; nil: always.
  public var when: ExpressionSource?
  /// True: in order. Nil only where a person judges.
  public var test: ExpressionSource?
  /// What it is grouped or found by.
  public var key: ExpressionSource?
  /// Points lost per failed occurrence; nil: all of the item's points.
  public var deduct: Points?
  /// Most points this check can cost; nil: all of the item's points.
  public var cap: Points?
  /// What a failed test means.
  public var effect: CheckEffect
  /// What is wrong and what to do.
  public var message: MessageTemplate
  /// The values.
  public var values: [ValueTemplate]
  /// The first is where the fault lies.
  public var places: [ExpressionSource]
  /// Line and column in the file.
  public var position: SourcePosition
}

/// A message in two languages with `{XPath}` placeholders.
public struct MessageTemplate: Sendable, Hashable {
  /// Literal text, or an expression whose string value is put in.
  public enum Segment: Sendable, Hashable {
    case text(String)
    case expression(ExpressionSource)
  }

  /// In Chinese.
  public var zh: [Segment]
  /// In English.
  public var en: [Segment]
}

/// A value shown with a finding.
public struct ValueTemplate: Sendable, Hashable {
  /// What it is, in two languages.
  public var label: LocalizedText
  /// The expression.
  public var select: ExpressionSource
}

/// A small edit of a clean base case and the outcome it must give.
public struct Example: Sendable, Hashable {
  /// One edit of the base case's source.
  public enum Edit: Sendable, Hashable {
    /// Replaces the content of an element, or an attribute's value.
    case set(select: ExpressionSource, value: String)
    /// Removes every node selected.
    case remove(select: ExpressionSource)
    /// Puts XML in as the last child, before, or after the first node selected.
    case insert(Place, select: ExpressionSource, xml: String)
  }

  /// Where an insertion goes.
  public enum Place: String, Sendable, Hashable {
    case into, before, after
  }

  /// What it is called, in two languages.
  public var title: String
  /// The base case; nil: the requirement's.
  public var base: String?
  /// What must come out, or what was decided.
  public var verdict: Outcome
  /// Why.
  public var reason: PendingReason?
  /// How many occurrences must fail; nil: at least one where the verdict is `failed`.
  public var occurrences: Int?
  /// Other requirements that the edits make fail, sorted; see ``ExampleRunner``.
  public var changes: [String]
  /// Applied in order, each to the result of those before.
  public var edits: [Edit]
  /// Line and column in the file.
  public var position: SourcePosition
}
