public import RubricKit

/// Makes the papers of a round out of its records: per agency the notice, the list and the review
/// sheets; for the bureau the sheets of open items. Full data: these are a case's own papers.
public struct NoticeBuilder: AuditRecordConsumer {
  /// The papers; nil before the last record.
  public private(set) var result: NoticeSet?

  private let options: NoticeOptions
  private let template: PaperTemplate
  private var catalogue: Catalogue?
  private var order: [String] = []
  private var files: [String: AgencyFile] = [:]
  private var unknown: [UnjudgedRecord] = []

  /// A builder with nothing in it yet.
  ///
  /// - Parameter template: the office's text of the notice.
  public init(_ options: NoticeOptions = NoticeOptions(), template: PaperTemplate) {
    self.options = options
    self.template = template
  }

  /// Takes the next record.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let manifest): catalogue = Catalogue(manifest, language: options.language)
    case .caseFile(let record):
      edit(record.agency) { $0.cases.append(record) }
    case .unjudged(let record):
      guard let agency = record.agency else { return unknown.append(record) }
      edit(agency) { $0.unjudged.append(record) }
    case .setFinding(let record):
      var seen: Set<String> = []
      for part in record.parts where seen.insert(AgencyFile.key(part.agency)).inserted {
        // An agency without a file here was left out on purpose.
        files[AgencyFile.key(part.agency)]?.setFindings.append(record)
      }
    case .adjustment(let record):
      for key in order where files[key]?.cases.contains(where: { $0.path == record.path }) == true {
        files[key]?.adjustments.append(record)
      }
    case .end: try finish()
    case .facts, .setQuestion, .remark: return
    }
  }

  private mutating func edit(_ agency: AgencyRecord, _ change: (inout AgencyFile) -> Void) {
    let key = AgencyFile.key(agency)
    var file = files[key] ?? AgencyFile(agency: agency)
    if files[key] == nil { order.append(key) }
    change(&file)
    files[key] = file
  }

  /// A file whose agency could not be read is taken for that of its folder, where all cases there
  /// are one agency's: its notice must not look complete.
  private mutating func attributeUnknown() -> [UnjudgedRecord] {
    var agencies: [String: Set<String>] = [:]
    for (key, file) in files {
      for record in file.cases { agencies[Paths.folder(record.path), default: []].insert(key) }
    }
    return unknown.filter { record in
      guard let keys = agencies[Paths.folder(record.path)], keys.count == 1, let key = keys.first
      else { return true }
      files[key]?.presumed.append(record)
      return false
    }
  }

  private mutating func finish() throws {
    guard let catalogue else { return }
    let unattributed = attributeUnknown()
    var set = NoticeSet(files: [:], summary: NoticeSummary(unattributed: unattributed))
    var folders = SafeName()
    var sheets = SafeName()
    let internalFolder = catalogue.say(NoticeSummaryWords.internalFolder)
    _ = folders.name(for: internalFolder, fallback: internalFolder)
    for file in order.compactMap({ files[$0] }) {
      let folder = folders.name(
        for: catalogue.name(file.agency),
        fallback: "\(catalogue.say(NoticeSummaryWords.agency)) \(file.agency.code)")
      var entry = NoticeSummary.Agency(
        agency: file.agency, folder: folder, findings: file.findingCount, open: file.open,
        reviewSheets: 0,
        reviewFolder: "\(folder)/\(catalogue.say(NoticeSummaryWords.reviewFolder))")
      if file.findingCount > 0 { entry.notice = try addNotice(file, catalogue, folder, to: &set) }
      entry.reviewSheets = try addReviewSheets(file, catalogue, folder, to: &set)
      if let paper = PendingSheet(catalogue: catalogue, file: file).paper {
        let name = sheets.name(
          for: catalogue.name(file.agency), fallback: file.agency.code,
          fileExtension: options.format.fileExtension)
        let path = "\(internalFolder)/\(name)"
        set.files[path] = try options.format.render(paper)
        entry.pendingSheet = path
      }
      set.summary.agencies.append(entry)
    }
    result = set
  }

  private func addNotice(
    _ file: AgencyFile, _ catalogue: Catalogue, _ folder: String, to set: inout NoticeSet
  ) throws -> String {
    let list = RectificationList(catalogue: catalogue, options: options, file: file)
    let reply = ReplyList(list: list)
    let notice = RectificationNotice(
      catalogue: catalogue, options: options, file: file, list: list, template: template)
    let ending = options.format.fileExtension
    let path = "\(folder)/\(catalogue.say(NoticeSummaryWords.notice)).\(ending)"
    set.files[path] = try options.format.render(notice.paper)
    set.files["\(folder)/\(catalogue.say(NoticeSummaryWords.list)).\(ending)"] =
      try options.format.render(list.paper)
    set.files["\(folder)/\(catalogue.say(NoticeSummaryWords.list)).csv"] = Array(reply.csv.utf8)
    set.files["\(folder)/\(catalogue.say(NoticeSummaryWords.list)).xlsx"] =
      try ReplyWorkbook(list: reply).bytes()
    return path
  }

  private func addReviewSheets(
    _ file: AgencyFile, _ catalogue: Catalogue, _ folder: String, to set: inout NoticeSet
  ) throws -> Int {
    var names = SafeName()
    let sheets = catalogue.say(NoticeSummaryWords.reviewFolder)
    for record in file.cases {
      let sheet = ReviewSheet(
        catalogue: catalogue, record: record,
        adjustments: file.adjustments.filter { $0.path == record.path },
        setFindings: file.setFindings.filter { $0.parts.contains { $0.path == record.path } })
      let name = names.name(
        for: record.caseNumber, fallback: catalogue.say(NoticeSummaryWords.caseFile),
        fileExtension: options.format.fileExtension)
      set.files["\(folder)/\(sheets)/\(name)"] = try options.format.render(sheet.paper)
    }
    return file.cases.count
  }
}
