/// A rule over the whole set of case files: small facts per case, then a judgement over the facts.
public struct SetRule: Sendable, Hashable, Identifiable {
  public var id: String
  public var title: LocalizedText
  public var severity: Severity
  /// Nodes of one case that are facts, and what they are grouped by.
  public var each: ExpressionSource
  public var key: ExpressionSource
  public var message: LocalizedText
  /// Innocent explanations to rule out.
  public var innocent: LocalizedText
  public var bases: [Basis]
  public var remedy: LocalizedText
  /// Applied to every case of a finding, in every rubric.
  public var veto: VetoEffect?
  public var file: String
  public var digest: String
}
