public import CaseXML

/// What a county sets otherwise than the rubrics that ship, each change with its source and reason.
public struct Profile: Sendable, Hashable {
  /// One change.
  public struct Change: Sendable, Hashable {
    /// What is changed.
    public var target: Target
    /// The document that sets it.
    public var source: String
    /// Why it is set otherwise.
    public var reason: String
    /// Where it stands in the profile.
    public var position: SourcePosition
  }

  /// What a change is about, and the new value.
  public enum Target: Sendable, Hashable {
    /// A parameter of the rubrics.
    case parameter(name: String, value: String)
    /// Points and, where named, the veto of an item.
    case item(rubric: String, requirement: String, points: Points?, veto: Veto?)
    /// Points of a section.
    case section(rubric: String, id: String, points: Points)
    /// The lowest score of a grade.
    case band(rubric: String, id: String, from: Points)
    /// How grave a fault is.
    case severity(requirement: String, Severity)
    /// From which fines an agency must tell of the right to a hearing.
    case hearingThreshold(
      agency: String, from: CivilDate?, individual: Amount?, organisation: Amount?)
  }

  /// A veto set or taken away.
  public enum Veto: Sendable, Hashable {
    case none
    case effect(VetoEffect)
  }

  /// Its identity.
  public var id: String
  /// What it is called, in two languages.
  public var title: LocalizedText
  /// In the order of the file.
  public var changes: [Change]
  /// The file as named.
  public var file: String
  /// SHA-256 of the file.
  public var digest: String

  /// Reads a profile.
  ///
  /// - Parameter folder: the folder Rubrics, for the schema.
  /// - Throws: ``UnusableRubricError`` with every problem of the file.
  public static func load(_ path: String, rubrics folder: String) throws(UnusableRubricError)
    -> Profile
  {
    let parser = try OwnFileParser(folder: folder, schema: "schema/profile.xsd")
    let (root, digest) = try parser.parse(path, at: path, root: "profile")
    return try ProfileReader.profile(root, file: path, digest: digest)
  }
}
