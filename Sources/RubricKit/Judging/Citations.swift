internal import CaseXML

/// Says where a node stands: the document, its number and page first, since reviewers hold paper;
/// then line, column and path.
struct Citations {
  let document: XMLDocument
  let vocabulary: Vocabulary

  /// The place of a node.
  func place(of node: NodeID) -> PlaceRecord {
    let position = document.position(node)
    var record = PlaceRecord(
      documentKind: nil, documentTitle: nil, documentID: nil, documentNumber: nil, pages: nil,
      field: nil, line: position.line, column: position.column, path: document.path(node))
    let chain = ancestry(of: node)
    record.field = vocabulary.name(ofPath: chain.map(\.name))
    guard let paper = paper(in: chain) else { return record }
    record.documentKind = paper.name
    record.documentTitle = vocabulary.name(ofPath: ["caseFile", "documents", paper.name])
    record.documentID = paper.attribute("id")
    let number = ElementReader.collapsed(paper.first("number")?.text ?? "")
    record.documentNumber = number.isEmpty ? nil : number
    record.pages = Citations.pages(paper.first("pages"))
    return record
  }

  /// A short identity of the document a node stands in, or of the node itself: part of fingerprints.
  func identity(of node: NodeID) -> String {
    let chain = ancestry(of: node)
    guard let last = chain.last else { return "" }
    let paper = paper(in: chain)
    let holder = paper ?? last
    var text = holder.name
    let number = ElementReader.collapsed(holder.first("number")?.text ?? "")
    if !number.isEmpty {
      text += " \(number)"
    } else if let id = holder.attribute("id") {
      text += " #\(id)"
    }
    if holder.node != last.node || document.kind(node) != .element {
      text += " \(relativePath(of: node, below: holder.node))"
    } else if number.isEmpty && holder.attribute("id") == nil {
      text = document.path(node)
    }
    return text
  }

  private func relativePath(of node: NodeID, below holder: NodeID) -> String {
    let whole = document.path(node)
    let prefix = document.path(holder)
    return whole.hasPrefix(prefix) ? String(whole.dropFirst(prefix.count)) : whole
  }

  /// The elements from the root down to the node (or the element that holds it).
  private func ancestry(of node: NodeID) -> [XMLElement] {
    var chain: [XMLElement] = []
    var current: NodeID? = node
    while let here = current {
      if document.kind(here) == .element {
        chain.append(XMLElement(document: document, node: here))
      }
      current = document.parent(here)
    }
    return chain.reversed()
  }

  /// The document (文书) among a node's ancestors.
  private func paper(in chain: [XMLElement]) -> XMLElement? {
    guard let folder = chain.firstIndex(where: { $0.name == "documents" }),
      chain.indices.contains(folder + 1)
    else { return nil }
    return chain[folder + 1]
  }

  private static func pages(_ element: XMLElement?) -> String? {
    guard let element else { return nil }
    let from = ElementReader.collapsed(element.first("from")?.text ?? "")
    let to = ElementReader.collapsed(element.first("to")?.text ?? "")
    if from.isEmpty { return to.isEmpty ? nil : to }
    return to.isEmpty || to == from ? from : "\(from)–\(to)"
  }
}
