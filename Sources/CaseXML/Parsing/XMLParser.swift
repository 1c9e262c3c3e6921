internal import CLibXML2

/// Turns bytes into documents, one after the other. Not for use from several threads at once:
/// each worker has its own.
///
/// Refused outright: document type declarations (and with them every entity but the five
/// predefined ones), XML 1.1, U+0000, and whatever is beyond `XMLLimits`.
public final class XMLParser {
  let limits: XMLLimits
  private let names: NameTable
  private let namespaceNodes: Bool
  private var validator: SchemaValidator?
  private var context: xmlParserCtxtPtr?
  /// Nil while a parse has it, and after a failed one.
  private var cache: NameCache?

  /// A parser for documents within `limits`.
  ///
  /// - Parameters:
  ///   - names: the names compiled expressions use; documents share their numbers.
  ///   - schema: validates every document on the same pass when given.
  ///   - namespaceNodes: keep a row per namespace in scope of each element, which only the
  ///     namespace axis of XPath needs and which costs a row per element.
  public init(
    limits: XMLLimits = XMLLimits(), names: NameTable = .empty, schema: CompiledSchema? = nil,
    namespaceNodes: Bool = false
  ) {
    LibXML2.ready
    self.limits = limits
    self.names = names
    self.namespaceNodes = namespaceNodes
    validator = schema?.makeValidator()
  }

  deinit {
    if let context { xmlFreeParserCtxt(context) }
  }

  /// Parses one document.
  ///
  /// - Throws: `XMLError`, which says what is wrong, where, and what to do.
  public func parse(_ bytes: [UInt8]) throws(XMLError) -> ParsedXML {
    guard bytes.count <= limits.maxBytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.maxBytes)
    }
    let decoded = try Decoder.decode(bytes)
    try AttributeFlood.check(decoded.utf8, limits)
    var builder = TableBuilder(
      limits: limits, names: takeCache(), keepsNamespaces: namespaceNodes)
    let completed = run(&builder, on: decoded.utf8)
    if let error = failure(of: builder, completed: completed, in: decoded.utf8) {
      discardContext()
      throw error
    }
    builder.finish()
    let document = XMLDocument(
      names: names, extraNames: builder.names.extra, prefixes: builder.names.prefixes,
      source: decoded.utf8,
      rows: builder.rows, text: builder.text, other: builder.other,
      hasNamespaceNodes: namespaceNodes)
    cache = builder.names
    return ParsedXML(
      document: document, schemaErrors: SchemaError.list(builder.schemaFaults, in: document),
      schemaErrorsOmitted: builder.schemaFaultsOmitted, encoding: decoded.report)
  }

  /// Lets libxml2 read `source` into `builder`. The order is the one the schema plug needs: options,
  /// our handlers, plug, parse, unplug. False when libxml2 did not get to a good end.
  private func run(_ builder: inout TableBuilder, on source: [UInt8]) -> Bool {
    guard let context = freshContext() else { return false }
    return source.withUnsafeBufferPointer { bytes in
      builder.begin(bytes)
      return withUnsafeMutablePointer(to: &builder) { builder in
        let input = bytes.withMemoryRebound(to: CChar.self) { characters in
          xmlParserInputBufferCreateMem(
            characters.baseAddress, Int32(characters.count), XML_CHAR_ENCODING_NONE)
        }
        guard let input, let stream = xmlNewIOInputStream(context, input, XML_CHAR_ENCODING_NONE)
        else { return false }
        inputPush(context, stream)
        SAXHandlers.install(in: context.pointee.sax)
        context.pointee.userData = UnsafeMutableRawPointer(context)
        context.pointee._private = UnsafeMutableRawPointer(builder)
        SAXHandlers.catchErrors(of: context)
        validator?.plug(into: context, reportingTo: builder)
        let status = xmlParseDocument(context)
        validator?.unplug()
        SAXHandlers.releaseErrors()
        context.pointee._private = nil
        return status == 0
      }
    }
  }
}

extension XMLParser {
  /// The parser context, as new but with its dictionary, so that names keep their pointers.
  private func freshContext() -> xmlParserCtxtPtr? {
    // NOENT makes `&amp;` in attributes arrive decoded; there is no DTD to declare others in.
    let options =
      XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      | XML_PARSE_BIG_LINES.rawValue
    if let context {
      xmlCtxtReset(context)
      context.pointee.nsNr = 0
    } else {
      context = xmlNewParserCtxt()
    }
    if let context { xmlCtxtUseOptions(context, Int32(options)) }
    return context
  }

  /// The name cache, moved out; a new one, with a new dictionary, when the old has grown so large
  /// that only strange input explains it.
  private func takeCache() -> NameCache {
    if let cache, cache.extra.count > 4096 || cache.prefixes.count > 256 { discardContext() }
    return cache.take() ?? NameCache(names: names)
  }

  private func discardContext() {
    if let context { xmlFreeParserCtxt(context) }
    context = nil
    cache = nil
  }
}
