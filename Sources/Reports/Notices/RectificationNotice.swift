import RubricKit

/// The rectification notice (整改通知书): the office's text with what the program works out, conclusion,
/// findings and what to put right.
struct RectificationNotice: Sendable {
  let catalogue: Catalogue
  let options: NoticeOptions
  let file: AgencyFile
  let list: RectificationList
  let template: PaperTemplate

  var paper: Paper {
    let registration = options.registrations[file.agency.code]
    var values = TemplateValues()
    values.texts = texts(registration)
    values.inserts = [
      "conclusion": conclusion()
        + (catalogue.profileLines.isEmpty ? [] : [.lines(catalogue.profileLines)]),
      "problems": problems(), "demands": demands(),
    ]
    // What is issued names certain findings only; what is open is told apart, and makes no draft of it.
    if registration != nil {
      values.states = ["issued"]
    } else if !file.open.isEmpty {
      values.states = ["draft"]
    }
    return Paper(template, values, language: catalogue.language)
  }

  private func texts(_ registration: PaperRegistration?) -> [String: String] {
    let language = catalogue.language
    return [
      "agency": catalogue.name(file.agency),
      "number": registration?.number ?? catalogue.say(NoticeWords.number),
      "office": registration?.office ?? catalogue.say(NoticeWords.sender),
      "issued": registration.map { catalogue.date("\($0.issued)") }
        ?? catalogue.say(NoticeWords.date),
      "rubrics": catalogue.rubricList(used), "date": catalogue.date(catalogue.manifest.asOf),
      "drawn": "\(file.cases.count + file.unjudged.count)", "judged": "\(file.cases.count)",
      "unjudged": "\(file.unjudged.count)", "findings": "\(file.findingCount)",
      "open": catalogue.say(NoticeWords.openCounts(file.open)),
      "replyDays": "\(registration?.replyDays ?? options.termDays)",
      "objectionDays": options.objectionDays.map { "\($0)" } ?? (language == .zh ? "　　" : "____"),
      "sheets": "\(file.cases.count)", "event": registration.map { "\($0.event)" } ?? "",
      "hash": registration?.ledgerHash ?? "",
    ]
  }

  /// The rubrics that gave a score to one of the agency's cases.
  private var used: Set<String> { Set(file.cases.flatMap { $0.scores.map(\.rubric) }) }

  private func conclusion() -> [Paper.Block] {
    var blocks: [Paper.Block] = []
    let rubrics = catalogue.manifest.rubrics.filter { used.contains($0.id) }
    // A row for each rubric of a case: an agency with several kinds of files would need a column for
    // each rubric otherwise.
    let columns: [Table.Column] = [
      .init(title: catalogue.say(NoticeWords.serial), share: 8, alignment: .centred),
      .init(title: catalogue.say(NoticeWords.caseNumber), share: 28),
      .init(title: catalogue.say(NoticeWords.rubric), share: 32),
      .init(title: catalogue.say(NoticeWords.result), share: 22, alignment: .centred),
      .init(title: catalogue.say(NoticeWords.count), share: 10, alignment: .centred),
    ]
    let rows = file.cases.enumerated().flatMap { index, record -> [Table.Row] in
      let findings = record.findings(catalogue).values.reduce(0, +)
      return record.scores.enumerated().map { place, score in
        let first = place == 0
        return .cells([
          first ? "\(index + 1)" : "", first ? catalogue.number(record) : "",
          catalogue.title(ofRubric: score.rubric),
          "\(catalogue.points(score)) \(catalogue.grade(score))", first ? "\(findings)" : "",
        ])
      }
    }
    blocks.append(.table(Table(columns: columns, rows: rows)))
    blocks += means(rubrics) + vetoes() + adjustments()
    return blocks
  }

