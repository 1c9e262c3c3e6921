internal import CLibXML2

/// The settings of libxml2 that hold for the whole process, made once before its first use.
enum LibXML2 {
  /// Reading this makes the settings.
  static let ready: Void = {
    xmlInitParser()
    // Schema types are set up lazily without a lock.
    xmlSchemaInitTypes()
    // Nothing outside the bytes we were given is ever loaded: no DTD, entity, schema or catalogue.
    xmlSetExternalEntityLoader { _, _, _ in nil }
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
  }()
}

/// An error of libxml2, copied while its callback lasts.
struct ParserFault {
  let code: UInt32
  let message: String
  let first: String?
  let second: String?
  /// Where the parser stood, in the source.
  let offset: Int
  /// The innermost element open then, by row; 0 for none.
  let open: Int32
}

/// A validity error of libxml2, copied while its callback lasts.
struct SchemaFault {
  let code: UInt32
  let message: String
  let event: Int32
}

/// The text of a C string, if there is one.
func string(_ text: UnsafePointer<CChar>?) -> String? {
  text.map { String(cString: $0) }
}
