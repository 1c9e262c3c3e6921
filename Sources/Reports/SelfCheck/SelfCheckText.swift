public import RubricKit

/// What `self-check` prints for an agency: per case what can still be mended, how, and what it brings.
public struct SelfCheckText<Sink: TextSink>: AuditRecordConsumer {
  /// Where it goes.
  public private(set) var sink: Sink
  private let planner: MendingPlanner
  private let language: Language
  private let color: Bool
  private var catalogue: Catalogue?
  private var unjudged: [UnjudgedRecord] = []
  private var set: [SetFindingRecord] = []
  private var cases = 0
  private var curable = 0
  private var incurable = 0

  /// A page with nothing on it yet.
  public init(_ sink: Sink, planner: MendingPlanner, language: Language, color: Bool) {
    self.sink = sink
    self.planner = planner
    self.language = language
    self.color = color
  }

  /// Takes the next record; a case is printed at once.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let manifest):
      let catalogue = Catalogue(manifest, language: language)
      self.catalogue = catalogue
      try sink.write(strong(catalogue.say(SelfCheckWords.title)) + "\n")
      try sink.write(
        catalogue.say(TableWords.asOf(catalogue.date(manifest.asOf))) + "\n"
          + catalogue.profileText + catalogue.say(SelfCheckWords.caution) + "\n")
    case .caseFile(let record): try take(record)
    case .unjudged(let record): unjudged.append(record)
    case .setFinding(let record): set.append(record)
    case .end: try finish()
    case .setQuestion, .facts, .adjustment, .remark: return
    }
  }

  private mutating func take(_ record: CaseRecord) throws {
    guard let catalogue else { return }
    let plan = try planner.plan(record)
    cases += 1
    curable += plan.mendings.count
    incurable += plan.incurable.count
    let block = SelfCheckBlock(
      FindingBlock(catalogue: catalogue, color: color), record: record, plan: plan)
    try sink.write(block.text)
  }

  private mutating func finish() throws {
    guard let catalogue else { return }
    let block = FindingBlock(catalogue: catalogue, color: color)
    if !set.isEmpty {
      try sink.write("\n" + strong(catalogue.say(FindingsWords.set)) + "\n")
      for finding in set { try sink.write(block.setFinding(finding)) }
    }
    if !unjudged.isEmpty {
      try sink.write("\n" + strong(catalogue.say(FindingsWords.unjudged)) + "\n")
    }
    for record in unjudged {
      let line = record.line.map { "  " + catalogue.say(Words.line($0, record.column)) } ?? ""
      try sink.write("  \(record.path)\(line)\n  \(catalogue.say(record.message))\n")
    }
    if cases == 0 { try sink.write("\n" + catalogue.say(SelfCheckWords.nothingJudged) + "\n") }
    let totals = SelfCheckWords.totals(
      cases: cases, curable: curable, incurable: incurable, unjudged: unjudged.count)
    try sink.write("\n" + catalogue.say(totals) + "\n")
  }

  private func strong(_ text: String) -> String { Style.strong.applied(to: text, color: color) }
}
