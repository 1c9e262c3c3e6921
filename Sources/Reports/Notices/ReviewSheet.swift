import RubricKit

/// The review sheet (评查表) of one case: every item of every rubric, the arithmetic, the grade, room
/// for two reviewers to sign.
struct ReviewSheet: Sendable {
  let catalogue: Catalogue
  let record: CaseRecord
  let adjustments: [AdjustmentRecord]
  /// The contradictions that the case takes part in.
  let setFindings: [SetFindingRecord]

  var paper: Paper {
    let title = catalogue.say(ReviewWords.title)
    var blocks: [Paper.Block] = [
      .title([title]), .subtitle(catalogue.number(record)), .facts(facts),
    ]
    if !catalogue.profileLines.isEmpty { blocks.append(.lines(catalogue.profileLines)) }
    for score in record.scores { blocks += part(score) }
    blocks += contradictions() + remarks()
    if record.pendingItems + record.errorItems > 0 {
      blocks.append(.footnote(catalogue.say(ReviewWords.openNote)))
    }
    blocks.append(.signatures(ReviewWords.signatures.map(catalogue.say)))
    blocks.append(.footnote(catalogue.say(ReviewWords.privacy)))
    return Paper(
      language: catalogue.language, layout: .form, name: "\(title) \(catalogue.number(record))",
      blocks: blocks)
  }

  private var facts: [Paper.Fact] {
    func fact(_ label: LocalizedText, _ value: String, wide: Bool = false) -> Paper.Fact {
      Paper.Fact(label: catalogue.say(label), value: value, isWide: wide)
    }
    let results = record.scores.map { score in
      catalogue.say(
        ReviewWords.summary(
          catalogue.title(ofRubric: score.rubric), catalogue.points(score), catalogue.grade(score)))
    }
    return [
      fact(ReviewWords.agency, catalogue.name(record.agency)),
      fact(ReviewWords.caseNumber, catalogue.number(record)),
      fact(ReviewWords.caseName, record.caseName, wide: true),
      fact(ReviewWords.kind, catalogue.say(Words.caseKind(record.kind))),
      fact(ReviewWords.asOf, catalogue.date(catalogue.manifest.asOf)),
      fact(ReviewWords.file, record.path),
      fact(ReviewWords.digest, String(record.digest.prefix(16))),
      fact(
        ReviewWords.result, results.joined(separator: catalogue.say(Words.semicolon)), wide: true),
    ]
  }

  private func part(_ score: ScoreRecord) -> [Paper.Block] {
    guard let rubric = catalogue.rubric(score.rubric) else { return [] }
    let title = ReviewWords.rubric(catalogue.say(rubric.title), rubric.version)
    var blocks: [Paper.Block] = [
      .heading(level: 1, catalogue.say(title)), .table(table(score, rubric)),
      .heading(level: 2, catalogue.say(ReviewWords.formula)),
    ]
    var lines = score.derivation.map(catalogue.say)
    lines.append(
      catalogue.say(ReviewWords.score(catalogue.points(score), catalogue.grade(score))))
    for veto in score.vetoes {
      lines.append(
        catalogue.say(
          ReviewWords.vetoLine(
            catalogue.title(ofRequirement: veto.requirement),
            catalogue.say(Words.vetoEffect(veto.effect)), catalogue.say(Words.outcome(veto.state)))
        ))
    }
    if let lower = score.lowerAfterWaiver, let upper = score.upperAfterWaiver {
      let points = catalogue.points(lower.points, upper.points, rubric: rubric.id)
      let grades = [lower.grade, upper.grade].map { catalogue.grade($0, rubric: rubric.id) }
      lines.append(
        catalogue.say(
          ReviewWords.afterWaiver(
            points, grades[0] == grades[1] ? grades[0] : "\(grades[0])–\(grades[1])")))
    }
    for change in adjustments where change.rubric == rubric.id {
      let rule = catalogue.rule(change.rule).map { catalogue.say($0.title) } ?? change.rule
      lines.append(
        catalogue.say(ReviewWords.adjusted(rule, catalogue.result(change.after, rubric.id))))
    }
    blocks.append(.lines(lines))
    return blocks
  }

