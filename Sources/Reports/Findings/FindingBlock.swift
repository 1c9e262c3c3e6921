import RubricKit

/// One finding as a block of lines.
struct FindingBlock: Sendable {
  /// Columns of a page.
  static let width = 100

  let catalogue: Catalogue
  let color: Bool

  private var labelWidth: Int { catalogue.language == .zh ? 10 : 16 }

  /// Case number, name and file.
  func heading(_ record: CaseRecord) -> String {
    let name = record.caseName.isEmpty ? "" : "  \(record.caseName)"
    return "\n" + Style.strong.applied(to: catalogue.number(record) + name, color: color)
      + "\n  " + Style.faint.applied(to: record.path, color: color) + "\n"
  }

  func finding(_ row: FindingRow) -> String {
    let requirement = row.requirement
    let isWaived = row.occurrence.outcome == .waived
    let mark =
      isWaived
      ? Style.faint.applied(to: "[\(catalogue.say(FindingsWords.waived))]", color: color)
      : Style(requirement.severity).applied(
        to: "[\(catalogue.say(Words.severity(requirement.severity)))]", color: color)
    var text = "\n  \(mark) \(paper(row.occurrence))\n"
    text += places(row.occurrence)
    text += line(FindingsWords.item, "\(catalogue.say(requirement.title)) (\(requirement.id))")
    text += line(FindingsWords.problem, catalogue.say(row.occurrence.message))
    text += details(row.occurrence.values, row.occurrence.derivation)
    let together =
      row.siblings > 1 ? catalogue.say(FindingsWords.together(row.siblings)) : ""
    text += line(FindingsWords.costs, catalogue.costs(row) + together)
    text += line(FindingsWords.basis, catalogue.basis(requirement.basis))
    text += line(
      FindingsWords.remedy,
      catalogue.say(requirement.remedy)
        + catalogue.say(FindingsWords.inBrackets(catalogue.cure(requirement))))
    if let waiver = row.occurrence.waiver { text += line(FindingsWords.waiver, waiver) }
    return text
  }

  /// An open item: what is asked and why it is open. No points, no severity: it is no fault.
  func pending(_ row: FindingRow) -> String {
    let isError = row.occurrence.outcome == .error
    let mark = Style.open.applied(
      to: "[\(catalogue.say(Words.outcome(row.occurrence.outcome)))]", color: color)
    var text = "\n  \(mark) \(paper(row.occurrence))\n"
    text += places(row.occurrence)
    text += line(
      FindingsWords.item, "\(catalogue.say(row.requirement.title)) (\(row.requirement.id))")
    let message = catalogue.say(row.occurrence.message)
    let question = row.requirement.question.map(catalogue.say) ?? ""
    if !isError, !question.isEmpty, row.occurrence.reasons.contains(.person) {
      text += line(FindingsWords.question, question)
      if message != question { text += line(FindingsWords.problemOpen, message) }
    } else {
      text += line(FindingsWords.problemOpen, message)
    }
    text += details(row.occurrence.values, row.occurrence.derivation)
    let reasons = row.occurrence.reasons.map { catalogue.say(Words.reason($0)) }
    if !reasons.isEmpty {
      text += line(
        FindingsWords.reason, reasons.joined(separator: catalogue.say(Words.enumerationComma)))
    }
    return text + line(FindingsWords.basis, catalogue.basis(row.requirement.basis))
  }

  func notes(_ rows: [FindingRow]) -> String {
    guard !rows.isEmpty else { return "" }
    var text = "\n  \(catalogue.say(FindingsWords.notes))\n"
    for row in rows {
      let paper = paper(row.occurrence)
      let message = catalogue.say(row.occurrence.message)
      text += wrapped("\(paper)\(catalogue.say(Words.colon))\(message)", indent: 4)
    }
    return text
  }

  func setFinding(_ finding: SetFindingRecord) -> String {
    let rule = catalogue.rule(finding.rule)
    let isFault = rule?.strength ?? .strong == .strong
    let mark =
      isFault
      ? Style(finding.severity).applied(
        to: "[\(catalogue.say(Words.severity(finding.severity)))]", color: color)
      : Style.open.applied(to: "[\(catalogue.say(FindingsWords.lookInto))]", color: color)
    var text = "\n  \(mark) \(rule.map { catalogue.say($0.title) } ?? finding.rule)\n"
    text += line(FindingsWords.problem, catalogue.say(finding.message))
    for (index, part) in finding.parts.enumerated() {
      let number = part.caseNumber.isEmpty ? catalogue.say(Words.noNumber) : part.caseNumber
      let paper = catalogue.paper(part.place)
      let position = catalogue.say(Words.line(part.place.line, part.place.column))
      let words = [catalogue.name(part.agency), number, paper].filter { !$0.isEmpty }
      text += line(index == 0 ? FindingsWords.cases : nil, words.joined(separator: "  "))
      text += line(nil, "\(part.path)  \(position)  \(part.place.path)")
      if let values = part.values, !values.isEmpty {
        text += line(
          nil, values.map(catalogue.value).joined(separator: catalogue.say(Words.semicolon)))
      }
    }
    text += details(finding.values, [])
    guard let rule else { return text }
    text += line(FindingsWords.innocent, catalogue.say(rule.innocent))
    text += line(FindingsWords.basis, catalogue.basis(rule.basis))
    return text + line(FindingsWords.remedy, catalogue.say(rule.remedy))
  }

  func paper(_ occurrence: OccurrenceRecord) -> String {
    guard let place = occurrence.places.first else { return "" }
    let paper = catalogue.paper(place)
    return paper.isEmpty ? place.path : paper
  }

  /// Line, column and path of every place; documents after the first with their paper address.
  func places(_ occurrence: OccurrenceRecord) -> String {
    var text = ""
    for (index, place) in occurrence.places.enumerated() {
      var words = catalogue.say(Words.line(place.line, place.column)) + "  " + place.path
      let paper = catalogue.paper(place)
      if index > 0, !paper.isEmpty { words = paper + "  " + words }
      text += line(index == 0 ? FindingsWords.place : nil, words)
    }
    return text
  }

  private func details(_ values: [ValueRecord], _ derivation: [LocalizedText]) -> String {
    var text = ""
    for (index, value) in values.enumerated() {
      text += line(index == 0 ? FindingsWords.values : nil, catalogue.value(value))
    }
    for (index, step) in derivation.enumerated() {
      text += line(index == 0 ? FindingsWords.derivation : nil, catalogue.say(step))
    }
    return text
  }

  /// A label and its text, further lines under the text.
  func line(_ label: LocalizedText?, _ text: String) -> String {
    let indent = 4 + labelWidth
    let head =
      String(repeating: " ", count: 4)
      + (label.map { catalogue.say($0) + catalogue.say(Words.colon) } ?? "")
    let lines = LineWrap.lines(text, width: FindingBlock.width - indent)
    return lines.enumerated().map { index, part in
      (index == 0 ? head : "").padded(to: indent) + part + "\n"
    }.joined()
  }

  func wrapped(_ text: String, indent: Int) -> String {
    LineWrap.lines(text, width: FindingBlock.width - indent).map {
      String(repeating: " ", count: indent) + $0 + "\n"
    }.joined()
  }
}

extension Style {
  init(_ severity: Severity) {
    switch severity {
    case .fatal: self = .bad
    case .major: self = .open
    case .minor: self = .plain
    }
  }
}
