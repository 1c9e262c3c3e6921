import FoundationEssentials
public import RubricKit

/// Findings as SARIF 2.1.0, for tools that show findings beside the XML. Results stream; only the
/// notes on files not judged wait for the end.
///
/// A finding is of kind `fail`; an item that a person must decide is `review`, one the engine could
/// not judge is `open`; a waived finding is suppressed.
public struct FindingsSARIF<Sink: TextSink>: AuditRecordConsumer {
  /// Where the log goes.
  public private(set) var sink: Sink
  private let language: Language
  private let encoder = JSONEncoder()
  private var catalogue: Catalogue?
  private var ruleIndex: [String: Int] = [:]
  private var isFirst = true
  private var notifications: [SARIF.Notification] = []

  /// A log with nothing in it yet.
  public init(_ sink: Sink, language: Language = .zh) {
    self.sink = sink
    self.language = language
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Takes the next record.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let manifest): try begin(manifest)
    case .caseFile(let record): try write(record)
    case .setFinding(let record): try write(record, isFault: true)
    case .setQuestion(let record): try write(record, isFault: false)
    case .unjudged(let record): take(record)
    case .end: try finish()
    case .facts, .adjustment, .remark: return
    }
  }

  private mutating func begin(_ manifest: ManifestRecord) throws {
    let catalogue = Catalogue(manifest, language: language)
    self.catalogue = catalogue
    let rules =
      manifest.requirements.map { rule($0, catalogue) }
      + manifest.setRules.map { rule($0, catalogue) }
    for (index, rule) in rules.enumerated() { ruleIndex[rule.id] = index }
    let driver = SARIF.Driver(
      name: manifest.tool.name, version: manifest.tool.version,
      language: language == .zh ? "zh-CN" : "en-US", rules: rules)
    try sink.write(
      "{\"$schema\":\"\(SARIF.schema)\",\"version\":\"\(SARIF.version)\",\"runs\":[{\n"
        + "\"columnKind\":\"unicodeCodePoints\",\n\"tool\":{\"driver\":\(json(driver))},\n"
        + "\"results\":[")
  }

  private mutating func finish() throws {
    let invocation = SARIF.Invocation(
      executionSuccessful: notifications.isEmpty, toolExecutionNotifications: notifications)
    try sink.write("\n],\n\"invocations\":[\(json(invocation))]}]}\n")
  }

  private mutating func write(_ result: SARIF.Result) throws {
    try sink.write((isFirst ? "\n" : ",\n") + json(result))
    isFirst = false
  }

  private func json(_ value: some Encodable) throws -> String {
    String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private mutating func write(_ record: CaseRecord) throws {
    guard let catalogue else { return }
    for row in record.rows(catalogue, { $0 != .passed && $0 != .notApplicable }) {
      let occurrence = row.occurrence
      let kind =
        switch occurrence.outcome {
        case .pending: occurrence.reasons.contains(.person) ? "review" : "open"
        case .error: "open"
        default: "fail"
        }
      let places = occurrence.places.map { location($0, in: record.path, catalogue) }
      let whole = SARIF.Location(
        physicalLocation: .init(artifactLocation: .init(uri: SARIF.uri(record.path))))
      try write(
        SARIF.Result(
          ruleId: row.requirement.id, ruleIndex: ruleIndex[row.requirement.id], kind: kind,
          level: kind == "fail" ? level(row.requirement.severity) : "none",
          message: .init(text: catalogue.say(occurrence.message)),
          locations: [places.first ?? whole],
          relatedLocations: places.count > 1 ? Array(places.dropFirst()) : nil,
          fingerprints: [
            "caseaudit/v1": occurrence.fingerprint, "caseaudit-evidence/v1": occurrence.evidence,
          ],
          suppressions: occurrence.outcome == .waived
            ? [.init(justification: occurrence.waiver ?? "")] : nil,
          properties: .init(
            agency: record.agency.name, agencyCode: record.agency.code,
            caseNumber: record.caseNumber, pointsLost: kind == "fail" ? catalogue.costs(row) : nil,
            values: occurrence.values.isEmpty ? nil : occurrence.values.map(catalogue.value))))
    }
  }

  private mutating func write(_ record: SetFindingRecord, isFault: Bool) throws {
    guard let catalogue, let first = record.parts.first else { return }
    let places = record.parts.map { location($0.place, in: $0.path, catalogue) }
    try write(
      SARIF.Result(
        ruleId: record.rule, ruleIndex: ruleIndex[record.rule], kind: isFault ? "fail" : "review",
        level: isFault ? level(record.severity) : "none",
        message: .init(text: catalogue.say(record.message)),
        locations: Array(places.prefix(1)),
        relatedLocations: places.count > 1 ? Array(places.dropFirst()) : nil,
        fingerprints: [
          "caseaudit/v1": record.fingerprint, "caseaudit-evidence/v1": record.evidence,
        ],
        properties: .init(
          agency: first.agency.name, agencyCode: first.agency.code, caseNumber: first.caseNumber,
          values: record.values.isEmpty ? nil : record.values.map(catalogue.value))))
  }

  private mutating func take(_ record: UnjudgedRecord) {
    guard let catalogue else { return }
    let region = record.line.map {
      SARIF.Region(startLine: max($0, 1), startColumn: max(record.column ?? 1, 1))
    }
    notifications.append(
      SARIF.Notification(
        descriptor: .init(id: record.cause),
        locations: [
          .init(
            physicalLocation: .init(
              artifactLocation: .init(uri: SARIF.uri(record.path)), region: region))
        ], message: .init(text: catalogue.say(record.message))))
  }

  private func location(_ place: PlaceRecord, in path: String, _ catalogue: Catalogue)
    -> SARIF.Location
  {
    let paper = catalogue.paper(place)
    return SARIF.Location(
      physicalLocation: .init(
        artifactLocation: .init(uri: SARIF.uri(path)),
        region: .init(startLine: max(place.line, 1), startColumn: max(place.column, 1))),
      logicalLocations: [.init(fullyQualifiedName: place.path)],
      message: paper.isEmpty ? nil : .init(text: paper))
  }

  private func rule(_ requirement: RequirementRecord, _ catalogue: Catalogue) -> SARIF.Rule {
    SARIF.Rule(
      id: requirement.id, shortDescription: .init(text: catalogue.say(requirement.title)),
      help: .init(text: catalogue.say(requirement.remedy)),
      defaultConfiguration: .init(level: level(requirement.severity)),
      properties: .init(
        basis: requirement.basis.map { catalogue.say($0.text) },
        curable: requirement.curable.rawValue, remedy: catalogue.say(requirement.remedy),
        severity: requirement.severity.rawValue, system: requirement.system.rawValue,
        tags: [requirement.severity.rawValue]))
  }

  private func rule(_ rule: SetRuleRecord, _ catalogue: Catalogue) -> SARIF.Rule {
    SARIF.Rule(
      id: rule.id, shortDescription: .init(text: catalogue.say(rule.title)),
      help: .init(text: catalogue.say(rule.remedy)),
      defaultConfiguration: .init(level: level(rule.severity)),
      properties: .init(
        basis: rule.basis.map { catalogue.say($0.text) }, curable: "",
        remedy: catalogue.say(rule.remedy), severity: rule.severity.rawValue, system: "set",
        tags: [rule.severity.rawValue]))
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .fatal: "error"
    case .major: "warning"
    case .minor: "note"
    }
  }
}
