import RubricKit

/// The blocks of a paper as WordprocessingML (ECMA-376 part 1 §17).
struct WordBody: Sendable {
  private let paper: Paper
  private let page: WordPage
  /// 三号 on a letter, 五号 on forms and lists.
  private let base: WordStyle

  init(_ paper: Paper) {
    self.paper = paper
    page = WordPage(paper.layout)
    base =
      paper.layout == .letter ? WordStyle() : WordStyle(size: 21, line: 320, isOnGrid: false)
  }

  var xml: String {
    let blocks = paper.blocks.map(xml).joined()
    return blocks + page.properties(hasGrid: paper.layout == .letter)
  }

  private func xml(_ block: Paper.Block) -> String {
    var style = base
    switch block {
    case .letterhead(let office):
      style = WordStyle(
        font: .title, size: 72, color: "FF0000", alignment: .center,
        space: WordPage.millimetres(35) - WordPage.linePitch, line: 1_000, isOnGrid: false)
      return style.paragraph(office)
    case .mark(let text):
      (style.font, style.alignment, style.isBold) = (.hei, .left, true)
      return style.paragraph(text)
    case .number(let text):
      style.alignment = .center
      style.before = paper.layout == .letter ? 200 : 0
      style.rule = ("FF0000", 12)
      return style.paragraph(text)
    case .title(let parts):
      style = WordStyle(font: .title, size: paper.layout == .letter ? 44 : 36, alignment: .center)
      style.before = paper.layout == .letter ? 200 : 0
      style.line = paper.layout == .letter ? 680 : 560
      (style.keepsWithNext, style.isOnGrid) = (true, false)
      return style.paragraph(broken(parts, at: page.textWidth * 2 / (style.size * 10)))
    case .subtitle(let text):
      (style.font, style.alignment) = (.kai, .center)
      return style.paragraph(text)
    case .addressee(let text):
      (style.alignment, style.before) = (.left, 100)
      return style.paragraph(text)
    case .heading(let level, let text):
      style.font = level == 1 ? .hei : .kai
      (style.indent, style.keepsWithNext) = (200, true)
      return style.paragraph(text)
    case .paragraph(let text):
      style.indent = 200
      return style.paragraph(text)
    case .facts(let facts): return self.facts(facts)
    case .table(let table): return self.table(table)
    case .lines(let lines):
      style.indent = 200
      return lines.map(style.paragraph).joined()
    case .attachments(let lines):
      style.indent = 200
      return lines.enumerated().map { index, line in
        style.before = index == 0 ? 100 : 0
        return style.paragraph(line)
      }.joined()
    case .closing(let sender, let date): return closing(sender, date)
    case .signatures(let labels):
      style.before = 100
      return labels.map(style.paragraph).joined()
    case .footnote(let text):
      style = WordStyle(size: 18, alignment: .left, before: 50, line: 280, isOnGrid: false)
      return style.paragraph(text)
    }
  }

  /// A title longer than a line, broken between its parts into two of about one length (7.3.1).
  private func broken(_ parts: [String], at width: Int) -> String {
    let whole = parts.joined()
    guard DisplayWidth.of(whole) > width, parts.count > 1 else { return whole }
    let splits = parts.indices.dropFirst().map { place in
      (parts[..<place].joined(), parts[place...].joined())
    }
    let best = splits.min {
      max(DisplayWidth.of($0.0), DisplayWidth.of($0.1))
        < max(DisplayWidth.of($1.0), DisplayWidth.of($1.1))
    }
    return best.map { "\($0.0)\n\($0.1)" } ?? whole
  }

  /// 成文日期右空四字，发文机关署名以成文日期为准居中 (7.3.5.1).
  private func closing(_ sender: String, _ date: String) -> String {
    let character = base.size * 10
    let (name, day) = (
      DisplayWidth.of(sender) * character / 2, DisplayWidth.of(date) * character / 2
    )
    var (senderRight, dateRight) = (4 * character + (day - name) / 2, 4 * character)
    if senderRight < 2 * character {
      // A name so long that it would run out to the right is set first, and the date under its middle.
      senderRight = 2 * character
      dateRight = senderRight + (name - day) / 2
    }
    var style = base
    (style.alignment, style.before, style.keepsWithNext) = (.right, 200, true)
    style.right = senderRight
    let first = style.paragraph(sender)
    (style.right, style.before, style.keepsWithNext) = (dateRight, 0, false)
    return first + style.paragraph(date)
  }

  // MARK: Tables

  private func table(_ table: Table) -> String {
    let total = max(1, table.columns.reduce(0) { $0 + $1.share })
    let widths = table.columns.map { page.textWidth * $0.share / total }
    var rows = row(
      zip(table.columns, widths).map { cell($0.title, $1, .center, font: .hei) }, isHead: true)
    for one in table.rows {
      switch one {
      case .section(let title):
        rows += row([cell(title, widths.reduce(0, +), .left, font: .hei, span: widths.count)])
      case .cells(let cells): rows += row(self.cells(cells, table, widths, .body))
      case .total(let cells): rows += row(self.cells(cells, table, widths, .hei))
      }
    }
    return frame(widths, rows)
  }

  private func cells(
    _ texts: [String], _ table: Table, _ widths: [Int], _ font: WordStyle.Font
  ) -> [String] {
    zip(zip(texts, table.columns), widths).map { pair, width in
      cell(pair.0, width, pair.1.alignment == .leading ? .left : .center, font: font)
    }
  }

  private func facts(_ facts: [Paper.Fact]) -> String {
    let (label, value) = (page.textWidth * 16 / 100, page.textWidth * 34 / 100)
    var rows = ""
    var pair: [Paper.Fact] = []
    func flush() {
      guard let first = pair.first else { return }
      var cells = [cell(first.label, label, .center, font: .hei)]
      if pair.count == 2 {
        cells += [
          cell(first.value, value, .left), cell(pair[1].label, label, .center, font: .hei),
          cell(pair[1].value, value, .left),
        ]
      } else {
        cells.append(cell(first.value, label + 2 * value, .left, span: 3))
      }
      rows += row(cells)
      pair = []
    }
    for fact in facts {
      if fact.isWide { flush() }
      pair.append(fact)
      if fact.isWide || pair.count == 2 { flush() }
    }
    flush()
    return frame([label, value, label, value], rows)
  }

  private func frame(_ widths: [Int], _ rows: String) -> String {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    }.joined()
    return "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
      + "<w:tblBorders>\(sides)</w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
      + "<w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/>"
      + "</w:tblCellMar></w:tblPr><w:tblGrid>"
      + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>" + rows + "</w:tbl>"
      // Two tables in a row would become one.
      + WordStyle(size: 8, line: 120).paragraph("")
  }

  private func row(_ cells: [String], isHead: Bool = false) -> String {
    "<w:tr><w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>\(cells.joined())</w:tr>"
  }

  private func cell(
    _ text: String, _ width: Int, _ alignment: WordStyle.Alignment,
    font: WordStyle.Font = .body, span: Int = 1
  ) -> String {
    let style = WordStyle(
      font: font, size: paper.layout == .letter ? 24 : 18, alignment: alignment,
      line: paper.layout == .letter ? 360 : 280, isOnGrid: false)
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
      + (span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : "")
      + "<w:vAlign w:val=\"center\"/></w:tcPr>"
      + style.paragraph(text) + "</w:tc>"
  }
}
