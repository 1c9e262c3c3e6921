/// How many columns of a terminal or a fixed-width page a text takes: Chinese characters and
/// full-width punctuation take two, combining marks none, all else one (Unicode Standard Annex 11;
/// ambiguous characters count as narrow).
enum DisplayWidth {
  /// Columns of one user-perceived character.
  static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars { width = max(width, of(scalar)) }
    return width
  }

  /// Columns of a text.
  static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for character in text { width += of(character) }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

/// Which side of a column a text stands on.
enum Alignment: Sendable {
  case leading, trailing, centred
}

extension String {
  /// The text in at least `width` columns, filled with blanks.
  func padded(to width: Int, _ alignment: Alignment = .leading) -> String {
    let text = self
    let gap = max(0, width - DisplayWidth.of(text))
    switch alignment {
    case .leading: return text + String(repeating: " ", count: gap)
    case .trailing: return String(repeating: " ", count: gap) + text
    case .centred:
      let left = gap / 2
      return String(repeating: " ", count: left) + text + String(repeating: " ", count: gap - left)
    }
  }

  /// The text in at most `width` columns, the cut marked with `…`.
  func truncated(to width: Int) -> String {
    if DisplayWidth.of(self) <= width { return self }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in self {
      used += DisplayWidth.of(character)
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text in at most `width` columns, cut at its beginning: of a document number the end tells
  /// most.
  func truncatedAtStart(to width: Int) -> String {
    DisplayWidth.of(self) <= width
      ? self : String(String(reversed()).truncated(to: width).reversed())
  }

  var withoutTrailingBlanks: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return String(self[..<end])
  }
}
