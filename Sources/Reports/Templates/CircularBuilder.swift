internal import Archive
public import RubricKit

/// Makes the circular on a round (通报): results of each agency, good files, common faults without names.
public struct CircularBuilder: AuditRecordConsumer {
  /// What the office says of the round.
  public struct Heading: Sendable, Hashable {
    /// What the round is called.
    public var round: String
    /// The office that reviews.
    public var office: String
    /// The circular's number; nil: a blank.
    public var number: String?
    /// The day of issue; nil: a blank.
    public var issued: CivilDate?
    /// The event of the ledger that issued it; nil: it is not in one.
    public var event: Int?
    /// That event's hash.
    public var hash: String?

    /// A heading.
    public init(
      round: String, office: String, number: String? = nil, issued: CivilDate? = nil,
      event: Int? = nil, hash: String? = nil
    ) {
      self.round = round
      self.office = office
      self.number = number
      self.issued = issued
      self.event = event
      self.hash = hash
    }
  }

  private let heading: Heading
  private let template: PaperTemplate
  private let language: Language
  private var catalogue: Catalogue?
  private var cases: [CaseRecord] = []
  private var unjudged: [UnjudgedRecord] = []

  /// A circular of nothing yet.
  public init(_ heading: Heading, template: PaperTemplate, language: Language) {
    self.heading = heading
    self.template = template
    self.language = language
  }

  /// Takes the next record.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let manifest): catalogue = Catalogue(manifest, language: language)
    case .caseFile(let record): cases.append(record)
    case .unjudged(let record): unjudged.append(record)
    case .facts, .setFinding, .setQuestion, .adjustment, .remark, .end: return
    }
  }

  /// The file; nil before the first record.
  ///
  /// - Throws: where the file cannot be packed.
  public func file(_ format: PaperFormat) throws -> (name: String, bytes: [UInt8])? {
    guard let catalogue else { return nil }
    let paper = Paper(template, values(catalogue), language: language)
    let name = language == .zh ? "通报" : "circular"
    return ("\(name).\(format.fileExtension)", try format.render(paper))
  }

  private func values(_ catalogue: Catalogue) -> TemplateValues {
    var values = TemplateValues()
    let severities = cases.reduce(into: [Severity: Int]()) { sums, record in
      sums.merge(record.findings(catalogue), uniquingKeysWith: +)
    }
    let date = catalogue.date(catalogue.manifest.asOf)
    values.texts = [
      "number": heading.number ?? catalogue.say(NoticeWords.number), "round": heading.round,
      "office": heading.office, "date": date,
      "issued": heading.issued.map { catalogue.date("\($0)") } ?? catalogue.say(NoticeWords.date),
      "agencies": "\(Set(cases.map { AgencyFile.key($0.agency) }).count)",
      "drawn": "\(cases.count + unjudged.count)", "judged": "\(cases.count)",
      "unjudged": "\(unjudged.count)", "findings": "\(severities.values.reduce(0, +))",
      "fatal": "\(severities[.fatal] ?? 0)", "major": "\(severities[.major] ?? 0)",
      "minor": "\(severities[.minor] ?? 0)",
      "open": "\(cases.reduce(0) { $0 + $1.pendingItems + $1.errorItems })",
      "event": heading.event.map { "\($0)" } ?? "", "hash": heading.hash ?? "",
    ]
    if heading.event != nil { values.states = ["issued"] }
    values.lists = ["good": good(catalogue), "faults": faults(catalogue)]
    values.tables = ["agencies": table(catalogue)]
    return values
  }

  /// Files with the highest grade for certain and no finding, at most five, the best first.
  private func good(_ catalogue: Catalogue) -> [[String: String]] {
    let best = cases.flatMap { record -> [(record: CaseRecord, score: ScoreRecord)] in
      guard record.findings(catalogue).isEmpty else { return [] }
      return record.scores.filter { score in
        score.certain && score.lower.grade == catalogue.rubric(score.rubric)?.bands.first?.id
      }.map { (record, $0) }
    }.sorted {
      $0.score.lower.points == $1.score.lower.points
        ? $0.record.caseNumber < $1.record.caseNumber
        : $0.score.lower.points > $1.score.lower.points
    }
    return best.prefix(5).map { record, score in
      [
        "agency": catalogue.name(record.agency), "case": catalogue.number(record),
        "rubric": catalogue.title(ofRubric: score.rubric), "points": catalogue.points(score),
        "grade": catalogue.grade(score),
      ]
    }
  }

  /// The ten most frequent faults.
  private func faults(_ catalogue: Catalogue) -> [[String: String]] {
    struct Fault {
      var count = 0
      var agencies: Set<String> = []
      var cases = 0
    }
    var faults: [String: Fault] = [:]
    for record in cases {
      for outcome in record.outcomes {
        let count = outcome.occurrences.count { $0.outcome == .failed }
        guard count > 0 else { continue }
        faults[outcome.requirement, default: Fault()].count += count
        faults[outcome.requirement]?.cases += 1
        faults[outcome.requirement]?.agencies.insert(AgencyFile.key(record.agency))
      }
    }
    let sorted = faults.sorted {
      $0.value.count == $1.value.count ? $0.key < $1.key : $0.value.count > $1.value.count
    }
    return sorted.prefix(10).enumerated().map { index, entry in
      [
        "serial": "\(index + 1)", "title": catalogue.title(ofRequirement: entry.key),
        "count": "\(entry.value.count)", "cases": "\(entry.value.cases)",
        "agencies": "\(entry.value.agencies.count)",
        "remedy": catalogue.requirement(entry.key).map { catalogue.say($0.remedy) } ?? "",
      ]
    }
  }

  /// A row for each agency: files, files in the lowest grade, findings.
  private func table(_ catalogue: Catalogue) -> Table {
    let heads = CircularWords.heads.map { catalogue.say($0) }
    let shares = [34, 12, 16, 12, 12, 14]
    var keys: [String] = []
    for record in cases where !keys.contains(AgencyFile.key(record.agency)) {
      keys.append(AgencyFile.key(record.agency))
    }
    let rows = keys.map { key -> Table.Row in
      let own = cases.filter { AgencyFile.key($0.agency) == key }
      let failed = own.count { record in
        record.scores.contains {
          $0.upper.grade == catalogue.rubric($0.rubric)?.bands.last?.id
        }
      }
      let findings = own.reduce(0) { $0 + $1.findings(catalogue).values.reduce(0, +) }
      let vetoes = own.reduce(0) { $0 + $1.failedVetoes }
      let open = own.reduce(0) { $0 + $1.pendingItems + $1.errorItems }
      return .cells([
        own.first.map { catalogue.name($0.agency) } ?? "", "\(own.count)", "\(failed)",
        "\(findings)", "\(vetoes)", "\(open)",
      ])
    }
    return Table(
      columns: zip(heads, shares).enumerated().map { index, pair in
        Table.Column(title: pair.0, share: pair.1, alignment: index == 0 ? .leading : .centred)
      }, rows: rows)
  }
}

/// Words of the circular's table.
enum CircularWords {
  static let heads = [
    Words.text("单位", "Agency"), Words.text("已评", "Judged"),
    Words.text("不合格", "Lowest grade"), Words.text("问题", "Findings"),
    Words.text("否决", "Vetoes"), Words.text("待核定", "Open"),
  ]
}
