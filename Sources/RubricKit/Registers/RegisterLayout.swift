/// What a row of one kind of register holds, as `register.xsd` declares it.
public struct RegisterLayout: Sendable, Hashable {
  /// A value beside a field's text, or instead of it.
  public struct Attribute: Sendable, Hashable {
    /// The attribute's name.
    public let name: String
    /// What people call it.
    public let title: LocalizedText
    /// What its codes mean; empty where any value may stand.
    public let codes: [String: LocalizedText]
    /// Whether it is a day.
    public let isDay: Bool
  }

  /// One field of a row.
  public struct Field: Sendable, Hashable {
    /// The element's name.
    public let name: String
    /// What people call it; the header of a column in a table.
    public let title: LocalizedText
    /// Whether a row must have it.
    public let isRequired: Bool
    /// Whether a row may have several.
    public let isRepeated: Bool
    /// What its codes mean; empty where any value may stand.
    public let codes: [String: LocalizedText]
    /// Whether it is a day.
    public let isDay: Bool
    /// In the order of the schema.
    public let attributes: [Attribute]
    /// The kind of register in which its value is a key.
    public let refersTo: String?
  }

  /// The kind.
  public let kind: String
  /// What people call it.
  public let title: LocalizedText
  /// The fields in the order in which they stand.
  public let fields: [Field]
  /// The fields that, joined by `/`, are the key; empty: the key is an attribute of the row.
  public let keyFields: [String]
  /// What people call the key, where it is an attribute.
  public let keyTitle: LocalizedText?
  /// The kind of register that must hold the key too.
  public let keyRefersTo: String?

  /// A field by name.
  public func field(_ name: String) -> Field? {
    fields.first { $0.name == name }
  }
}
