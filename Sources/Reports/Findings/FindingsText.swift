public import RubricKit

/// The list of findings that `findings` prints: per agency and case, what a reviewer with the paper
/// file needs first. Open questions and files not judged stand in parts of their own, because they
/// are no faults.
public struct FindingsText<Sink: TextSink>: AuditRecordConsumer {
  /// Where the list goes.
  public private(set) var sink: Sink
  private let language: Language
  private let color: Bool
  private var catalogue: Catalogue?
  private var agencies: [String] = []
  private var byAgency: [String: AgencyPart] = [:]
  private var set: [SetFindingRecord] = []
  private var setQuestions: [SetFindingRecord] = []
  private var unjudged: [UnjudgedRecord] = []
  private var judged = 0
  private var rubrics: Set<String> = []

  private struct AgencyPart {
    var agency: AgencyRecord
    var findings = ""
    var pending = ""
    var findingCounts: [Severity: Int] = [:]
    var pendingCount = 0
  }

  /// A list with nothing in it yet.
  public init(_ sink: Sink, language: Language = .zh, color: Bool = false) {
    self.sink = sink
    self.language = language
    self.color = color
  }

  /// Takes the next record. Cases are printed with the last one, because those of one agency need
  /// not stand together in a folder.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let manifest): catalogue = Catalogue(manifest, language: language)
    case .caseFile(let record): take(record)
    case .unjudged(let record): unjudged.append(record)
    case .setFinding(let record): set.append(record)
    case .setQuestion(let record): setQuestions.append(record)
    case .end: try finish()
    case .facts, .adjustment, .remark: return
    }
  }

  private mutating func take(_ record: CaseRecord) {
    judged += 1
    rubrics.formUnion(record.scores.map(\.rubric))
    guard let catalogue else { return }
    let block = FindingBlock(catalogue: catalogue, color: color)
    let rows = record.rows(catalogue) { $0 == .failed || $0 == .waived }
    let open = record.rows(catalogue) { $0 == .pending || $0 == .error }
    let notes = record.noteRows(catalogue)
    let key = record.agency.code.isEmpty ? record.agency.name : record.agency.code
    if byAgency[key] == nil {
      agencies.append(key)
      byAgency[key] = AgencyPart(agency: record.agency)
    }
    byAgency[key]?.findingCounts.merge(record.findings(catalogue), uniquingKeysWith: +)
    byAgency[key]?.pendingCount += open.count
    if !rows.isEmpty || !notes.isEmpty {
      byAgency[key]?.findings += block.heading(record)
      for row in rows { byAgency[key]?.findings += block.finding(row) }
      byAgency[key]?.findings += block.notes(notes)
    }
    if !open.isEmpty {
      byAgency[key]?.pending += block.heading(record)
      for row in open { byAgency[key]?.pending += block.pending(row) }
    }
  }

  private mutating func finish() throws {
    guard let catalogue else { return }
    try sink.write(strong(catalogue.say(FindingsWords.title)) + "\n")
    try sink.write(
      catalogue.say(TableWords.asOf(catalogue.date(catalogue.manifest.asOf))) + "    "
        + catalogue.say(TableWords.rubrics(catalogue.rubricList(rubrics))) + "\n"
        + catalogue.profileText)
    let findings = byAgency.values.reduce(0) { $0 + $1.findingCounts.values.reduce(0, +) }
    if findings == 0, set.isEmpty {
      try sink.write(
        "\n" + catalogue.say(judged == 0 ? FindingsWords.nothingJudged : FindingsWords.none) + "\n")
    }
    for part in agencies.compactMap({ byAgency[$0] }) where !part.findings.isEmpty {
      let counts = catalogue.say(FindingsWords.count(part.findingCounts))
      try sink.write("\n" + banner("\(catalogue.name(part.agency))    \(counts)"))
      try sink.write(part.findings)
    }
    try write(set, under: FindingsWords.set, catalogue)
    try write(setQuestions, under: FindingsWords.setQuestions, catalogue)
    try writePending(catalogue)
    try writeUnjudged(catalogue)
    let pending = byAgency.values.reduce(0) { $0 + $1.pendingCount }
    let totals = FindingsWords.totals(
      judged: judged, findings: findings, set: set.count, pending: pending,
      unjudged: unjudged.count)
    try sink.write("\n" + catalogue.say(totals) + "\n")
  }

  private mutating func write(
    _ records: [SetFindingRecord], under title: LocalizedText, _ catalogue: Catalogue
  ) throws {
    guard !records.isEmpty else { return }
    let block = FindingBlock(catalogue: catalogue, color: color)
    try sink.write("\n" + banner(catalogue.say(title)))
    for finding in records { try sink.write(block.setFinding(finding)) }
  }

  private mutating func writePending(_ catalogue: Catalogue) throws {
    let parts = agencies.compactMap { byAgency[$0] }.filter { !$0.pending.isEmpty }
    guard !parts.isEmpty else { return }
    try sink.write("\n" + banner(catalogue.say(FindingsWords.pending)))
    for part in parts {
      try sink.write("\n" + strong(catalogue.name(part.agency)) + "\n" + part.pending)
    }
  }

  private mutating func writeUnjudged(_ catalogue: Catalogue) throws {
    guard !unjudged.isEmpty else { return }
    try sink.write("\n" + banner(catalogue.say(FindingsWords.unjudged)))
    for record in unjudged {
      let number = record.caseNumber.map { "  \($0)" } ?? ""
      let line = record.line.map { "  " + catalogue.say(Words.line($0, record.column)) } ?? ""
      try sink.write("\n\(catalogue.name(record.agency))\(number)\n")
      try sink.write("  \(record.path)\(line)\n  \(catalogue.say(record.message))\n")
    }
  }

  private func strong(_ text: String) -> String { Style.strong.applied(to: text, color: color) }

  private func banner(_ text: String) -> String {
    let rule = String(repeating: "═", count: FindingBlock.width)
    return rule + "\n" + strong(text) + "\n" + rule + "\n"
  }
}