  private func table(_ score: ScoreRecord, _ rubric: RubricRecord) -> Table {
    let columns: [(LocalizedText, Int, Alignment)] = [
      (ReviewWords.serial, 6, .centred), (ReviewWords.item, 27, .leading),
      (ReviewWords.points, 6, .centred), (ReviewWords.outcome, 10, .centred),
      (ReviewWords.lost, 8, .centred), (ReviewWords.earned, 8, .centred),
      (ReviewWords.remark, 35, .leading),
    ]
    let items = Dictionary(
      score.items.map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [Table.Row] = []
    var serial = 0
    var total = Sums()
    for section in rubric.sections {
      rows.append(.section(catalogue.say(section.title)))
      var sums = Sums()
      for item in section.items {
        serial += 1
        guard let scored = items[item.requirement] else { continue }
        sums.add(scored)
        rows.append(.cells(cells(serial, item, scored)))
      }
      rows.append(.total(sums.cells(catalogue.say(ReviewWords.subtotal))))
      total.add(sums)
    }
    rows.append(.total(total.cells(catalogue.say(ReviewWords.total))))
    return Table(
      columns: columns.map { .init(title: catalogue.say($0.0), share: $0.1, alignment: $0.2) },
      rows: rows)
  }

  private func cells(_ serial: Int, _ item: RubricRecord.Item, _ scored: ItemScoreRecord)
    -> [String]
  {
    var title = catalogue.title(ofRequirement: item.requirement)
    if item.veto != nil {
      title += catalogue.say(NoticeWords.bracketed(catalogue.say(ReviewWords.veto)))
    }
    let points = PointsText.plain(scored.points)
    let outcome = catalogue.say(Words.outcome(scored.outcome))
    if scored.excluded {
      let none = catalogue.say(ReviewWords.notApplicable)
      return ["\(serial)", title, points, outcome, none, none, remark(item.requirement)]
    }
    if let gained = scored.gained {
      let most = catalogue.say(ReviewWords.bonus(PointsText.plain(item.points)))
      return [
        "\(serial)", title, most, outcome, "",
        Sums.range(gained, scored.mayGain ?? gained), remark(item.requirement),
      ]
    }
    let lost = Sums.range(scored.lost, scored.mayLose)
    let earned = Sums.range(scored.points - scored.mayLose, scored.points - scored.lost)
    return ["\(serial)", title, points, outcome, lost, earned, remark(item.requirement)]
  }

  /// What failed, was waived or is open, with its page.
  private func remark(_ requirement: String) -> String {
    guard let outcome = record.outcomes.first(where: { $0.requirement == requirement }) else {
      return ""
    }
    var parts = outcome.occurrences.map { occurrence -> String in
      var text = catalogue.say(occurrence.message)
      if let waiver = occurrence.waiver {
        text = catalogue.say(ReviewWords.waived(text, waiver))
      }
      guard let place = occurrence.places.first else { return text }
      let paper = catalogue.paper(place)
      return paper.isEmpty ? text : "\(paper)\(catalogue.say(Words.colon))\(text)"
    }
    if let person = outcome.answeredBy {
      parts.append("\(catalogue.say(ReviewWords.answered))\(catalogue.say(Words.colon))\(person)")
    }
    return parts.joined(separator: catalogue.say(Words.semicolon))
  }

  /// What other files say otherwise, with those files, and what to rule out before it counts.
  private func contradictions() -> [Paper.Block] {
    guard !setFindings.isEmpty else { return [] }
    let lines = setFindings.enumerated().map { index, finding -> String in
      let others = finding.parts.filter { $0.path != record.path }.map {
        "\(catalogue.name($0.agency)) \($0.caseNumber)"
      }
      var text = catalogue.say(finding.message) + catalogue.say(Words.stop)
      if !others.isEmpty {
        let list = Set(others).sorted().joined(separator: catalogue.say(Words.enumerationComma))
        text += catalogue.say(NoticeWords.seeAlso(list))
      }
      if let rule = catalogue.rule(finding.rule) {
        text += catalogue.say(NoticeWords.innocent(catalogue.say(rule.innocent)))
        text += catalogue.say(NoticeWords.basisSentence(catalogue.basis(rule.basis)))
      }
      return catalogue.say(NoticeWords.item(index + 1, text))
    }
    return [.heading(level: 2, catalogue.say(TableWords.setFindings)), .lines(lines)]
  }

  private func remarks() -> [Paper.Block] {
    var blocks: [Paper.Block] = []
    let notes = record.noteRows(catalogue).map { row -> String in
      let paper = row.place.map(catalogue.paper) ?? ""
      let message = catalogue.say(row.occurrence.message)
      return paper.isEmpty ? message : "\(paper)\(catalogue.say(Words.colon))\(message)"
    }
    if !notes.isEmpty {
      blocks += [.heading(level: 2, catalogue.say(ReviewWords.notes)), .lines(notes)]
    }
    let errors = record.schemaErrors.map { error in
      catalogue.say(Words.line(error.line, error.column)) + catalogue.say(Words.colon)
        + catalogue.say(error.message)
    }
    if !errors.isEmpty {
      blocks += [.heading(level: 2, catalogue.say(ReviewWords.schemaErrors)), .lines(errors)]
    }
    return blocks
  }
}

/// Sums of a section, with both ends where items are open. Items that take no part stay out.
private struct Sums {
  var points = 0
  var lost = 0
  var mayLose = 0
  var gained = 0
  var mayGain = 0

  mutating func add(_ item: ItemScoreRecord) {
    guard !item.excluded else { return }
    points += item.points
    lost += item.lost
    mayLose += item.mayLose
    gained += item.gained ?? 0
    mayGain += item.mayGain ?? 0
  }

  mutating func add(_ other: Sums) {
    points += other.points
    lost += other.lost
    mayLose += other.mayLose
    gained += other.gained
    mayGain += other.mayGain
  }

  func cells(_ label: String) -> [String] {
    [
      "", label, PointsText.plain(points), "", Sums.range(lost, mayLose),
      Sums.range(points - mayLose + gained, points - lost + mayGain), "",
    ]
  }

  static func range(_ low: Int, _ high: Int) -> String {
    low == high ? PointsText.plain(low) : "\(PointsText.plain(low))–\(PointsText.plain(high))"
  }
}
