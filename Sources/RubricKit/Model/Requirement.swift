public import CaseXML

/// A requirement: what must hold, why, and how to put it right. Written once, it may stand in
/// several rubrics.
public struct Requirement: Sendable, Hashable, Identifiable {
  /// Stable, never reused: `penalty.notice.hearing-period`.
  public var id: String
  public var title: LocalizedText
  public var severity: Severity
  public var judge: Judge
  public var system: EnforcementSystem
  /// Days of force; outside them the requirement does not apply.
  public var from: CivilDate?
  public var to: CivilDate?
  public var variables: [VariableDefinition]
  public var when: ExpressionSource?
  public var checks: [Check]
  /// What a person is asked; required unless the engine alone judges with no `ask` check.
  public var question: LocalizedText?
  public var bases: [Basis]
  public var remedy: LocalizedText
  public var curable: Curability
  public var termDays: Int?
  public var exampleBase: String?
  public var examples: [Example]
  /// Path relative to the rubrics folder, and digest of the file's bytes.
  public var file: String
  public var digest: String
  public var position: SourcePosition
}

/// One test of a requirement over each node of a set.
public struct Check: Sendable, Hashable {
  /// Unique within the requirement; `c1`, `c2` … where not given.
  public var id: String
  public var each: ExpressionSource
  public var when: ExpressionSource?
  /// True: in order. Nil only where a person judges.
  public var test: ExpressionSource?
  public var key: ExpressionSource?
  /// Points lost per failed occurrence; nil: all of the item's points.
  public var deduct: Points?
  /// Most points this check can cost; nil: all of the item's points.
  public var cap: Points?
  public var effect: CheckEffect
  public var message: MessageTemplate
  public var values: [ValueTemplate]
  public var places: [ExpressionSource]
  public var position: SourcePosition
}

/// A message in two languages with `{XPath}` placeholders.
public struct MessageTemplate: Sendable, Hashable {
  /// Literal text, or an expression whose string value is put in.
  public enum Segment: Sendable, Hashable {
    case text(String)
    case expression(ExpressionSource)
  }

  public var zh: [Segment]
  public var en: [Segment]
}

/// A value shown with a finding.
public struct ValueTemplate: Sendable, Hashable {
  public var label: LocalizedText
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

  public var title: String
  /// The base case; nil: the requirement's.
  public var base: String?
  public var verdict: Outcome
  public var reason: PendingReason?
  /// How many occurrences must fail; nil: at least one where the verdict is `failed`.
  public var occurrences: Int?
  public var edits: [Edit]
  public var position: SourcePosition
}
