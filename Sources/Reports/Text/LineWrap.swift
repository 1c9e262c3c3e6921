/// Breaks text into lines of a fixed width, as Chinese is set: between any two Chinese characters,
/// between Latin words, no closing punctuation at the start of a line and no opening one at its end.
enum LineWrap {
  private static let neverFirst = Set("，。、；：？！）》〉」』】〕”’%％…—,.;:?!)]}·～–")
  private static let neverLast = Set("（《〈「『【〔“‘([{")

  /// The lines of a text; at least one.
  ///
  /// - Parameter width: Columns per line; treated as 4 where smaller.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(width, 4)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += wrapped(Array(paragraph), width: width)
    }
    return lines.isEmpty ? [""] : lines
  }

  private static func wrapped(_ text: [Character], width: Int) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < text.count {
      var end = start
      var used = 0
      while end < text.count, used + DisplayWidth.of(text[end]) <= width {
        used += DisplayWidth.of(text[end])
        end += 1
      }
      if end < text.count { end = breakBefore(end, from: start, in: text) }
      lines.append(String(text[start..<end]).withoutTrailingBlanks)
      start = end
      while start < text.count, text[start] == " " { start += 1 }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// The last good place to break in `start..<end`; `end` itself where there is none.
  private static func breakBefore(_ end: Int, from start: Int, in text: [Character]) -> Int {
    var place = end
    while place > start + 1 {
      let before = text[place - 1]
      let after = text[place]
      let splitsWord = isWord(before) && isWord(after)
      if !splitsWord, !neverFirst.contains(after), !neverLast.contains(before) { return place }
      place -= 1
    }
    return end
  }

  private static func isWord(_ character: Character) -> Bool {
    DisplayWidth.of(character) == 1 && character != " " && character != "-" && character != "/"
  }
}
