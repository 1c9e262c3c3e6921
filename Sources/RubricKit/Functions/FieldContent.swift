import CaseXML

/// What a field of the case file says: its text, or why there is none.
enum FieldContent: Hashable {
  /// Text, without white space at its ends.
  case text(TextSlice)
  /// Left blank on paper, or nothing noted about why it is empty.
  case blank
  /// An impossible value, kept as it stands on paper.
  case asWritten(String)
  /// Written and not legible.
  case illegible
  /// On paper, but not carried over into the file.
  case notTranscribed

  /// The content of a node. Where an element has no text, `asWritten` and `state` tell why: its
  /// own, else the first below it.
  init(of node: NodeID, in document: XMLDocument) {
    let text = document.stringValue(node).trimmed
    self = text.isEmpty ? .blank : .text(text)
    guard text.isEmpty, document.kind(node) == .element else { return }
    let asWritten = document.nameID(local: "asWritten")
    let state = document.nameID(local: "state")
    for row in node.index..<document.end(node).index {
      let attribute = NodeID(index: row)
      guard document.kind(attribute) == .attribute else { continue }
      let value = document.stringValue(attribute).trimmed
      if document.name(attribute) == asWritten, !value.isEmpty {
        self = .asWritten(value.string)
        return
      }
      guard document.name(attribute) == state else { continue }
      if value == "illegible" {
        self = .illegible
      } else if value == "notTranscribed" {
        self = .notTranscribed
      } else {
        continue
      }
      return
    }
  }
}
