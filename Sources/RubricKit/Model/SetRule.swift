/// A rule over facts of several cases: what one file alone can never show.
public struct SetRule: Sendable, Hashable, Identifiable {
  /// Its identity, stable and unique.
  public var id: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// How grave it is.
  public var severity: Severity
  /// What a match is: a finding, or a question.
  public var strength: SetStrength
  /// What is collected from each case.
  public var facts: [SetFact]
  /// What people call the codes that stand in keys and values.
  public var terms: [String: LocalizedText]
  /// What is compared, and how.
  public var comparison: SetComparison
  /// What is wrong.
  public var message: LocalizedText
  /// Innocent explanations to rule out.
  public var innocent: LocalizedText
  /// The legal basis, most important first.
  public var bases: [Basis]
  /// How to put it right.
  public var remedy: LocalizedText
  /// Applied to every case of a finding, in every rubric.
  public var veto: VetoEffect?
  /// Sets of small files, and whether the rule must match in them.
  public var examples: [SetExample]
  /// Where it stands.
  public var place: ExpressionSource
  /// The file, relative to its folder.
  public var file: String
  /// SHA-256 of the bytes, in hexadecimal.
  public var digest: String
}

/// How sure a set rule's match is.
public enum SetStrength: String, Codable, Sendable, Hashable {
  /// A contradiction: a finding.
  case strong
  /// Probably wrong: a question for a person.
  case medium
  /// Worth a look: a question for a person.
  case hint
}

/// What a set rule collects from a case.
public struct SetFact: Sendable, Hashable {
  /// What the comparison calls it.
  public var name: String
  /// The nodes that are facts.
  public var each: ExpressionSource
  /// What facts are grouped by; facts of different keys are never compared.
  public var key: ExpressionSource
  /// What is kept of each.
  public var values: [Value]

  /// One value of a fact.
  public struct Value: Sendable, Hashable {
    /// What the comparison calls it.
    public var name: String
    /// What people call it.
    public var label: LocalizedText
    /// How it is read.
    public var type: SetValueType
    /// Where it stands, from the fact's node.
    public var select: ExpressionSource
    /// Whether a fact without it is a fact; its value is then empty.
    public var isOptional: Bool
  }
}

/// How a value of a fact is read.
public enum SetValueType: String, Codable, Sendable, Hashable {
  case text, date, moment, amount, number
}

/// A set of small files with what the rule must say of them.
public struct SetExample: Sendable, Hashable {
  /// What it shows.
  public var title: String
  /// How many matches there must be.
  public var matches: Int
  /// The base case that the files are edits of.
  public var base: String
  /// For each file, its edits.
  public var files: [[Example.Edit]]
  /// Line and column in the file.
  public var place: ExpressionSource
}
