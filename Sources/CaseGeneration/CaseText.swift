import Foundation

/// A case file as text, with the few edits that planting a contradiction takes. Elements are found by
/// their tags: generated files have no comments, and an element asked for has no own kind within.
struct CaseText {
  private(set) var text: String

  init(_ source: [UInt8]) { text = String(decoding: source, as: UTF8.self) }

  var bytes: [UInt8] { Array(text.utf8) }

  /// The content of the first element with a name, within the first element of another.
  func content(_ name: String, in outer: String? = nil) -> String {
    range(name, in: outer).map { String(text[$0]) } ?? ""
  }

  /// Gives the first element with a name another content.
  mutating func set(_ name: String, in outer: String? = nil, to content: String) {
    guard let range = range(name, in: outer) else { return }
    text.replaceSubrange(range, with: content)
  }

  /// Replaces a text wherever it stands.
  mutating func replace(_ old: String, by new: String) {
    guard !old.isEmpty else { return }
    text = text.replacingOccurrences(of: old, with: new)
  }

  private func range(_ name: String, in outer: String?) -> Range<String.Index>? {
    var within = text.startIndex..<text.endIndex
    if let outer {
      guard let inner = find(outer, within) else { return nil }
      within = inner
    }
    return find(name, within)
  }

  private func find(_ name: String, _ within: Range<String.Index>) -> Range<String.Index>? {
    guard
      let start = text.range(
        of: "<\(name)(?=[ >])[^>]*>", options: .regularExpression, range: within),
      let end = text.range(of: "</\(name)>", range: start.upperBound..<within.upperBound)
    else { return nil }
    return start.upperBound..<end.lowerBound
  }
}
