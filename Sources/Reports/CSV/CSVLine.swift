/// Comma-separated values as RFC 4180 has them, made safe for spreadsheets.
enum CSVLine {
  /// What a file begins with: the byte-order mark by which spreadsheets know UTF-8.
  static let byteOrderMark = "\u{FEFF}"

  /// One line, ended by CR LF.
  static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field, quoted where it must be. A text that a spreadsheet would take for a formula gets an
  /// apostrophe in front; numbers of ours, which may begin with a minus, are no such texts.
  static func field(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// Blanks before the sign do not stop every spreadsheet, and some take the full-width signs too.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" { return true }
    guard let sign = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" }) else {
      return false
    }
    return "=+-@＝＋－＠".unicodeScalars.contains(sign)
  }
}
