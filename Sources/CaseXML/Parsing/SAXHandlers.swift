internal import CLibXML2

private func parserContext(_ raw: UnsafeMutableRawPointer?) -> xmlParserCtxtPtr? {
  raw?.assumingMemoryBound(to: xmlParserCtxt.self)
}

@inline(__always)
private func tableBuilder(_ context: xmlParserCtxtPtr) -> UnsafeMutablePointer<TableBuilder>? {
  context.pointee._private?.assumingMemoryBound(to: TableBuilder.self)
}

/// Where the parser stands in the source: libxml2 drops bytes it has read from its
/// buffer, and counts them in `consumed`.
@inline(__always)
private func sourceOffset(_ context: xmlParserCtxtPtr) -> Int {
  guard let input = context.pointee.input else { return 0 }
  return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
}

/// Lets no further event through. `xmlStopParser` would free the buffer that the schema
/// plug still reads in this very event.
private func stopIfRefused(
  _ context: xmlParserCtxtPtr, _ builder: UnsafeMutablePointer<TableBuilder>
) {
  if builder.pointee.refusal != nil { context.pointee.disableSAX = 1 }
}

/// Our SAX2 callbacks. `userData` stays libxml2's own parser context, because the
/// schema plug passes it on; our state is in `_private`.
enum SAXHandlers {
  /// Puts our callbacks, and no others, into `sax`.
  static func install(in sax: xmlSAXHandlerPtr) {
    sax.pointee = xmlSAXHandler()
    sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    sax.pointee.startDocument = { raw in
      guard let context = parserContext(raw), let builder = tableBuilder(context) else { return }
      builder.pointee.startDocument(at: sourceOffset(context))
    }
    sax.pointee.internalSubset = { raw, _, _, _ in
      guard let context = parserContext(raw), let builder = tableBuilder(context) else { return }
      builder.pointee.documentType()
      xmlStopParser(context)
    }
    sax.pointee.startElementNs = {
      raw, local, prefix, uri, namespaceCount, namespaces, attributeCount, _, attributes in
      guard let context = parserContext(raw), let builder = tableBuilder(context), let local else {
        return
      }
      builder.pointee.startElement(
        local: local, prefix: prefix, uri: uri,
        namespaceCount: Int(namespaceCount), namespaces: namespaces,
        attributeCount: Int(attributeCount), attributes: attributes,
        at: sourceOffset(context), namespacesInScope: Int(context.pointee.nsNr) / 2)
      stopIfRefused(context, builder)
    }
    sax.pointee.endElementNs = { raw, _, _, _ in
      guard let context = parserContext(raw), let builder = tableBuilder(context) else { return }
      builder.pointee.endElement(at: sourceOffset(context))
    }
    sax.pointee.characters = { raw, bytes, count in
      guard let context = parserContext(raw), let builder = tableBuilder(context), let bytes else {
        return
      }
      builder.pointee.characters(bytes, Int(count))
      stopIfRefused(context, builder)
    }
    // The same function for both spares libxml2 the question which of the two it is.
    sax.pointee.ignorableWhitespace = sax.pointee.characters
    sax.pointee.cdataBlock = { raw, bytes, count in
      guard let context = parserContext(raw), let builder = tableBuilder(context), let bytes else {
        return
      }
      builder.pointee.cdata(bytes, Int(count), at: sourceOffset(context))
      stopIfRefused(context, builder)
    }
    sax.pointee.comment = { raw, value in
      guard let context = parserContext(raw), let builder = tableBuilder(context) else { return }
      builder.pointee.leaf(target: nil, value: value, at: sourceOffset(context))
      stopIfRefused(context, builder)
    }
    sax.pointee.processingInstruction = { raw, target, value in
      guard let context = parserContext(raw), let builder = tableBuilder(context) else { return }
      builder.pointee.leaf(target: target, value: value, at: sourceOffset(context))
      stopIfRefused(context, builder)
    }
  }

  /// Sends libxml2's errors on this thread to the builder of the context that raised them.
  /// Not a SAX member: the schema plug would hide it.
  static func catchErrors(of context: xmlParserCtxtPtr) {
    caseXMLSilenceGenericErrors()
    xmlSetStructuredErrorFunc(context) { raw, error in
      guard let context = parserContext(raw), let builder = tableBuilder(context),
        let error = error?.pointee, error.level.rawValue >= XML_ERR_ERROR.rawValue,
        // A namespace name need not be a good URI to be a name (Chinese ones are not).
        error.code != XML_WAR_NS_URI.rawValue,
        builder.pointee.fault == nil
      else { return }
      builder.pointee.fault = ParserFault(
        code: UInt32(error.code), message: string(error.message) ?? "",
        first: string(error.str1), second: string(error.str2),
        offset: sourceOffset(context), open: builder.pointee.open)
    }
  }

  /// Undoes `catchErrors`.
  static func releaseErrors() {
    xmlSetStructuredErrorFunc(nil, nil)
    xmlSetGenericErrorFunc(nil, nil)
  }
}
