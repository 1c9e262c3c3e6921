internal import CaseXML

/// Which cell styles show a number as a date.
struct CellFormats {
  /// By the index of the style.
  private var areDates: [Bool] = []

  /// A workbook without styles.
  init() {}

  /// Reads `<styleSheet>`.
  init(_ root: XMLElement) {
    var codes: [Int: String] = [:]
    for format in root.first("numFmts")?.children(named: "numFmt") ?? [] {
      if let id = format.attribute("numFmtId").flatMap({ Int($0) }) {
        codes[id] = format.attribute("formatCode")
      }
    }
    areDates = (root.first("cellXfs")?.children(named: "xf") ?? []).map { style in
      let id = style.attribute("numFmtId").flatMap { Int($0) } ?? 0
      return codes[id].map(Self.isDate) ?? Self.isBuiltInDate(id)
    }
  }

  func isDate(style: Int) -> Bool { areDates.indices.contains(style) && areDates[style] }

  /// The formats that need no code (§18.8.30), with those of the Chinese edition.
  static func isBuiltInDate(_ id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// A format whose first section names a year, a month or a day. `m` beside hours or seconds alone
  /// means minutes.
  static func isDate(_ code: String) -> Bool {
    let letters = Set(placeholders(code))
    if letters.contains("y") || letters.contains("d") { return true }
    return letters.contains("m") && !letters.contains("h") && !letters.contains("s")
  }

  /// The first section without what is shown as it stands: quoted text, characters after `\`, `_`
  /// and `*`, colours and languages in brackets.
  private static func placeholders(_ code: String) -> String {
    var result = ""
    var rest = code[...]
    while let first = rest.popFirst() {
      switch first {
      case ";": return result
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      default: result += first.lowercased()
      }
    }
    return result
  }
}
