import RubricKit

/// A paper as plain text: what a message or an old terminal can carry.
enum PaperText {
  static func render(_ paper: Paper) -> String {
    let width = width(of: paper.layout)
    var text = ""
    for block in paper.blocks { text += render(block, width: width, paper.language) }
    return text
  }

  private static func width(of layout: Paper.Layout) -> Int {
    switch layout {
    case .letter: 76
    case .form: 96
    case .wide: 136
    }
  }

  private static func render(_ block: Paper.Block, width: Int, _ language: Language) -> String {
    switch block {
    case .letterhead(let office): return centred(office, width) + "\n\n"
    case .mark(let text): return clean(text) + "\n\n"
    case .number(let text):
      return centred(text, width) + "\n" + String(repeating: "─", count: width) + "\n\n"
    case .title(let parts):
      let whole = clean(parts.joined())
      let lines = DisplayWidth.of(whole) <= width - 16 ? [whole] : parts
      return lines.flatMap { LineWrap.lines(clean($0), width: width - 8) }
        .map { centred($0.trimmed, width) + "\n" }.joined() + "\n"
    case .subtitle(let text):
      return LineWrap.lines(clean(text), width: width - 8).map { centred($0, width) + "\n" }
        .joined() + "\n"
    case .addressee(let text): return clean(text) + "\n\n"
    case .heading(_, let text): return indented(text, width, language) + "\n"
    case .paragraph(let text), .footnote(let text): return indented(text, width, language) + "\n"
    case .facts(let facts):
      return facts.map { clean($0.label) + colon(language) + clean($0.value) + "\n" }.joined()
        + "\n"
    case .table(let table): return render(table, width: width) + "\n"
    case .lines(let lines):
      return lines.flatMap { LineWrap.lines(clean($0), width: width - 2) }.map { "  \($0)\n" }
        .joined() + "\n"
    case .attachments(let lines):
      return "\n" + lines.map { "    " + clean($0) + "\n" }.joined()
    case .closing(let sender, let date):
      return "\n\n" + right(sender, width) + "\n" + right(date, width) + "\n\n"
    case .signatures(let labels):
      return "\n" + labels.map { "\(clean($0))\n\n" }.joined()
    }
  }

  private static func clean(_ text: String) -> String { Printable.clean(text) }

  private static func colon(_ language: Language) -> String { language == .zh ? "：" : ": " }

  private static func centred(_ text: String, _ width: Int) -> String {
    clean(text).padded(to: width, .centred).withoutTrailingBlanks
  }

  private static func right(_ text: String, _ width: Int) -> String {
    clean(text).padded(to: width - 8, .trailing)
  }

  /// A paragraph whose first line is set in by two characters.
  private static func indented(_ text: String, _ width: Int, _ language: Language) -> String {
    let blank = language == .zh ? "    " : ""
    return LineWrap.lines(blank + clean(text), width: width).joined(separator: "\n") + "\n"
  }

  /// Every cell wrapped in its column, rows apart by rules.
  private static func render(_ table: Table, width: Int) -> String {
    let gaps = (table.columns.count - 1) * 2
    let shares = table.columns.reduce(0) { $0 + $1.share }
    let widths = table.columns.map { max(4, (width - gaps) * $0.share / max(shares, 1)) }
    let rule = String(repeating: "─", count: widths.reduce(gaps, +)) + "\n"
    func line(_ cells: [String]) -> String {
      let wrapped = zip(cells, widths).map { LineWrap.lines(clean($0), width: $1) }
      let height = wrapped.map(\.count).max() ?? 0
      return (0..<height).map { row in
        zip(wrapped, widths).map { lines, width in
          (row < lines.count ? lines[row] : "").padded(to: width)
        }.joined(separator: "  ").withoutTrailingBlanks + "\n"
      }.joined()
    }
    var text = rule + line(table.columns.map(\.title)) + rule
    for row in table.rows {
      switch row {
      case .section(let title): text += clean(title) + "\n" + rule
      case .cells(let cells), .total(let cells): text += line(cells) + rule
      }
    }
    return text
  }
}
