internal import CaseXML

/// Writes a document, or part of one, as XML text again, with edits put in on the way.
struct XMLSerializer {
  /// Edits by node.
  struct Edits {
    var removed: Set<NodeID> = []
    /// New content of elements, or values of attributes, as plain text.
    var values: [NodeID: String] = [:]
    /// XML put before, after and at the end of nodes.
    var before: [NodeID: String] = [:]
    var after: [NodeID: String] = [:]
    var into: [NodeID: String] = [:]
  }

  let document: XMLDocument
  var edits = Edits()

  /// The whole document.
  func text() -> String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    for child in document.children(of: document.root) { write(child, &out) }
    return out
  }

  /// What stands between an element's tags.
  func inner(of element: NodeID) -> String {
    var out = ""
    for child in document.children(of: element) { write(child, &out) }
    return out
  }

  private func write(_ node: NodeID, _ out: inout String) {
    out += edits.before[node] ?? ""
    if !edits.removed.contains(node) {
      switch document.kind(node) {
      case .element: writeElement(node, &out)
      case .text: out += XMLSerializer.escaped(document.stringValue(node).string)
      case .comment: out += "<!--\(document.stringValue(node).string)-->"
      case .processingInstruction:
        out += "<?\(document.qualifiedName(node)) \(document.stringValue(node).string)?>"
      case .root, .attribute, .namespace: break
      }
    }
    out += edits.after[node] ?? ""
  }

  private func writeElement(_ node: NodeID, _ out: inout String) {
    let name = document.qualifiedName(node)
    out += "<\(name)"
    for attribute in XMLElement(document: document, node: node).attributes
    where !edits.removed.contains(attribute.node) {
      let value = edits.values[attribute.node] ?? attribute.value
      out += " \(attribute.name)=\"\(XMLSerializer.escaped(value))\""
    }
    out += ">"
    if let value = edits.values[node] {
      out += XMLSerializer.escaped(value)
    } else {
      for child in document.children(of: node) { write(child, &out) }
    }
    out += edits.into[node] ?? ""
    out += "</\(name)>"
  }

  /// Text as it stands in an element or an attribute.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\r": out += "&#13;"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }
}
