internal import CaseXML

/// Applies an example's edits to a base case and gives the new source.
struct CaseEditor {
  /// An edit that met nothing is a fault of the example: it would test nothing.
  enum EditError: Error, Sendable, Hashable {
    case selectsNothing(String)
    case badExpression(String, LocalizedText)
    case notXML(LocalizedText)

    var message: LocalizedText {
      switch self {
      case .selectsNothing(let expression):
        LocalizedText(
          zh: "编辑没有选中任何内容：\(expression)", en: "the edit selects nothing: \(expression)")
      case .badExpression(let expression, let words):
        LocalizedText(
          zh: "表达式有误：\(expression)——\(words.zh)", en: "bad expression: \(expression) — \(words.en)")
      case .notXML(let words): words
      }
    }
  }

  let compiler: SnippetCompiler
  let limits = XMLLimits()

  /// The edited source, in the order of the edits: each sees the result of those before.
  func apply(_ edits: [Example.Edit], to source: [UInt8]) throws(EditError) -> [UInt8] {
    var bytes = source
    for edit in edits { bytes = try apply(edit, to: bytes) }
    return bytes
  }

  private func apply(_ edit: Example.Edit, to source: [UInt8]) throws(EditError) -> [UInt8] {
    switch edit {
    case .set(let select, let value):
      return try rewrite(source, select) { node, _, edits in edits.values[node] = value }
    case .remove(let select):
      return try rewrite(source, select) { node, _, edits in edits.removed.insert(node) }
    case .insert(let place, let select, let xml):
      return try rewrite(source, select) { node, isFirst, edits in
        guard isFirst else { return }
        switch place {
        case .into: edits.into[node] = xml
        case .before: edits.before[node] = xml
        case .after: edits.after[node] = xml
        }
      }
    }
  }

  private func rewrite(
    _ source: [UInt8], _ select: ExpressionSource,
    _ change: (NodeID, Bool, inout XMLSerializer.Edits) -> Void
  ) throws(EditError) -> [UInt8] {
    let selected = try compiler.select(select.text, in: source, limits: limits)
    guard !selected.nodes.isEmpty else { throw .selectsNothing(select.text) }
    var serializer = XMLSerializer(document: selected.document)
    for (index, node) in selected.nodes.enumerated() {
      change(node, index == 0, &serializer.edits)
    }
    return Array(serializer.text().utf8)
  }
}
