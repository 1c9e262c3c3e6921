import RubricKit

/// The summaries under the table: agencies, rubrics, frequent findings, contradictions, the run.
struct SummaryText: Sendable {
  let catalogue: Catalogue
  let summary: AuditSummary
  let color: Bool

  private var isChinese: Bool { catalogue.language == .zh }

  func render() -> String {
    var parts: [String] = []
    if !summary.agencies.isEmpty { parts.append(agencies()) }
    for rubric in catalogue.manifest.rubrics { parts.append(results(rubric)) }
    parts.append(frequent())
    parts.append(contradictions())
    parts.append(RunText(catalogue: catalogue, summary: summary, color: color).render())
    return parts.filter { !$0.isEmpty }.map { "\n" + $0 }.joined()
  }

  func heading(_ text: String) -> String { Style.strong.applied(to: text, color: color) + "\n" }

  private func agencies() -> String {
    let heads =
      [TableWords.agency, TableWords.drawn, TableWords.judged, TableWords.unjudged]
      + Severity.allCases.reversed().map(Words.severity)
      + [TableWords.waived, TableWords.pending, TableWords.errors]
    let grid = grid(heads.map(catalogue.say))
    var text = heading(catalogue.say(TableWords.agencies))
    text += grid.line(heads.map { .init(catalogue.say($0), .strong) })
    for agency in summary.agencies {
      var cells: [TextGrid.Cell] = [
        .init(catalogue.name(agency.agency)), .init("\(agency.drawn)"), .init("\(agency.judged)"),
        .init("\(agency.unjudged)", agency.unjudged > 0 ? .bad : .plain),
      ]
      for severity in Severity.allCases.reversed() {
        cells.append(.init("\(agency.findings.bySeverity[severity] ?? 0)"))
      }
      cells += [.init("\(agency.waived)"), .init("\(agency.pending)"), .init("\(agency.errors)")]
      text += grid.line(cells)
    }
    return text
  }

  private func results(_ rubric: RubricRecord) -> String {
    let heads =
      [TableWords.agency, TableWords.files, TableWords.mean, TableWords.lowest]
      + rubric.bands.map(\.label)
      + [TableWords.uncertain, TableWords.vetoFailed, TableWords.vetoOpen]
    var grid = grid(heads.map(catalogue.say))
    let scoreWidth = CaseRowLayout.scoreWidth(rubric)
    for column in [2, 3] { grid.columns[column].width = scoreWidth }
    var rows = ""
    for agency in summary.agencies {
      guard let result = agency.rubrics.first(where: { $0.rubric == rubric.id }) else { continue }
      let name = catalogue.name(agency.agency)
      let vetoes = ["\(result.vetoesFailed)", "\(result.vetoesUndecided)"]
      rows += line(grid, name, result, result.figures, vetoes, rubric)
      if let adjusted = result.adjusted {
        rows += line(
          grid, catalogue.say(TableWords.afterSetRules), result, adjusted, ["", ""], rubric)
      }
    }
    guard !rows.isEmpty else { return "" }
    let title = isChinese ? "《\(rubric.title.zh)》" : rubric.title.en
    return heading(title) + grid.line(heads.map { .init(catalogue.say($0), .strong) }) + rows
      + ranking(rubric)
  }

  private func line(
    _ grid: TextGrid, _ name: String, _ result: RubricSummary, _ figures: RubricSummary.Figures,
    _ vetoes: [String], _ rubric: RubricRecord
  ) -> String {
    var cells: [TextGrid.Cell] = [.init(name), .init("\(result.judged)")]
    let digits = rubric.roundingDigits
    let mode = rubric.roundingMode
    if let lower = figures.lower.rounded(digits: digits, mode: mode),
      let upper = figures.upper.rounded(digits: digits, mode: mode), let lowest = figures.lowest
    {
      cells.append(.init(PointsText.range(lower, upper, digits: digits)))
      cells.append(.init(PointsText.range(lowest.lower, lowest.upper, digits: digits)))
    } else {
      cells += ["—", "—"]
    }
    cells += rubric.bands.map { .init("\(figures.grades[$0.id] ?? 0)") }
    cells.append(.init("\(figures.uncertain)", figures.uncertain > 0 ? .open : .plain))
    cells += vetoes.map { .init($0) }
    return grid.line(cells)
  }

