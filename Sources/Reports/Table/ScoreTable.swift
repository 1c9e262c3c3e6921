public import RubricKit

/// The table that `score` prints: one row per case file, a block for the files that were scored by the
/// same rubrics, so that no block is wider than its own scores need; then the agencies, and the run as
/// a whole. Rows of the first file's block, and files not judged, are printed as they come; the other
/// blocks wait for the end.
public struct ScoreTable<Sink: TextSink>: AuditRecordConsumer {
  /// Where the table goes.
  public private(set) var sink: Sink
  private let language: Language
  private let color: Bool
  private var summary = AuditSummary()
  private var catalogue: Catalogue?
  /// The block under way.
  private var open: [Int]?
  /// By the places of their rubrics in the manifest; of the block under way without its rows.
  private var blocks: [[Int]: Block] = [:]
  /// Files not judged before any block was under way.
  private var unjudged: [String] = []

  private struct Block {
    var layout: CaseRowLayout
    var rows: [String] = []
  }

  /// A table with nothing in it yet.
  ///
  /// - Parameter color: True only where a terminal shows it; nothing is said by colour alone.
  public init(_ sink: Sink, language: Language = .zh, color: Bool = false) {
    self.sink = sink
    self.language = language
    self.color = color
  }

  /// Takes the next record.
  public mutating func consume(_ record: AuditRecord) throws {
    summary.consume(record)
    switch record {
    case .manifest(let manifest):
      let catalogue = Catalogue(manifest, language: language)
      self.catalogue = catalogue
      try sink.write(TableHeading(catalogue: catalogue, color: color).text)
    case .caseFile(let record): try show(record)
    case .unjudged(let record): try show(record)
    case .end: try end()
    case .facts, .setFinding, .setQuestion, .adjustment, .remark: return
    }
  }

  private mutating func show(_ record: CaseRecord) throws {
    guard let catalogue else { return }
    let all = catalogue.manifest.rubrics
    let places = all.indices.filter { place in
      record.scores.contains { $0.rubric == all[place].id }
    }
    var block =
      blocks.removeValue(forKey: places)
      ?? Block(layout: CaseRowLayout(catalogue, rubrics: places.map { all[$0] }, color: color))
    if open == nil {
      open = places
      try sink.write("\n" + block.layout.heads)
      for row in unjudged { try sink.write(row) }
      unjudged = []
    }
    if open == places {
      try sink.write(block.layout.row(record))
    } else {
      block.rows.append(block.layout.row(record))
    }
    blocks[places] = block
  }

  private mutating func show(_ record: UnjudgedRecord) throws {
    guard let catalogue else { return }
    if let open, let block = blocks[open] {
      try sink.write(block.layout.row(record))
    } else {
      unjudged.append(CaseRowLayout(catalogue, rubrics: [], color: color).row(record))
    }
  }

  private mutating func end() throws {
    guard let catalogue else { return }
    let bare = CaseRowLayout(catalogue, rubrics: [], color: color)
    if let open, let block = blocks.removeValue(forKey: open) {
      try sink.write(block.layout.grid.rule())
    } else {
      try sink.write("\n" + bare.heads)
      for row in unjudged { try sink.write(row) }
      try sink.write(bare.grid.rule())
    }
    for places in blocks.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let block = blocks[places] else { continue }
      try sink.write("\n" + block.layout.heads)
      for row in block.rows { try sink.write(row) }
      try sink.write(block.layout.grid.rule())
    }
    let text = SummaryText(catalogue: catalogue, summary: summary, color: color)
    try sink.write(text.render())
  }
}

/// Title, day, registers, and what a profile set otherwise.
struct TableHeading {
  let catalogue: Catalogue
  let color: Bool

  var text: String {
    let manifest = catalogue.manifest
    let registers =
      manifest.registers.folder.map { catalogue.say(TableWords.registers(Printable.clean($0))) }
      ?? catalogue.say(TableWords.registers(catalogue.say(TableWords.noRegisters)))
    return Style.strong.applied(to: catalogue.say(TableWords.title), color: color) + "\n"
      + catalogue.say(TableWords.asOf(catalogue.date(manifest.asOf))) + "    " + registers + "\n"
      + catalogue.profileText
  }
}

/// Columns of a case's row. All widths follow from the rubrics, whatever the cases are.
struct CaseRowLayout: Sendable {
  let catalogue: Catalogue
  /// What the rows of this layout were scored by.
  let rubrics: [RubricRecord]
  let grid: TextGrid
  private let color: Bool

