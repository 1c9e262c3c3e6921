/// How much a document may ask for before it is refused.
///
/// A real case file is 10 to 200 KB with a depth of about 8; the defaults leave room
/// and still bound time and memory for a hostile one.
public struct XMLLimits: Sendable, Hashable {
  /// The size of the file in bytes. Readers of files check it before they read.
  public var maxBytes: Int
  /// How deep elements may nest, 1...256 (libxml2 refuses more).
  public var maxDepth: Int
  /// The length of one text, comment or processing instruction in bytes of UTF-8.
  public var maxTextBytes: Int
  /// The length of one attribute value in bytes of UTF-8.
  public var maxAttributeBytes: Int
  /// The number of attributes and namespace declarations in one start tag.
  public var maxAttributes: Int
  /// The number of namespace declarations in scope at one place.
  public var maxNamespaces: Int
  /// The number of nodes of all kinds.
  public var maxNodes: Int
  /// The number of schema errors kept; more are only counted.
  public var maxSchemaErrors: Int

  /// The given limits; see the properties for their units.
  public init(
    maxBytes: Int = 64 << 20, maxDepth: Int = 256, maxTextBytes: Int = 1 << 20,
    maxAttributeBytes: Int = 64 << 10, maxAttributes: Int = 256, maxNamespaces: Int = 256,
    maxNodes: Int = 2_000_000, maxSchemaErrors: Int = 1000
  ) {
    self.maxBytes = min(maxBytes, 1 << 30)
    self.maxDepth = min(max(maxDepth, 1), 256)
    self.maxTextBytes = maxTextBytes
    self.maxAttributeBytes = maxAttributeBytes
    self.maxAttributes = maxAttributes
    self.maxNamespaces = maxNamespaces
    self.maxNodes = maxNodes
    self.maxSchemaErrors = maxSchemaErrors
  }
}
