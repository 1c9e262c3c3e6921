internal import CaseXML

extension Evaluator {
  /// The core library (§4).
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
    case .lang: return .boolean(lang(string(try value(codes[0], context)), context.node))
    case .boolean: return .boolean(try boolean(codes[0], context))
    case .not: return .boolean(try !boolean(codes[0], context))
    case .number:
      return .number(number(try argumentOrContext(codes, context)))
    case .floor: return .number(number(try value(codes[0], context)).rounded(.down))
    case .ceiling: return .number(number(try value(codes[0], context)).rounded(.up))
    case .round: return .number(Evaluator.round(number(try value(codes[0], context))))
    case .string: return .string(string(try argumentOrContext(codes, context)))
    case .stringLength:
      return .number(Double(string(try argumentOrContext(codes, context)).codePointCount))
    case .normalizeSpace:
      return .string(Evaluator.normalized(string(try argumentOrContext(codes, context))))
    default: return try text(function, codes, context)
    }
  }

  private func text(_ function: CoreFunction, _ codes: [Code], _ context: Context)
    throws(XPathError) -> XPathValue
  {
    var values: [XPathValue] = []
    for code in codes { values.append(try value(code, context)) }
    let first = string(values[0])
    switch function {
    case .concat:
      var bytes: [UInt8] = []
      for value in values { bytes += string(value).utf8 }
      return .string(TextSlice(utf8: bytes))
    case .startsWith: return .boolean(first.hasPrefix(string(values[1])))
    case .contains: return .boolean(first.firstOffset(of: string(values[1])) != nil)
    case .substringBefore:
      let offset = first.firstOffset(of: string(values[1]))
      return .string(offset.map { first[0..<$0] } ?? TextSlice())
    case .substringAfter:
      let part = string(values[1])
      let offset = first.firstOffset(of: part)
      return .string(offset.map { first[$0 + part.count..<first.count] } ?? TextSlice())
    case .substring:
      return .string(
        Evaluator.substring(
          first, from: number(values[1]), length: values.count > 2 ? number(values[2]) : nil))
    default:
      return .string(Evaluator.translate(first, string(values[1]), string(values[2])))
    }
  }

  private func argumentOrContext(_ codes: [Code], _ context: Context) throws(XPathError)
    -> XPathValue
  {
    guard let code = codes.first else { return .nodes(NodeSet([context.node])) }
    return try value(code, context)
  }

  private func nameOf(_ function: CoreFunction, _ codes: [Code], _ context: Context)
    throws(XPathError) -> TextSlice
  {
    var node: NodeID? = context.node
    if let code = codes.first {
      let set = try nodes(code, context)
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

  /// §4.3: `xml:lang` of the nearest ancestor or self, ignoring case and any suffix after `-`.
  private func lang(_ wanted: TextSlice, _ node: NodeID) -> Bool {
    guard
      let name = document.nameID(uri: "http://www.w3.org/XML/1998/namespace", local: "lang")
    else { return false }
    var up: NodeID? = node
    while let here = up {
      if document.kind(here) == .element, let attribute = document.attribute(here, name) {
        let value = document.stringValue(attribute).string.lowercased()
        let tag = wanted.string.lowercased()
        return value == tag || value.hasPrefix(tag + "-")
      }
      up = document.parent(here)
    }
    return false
  }

  /// §4.4: the nearest integer, of two the one nearer to positive infinity.
  static func round(_ number: Double) -> Double {
    if number.isNaN || number.isInfinite || number == 0 { return number }
    if number < 0 && number >= -0.5 { return -0.0 }
    let down = number.rounded(.down)
    return number - down >= 0.5 ? down + 1 : down
  }

  /// §4.2, by code points.
  static func substring(_ text: TextSlice, from start: Double, length: Double?) -> TextSlice {
    let first = round(start)
    let last = length.map { first + round($0) } ?? .infinity
    guard !first.isNaN, !last.isNaN else { return TextSlice() }
    let count = text.codePointCount
    let from = max(1, first)
    let to = min(Double(count + 1), last)
    guard from < to else { return TextSlice() }
    let lower = text.byteOffset(ofCodePoint: Int(from) - 1)
    let upper = text.byteOffset(ofCodePoint: Int(to) - 1)
    return text[lower..<upper]
  }

  static func normalized(_ text: TextSlice) -> TextSlice {
    var bytes: [UInt8] = []
    var pending = false
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        pending = !bytes.isEmpty
      } else {
        if pending { bytes.append(0x20) }
        pending = false
        bytes.append(byte)
      }
    }
    return TextSlice(utf8: bytes)
  }

  static func translate(_ text: TextSlice, _ from: TextSlice, _ to: TextSlice) -> TextSlice {
    let target = Array(to.string.unicodeScalars)
    var map: [Unicode.Scalar: Unicode.Scalar?] = [:]
    for (index, scalar) in from.string.unicodeScalars.enumerated() where map[scalar] == nil {
      map[scalar] = .some(index < target.count ? target[index] : nil)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.string.unicodeScalars {
      if let replacement = map[scalar] {
        if let replacement { result.append(replacement) }
      } else {
        result.append(scalar)
      }
    }
    return TextSlice(String(result))
  }
}
