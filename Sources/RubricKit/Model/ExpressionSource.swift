public import CaseXML

/// An XPath expression as it stands in a rubric file, with its place.
public struct ExpressionSource: Sendable, Hashable {
  /// The expression.
  public var text: String
  /// File as printed in messages, relative to the rubrics folder.
  public var file: String
  /// Where the element that holds the expression begins.
  public var position: SourcePosition

  /// Keeps an expression with its place.
  public init(text: String, file: String, position: SourcePosition) {
    self.text = text
    self.file = file
    self.position = position
  }
}

/// A named value: `<variable name="…" select="…"/>`, bound once per case, when first used.
public struct VariableDefinition: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The expression.
  public var select: ExpressionSource
}

/// A number or text a rubric may set, with where it comes from: `<parameter …/>`.
public struct Parameter: DaysOfForce, Sendable, Hashable {
  /// The name.
  public var name: String
  /// The value as shown.
  public var value: String
  /// `working-days`, `days`, `months`, `yuan`, `percent`, `count` or `text`.
  public var unit: String
  /// Law and article, or the document that sets it.
  public var source: String
  /// The day on which somebody last compared it with the source.
  public var checkedOn: CivilDate?
  /// The first day of force, compared with the date that decides; nil: no first one.
  public var from: CivilDate?
  /// The last day of force; nil: still in force.
  public var to: CivilDate?
  /// Where it stands.
  public var place: ExpressionSource

  /// The value with its days of force: what two rubrics must agree on.
  var meaning: String {
    let days = [from, to].map { $0.map { "\($0)" } ?? "" }
    return "\(value) \(days[0])—\(days[1])"
  }

  /// Whether a value can be read in this unit; one that cannot would compare as nothing.
  func fits(_ value: String) -> Bool {
    switch unit {
    case "text": true
    case "yuan": (try? Amount(value)) != nil
    case "percent": (try? Fraction(decimal: value)) != nil
    default: Double(value)?.isFinite ?? false
    }
  }
}

/// `<key name match use/>`, as `xsl:key` in XSLT 1.0 §12.2.
public struct KeySource: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The pattern of the nodes it finds.
  public var match: ExpressionSource
  /// The expression whose value is the key.
  public var use: ExpressionSource
}