  /// The mean by each rubric; where a set rule changed a score, after it as well.
  private func means(_ rubrics: [RubricRecord]) -> [Paper.Block] {
    rubrics.flatMap { rubric -> [Paper.Block] in
      let title = catalogue.say(ReviewWords.rubric(catalogue.say(rubric.title), rubric.version))
      let before = ends(rubric.id, adjusted: false)
      let after = ends(rubric.id, adjusted: true)
      var blocks: [Paper.Block] = []
      if let mean = mean(before, rubric) {
        let text = NoticeWords.mean(title, mean, count: before.lower.count)
        blocks.append(.paragraph(catalogue.say(text)))
      }
      if after != before, let mean = mean(after, rubric) {
        blocks.append(.paragraph(catalogue.say(NoticeWords.meanAdjusted(title, mean))))
      }
      return blocks
    }
  }

  private struct Ends: Equatable {
    var lower = ExactMean()
    var upper = ExactMean()
  }

  private func ends(_ rubric: String, adjusted: Bool) -> Ends {
    var ends = Ends()
    for record in file.cases {
      guard let score = record.scores.first(where: { $0.rubric == rubric }) else { continue }
      let changes = file.adjustments.filter { $0.path == record.path && $0.rubric == rubric }
      let after = adjusted ? changes.map(\.after) : []
      ends.lower.add(([score.lower] + after.map(\.lower)).map(\.points).min() ?? 0)
      ends.upper.add(([score.upper] + after.map(\.upper)).map(\.points).min() ?? 0)
    }
    return ends
  }

  private func mean(_ ends: Ends, _ rubric: RubricRecord) -> String? {
    let digits = rubric.roundingDigits
    guard let lower = ends.lower.rounded(digits: digits, mode: rubric.roundingMode),
      let upper = ends.upper.rounded(digits: digits, mode: rubric.roundingMode)
    else { return nil }
    return PointsText.range(lower, upper, digits: digits)
  }

  /// Vetoes that failed; open ones are no fault of the agency.
  private func vetoes() -> [Paper.Block] {
    file.cases.flatMap { record -> [Paper.Block] in
      var seen: Set<String> = []
      return record.scores.flatMap(\.vetoes).compactMap { veto in
        guard veto.state == .failed, seen.insert(veto.requirement).inserted else { return nil }
        return .paragraph(
          catalogue.say(
            NoticeWords.veto(
              catalogue.number(record), catalogue.title(ofRequirement: veto.requirement),
              catalogue.say(Words.vetoEffect(veto.effect)))))
      }
    }
  }

  private func adjustments() -> [Paper.Block] {
    file.adjustments.compactMap { change in
      guard let record = file.cases.first(where: { $0.path == change.path }) else { return nil }
      return .paragraph(
        catalogue.say(
          NoticeWords.adjusted(
            catalogue.number(record),
            catalogue.rule(change.rule).map { catalogue.say($0.title) } ?? change.rule,
            catalogue.title(ofRubric: change.rubric),
            catalogue.result(change.before, change.rubric),
            catalogue.result(change.after, change.rubric))))
    }
  }

  private func problems() -> [Paper.Block] {
    var blocks: [Paper.Block] = []
    var headings = 0
    for record in file.cases {
      let rows = record.rows(catalogue) { $0 == .failed }
      guard !rows.isEmpty else { continue }
      headings += 1
      blocks.append(
        .heading(
          level: 2,
          catalogue.say(
            NoticeWords.caseHeading(headings, catalogue.number(record), record.caseName))))
      for (index, row) in rows.enumerated() {
        blocks.append(.paragraph(catalogue.say(NoticeWords.item(index + 1, sentence(row)))))
      }
    }
    guard !file.setFindings.isEmpty else { return blocks }
    blocks.append(.heading(level: 2, catalogue.say(NoticeWords.setHeading(headings + 1))))
    for (index, finding) in file.setFindings.enumerated() {
      var text = catalogue.say(finding.message) + catalogue.say(Words.stop)
      text += Self.others(finding, than: file.agency, catalogue)
      if let rule = catalogue.rule(finding.rule) {
        text += catalogue.say(NoticeWords.innocent(catalogue.say(rule.innocent)))
        text += catalogue.say(NoticeWords.basisSentence(catalogue.basis(rule.basis)))
      }
      blocks.append(.paragraph(catalogue.say(NoticeWords.item(index + 1, text))))
    }
    return blocks
  }

