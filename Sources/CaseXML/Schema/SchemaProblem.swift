/// The ways in which an element fails its schema, as far as we have words for them.
public enum SchemaProblem: Sendable, Hashable {
  /// The element is not known here, or not in this order; `expected` could stand here instead.
  case unexpectedElement(expected: [String])
  /// The outermost element is none that the schema knows.
  case unknownRoot
  /// Children that must be there are missing at the end; `expected` lists what may come next.
  case missingChildren(expected: [String])
  /// Text stands where only elements may.
  case unexpectedText
  /// Elements stand where only text may, or nothing.
  case unexpectedContent
  /// The value of the element, or of its attribute, is none the schema allows.
  case badValue(ValueRule, value: String?)
  /// The attribute is not known here.
  case unexpectedAttribute
  /// An attribute that must be there is missing.
  case missingAttribute
  /// Something that must be unique stands twice; `key` is its value.
  case duplicateKey(String)
  /// A reference to something that is not there; `key` is its value.
  case danglingReference(String)
  /// Anything else.
  case other

  /// What a value had to follow.
  public enum ValueRule: Sendable, Hashable {
    /// The type with this name; nil for one without a name.
    case type(String?)
    /// A regular expression of the schema.
    case pattern(String)
    /// One of a list of values.
    case enumeration([String])
    /// A length of at least, at most or exactly this.
    case length(String)
    /// A bound of the value: least, greatest.
    case bound(String)
    /// A number of digits.
    case digits(String)
    /// One fixed value.
    case fixed(String)
  }
}
