/// Comma-separated values as RFC 4180 has them; a line end inside quotes belongs to the cell.
struct CSVTable {
  /// What separates cells where nothing else is said.
  static let comma = UInt8(ascii: ",")

  /// A row that cannot be read.
  struct Fault: Error, Equatable {
    let row: Int
    let message: LocalizedText
  }

  private(set) var rows: [TableRow] = []

  /// Reads UTF-8 text.
  init(_ text: [UInt8], delimiter: UInt8 = comma) throws(Fault) {
    var scanner = Scanner(text: text, delimiter: delimiter)
    while !scanner.isAtEnd {
      let number = rows.count + 1
      rows.append(TableRow(number: number, cells: try scanner.row(number)))
    }
  }

  private struct Scanner {
    let text: [UInt8]
    let delimiter: UInt8
    var index = 0

    private static let quote = UInt8(ascii: "\"")
    private static let feed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    var isAtEnd: Bool { index >= text.count }

    mutating func row(_ number: Int) throws(Fault) -> [String] {
      var cells: [String] = []
      while true {
        cells.append(try cell(number))
        guard !isAtEnd, text[index] == delimiter else { break }
        index += 1
      }
      lineEnd()
      return cells
    }

    private mutating func cell(_ row: Int) throws(Fault) -> String {
      guard !isAtEnd, text[index] == Self.quote else {
        let start = index
        while !isAtEnd, text[index] != delimiter, !isLineEnd { index += 1 }
        return String(decoding: text[start..<index], as: UTF8.self)
      }
      index += 1
      var bytes: [UInt8] = []
      while true {
        guard !isAtEnd else {
          throw Fault(
            row: row,
            message: LocalizedText(
              zh: "引号没有闭合；请检查该行的引号", en: "a quotation mark is not closed; look at the row's quotes")
          )
        }
        let byte = text[index]
        index += 1
        guard byte == Self.quote else {
          bytes.append(byte)
          continue
        }
        guard !isAtEnd, text[index] == Self.quote else { break }
        bytes.append(byte)
        index += 1
      }
      guard isAtEnd || text[index] == delimiter || isLineEnd else {
        throw Fault(
          row: row,
          message: LocalizedText(
            zh: "引号之后还有文字；单元格中的引号应写两遍",
            en: "text follows a closing quotation mark; a quote inside a cell is written twice"))
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    private var isLineEnd: Bool {
      text[index] == Self.feed || text[index] == Self.carriageReturn
    }

    private mutating func lineEnd() {
      guard !isAtEnd else { return }
      if text[index] == Self.carriageReturn { index += 1 }
      if !isAtEnd, text[index] == Self.feed { index += 1 }
    }
  }
}

/// What is written in cells, as far as its form goes.
enum TableText {
  /// Without white space at its ends, the ideographic one among it.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars = scalars.dropFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars = scalars.dropLast() }
    return String(scalars)
  }

  /// `2024/5/6`, `2024.5.6`, `2024年5月6日`, `20240506` as `2024-05-06`; anything else as it is.
  static func day(_ text: String) -> String {
    var body = text[...]
    if body.hasSuffix("日") { body = body.dropLast() }
    if body.utf8.count == 8, body.utf8.allSatisfy(DecimalText.isDigit) {
      return "\(body.prefix(4))-\(body.dropFirst(4).prefix(2))-\(body.suffix(2))"
    }
    let parts = body.split(
      omittingEmptySubsequences: false, whereSeparator: { "-/.年月".contains($0) })
    guard parts.count == 3, parts[0].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(DecimalText.isDigit) }),
      parts[1].utf8.count <= 2, parts[2].utf8.count <= 2
    else { return text }
    let padded = parts.dropFirst().map { $0.utf8.count == 1 ? "0\($0)" : String($0) }
    return "\(parts[0])-\(padded[0])-\(padded[1])"
  }

  /// The parts of a cell that holds several values, separated by semicolons or line ends.
  static func several(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { "；;\n\r\r\n".contains($0) }
      .map { trimmed(String($0)) }
  }
}
