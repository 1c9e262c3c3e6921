internal import CaseXML

extension Evaluator {
  /// The core library (§4) and `current()` (XSLT 1.0 §12.4).
  func core(_ function: CoreFunction, _ codes: [Code], _ context: Context) throws(XPathError)
    -> XPathValue
  {
    switch function {
    case .last:
      doubts.formUnion(context.doubt)
      return .number(Double(context.size))
    case .position:
      doubts.formUnion(context.doubt)
      return .number(Double(context.position))
    case .current: return .nodes(NodeSet([context.current]))
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .count:
      let set = try nodes(codes[0], context)
      doubts.formUnion(set.doubt)
      return .number(Double(set.nodes.count))
    case .sum:
      let set = try nodes(codes[0], context)
      doubts.formUnion(set.doubt)
      return .number(set.nodes.reduce(0) { $0 + NumberText.number(string(of: $1)) })
    case .id:
      // Without a DTD no attribute is an ID (§5.2.1).
      _ = try value(codes[0], context)
      return .nodes(NodeSet())
    case .localName, .namespaceURI, .name: return .string(try nameOf(function, codes, context))
    case .lang:
      let wanted = try string(codes[0], context)
      return .boolean(language(of: context.node).map { wanted.isLanguage(of: $0) } ?? false)
    case .boolean: return .boolean(try boolean(codes[0], context))
    case .not: return .boolean(try !boolean(codes[0], context))
    case .number:
      guard let code = codes.first else {
        return .number(NumberText.number(string(of: context.node)))
      }
      return .number(try number(code, context))
    case .floor: return .number(try number(codes[0], context).rounded(.down))
    case .ceiling: return .number(try number(codes[0], context).rounded(.up))
    case .round: return .number(NumberText.round(try number(codes[0], context)))
    case .string: return .string(try textOrContext(codes, context))
    case .stringLength: return .number(Double(try textOrContext(codes, context).codePointCount))
    case .normalizeSpace: return .string(try textOrContext(codes, context).normalized)
    default: return try text(function, codes, context)
    }
  }

  private func text(_ function: CoreFunction, _ codes: [Code], _ context: Context)
    throws(XPathError) -> XPathValue
  {
    let first = try text(codes[0], context)
    switch function {
    case .startsWith: return .boolean(first.hasPrefix(try text(codes[1], context)))
    case .contains: return .boolean(first.firstOffset(of: try text(codes[1], context)) != nil)
    case .substringBefore:
      let offset = first.firstOffset(of: try text(codes[1], context))
      return .string(offset.map { first[0..<$0] } ?? TextSlice())
    case .substringAfter:
      let part = try text(codes[1], context)
      let offset = first.firstOffset(of: part)
      return .string(offset.map { first[$0 + part.count..<first.count] } ?? TextSlice())
    case .substring:
      let start = try number(codes[1], context)
      let length = codes.count > 2 ? try number(codes[2], context) : nil
      return .string(first.substring(from: start, length: length))
    case .translate:
      let from = try text(codes[1], context)
      return .string(first.translated(from, to: try text(codes[2], context)))
    default:
      var bytes = Array(first.utf8)
      for code in codes.dropFirst() { bytes += try text(code, context).utf8 }
      return .string(TextSlice(utf8: bytes))
    }
  }

  private func textOrContext(_ codes: [Code], _ context: Context) throws(XPathError) -> TextSlice {
    guard let code = codes.first else { return string(of: context.node) }
    return try text(code, context)
  }

  /// A string value about to be read, which is work by its length.
  private func text(_ code: Code, _ context: Context) throws(XPathError) -> TextSlice {
    let text = try string(code, context)
    try spend(1 + text.count >> 6)
    return text
  }

  private func nameOf(_ function: CoreFunction, _ codes: [Code], _ context: Context)
    throws(XPathError) -> TextSlice
  {
    var node: NodeID? = context.node
    if let code = codes.first {
      let set: NodeSet
      if case .path(let path) = code {
        set = try first(path, context)
      } else {
        set = try nodes(code, context)
      }
      if set.nodes.isEmpty { doubts.formUnion(set.doubt) }
      node = set.nodes.first
    }
    guard let node else { return TextSlice() }
    switch document.kind(node) {
    case .root, .text, .comment: return TextSlice()
    default: break
    }
    switch function {
    case .localName: return TextSlice(document.localName(document.name(node)))
    case .namespaceURI: return TextSlice(document.uri(document.name(node)) ?? "")
    default: return TextSlice(document.qualifiedName(node))
    }
  }

  /// §4.3: `xml:lang` of the nearest ancestor or self.
  private func language(of node: NodeID) -> TextSlice? {
    guard
      let name = document.nameID(uri: "http://www.w3.org/XML/1998/namespace", local: "lang")
    else { return nil }
    var up: NodeID? = node
    while let here = up {
      if document.kind(here) == .element, let attribute = document.attribute(here, name) {
        return document.stringValue(attribute)
      }
      up = document.parent(here)
    }
    return nil
  }
}
