public import RubricKit

/// The table that `score` prints: one row per case file as it comes, then the agencies, then the
/// run as a whole.
public struct ScoreTable<Sink: TextSink>: AuditRecordConsumer {
  /// Where the table goes.
  public private(set) var sink: Sink
  private let language: Language
  private let color: Bool
  private var summary = AuditSummary()
  private var layout: CaseRowLayout?

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
      let layout = CaseRowLayout(Catalogue(manifest, language: language), color: color)
      self.layout = layout
      try sink.write(layout.heading)
    case .caseFile(let record):
      if let layout { try sink.write(layout.row(record)) }
    case .unjudged(let record):
      if let layout { try sink.write(layout.row(record)) }
    case .end:
      guard let layout else { return }
      try sink.write(layout.grid.rule())
      let text = SummaryText(catalogue: layout.catalogue, summary: summary, color: color)
      try sink.write(text.render())
    case .facts, .setFinding, .adjustment, .remark: return
    }
  }
}

/// Columns of a case's row. All widths follow from the manifest, so that rows can be printed before
/// the last case is known.
struct CaseRowLayout: Sendable {
  let catalogue: Catalogue
  let grid: TextGrid
  private let color: Bool

  init(_ catalogue: Catalogue, color: Bool) {
    self.catalogue = catalogue
    self.color = color
    let kind = catalogue.language == .zh ? 8 : 10
    var columns: [TextGrid.Column] = [
      .init(width: 20), .init(width: 22, keepsEnd: true), .init(width: kind),
    ]
    for rubric in catalogue.manifest.rubrics {
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

  /// Title, what was judged by what, and the column heads.
  var heading: String {
    let manifest = catalogue.manifest
    var text = Style.strong.applied(to: catalogue.say(TableWords.title), color: color) + "\n"
    let registers =
      manifest.registers.folder.map { catalogue.say(TableWords.registers(Printable.clean($0))) }
      ?? catalogue.say(TableWords.registers(catalogue.say(TableWords.noRegisters)))
    text +=
      catalogue.say(TableWords.asOf(catalogue.date(manifest.asOf))) + "    " + registers + "\n"
    text += catalogue.say(TableWords.rubrics(catalogue.rubricList)) + "\n\n"
    return text + heads
  }

  private var heads: String {
    var upper: [(text: String, columns: Int)] = [("", 1), ("", 1), ("", 1)]
    var lower = [TableWords.agency, TableWords.caseNumber, TableWords.kind].map(head)
    for rubric in catalogue.manifest.rubrics {
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
    for rubric in catalogue.manifest.rubrics {
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
