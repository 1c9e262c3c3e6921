/// How a piece of terminal text is set off. Nothing is ever said by colour alone.
enum Style: String, Sendable {
  case plain = ""
  case strong = "1"
  case faint = "2"
  case bad = "31"
  case good = "32"
  case open = "33"

  /// The text in this style; unchanged where colour is off.
  func applied(to text: String, color: Bool) -> String {
    guard color, self != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}
