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

/// The text of a C string, if there is one, up to a length that no honest message needs.
func string(_ text: UnsafePointer<CChar>?) -> String? {
  guard let text else { return nil }
  let length = strnlen(text, 2048)
  return text.withMemoryRebound(to: UInt8.self, capacity: length) {
    String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
  }
}

/// A message of libxml2 without its line ends.
func oneLine(_ message: String) -> String {
  message.split(whereSeparator: \.isNewline).joined(separator: " ")
}
