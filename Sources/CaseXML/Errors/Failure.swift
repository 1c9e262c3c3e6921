extension XMLParser {
  /// The error a finished parse ended in, if any: our own refusal first, then libxml2's first error.
  func failure(
    of builder: TableBuilder, completed: Bool, in source: [UInt8]
  ) -> XMLError? {
    if let refusal = builder.refusal {
      let position = LineIndex(source).position(of: refusal.offset, in: source)
      switch refusal.reason {
      case .documentType: return .documentType(position)
      case .depth: return .overLimit(.depth(limits.maxDepth), position)
      case .text: return .overLimit(.textBytes(limits.maxTextBytes), position)
      case .attributes: return .overLimit(.attributes(limits.maxAttributes), position)
      case .attributeValue:
        return .overLimit(.attributeBytes(limits.maxAttributeBytes), position)
      case .namespaces: return .overLimit(.namespaces(limits.maxNamespaces), position)
      case .nodes: return .overLimit(.nodes(limits.maxNodes), position)
      }
    }
    if let fault = builder.fault {
      let position = LineIndex(source).position(of: fault.offset, in: source)
      return .malformed(.other(code: Int(fault.code)), position, detail: fault.message)
    }
    return completed ? nil : .internalFailure(detail: "libxml2 stopped without an error")
  }
}
