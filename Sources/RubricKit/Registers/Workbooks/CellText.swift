internal import CaseXML

/// The text of a string in a workbook.
enum CellText {
  /// Of `<si>` or `<is>`: the runs of rich text are joined; how to pronounce it (`<rPh>`) is left out.
  static func text(_ element: XMLElement) -> String {
    element.children.map { child in
      switch child.name {
      case "t": decoded(child.text)
      case "r": child.children(named: "t").map { decoded($0.text) }.joined()
      default: ""
      }
    }.joined()
  }

  /// `_x000D_` stands for a character that XML cannot hold (§22.9.2.19).
  static func decoded(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let escape = rest.prefix(7)
      let digits = String(Substring(escape.dropFirst(2).dropLast()))
      if escape.count == 7, escape.starts(with: "_x".unicodeScalars), escape.last == "_",
        digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      {
        result.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }
}
