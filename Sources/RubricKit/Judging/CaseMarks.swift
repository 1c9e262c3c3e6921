internal import CaseXML
internal import XPath

/// What a case file leaves uncertain: parts with schema errors, and fields that nobody could read or
/// transcribe.
enum CaseMarks {
  private static let schema = Doubt(rawValue: 1)
  private static let notTranscribed = Doubt(rawValue: 2)
  private static let illegible = Doubt(rawValue: 4)

  static func marks(of parsed: ParsedXML) -> DocumentMarks {
    var marks = DocumentMarks()
    for error in parsed.schemaErrors {
      // A mistyped element hides what should stand under its parent; a bad value hides itself.
      // A document has one root whatever its name, so nothing can be unseen beside it.
      if error.parent != parsed.document.root {
        marks.incomplete[error.parent, default: []].formUnion(schema)
      }
      marks.incomplete[error.node, default: []].formUnion(schema)
      // libxml2 leaves out the rest of a parent after an element it did not expect.
      for row in error.unchecked {
        marks.incomplete[NodeID(index: row), default: []].formUnion(schema)
      }
    }
    for fault in IdentifierCheck.faults(in: parsed.document) {
      marks.incomplete[fault.node, default: []].formUnion(schema)
    }
    if parsed.schemaErrorsOmitted > 0 {
      marks.incomplete[parsed.document.root, default: []].formUnion(schema)
      if let root = parsed.document.documentElement {
        marks.incomplete[root, default: []].formUnion(schema)
      }
    }
    guard let state = parsed.document.nameID(local: "state") else { return marks }
    for attribute in parsed.document.attributeNodes(named: state) {
      guard let element = parsed.document.parent(attribute) else { continue }
      switch parsed.document.stringValue(attribute).string {
      case "notTranscribed": marks.opaque[element, default: []].formUnion(notTranscribed)
      case "illegible": marks.opaque[element, default: []].formUnion(illegible)
      default: break
      }
    }
    return marks
  }

  /// The reasons that doubt stands for.
  static func reasons(_ doubt: Doubt) -> [PendingReason] {
    var reasons: [PendingReason] = []
    if doubt.contains(illegible) { reasons.append(.person) }
    if doubt.contains(schema) { reasons.append(.schema) }
    if doubt.contains(notTranscribed) { reasons.append(.notTranscribed) }
    return reasons
  }
}
