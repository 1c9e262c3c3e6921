public import RubricKit

/// Masks records on their way to an output that others may see. Stands before every output but a
/// case's own papers and the stream, unless the user asked for `--unmasked`; then it only takes
/// control characters out, which must never reach a terminal.
public struct Masking<Next: AuditRecordConsumer>: AuditRecordConsumer {
  /// How much of a case the output shows.
  public enum Scope: Sendable, Hashable {
    /// Scores and counts; what the findings say is not needed and dropped.
    case scores
    /// Everything.
    case findings
  }

  /// The output.
  public var next: Next
  private let language: Language
  private let scope: Scope
  private let unmasked: Bool
  private var personal: [String: [PersonalDatum]] = [:]
  private var shownPaths: [String: String] = [:]
  private var takenPaths: [String: Int] = [:]

  /// Stands before an output.
  ///
  /// - Parameters:
  ///   - language: The output's language; texts in the other are dropped.
  ///   - unmasked: True to leave personal data as it is.
  public init(
    _ next: Next, language: Language, scope: Scope = .findings, unmasked: Bool = false
  ) {
    self.next = next
    self.language = language
    self.scope = scope
    self.unmasked = unmasked
  }

  /// Masks the record and passes it on. Facts of a case are not passed on.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest, .end: try next.consume(record)
    case .facts: return
    case .caseFile(let record): try next.consume(.caseFile(masked(record)))
    case .unjudged(let record):
      var masked = map(for: [])(record)
      masked.agency = cleaned(record.agency)
      try next.consume(.unjudged(masked))
    case .setFinding(let record): try next.consume(.setFinding(masked(record)))
    case .setQuestion(let record): try next.consume(.setQuestion(masked(record)))
    case .adjustment(var record):
      record.path = shown(record.path)
      try next.consume(.adjustment(record))
    case .remark(let record): try next.consume(.remark(map(for: [])(record)))
    }
  }

  private mutating func masked(_ record: CaseRecord) -> CaseRecord {
    var record = record
    if scope == .scores { record.dropTexts() }
    let map = map(for: record.personal)
    if !unmasked, !record.personal.isEmpty { personal[record.path] = record.personal }
    var masked = map(record)
    masked.agency = cleaned(record.agency) ?? record.agency
    masked.path = unique(map.change(record.path), for: record.path)
    return masked
  }

  private func masked(_ record: SetFindingRecord) -> SetFindingRecord {
    var record = record
    let map = map(for: record.parts.flatMap { personal[$0.path] ?? [] })
    record.message = map(record.message)
    record.values = record.values.map { map($0) }
    for index in record.parts.indices {
      record.parts[index].place = map(record.parts[index].place)
      record.parts[index].values = record.parts[index].values?.map { map($0) }
      record.parts[index].caseNumber = map.change(record.parts[index].caseNumber)
      record.parts[index].agency =
        cleaned(record.parts[index].agency) ?? record.parts[index].agency
      record.parts[index].path = shown(record.parts[index].path)
    }
    return record
  }

  private func map(for personal: [PersonalDatum]) -> TextMap {
    if unmasked { return TextMap(language: language) { Printable.clean($0) } }
    let masker = Masker(personal: personal)
    return TextMap(language: language) { masker.mask(Printable.clean($0)) }
  }

  /// The agency is no person: only control characters go.
  private func cleaned(_ agency: AgencyRecord?) -> AgencyRecord? {
    guard var agency else { return nil }
    agency.code = Printable.clean(agency.code)
    agency.name = Printable.clean(agency.name)
    return agency
  }

  private func shown(_ path: String) -> String {
    shownPaths[path] ?? map(for: personal[path] ?? []).change(path)
  }

  /// Two files may look alike once names are masked; later records must still tell them apart.
  private mutating func unique(_ masked: String, for path: String) -> String {
    let count = takenPaths[masked, default: 0] + 1
    takenPaths[masked] = count
    let shown = count == 1 ? masked : "\(masked)（\(count)）"
    if shown != path { shownPaths[path] = shown }
    return shown
  }
}

extension CaseRecord {
  /// Keeps outcomes and counts; texts about single occurrences go.
  fileprivate mutating func dropTexts() {
    for index in outcomes.indices {
      for occurrence in outcomes[index].occurrences.indices {
        outcomes[index].occurrences[occurrence].dropTexts()
      }
      outcomes[index].notes = []
    }
    for index in scores.indices { scores[index].derivation = [] }
  }
}

extension OccurrenceRecord {
  fileprivate mutating func dropTexts() {
    key = ""
    message = LocalizedText(zh: "", en: "")
    places = []
    values = []
    derivation = []
  }
}