  private func ranking(_ rubric: RubricRecord) -> String {
    guard summary.agencies.count > 1 else { return "" }
    switch summary.ranking(rubric: rubric.id) {
    case .open: return "  " + catalogue.say(TableWords.noRanking) + "\n"
    case .places(let places):
      let list = places.map { place in
        let mean = PointsText.fixed(place.mean, digits: rubric.roundingDigits)
        return
          "\(catalogue.say(TableWords.place(place.rank))) \(catalogue.name(place.agency)) \(mean)"
      }
      return "  \(catalogue.say(TableWords.ranking))\(catalogue.say(Words.colon))"
        + list.joined(separator: catalogue.say(Words.semicolon)) + "\n"
    }
  }

  private func frequent() -> String {
    var text = ""
    for agency in summary.agencies {
      let frequent = agency.findings.mostFrequent()
      guard !frequent.isEmpty else { continue }
      text += "  \(catalogue.name(agency.agency))\n"
      for entry in frequent {
        let count = catalogue.say(TableWords.occurrences(entry.count)).padded(to: 6, .trailing)
        text += "  \(count)  \(catalogue.title(ofRequirement: entry.requirement))\n"
      }
    }
    return text.isEmpty ? "" : heading(catalogue.say(TableWords.frequent)) + text
  }

  private func contradictions() -> String {
    var text = ""
    for finding in summary.setFindings {
      let rule = catalogue.rule(finding.rule)
      text +=
        "  \(rule.map { catalogue.say($0.title) } ?? finding.rule)\(catalogue.say(Words.colon))"
      text += catalogue.say(finding.message) + "\n"
      for part in finding.parts {
        let number = part.caseNumber.isEmpty ? catalogue.say(Words.noNumber) : part.caseNumber
        let line = catalogue.say(Words.line(part.place.line, part.place.column))
        text += "    \(catalogue.name(part.agency))  \(number)  \(part.path)  \(line)\n"
      }
      if let rule {
        text += "    \(catalogue.say(TableWords.innocent))\(catalogue.say(rule.innocent))\n"
      }
    }
    if !text.isEmpty { text = heading(catalogue.say(TableWords.setFindings)) + text }
    if !summary.setQuestions.isEmpty {
      text += heading(catalogue.say(TableWords.setQuestions(summary.setQuestions.count)))
    }
    guard !summary.adjustments.isEmpty else { return text }
    text += heading(catalogue.say(TableWords.adjustments))
    for change in summary.adjustments {
      let before = ends(change.before, change.rubric)
      let after = ends(change.after, change.rubric)
      text += "    \(change.path)  \(catalogue.title(ofRubric: change.rubric))  "
      text += TableWords.change(before, after) + "\n"
    }
    return text
  }

  private func ends(_ range: AdjustmentRecord.ScoreRange, _ rubric: String) -> String {
    let points = catalogue.points(range.lower.points, range.upper.points, rubric: rubric)
    let lower = catalogue.grade(range.lower.grade, rubric: rubric)
    let upper = catalogue.grade(range.upper.grade, rubric: rubric)
    return "\(points) \(lower == upper ? lower : "\(lower)–\(upper)")"
  }

  /// A grid whose first column holds an agency and whose others hold numbers under their heads.
  private func grid(_ heads: [String]) -> TextGrid {
    let names = summary.agencies.map { DisplayWidth.of(catalogue.name($0.agency)) }
    let first = min(max(names.max() ?? 0, DisplayWidth.of(heads[0]), 16), 40)
    let columns = heads.dropFirst().map {
      TextGrid.Column(width: max(4, DisplayWidth.of($0)), alignment: .trailing)
    }
    return TextGrid(columns: [.init(width: first)] + columns, indent: 2, color: color)
  }
}
