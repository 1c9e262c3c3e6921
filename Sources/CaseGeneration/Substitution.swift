import Foundation

/// Replaces many texts by others in one pass, the longest first, so that what one replacement wrote is
/// never taken for the old text of another. Dates move by days; identity numbers, credit codes and
/// digests become others with correct check characters.
struct Substitution {
  private var terms: [String: String] = [:]
  /// How far dates within the life of a case move, in days.
  var days = 0
  /// Makes identity numbers, credit codes and digests of their own; nil leaves them.
  var identity: Int?

  /// Adds a text to be replaced; the first replacement given for a text counts.
  mutating func replace(_ old: String, by new: String) {
    guard !old.isEmpty, terms[old] == nil else { return }
    terms[old] = new
  }

  /// A written date, an identifier of 18 characters or a digest that no letter or digit stands before.
  private static let patterns =
    #"(?<![0-9A-Za-z])(?:202[45](?:-\d\d-\d\d|年\d{1,2}月\d{1,2}日|\d{4}(?=_))"#
    + #"|[19][0-9A-Z]{17}|sha256:[0-9a-f]{64})"#

  /// The text with everything replaced.
  func applied(to text: String) -> String {
    let longestFirst = terms.keys.sorted {
      ($0.utf16.count, $1) > ($1.utf16.count, $0)
    }.map(NSRegularExpression.escapedPattern(for:))
    let pattern = (longestFirst + [Self.patterns]).joined(separator: "|")
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return text }
    let source = NSString(string: text)
    var result = ""
    var copied = 0
    for match in expression.matches(
      in: text, range: NSRange(location: 0, length: source.length))
    {
      result += source.substring(
        with: NSRange(location: copied, length: match.range.location - copied))
      result += replacement(of: source.substring(with: match.range))
      copied = match.range.location + match.range.length
    }
    return result + source.substring(from: copied)
  }

  private func replacement(of text: String) -> String {
    if let new = terms[text] { return new }
    if days != 0, let date = WrittenDate(text) { return date.moved(by: days) }
    guard let identity else { return text }
    if text.hasPrefix("sha256:") { return "sha256:" + Identifier.digest(of: text, identity) }
    return Identifier(text)?.varied(by: identity) ?? text
  }
}
