import RubricKit

/// The sheet of open items (待人工核定事项), for the bureau only: questions are no faults.
struct PendingSheet: Sendable {
  let catalogue: Catalogue
  let file: AgencyFile

  /// Nil where nothing is open.
  var paper: Paper? {
    let rows = file.cases.flatMap { record in
      record.rows(catalogue) { $0 == .pending || $0 == .error }.map { (record, $0) }
    }
    guard !rows.isEmpty || !file.unjudged.isEmpty || !file.presumed.isEmpty else { return nil }
    let name = catalogue.say(ReviewWords.openTitle)
    var blocks: [Paper.Block] = [
      .mark(catalogue.say(ReviewWords.internalMark)), .title([name]),
      .subtitle(catalogue.name(file.agency)), .footnote(catalogue.say(ReviewWords.openIntro)),
    ]
    if !rows.isEmpty {
      blocks.append(.heading(level: 1, name))
      blocks.append(.table(items(rows)))
    }
    if !file.unjudged.isEmpty || !file.presumed.isEmpty {
      blocks.append(.heading(level: 1, catalogue.say(ReviewWords.unjudgedTitle)))
      blocks.append(.table(unjudged()))
    }
    blocks.append(.footnote(catalogue.say(ReviewWords.privacy)))
    return Paper(
      language: catalogue.language, layout: .wide, name: "\(name) \(catalogue.name(file.agency))",
      blocks: blocks)
  }

  private func items(_ rows: [(CaseRecord, FindingRow)]) -> Table {
    let columns: [(LocalizedText, Int, Alignment)] = [
      (ReviewWords.serial, 4, .centred), (ReviewWords.caseNumber, 12, .leading),
      (NoticeWords.paper, 13, .leading), (ReviewWords.item, 15, .leading),
      (ReviewWords.question, 22, .leading), (ReviewWords.reason, 9, .leading),
      (ReviewWords.effect, 12, .leading), (ReviewWords.answer, 8, .leading),
      (ReviewWords.reviewer, 5, .leading),
    ]
    return Table(
      columns: columns.map { .init(title: catalogue.say($0.0), share: $0.1, alignment: $0.2) },
      rows: rows.enumerated().map { index, entry in
        .cells(cells(index + 1, entry.0, entry.1))
      })
  }

  private func cells(_ serial: Int, _ record: CaseRecord, _ row: FindingRow) -> [String] {
    let message = catalogue.say(row.occurrence.message)
    var question = message
    if row.occurrence.reasons.contains(.person), let asked = row.requirement.question,
      catalogue.say(asked) != message
    {
      question = "\(catalogue.say(asked))\(catalogue.say(NoticeWords.bracketed(message)))"
    }
    let reasons =
      row.occurrence.outcome == .error
      ? [catalogue.say(Words.outcome(.error))]
      : row.occurrence.reasons.map { catalogue.say(Words.reason($0)) }
    let effects = row.costs.flatMap { cost -> [String] in
      let points = PointsText.plain(cost.mayLose - cost.lost)
      var texts = [
        catalogue.say(ReviewWords.mayLose(catalogue.title(ofRubric: cost.rubric), points))
      ]
      if let veto = cost.veto {
        texts.append(catalogue.say(ReviewWords.mayVeto(catalogue.say(Words.vetoEffect(veto)))))
      }
      return texts
    }
    return [
      "\(serial)", catalogue.number(record), row.place.map(catalogue.paper) ?? "",
      catalogue.say(row.requirement.title), question,
      reasons.joined(separator: catalogue.say(Words.enumerationComma)),
      effects.joined(separator: catalogue.say(Words.semicolon)),
      catalogue.say(ReviewWords.answers), "",
    ]
  }

  private func unjudged() -> Table {
    let columns: [(LocalizedText, Int, Alignment)] = [
      (ReviewWords.serial, 5, .centred), (ReviewWords.caseNumber, 20, .leading),
      (ReviewWords.file, 30, .leading), (ReviewWords.cause, 45, .leading),
    ]
    let files = file.unjudged.map { ($0, false) } + file.presumed.map { ($0, true) }
    let rows = files.enumerated().map { index, entry -> Table.Row in
      let (record, isPresumed) = entry
      let line = record.line.map {
        catalogue.say(Words.line($0, record.column)) + catalogue.say(Words.colon)
      }
      let note = isPresumed ? catalogue.say(ReviewWords.presumed) : ""
      return .cells([
        "\(index + 1)", record.caseNumber ?? "", record.path,
        (line ?? "") + catalogue.say(record.message) + note,
      ])
    }
    return Table(
      columns: columns.map { .init(title: catalogue.say($0.0), share: $0.1, alignment: $0.2) },
      rows: rows)
  }
}
