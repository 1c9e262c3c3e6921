internal import CLibXML2

/// An XML Schema that was found usable. Each parser makes a validator of its own from it.
public final class CompiledSchema: Sendable {
  private let source: [UInt8]

  /// Compiles a schema that stands in one file, without imports.
  ///
  /// - Throws: `XMLError.schemaUnusable`, or whatever is wrong with the file as XML.
  public init(_ bytes: [UInt8]) throws(XMLError) {
    source = try XMLParser().parse(bytes).document.source
    var messages: [String] = []
    guard SchemaValidator(source, messages: &messages) != nil else {
      throw .schemaUnusable(detail: messages.joined(separator: " "))
    }
  }

  func makeValidator() -> SchemaValidator? {
    var messages: [String] = []
    return SchemaValidator(source, messages: &messages)
  }
}

/// A compiled schema with the state of one validation after the other; for one worker.
final class SchemaValidator {
  private let schema: xmlSchemaPtr
  private let context: xmlSchemaValidCtxtPtr
  private var active: xmlSchemaSAXPlugPtr?

  /// Nil when the schema can't be compiled; `messages` then say why.
  init?(_ source: [UInt8], messages: inout [String]) {
    LibXML2.ready
    caseXMLSilenceGenericErrors()
    defer { xmlSetGenericErrorFunc(nil, nil) }
    let compiled = withUnsafeMutablePointer(to: &messages) { messages -> xmlSchemaPtr? in
      source.withUnsafeBytes { bytes in
        guard
          let parser = xmlSchemaNewMemParserCtxt(
            bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        else { return nil }
        defer { xmlSchemaFreeParserCtxt(parser) }
        xmlSchemaSetParserStructuredErrors(
          parser,
          { raw, error in
            guard let text = string(error?.pointee.message) else { return }
            raw?.assumingMemoryBound(to: [String].self).pointee.append(text)
          }, messages)
        return xmlSchemaParse(parser)
      }
    }
    guard let compiled else { return nil }
    guard let context = xmlSchemaNewValidCtxt(compiled) else {
      xmlSchemaFree(compiled)
      return nil
    }
    schema = compiled
    self.context = context
  }

  deinit {
    xmlSchemaFreeValidCtxt(context)
    xmlSchemaFree(schema)
  }

  /// Hangs the validator between `parser` and our callbacks until `unplug`.
  func plug(into parser: xmlParserCtxtPtr, reportingTo builder: UnsafeMutablePointer<TableBuilder>)
  {
    xmlSchemaSetValidStructuredErrors(
      context,
      { raw, error in
        guard let error = error?.pointee else { return }
        raw?.assumingMemoryBound(to: TableBuilder.self).pointee.schemaError(error)
      }, builder)
    active = xmlSchemaSAXPlug(context, caseXMLSAXAddress(parser), caseXMLUserDataAddress(parser))
  }

  /// Takes the validator out again.
  func unplug() {
    xmlSchemaSAXUnplug(active)
    active = nil
  }
}

extension TableBuilder {
  mutating func schemaError(_ error: xmlError) {
    guard schemaFaults.count < limits.maxSchemaErrors else {
      schemaFaultsOmitted += 1
      return
    }
    schemaFaults.append(SchemaFault(error, event: event))
  }
}