  init(_ catalogue: Catalogue, rubrics: [RubricRecord], color: Bool) {
    self.catalogue = catalogue
    self.rubrics = rubrics
    self.color = color
    let kind = catalogue.language == .zh ? 8 : 10
    var columns: [TextGrid.Column] = [
      .init(width: 20), .init(width: 22, keepsEnd: true), .init(width: kind),
    ]
    for rubric in rubrics {
      columns.append(.init(width: CaseRowLayout.scoreWidth(rubric)))
      columns.append(.init(width: CaseRowLayout.gradeWidth(rubric, catalogue)))
    }
    columns.append(.init(width: 13))
    for severity in Severity.allCases.reversed() {
      let width = max(4, DisplayWidth.of(catalogue.say(Words.severity(severity))))
      columns.append(.init(width: width, alignment: .trailing))
    }
    let pending = max(4, DisplayWidth.of(catalogue.say(TableWords.pending)))
    columns.append(.init(width: pending, alignment: .trailing))
    grid = TextGrid(columns: columns, color: color)
  }

  /// The column heads.
  var heads: String {
    var upper: [(text: String, columns: Int)] = [("", 1), ("", 1), ("", 1)]
    var lower = [TableWords.agency, TableWords.caseNumber, TableWords.kind].map(head)
    for rubric in rubrics {
      upper.append((catalogue.say(rubric.title), 2))
      lower += [TableWords.score, TableWords.grade].map(head)
    }
    upper += [("", 1), (catalogue.say(TableWords.findings), 3), ("", 1)]
    lower.append(head(TableWords.vetoes))
    lower += Severity.allCases.reversed().map { head(Words.severity($0)) }
    lower.append(head(TableWords.pending))
    return spanning(upper) + grid.line(lower) + grid.rule()
  }

  private func head(_ text: LocalizedText) -> TextGrid.Cell {
    TextGrid.Cell(catalogue.say(text), .strong)
  }

  /// A line of heads over several columns each.
  private func spanning(_ heads: [(text: String, columns: Int)]) -> String {
    var index = 0
    let columns = heads.map { head in
      let part = grid.columns[index..<min(index + head.columns, grid.columns.count)]
      index += head.columns
      return TextGrid.Column(
        width: part.reduce(0) { $0 + $1.width } + grid.gap * max(0, part.count - 1),
        alignment: head.columns == 3 ? .trailing : .leading)
    }
    return TextGrid(columns: columns, color: color).line(heads.map { .init($0.text, .strong) })
  }

  /// A judged case.
  func row(_ record: CaseRecord) -> String {
    var cells: [TextGrid.Cell] = [
      .init(catalogue.name(record.agency)), .init(catalogue.number(record)),
      .init(catalogue.say(Words.caseKind(record.kind))),
    ]
    for rubric in rubrics {
      guard let score = record.scores.first(where: { $0.rubric == rubric.id }) else {
        cells += ["—", ""]
        continue
      }
      cells.append(.init(catalogue.points(score)))
      cells.append(.init(catalogue.grade(score), style(score, rubric)))
    }
    let failed = record.failedVetoes
    let words = TableWords.vetoes(failed: failed, open: record.undecidedVetoes)
    cells.append(.init(words.map(catalogue.say) ?? "", failed > 0 ? .bad : .open))
    let findings = record.findings(catalogue)
    for severity in Severity.allCases.reversed() {
      let count = findings[severity] ?? 0
      let style: Style = count == 0 ? .faint : severity == .fatal ? .bad : .plain
      cells.append(.init("\(count)", style))
    }
    let open = record.pendingItems + record.errorItems
    cells.append(.init("\(open)", open == 0 ? .faint : .open))
    return grid.line(cells)
  }

  /// A file that was not judged, with its cause.
  func row(_ record: UnjudgedRecord) -> String {
    let known = [
      catalogue.name(record.agency),
      record.caseNumber.flatMap { $0.isEmpty ? nil : $0 } ?? Paths.lastComponent(record.path),
    ]
    let start = TextGrid(columns: Array(grid.columns.prefix(2)))
    let cause =
      "\(catalogue.say(TableWords.notJudged))\(catalogue.say(Words.colon))"
      + catalogue.say(record.message)
    let left = start.line(known.map { .init($0) }).withoutLineBreak
    let filled = left.padded(to: start.width + grid.gap)
    let room = grid.width - DisplayWidth.of(filled)
    return filled + Style.bad.applied(to: cause.truncated(to: room), color: color) + "\n"
  }

  private func style(_ score: ScoreRecord, _ rubric: RubricRecord) -> Style {
    if !score.certain { return .open }
    if score.lower.grade == rubric.bands.first?.id { return .good }
    return score.lower.grade == rubric.bands.last?.id ? .bad : .plain
  }

  /// Room for `82.5–100.0` in the rubric's digits.
  static func scoreWidth(_ rubric: RubricRecord) -> Int {
    let full = PointsText.fixed(rubric.full, digits: rubric.roundingDigits)
    return max(full.count * 2, 8)
  }

  /// Room for any two neighbouring grades: `及格–优秀`.
  static func gradeWidth(_ rubric: RubricRecord, _ catalogue: Catalogue) -> Int {
    let widths = rubric.bands.map { DisplayWidth.of(catalogue.say($0.label)) }.sorted()
    let open = DisplayWidth.of(catalogue.say(Words.gradeOpen))
    let widest = widths.last ?? 4
    return max(widths.suffix(2).reduce(1, +), widest + open)
  }
}

extension String {
  var withoutLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
