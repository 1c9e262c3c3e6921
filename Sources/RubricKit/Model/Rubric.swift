public import CaseXML

/// A rubric (评查标准): which requirements count, with how many points, and how a score becomes a
/// grade.
public struct Rubric: Sendable, Hashable, Identifiable {
  /// Its identity, stable and unique.
  public var id: String
  /// The version.
  public var version: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// Who issued it.
  public var issuer: LocalizedText
  /// First and last day of force, compared with the case's deciding date.
  public var from: CivilDate
  /// The last day of force; nil: still in force.
  public var to: CivilDate?
  /// Which date of a case decides; a node-set, its first node counts.
  public var decidedBy: ExpressionSource
  /// Whether a case belongs under this rubric.
  public var applies: ExpressionSource
  /// Whether a case is judged by it without its being named by `--rubric`; nil: always.
  public var unasked: ExpressionSource?
  /// How points become a score.
  public var scoring: ScoringModel
  /// Full marks.
  public var full: Points
  /// What becomes of points that do not apply.
  public var notApplicable: NotApplicablePolicy
  /// How bonus points count; nil where no section gives any.
  public var bonus: BonusPolicy?
  /// The one rounding, at the end.
  public var rounding: Rounding
  /// From the highest to the lowest; the lowest begins at 0.
  public var bands: [GradeBand]
  /// In order.
  public var sections: [RubricSection]
  /// Parameters, variables and keys in scope.
  public var definitions: Definitions
  /// The file, relative to its folder.
  public var file: String
  /// SHA-256 of the bytes, in hexadecimal.
  public var digest: String

  /// Every item, in order.
  public var items: [RubricItem] { sections.flatMap(\.items) }
}

/// What rubrics and requirements may refer to by name.
public struct Definitions: Sendable, Hashable {
  /// In the order of the file.
  public var parameters: [Parameter] = []
  /// In the order of the file; each sees those before.
  public var variables: [VariableDefinition] = []
  /// In the order of the file.
  public var keys: [KeySource] = []

  /// The rows of each parameter together, in the order of first appearance.
  var parametersByName: [[Parameter]] {
    var names: [String] = []
    let rows = Dictionary(grouping: parameters, by: \.name)
    for parameter in parameters where !names.contains(parameter.name) {
      names.append(parameter.name)
    }
    return names.compactMap { rows[$0] }
  }
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

/// How bonus points (加分), which stand beside full marks, count.
public struct BonusPolicy: Sendable, Hashable {
  /// Where they enter.
  public enum Entry: String, Sendable, Hashable {
    /// With the points earned, so that they are scaled with them.
    case earned
    /// With the score, as they are.
    case score
  }

  /// What becomes of a total above full marks.
  public enum OverFull: String, Sendable, Hashable {
    case cut, kept
  }

  /// Where they enter; before any veto's cap.
  public var entry: Entry
  /// What becomes of a total above full marks.
  public var overFull: OverFull
}

/// The one rounding, at the end.
public struct Rounding: Sendable, Hashable {
  /// Digits after the point, 0 to 3.
  public var digits: Int
  /// How halves are rounded.
  public var mode: RoundingMode
}

/// A grade and the lowest rounded score that earns it.
public struct GradeBand: Sendable, Hashable, Identifiable {
  /// Its identity, stable and unique.
  public var id: String
  /// What it is, in two languages.
  public var label: LocalizedText
  /// The first day of force.
  public var from: Points
}

/// A part of a rubric.
public struct RubricSection: Sendable, Hashable, Identifiable {
  /// What the section's points are for; `basic` and `legality` only in legality plus normality. Those of
  /// `bonus` are no part of full marks.
  public enum Role: String, Sendable, Hashable {
    case normality, legality, basic, bonus
  }

  /// Its identity, stable and unique.
  public var id: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// Points.
  public var points: Points
  /// What its points are for.
  public var role: Role
  /// In order.
  public var items: [RubricItem]
  /// In order; empty where every item has points of its own.
  public var groups: [ItemGroup]
}

/// Items of one section that share points: together they cost no more than the group's, and the
/// points take part in the score where any of the items applies. A numbered clause of a published
/// standard that several requirements check is a group.
public struct ItemGroup: Sendable, Hashable, Identifiable {
  /// Its identity, unique in the rubric.
  public var id: String
  /// Points.
  public var points: Points
}

/// A requirement standing in a rubric, with points.
public struct RubricItem: Sendable, Hashable {
  /// The requirement's id.
  public var requirement: String
  /// Points.
  public var points: Points
  /// Overrides the checks' own deductions.
  public var deduct: Points?
  /// Most points it can cost, overriding the checks' own caps; nil: all.
  public var cap: Points?
  /// What a failure does beyond points; nil: nothing.
  public var veto: VetoEffect?
  /// The group it shares points with; nil: its points are its own.
  public var group: String?
  /// Checks whose failure leaves the whole section without points (本项得0分); empty: none.
  public var gate: [String]
  /// What each check earns, where the item starts at 0 (得分制); empty: it starts at its points.
  public var earns: [EarnedPoints] = []
  /// Line and column in the file.
  public var position: SourcePosition
}

/// Points that a check of an item earns where what it looks at is there and in order.
public struct EarnedPoints: Sendable, Hashable {
  /// The check's id.
  public var check: String
  /// Points.
  public var points: Points
}
