/// The case-file vocabulary as its schema declares it: which elements stand where, their names in two
/// languages, what kind of value they hold, and which hold personal data.
public struct Vocabulary: Sendable {
  /// What kind of value a field holds, as far as checks care.
  public enum ValueKind: String, Sendable, Hashable {
    case date, moment, amount, text
  }

  /// An element as declared in one place.
  public struct Element: Sendable, Hashable {
    /// The name.
    public var name: String
    /// Chinese and English name or explanation.
    public var title: LocalizedText
    /// Title of the 文书, where the element is one.
    public var document: String?
    /// What personal data it holds, if any.
    public var personal: Personal?
    /// Index into ``types``.
    public var type: Int
    /// Whether it may stand more than once, and whether it must stand.
    public var repeats: Bool
    /// Whether it must stand.
    public var required: Bool
  }

  /// Personal data that an element holds.
  public struct Personal: Sendable, Hashable {
    /// `name`, `id`, `phone`, `address`, `bank` or `other`.
    public var kind: String
    /// Personal only where the party is of one of these kinds; empty: always.
    public var partyKinds: [String]
    /// Not personal in signatures of these roles.
    public var exceptRoles: [String]
  }

  /// An attribute as declared.
  public struct Attribute: Sendable, Hashable {
    /// The name.
    public var name: String
    /// What it is called, in two languages.
    public var title: LocalizedText
    /// Whether it must stand.
    public var required: Bool
    /// The closed list of values, if any.
    public var values: [String]
  }

  /// A type: what stands below an element.
  public struct ElementType: Sendable, Hashable {
    /// The schema's name; empty for anonymous types.
    public var name: String
    /// The value as shown.
    public var value: ValueKind = .text
    /// The closed list of values, if any.
    public var values: [String] = []
    /// True where nothing but ``values``, or nothing at all, may stand in it.
    public var isClosed = false
    /// In the order of the schema.
    public var elements: [Element] = [] {
      didSet { places = [:] }
    }
    /// Places in ``elements`` by name, once all types are read.
    var places: [String: Int] = [:]
    /// In the order of the schema.
    public var attributes: [Attribute] = []
    /// True where text may stand in it.
    public var hasText = false
    /// True where personal data may stand somewhere below.
    var leadsToPersonalData = false

    /// The element declared under a name.
    public func element(named name: String) -> Element? {
      if let place = places[name] { return elements[place] }
      return places.isEmpty ? elements.first { $0.name == name } : nil
    }
  }

  /// Roots of documents: `caseFile` and its siblings.
  public internal(set) var roots: [Element] = []
  /// All types; recursive ones refer to themselves by index.
  public internal(set) var types: [ElementType] = []
  /// Digest of the schema's bytes.
  public internal(set) var digest = ""

  /// The declaration at the end of a path of element names from the root.
  public func declaration(ofPath path: [String]) -> Element? {
    guard let first = path.first, var element = roots.first(where: { $0.name == first }) else {
      return nil
    }
    for name in path.dropFirst() {
      guard let next = types[element.type].element(named: name) else {
        return nil
      }
      element = next
    }
    return element
  }

  /// Chinese and English name of the element at the end of a path.
  public func name(ofPath path: [String]) -> LocalizedText? {
    declaration(ofPath: path)?.title
  }
}
