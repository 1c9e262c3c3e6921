public import RubricKit

/// What `conflicts` prints: contradictions between case files, then what is to be looked into.
public struct ConflictsText<Sink: TextSink>: AuditRecordConsumer {
  /// Where it goes.
  public private(set) var sink: Sink
  private let language: Language
  private let color: Bool
  private var catalogue: Catalogue?
  private var findings: [SetFindingRecord] = []
  private var questions: [SetFindingRecord] = []
  private var incomplete: [String: Int] = [:]
  private var unjudged: [UnjudgedRecord] = []
  private var judged = 0

  /// A page with nothing on it yet.
  public init(_ sink: Sink, language: Language, color: Bool) {
    self.sink = sink
    self.language = language
    self.color = color
  }

  /// Takes the next record; everything is printed with the last.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let manifest): catalogue = Catalogue(manifest, language: language)
    case .caseFile(let record):
      judged += 1
      remember(record.remarks)
    case .setFinding(let record): findings.append(record)
    case .setQuestion(let record): questions.append(record)
    case .unjudged(let record): unjudged.append(record)
    case .remark(let record): remember([record])
    case .end: try finish()
    case .facts, .adjustment: return
    }
  }

  private mutating func remember(_ remarks: [RemarkRecord]) {
    for remark in remarks where remark.isOfSetRules {
      incomplete[remark.message[language], default: 0] += 1
    }
  }

  private mutating func finish() throws {
    guard let catalogue else { return }
    try sink.write(strong(catalogue.say(ConflictsWords.title)) + "\n")
    try sink.write(
      catalogue.say(TableWords.asOf(catalogue.date(catalogue.manifest.asOf))) + "    "
        + catalogue.say(ConflictsWords.compared(judged, catalogue.manifest.setRules.count)) + "\n")
    try write(findings, under: FindingsWords.set, catalogue)
    try write(questions, under: FindingsWords.setQuestions, catalogue)
    if findings.isEmpty, questions.isEmpty {
      let words = judged == 0 ? FindingsWords.nothingJudged : ConflictsWords.none
      try sink.write("\n" + catalogue.say(words) + "\n")
    }
    if !incomplete.isEmpty || !unjudged.isEmpty {
      try sink.write("\n" + strong(catalogue.say(ConflictsWords.incomplete)) + "\n")
    }
    for (message, count) in incomplete.sorted(by: { $0.key < $1.key }) {
      try sink.write("  \(message)\(catalogue.say(ConflictsWords.cases(count)))\n")
    }
    for record in unjudged {
      try sink.write("  \(record.path)  \(catalogue.say(record.message))\n")
    }
    try sink.write(
      "\n" + catalogue.say(ConflictsWords.totals(findings.count, questions.count)) + "\n")
  }

  private mutating func write(
    _ records: [SetFindingRecord], under title: LocalizedText, _ catalogue: Catalogue
  ) throws {
    guard !records.isEmpty else { return }
    let rule = String(repeating: "═", count: FindingBlock.width)
    let block = FindingBlock(catalogue: catalogue, color: color)
    try sink.write("\n" + rule + "\n" + strong(catalogue.say(title)) + "\n" + rule + "\n")
    for record in records { try sink.write(block.setFinding(record)) }
  }

  private func strong(_ text: String) -> String { Style.strong.applied(to: text, color: color) }
}
