/// Lines of columns with fixed widths.
struct TextGrid: Sendable {
  struct Column: Sendable {
    var width: Int
    var alignment: Alignment = .leading
    /// Where a text too long is cut.
    var keepsEnd = false

    func cut(_ text: String) -> String {
      keepsEnd ? text.truncatedAtStart(to: width) : text.truncated(to: width)
    }
  }

  struct Cell: Sendable, ExpressibleByStringLiteral {
    var text: String
    var style = Style.plain

    init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }

    init(stringLiteral value: String) { self.init(value) }
  }

  var columns: [Column]
  var gap = 2
  var indent = 0
  var color = false

  /// Columns from the first character to the last.
  var width: Int {
    columns.reduce(0) { $0 + $1.width } + gap * max(0, columns.count - 1)
  }

  /// One line, every cell cut or filled to its column; cells that are missing stay blank.
  func line(_ cells: [Cell]) -> String {
    var line = String(repeating: " ", count: indent)
    for (index, column) in columns.enumerated() {
      if index > 0 { line += String(repeating: " ", count: gap) }
      let cell = index < cells.count ? cells[index] : Cell("")
      let text = column.cut(cell.text)
      let padded = text.padded(to: column.width, column.alignment)
      // Only the text itself is coloured, so that no line ends in blanks with a style.
      line +=
        color && cell.style != .plain && !text.isEmpty
        ? padded.replacingFirst(text, by: cell.style.applied(to: text, color: true)) : padded
    }
    return line.withoutTrailingBlanks + "\n"
  }

  /// A rule across all columns.
  func rule(_ character: Character = "─") -> String {
    String(repeating: " ", count: indent) + String(repeating: character, count: width) + "\n"
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, by other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
