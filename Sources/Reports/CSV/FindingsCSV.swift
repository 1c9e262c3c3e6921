public import RubricKit

/// Findings for a spreadsheet: a row per finding. Open items and files not judged have rows of
/// their own class, so that nobody takes their absence for a clean result.
public struct FindingsCSV<Sink: TextSink>: AuditRecordConsumer {
  /// Where the rows go.
  public private(set) var sink: Sink
  private let language: Language
  private var catalogue: Catalogue?

  /// No rows yet.
  public init(_ sink: Sink, language: Language = .zh) {
    self.sink = sink
    self.language = language
  }

  /// Takes the next record.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let manifest):
      catalogue = Catalogue(manifest, language: language)
      try sink.write(
        CSVLine.byteOrderMark + CSVLine.line(CSVWords.findingHeads.map { $0[language] }))
    case .caseFile(let record): try write(record)
    case .unjudged(let record): try write(record)
    case .setFinding(let record): try write(record, CSVWords.set)
    case .setQuestion(let record): try write(record, CSVWords.setQuestion)
    case .facts, .adjustment, .remark, .end: return
    }
  }

  private mutating func write(_ record: CaseRecord) throws {
    guard let catalogue else { return }
    for row in record.rows(catalogue, { $0 != .passed && $0 != .notApplicable }) {
      let requirement = row.requirement
      let occurrence = row.occurrence
      let isOpen = occurrence.outcome == .pending || occurrence.outcome == .error
      let place = row.place
      var fields = [
        catalogue.say(CSVWords.outcome(occurrence.outcome)), record.agency.code,
        record.agency.name, record.caseNumber, record.caseName,
        place?.documentTitle.map(catalogue.say) ?? "", place?.documentNumber ?? "",
        place?.pages ?? "",
      ]
      fields += [
        requirement.id, catalogue.say(requirement.title),
        Words.system(requirement.system).map(catalogue.say) ?? "",
        isOpen ? "" : catalogue.say(Words.severity(requirement.severity)),
        catalogue.say(occurrence.message), values(occurrence.values, catalogue),
        occurrence.derivation.map(catalogue.say).joined(separator: catalogue.say(Words.semicolon)),
        isOpen ? "" : catalogue.costs(row), catalogue.basis(requirement.basis),
      ]
      fields += [
        isOpen ? "" : catalogue.say(requirement.remedy),
        isOpen ? "" : catalogue.say(Words.curability(requirement.curable)),
        isOpen ? "" : requirement.termDays.map { "\($0)" } ?? "",
        occurrence.reasons.map { catalogue.say(Words.reason($0)) }.joined(
          separator: catalogue.say(Words.enumerationComma)),
        occurrence.waiver ?? "", record.path,
      ]
      fields += position(place)
      fields.append(occurrence.fingerprint)
      try sink.write(CSVLine.line(fields))
    }
  }

  /// A row per case of a contradiction, all with its fingerprint.
  private mutating func write(_ record: SetFindingRecord, _ kind: LocalizedText) throws {
    guard let catalogue else { return }
    let rule = catalogue.rule(record.rule)
    for part in record.parts {
      var fields = [
        catalogue.say(kind), part.agency.code, part.agency.name, part.caseNumber, "",
        part.place.documentTitle.map(catalogue.say) ?? "", part.place.documentNumber ?? "",
        part.place.pages ?? "",
      ]
      fields += [
        record.rule, rule.map { catalogue.say($0.title) } ?? "", "",
        catalogue.say(Words.severity(record.severity)), catalogue.say(record.message),
        values(record.values, catalogue), "", "", rule.map { catalogue.basis($0.basis) } ?? "",
        rule.map { catalogue.say($0.remedy) } ?? "", "", "", "", "", part.path,
      ]
      fields += position(part.place)
      fields.append(record.fingerprint)
      try sink.write(CSVLine.line(fields))
    }
  }

  private mutating func write(_ record: UnjudgedRecord) throws {
    guard let catalogue else { return }
    var fields = Array(repeating: "", count: CSVWords.findingHeads.count)
    fields[0] = catalogue.say(CSVWords.unjudged)
    fields[1] = record.agency?.code ?? ""
    fields[2] = record.agency?.name ?? ""
    fields[3] = record.caseNumber ?? ""
    fields[12] = catalogue.say(record.message)
    fields[22] = record.path
    fields[23] = record.line.map { "\($0)" } ?? ""
    fields[24] = record.column.map { "\($0)" } ?? ""
    try sink.write(CSVLine.line(fields))
  }

  private func values(_ values: [ValueRecord], _ catalogue: Catalogue) -> String {
    values.map(catalogue.value).joined(separator: catalogue.say(Words.semicolon))
  }

  private func position(_ place: PlaceRecord?) -> [String] {
    guard let place else { return ["", "", ""] }
    return ["\(place.line)", "\(place.column)", place.path]
  }
}
