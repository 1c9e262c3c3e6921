/// Why bytes are not a document we can use.
public enum XMLError: Error, Sendable, Hashable {
  /// There is not a single byte, or nothing but a byte order mark or white space.
  case empty
  /// The file is larger than `XMLLimits.maxBytes`.
  case tooLarge(bytes: Int, limit: Int)
  /// The bytes from `byteOffset` (in the file, from 0) on are not text in `encoding`.
  case undecodable(encoding: TextEncoding, byteOffset: Int)
  /// The bytes are not UTF-8 from `byteOffset` on, though nothing else (`declared` nil) or UTF-8 is
  /// declared; all signs are that they are GBK.
  case probablyGBK(declared: String?, byteOffset: Int)
  /// The declared encoding is none that we read.
  case unsupportedEncoding(label: String)
  /// U+0000 stands in the text.
  case nullCharacter(SourcePosition)
  /// There is a document type declaration (DOCTYPE).
  case documentType(SourcePosition)
  /// The XML declaration asks for a version other than 1.0.
  case unsupportedVersion(String, SourcePosition)
  /// One of the limits was passed.
  case overLimit(Limit, SourcePosition)
  /// The text is not well-formed XML 1.0 with namespaces; `detail` is libxml2's text.
  case malformed(Malformation, SourcePosition, detail: String)
  /// The schema itself cannot be used.
  case schemaUnusable(detail: String)
  /// libxml2 failed in a way it should not.
  case internalFailure(detail: String)

  /// The limits of `XMLLimits`, with the value that was passed.
  public enum Limit: Sendable, Hashable {
    /// Elements nest deeper than this.
    case depth(Int)
    /// A text, comment or processing instruction is longer than this many bytes.
    case textBytes(Int)
    /// An attribute value is longer than this many bytes.
    case attributeBytes(Int)
    /// A start tag has more attributes than this.
    case attributes(Int)
    /// More namespaces than this are in scope.
    case namespaces(Int)
    /// There are more nodes than this.
    case nodes(Int)
  }
}

/// The ways in which text fails to be well-formed, as far as we have words for them.
public enum Malformation: Sendable, Hashable {
  /// An end tag does not match the element that is open, whose start is at `openedAt`.
  case mismatchedTag(open: String, openedAt: SourcePosition?, found: String)
  /// The text ends while an element is open, whose start is at `openedAt`.
  case unclosedElement(name: String, openedAt: SourcePosition?)
  /// Something stands after the outermost element.
  case contentAfterRoot
  /// There is no element where the outermost one should begin.
  case noRoot
  /// An entity other than the five predefined ones is used.
  case unknownEntity(name: String)
  /// `&` begins no entity or character reference.
  case strayAmpersand
  /// `<` begins no tag.
  case strayLessThan
  /// An attribute stands twice in one start tag.
  case repeatedAttribute(name: String)
  /// An attribute has no value or no quotation marks around it.
  case attributeSyntax
  /// A prefix is not bound to a namespace.
  case unboundPrefix(String)
  /// `<` stands in an attribute value, usually because a quotation mark is missing before.
  case markupInAttribute
  /// A start or end tag is not completed.
  case unfinishedTag
  /// A comment, CDATA section or processing instruction is not completed or wrongly written.
  case unfinishedSection
  /// A character that XML 1.0 does not allow (§2.2).
  case forbiddenCharacter
  /// The XML declaration is wrong, or not at the very beginning.
  case declaration
  /// Anything else; the number is libxml2's.
  case other(code: Int)
}