  /// `行政处罚决定书 示市监处罚〔2024〕12号 第52–55页：……。依据：《行政处罚法》第五十九条。`
  private func sentence(_ row: FindingRow) -> String {
    let paper = row.place.map(catalogue.paper) ?? ""
    let start = paper.isEmpty ? "" : paper + catalogue.say(Words.colon)
    return start + catalogue.say(row.occurrence.message).endingInStop(catalogue)
      + catalogue.say(NoticeWords.basisSentence(catalogue.basis(row.requirement.basis)))
  }

  /// The other cases of a contradiction.
  static func others(
    _ finding: SetFindingRecord, than agency: AgencyRecord, _ catalogue: Catalogue
  ) -> String {
    let others = finding.parts.filter { AgencyFile.key($0.agency) != AgencyFile.key(agency) }
    guard !others.isEmpty else { return "" }
    let list = others.map { "\(catalogue.name($0.agency)) \($0.caseNumber)" }
    return catalogue.say(
      NoticeWords.seeAlso(list.joined(separator: catalogue.say(Words.enumerationComma))))
  }

  /// One demand per requirement, with the list's numbers that it answers.
  private func demands() -> [Paper.Block] {
    var blocks: [Paper.Block] = []
    var order: [String] = []
    var serials: [String: [Int]] = [:]
    var requirements: [String: RequirementRecord] = [:]
    for entry in list.entries {
      guard let requirement = entry.row?.requirement else { continue }
      if serials[requirement.id] == nil { order.append(requirement.id) }
      serials[requirement.id, default: []].append(entry.serial)
      requirements[requirement.id] = requirement
    }
    let separator = catalogue.say(Words.enumerationComma)
    var index = 0
    for id in order {
      guard let requirement = requirements[id] else { continue }
      index += 1
      let numbers = (serials[id] ?? []).map { "\($0)" }.joined(separator: separator)
      let title = catalogue.say(requirement.title)
      let remedy = catalogue.say(requirement.remedy).endingInStop(catalogue)
      let term = catalogue.say(
        NoticeWords.fromReceipt(requirement.termDays ?? options.termDays))
      let text =
        requirement.curable == .no
        ? NoticeWords.explain(title, numbers, remedy, term)
        : NoticeWords.demand(
          title, numbers, remedy, catalogue.say(Words.curability(requirement.curable)), term)
      blocks.append(.paragraph(catalogue.say(NoticeWords.item(index, catalogue.say(text)))))
    }
    for entry in list.entries {
      guard let finding = entry.set, let rule = catalogue.rule(finding.rule) else { continue }
      index += 1
      let text = NoticeWords.demand(
        catalogue.say(rule.title), "\(entry.serial)",
        catalogue.say(rule.remedy).endingInStop(catalogue), catalogue.say(Words.verify),
        catalogue.say(NoticeWords.fromReceipt(options.termDays)))
      blocks.append(.paragraph(catalogue.say(NoticeWords.item(index, catalogue.say(text)))))
    }
    return blocks
  }
}

extension Catalogue {
  /// `60.0分（及格）`.
  func result(_ range: AdjustmentRecord.ScoreRange, _ rubric: String) -> String {
    let points = points(range.lower.points, range.upper.points, rubric: rubric)
    let lower = grade(range.lower.grade, rubric: rubric)
    let upper = grade(range.upper.grade, rubric: rubric)
    let grade = lower == upper ? lower : "\(lower)–\(upper)"
    return say(Words.points(points)) + say(NoticeWords.bracketed(grade))
  }
}

extension String {
  /// The text as a sentence of its own.
  func endingInStop(_ catalogue: Catalogue) -> String {
    guard let last, !"。！？.!?".contains(last) else { return self }
    return self + catalogue.say(Words.stop)
  }
}
