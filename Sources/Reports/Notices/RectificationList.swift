import RubricKit

/// The rectification list (整改清单): one row per finding, room for what the agency did and for the
/// re-check.
struct RectificationList: Sendable {
  /// One finding with its number in the list.
  struct Entry: Sendable {
    var serial: Int
    var caseRecord: CaseRecord?
    var row: FindingRow?
    var set: SetFindingRecord?
  }

  let catalogue: Catalogue
  let options: NoticeOptions
  let file: AgencyFile
  let entries: [Entry]

  init(catalogue: Catalogue, options: NoticeOptions, file: AgencyFile) {
    self.catalogue = catalogue
    self.options = options
    self.file = file
    var entries: [Entry] = []
    for record in file.cases {
      for row in record.rows(catalogue, { $0 == .failed }) {
        entries.append(Entry(serial: entries.count + 1, caseRecord: record, row: row))
      }
    }
    for finding in file.setFindings {
      entries.append(Entry(serial: entries.count + 1, set: finding))
    }
    self.entries = entries
  }

  var paper: Paper {
    let title = NoticeWords.listTitle(catalogue.name(file.agency)).map(catalogue.say)
    var blocks: [Paper.Block] = []
    let isDraft = !file.open.isEmpty && options.registrations[file.agency.code] == nil
    if isDraft { blocks.append(.mark(catalogue.say(NoticeWords.draft))) }
    blocks.append(.title(title))
    if isDraft {
      blocks.append(.subtitle(catalogue.say(NoticeWords.draftReason(file.open))))
    }
    blocks.append(.table(table))
    blocks.append(.footnote(catalogue.say(NoticeWords.listNote)))
    blocks.append(.footnote(catalogue.say(NoticeWords.privacy)))
    return Paper(language: catalogue.language, layout: .wide, name: title.joined(), blocks: blocks)
  }

  private var table: Table {
    let columns: [(LocalizedText, Int, Alignment)] = [
      (NoticeWords.serial, 4, .centred), (NoticeWords.caseNumber, 10, .leading),
      (NoticeWords.paper, 11, .leading), (NoticeWords.problem, 20, .leading),
      (NoticeWords.basis, 10, .leading), (NoticeWords.remedy, 13, .leading),
      (NoticeWords.term, 8, .leading), (NoticeWords.code, 8, .centred),
      (NoticeWords.status, 10, .leading), (NoticeWords.recheck, 6, .leading),
    ]
    return Table(
      columns: columns.map { .init(title: catalogue.say($0.0), share: $0.1, alignment: $0.2) },
      rows: entries.map { .cells(cells($0)) })
  }

  private func cells(_ entry: Entry) -> [String] {
    if let finding = entry.set { return setCells(entry.serial, finding) }
    guard let record = entry.caseRecord, let row = entry.row else { return [] }
    let requirement = row.requirement
    return [
      "\(entry.serial)", catalogue.number(record), row.place.map(catalogue.paper) ?? "",
      catalogue.say(row.occurrence.message), catalogue.basis(requirement.basis),
      catalogue.say(requirement.remedy)
        + catalogue.say(NoticeWords.bracketed(catalogue.say(Words.curability(requirement.curable)))),
      term(requirement), RectificationList.code(row.occurrence.fingerprint), "", "",
    ]
  }

  private func setCells(_ serial: Int, _ finding: SetFindingRecord) -> [String] {
    let rule = catalogue.rule(finding.rule)
    let own = finding.parts.filter { AgencyFile.key($0.agency) == AgencyFile.key(file.agency) }
    return [
      "\(serial)", own.map(\.caseNumber).joined(separator: catalogue.say(Words.enumerationComma)),
      own.first.map { catalogue.paper($0.place) } ?? "",
      catalogue.say(finding.message) + catalogue.say(Words.stop)
        + RectificationNotice.others(finding, than: file.agency, catalogue),
      rule.map { catalogue.basis($0.basis) } ?? "", rule.map { catalogue.say($0.remedy) } ?? "",
      catalogue.say(NoticeWords.fromReceipt(options.termDays)),
      RectificationList.code(finding.fingerprint), "", "",
    ]
  }

  /// `自收到之日起30日内`; for what cannot be cured the term is for a written statement.
  func term(_ requirement: RequirementRecord) -> String {
    let term = catalogue.say(NoticeWords.fromReceipt(requirement.termDays ?? options.termDays))
    return requirement.curable == .no ? term + catalogue.say(NoticeWords.explainTerm) : term
  }

  /// A fingerprint short enough to be written by hand.
  static func code(_ fingerprint: String) -> String { fingerprint.prefix(8).uppercased() }
}
