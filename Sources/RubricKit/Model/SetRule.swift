/// A rule over the whole set of case files: small facts per case, then a judgement over the facts.
public struct SetRule: Sendable, Hashable, Identifiable {
  /// Its identity, stable and unique.
  public var id: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// How grave it is.
  public var severity: Severity
  /// Nodes of one case that are facts, and what they are grouped by.
  public var each: ExpressionSource
  /// What it is grouped or found by.
  public var key: ExpressionSource
  /// What is wrong and what to do.
  public var message: LocalizedText
  /// Innocent explanations to rule out.
  public var innocent: LocalizedText
  /// The legal basis, most important first.
  public var bases: [Basis]
  /// How to put it right.
  public var remedy: LocalizedText
  /// Applied to every case of a finding, in every rubric.
  public var veto: VetoEffect?
  /// The file, relative to its folder.
  public var file: String
  /// SHA-256 of the bytes, in hexadecimal.
  public var digest: String
}
