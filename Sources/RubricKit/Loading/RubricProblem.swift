public import CaseXML

/// Something wrong with a rubric, requirement, register, answer or waiver file: what, where, and
/// what to do.
public struct RubricProblem: Sendable, Hashable, Comparable {
  /// Whether the file can be used all the same.
  public enum Weight: String, Sendable, Hashable {
    case error, warning
  }

  /// Error or warning.
  public var weight: Weight
  /// A closed code, e.g. `schema`, `xpath`, `missing-text`, `unknown-law`.
  public var code: String
  /// The file, relative to its folder.
  public var file: String
  /// Line and column in the file.
  public var position: SourcePosition
  /// What is wrong and what to do.
  public var message: LocalizedText

  /// Makes a problem; an error unless said otherwise.
  public init(
    _ code: String, file: String, position: SourcePosition, weight: Weight = .error, zh: String,
    en: String
  ) {
    self.weight = weight
    self.code = code
    self.file = file
    self.position = position
    self.message = LocalizedText(zh: zh, en: en)
  }

  /// By file, then place, then code.
  public static func < (left: RubricProblem, right: RubricProblem) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.position != right.position { return left.position < right.position }
    return left.code < right.code
  }
}

/// A file of ours cannot be used; the program ends with 65.
public struct UnusableRubricError: Error, Sendable {
  /// Every problem found, in the order of files and lines; never empty.
  public var problems: [RubricProblem]

  /// Wraps the problems found.
  public init(problems: [RubricProblem]) {
    self.problems = problems.sorted()
  }
}
