internal import CLibXML2

extension XMLParser {
  /// The error a finished parse ended in, if any: our own refusal first, then libxml2's first error.
  func failure(
    of builder: TableBuilder, completed: Bool, in source: [UInt8]
  ) -> XMLError? {
    if let refusal = builder.refusal { return error(for: refusal, in: source) }
    if let fault = builder.fault {
      return FaultReader(fault: fault, builder: builder, source: source).error
    }
    if let fault = builder.schemaFaults.first(where: { $0.code == XML_SCHEMAV_INTERNAL.rawValue }) {
      return .internalFailure(detail: fault.message)
    }
    return completed ? nil : .internalFailure(detail: "libxml2 stopped without an error")
  }

  private func error(for refusal: TableBuilder.Refusal, in source: [UInt8]) -> XMLError {
    let position = LineIndex(source).position(of: refusal.offset, in: source)
    let limit: XMLError.Limit
    switch refusal.reason {
    case .documentType: return .documentType(position)
    case .depth: limit = .depth(limits.maxDepth)
    case .text: limit = .textBytes(limits.maxTextBytes)
    case .attributes: limit = .attributes(limits.maxAttributes)
    case .attributeValue: limit = .attributeBytes(limits.maxAttributeBytes)
    case .namespaces: limit = .namespaces(limits.maxNamespaces)
    case .nodes: limit = .nodes(limits.maxNodes)
    }
    return .overLimit(limit, position)
  }
}

/// Turns libxml2's account of what is not well-formed into ours.
private struct FaultReader {
  let fault: ParserFault
  let builder: TableBuilder
  let source: [UInt8]
  let lines: LineIndex

  init(fault: ParserFault, builder: TableBuilder, source: [UInt8]) {
    self.fault = fault
    self.builder = builder
    self.source = source
    lines = LineIndex(source)
  }

  var error: XMLError {
    let (malformation, offset) = reading
    return .malformed(
      malformation, position(offset),
      detail: oneLine(fault.message))
  }

  private func position(_ offset: Int) -> SourcePosition {
    lines.position(of: offset, in: source)
  }

  /// Where the innermost open element began.
  private var openedAt: SourcePosition? {
    fault.open > 0 ? position(Int(builder.rows[Int(fault.open)].offset)) : nil
  }

  /// The last `byte` at or before where the parser stood.
  private func last(_ byte: UInt8) -> Int {
    source[..<min(fault.offset, source.count)].lastIndex(of: byte) ?? fault.offset
  }

  /// What is wrong, and the byte to show for it.
  private var reading: (Malformation, Int) {
    let stood = fault.offset
    switch xmlParserErrors(rawValue: fault.code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return (
        .mismatchedTag(open: fault.first ?? "", openedAt: openedAt, found: fault.second ?? ""),
        last(UInt8(ascii: "<"))
      )
    case XML_ERR_TAG_NOT_FINISHED:
      return (.unclosedElement(name: fault.first ?? "", openedAt: openedAt), stood)
    case XML_ERR_DOCUMENT_END: return (.contentAfterRoot, stood)
    case XML_ERR_DOCUMENT_EMPTY: return (.noRoot, stood)
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      return (.unknownEntity(name: fault.first ?? ""), last(UInt8(ascii: "&")))
    case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_DEC_CHARREF,
      XML_ERR_INVALID_HEX_CHARREF:
      return (.strayAmpersand, last(UInt8(ascii: "&")))
    case XML_ERR_NAME_REQUIRED where stood > 0 && source[stood - 1] == UInt8(ascii: "&"):
      return (.strayAmpersand, stood - 1)
    case XML_ERR_NAME_REQUIRED where stood > 0 && source[stood - 1] == UInt8(ascii: "<"):
      return (.strayLessThan, stood - 1)
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return (.repeatedAttribute(name: fault.first ?? ""), stood)
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_SPACE_REQUIRED:
      if stood >= source.count { return (.unfinishedTag, last(UInt8(ascii: "<"))) }
      return (.attributeSyntax, stood)
    case XML_NS_ERR_UNDEFINED_NAMESPACE: return (.unboundPrefix(fault.first ?? ""), stood)
    case XML_ERR_LT_IN_ATTRIBUTE: return (.markupInAttribute, stood)
    case XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED:
      return (.unfinishedTag, last(UInt8(ascii: "<")))
    case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_CDATA_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED,
      XML_ERR_HYPHEN_IN_COMMENT, XML_ERR_MISPLACED_CDATA_END, XML_ERR_PI_NOT_STARTED:
      return (.unfinishedSection, stood)
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING: return (.forbiddenCharacter, stood)
    case XML_ERR_RESERVED_XML_NAME, XML_ERR_XMLDECL_NOT_STARTED, XML_ERR_XMLDECL_NOT_FINISHED,
      XML_ERR_VERSION_MISSING, XML_ERR_STANDALONE_VALUE, XML_ERR_ENCODING_NAME,
      XML_ERR_UNKNOWN_VERSION:
      return (.declaration, stood)
    default: return (.other(code: Int(fault.code)), stood)
    }
  }
}
