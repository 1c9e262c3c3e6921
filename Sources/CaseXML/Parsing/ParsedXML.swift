/// A document and what was noticed while reading it.
public struct ParsedXML: Sendable {
  /// The document.
  public let document: XMLDocument
  /// Where it does not follow the schema, in document order; empty without a schema.
  public let schemaErrors: [SchemaError]
  /// How many schema errors beyond `XMLLimits.maxSchemaErrors` are not in the list. When
  /// not 0, no part of the document can be taken as checked.
  public let schemaErrorsOmitted: Int
  /// How the bytes were read.
  public let encoding: EncodingReport
}
