public import CaseXML

/// A rubric (评查标准): which requirements count, with how many points, and how a score becomes a
/// grade.
public struct Rubric: Sendable, Hashable, Identifiable {
  public var id: String
  public var version: String
  public var title: LocalizedText
  public var issuer: LocalizedText
  /// First and last day of force, compared with the case's deciding date.
  public var from: CivilDate
  public var to: CivilDate?
  /// Which date of a case decides; a node-set, its first node counts.
  public var decidedBy: ExpressionSource
  /// Whether a case belongs under this rubric.
  public var applies: ExpressionSource
  public var scoring: ScoringModel
  /// Full marks.
  public var full: Points
  public var notApplicable: NotApplicablePolicy
  public var rounding: Rounding
  /// From the highest to the lowest; the lowest begins at 0.
  public var bands: [GradeBand]
  public var sections: [RubricSection]
  public var definitions: Definitions
  public var file: String
  public var digest: String

  /// Every item, in order.
  public var items: [RubricItem] { sections.flatMap(\.items) }
}

/// What rubrics and requirements may refer to by name.
public struct Definitions: Sendable, Hashable {
  public var parameters: [Parameter] = []
  public var variables: [VariableDefinition] = []
  public var keys: [KeySource] = []
}

/// How points become a score.
public enum ScoringModel: Sendable, Hashable {
  /// Deduct from full marks.
  case deduct
  /// Full marks for legality unless a veto failed, a share for normality in proportion to the points
  /// earned, less absolute deductions for basic elements (环执法发〔2024〕4号).
  case legalityNormality(legality: Points, normality: Points)
}

/// What becomes of the points of items that do not apply (合理缺项).
public enum NotApplicablePolicy: String, Sendable, Hashable {
  /// They leave both sums, and the rest is scaled to full marks.
  case rescale
  /// They count as earned.
  case fullMarks = "full-marks"
}

/// The one rounding, at the end.
public struct Rounding: Sendable, Hashable {
  /// Digits after the point, 0 to 3.
  public var digits: Int
  public var mode: RoundingMode
}

/// A grade and the lowest rounded score that earns it.
public struct GradeBand: Sendable, Hashable, Identifiable {
  public var id: String
  public var label: LocalizedText
  public var from: Points
}

/// A part of a rubric.
public struct RubricSection: Sendable, Hashable, Identifiable {
  /// What the section's points are for; `basic` and `legality` only in legality plus normality.
  public enum Role: String, Sendable, Hashable {
    case normality, legality, basic
  }

  public var id: String
  public var title: LocalizedText
  public var points: Points
  public var role: Role
  public var items: [RubricItem]
}

/// A requirement standing in a rubric, with points.
public struct RubricItem: Sendable, Hashable {
  public var requirement: String
  public var points: Points
  /// Overrides the checks' own deductions.
  public var deduct: Points?
  public var cap: Points?
  public var veto: VetoEffect?
  public var position: SourcePosition
}
