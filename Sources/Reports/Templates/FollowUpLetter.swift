public import RubricKit

/// A letter that follows a notice: reminder (督办函), supervision opinion (监督意见书) or decision.
public struct FollowUpLetter: Sendable {
  /// A finding that is not closed.
  public struct OpenFinding: Sendable, Hashable {
    /// 立案号.
    public var caseNumber: String
    /// The requirement's title.
    public var title: LocalizedText
    /// Where it stands.
    public var status: LocalizedText

    /// A finding.
    public init(caseNumber: String, title: LocalizedText, status: LocalizedText) {
      self.caseNumber = caseNumber
      self.title = title
      self.status = status
    }
  }

  /// What the ledger knows of the letter.
  public var registration: PaperRegistration
  /// The agency.
  public var agency: AgencyRecord
  /// The number of the notice.
  public var notice: String
  /// The day the notice was received; nil: not entered.
  public var received: CivilDate?
  /// The last day for the reply.
  public var due: CivilDate?
  /// Why the letter is written.
  public var reason: String
  /// What is not closed.
  public var findings: [OpenFinding]

  /// A letter.
  public init(
    registration: PaperRegistration, agency: AgencyRecord, notice: String, received: CivilDate?,
    due: CivilDate?, reason: String, findings: [OpenFinding]
  ) {
    self.registration = registration
    self.agency = agency
    self.notice = notice
    self.received = received
    self.due = due
    self.reason = reason
    self.findings = findings
  }

  /// The letter's file.
  ///
  /// - Throws: where the file cannot be packed.
  public func file(_ template: PaperTemplate, _ format: PaperFormat, _ language: Language) throws
    -> (name: String, bytes: [UInt8])
  {
    func day(_ date: CivilDate?) -> String {
      date?.text(language) ?? NoticeWords.date[language].trimmed
    }
    var values = TemplateValues()
    values.texts = [
      "number": registration.number, "office": registration.office, "agency": agency.name,
      "notice": notice, "received": day(received), "due": day(due),
      "issued": day(registration.issued), "open": "\(findings.count)",
      "reason": reason.hasSuffix("。") || reason.hasSuffix(".") ? String(reason.dropLast()) : reason,
      "event": "\(registration.event)", "hash": registration.ledgerHash,
    ]
    values.lists["findings"] = findings.enumerated().map { index, finding in
      [
        "serial": "\(index + 1)", "case": finding.caseNumber, "title": finding.title[language],
        "status": finding.status[language],
      ]
    }
    let paper = Paper(template, values, language: language)
    var names = SafeName()
    let name = names.name(
      for: registration.number, fallback: template.kind.rawValue,
      fileExtension: format.fileExtension)
    return (name, try format.render(paper))
  }
}
