public import CaseXML

/// A decision that a finding shall not cost points: by fingerprint, or by scope.
public struct Waiver: Sendable, Hashable, Identifiable {
  /// Its identity, stable and unique.
  public var id: String
  /// One finding; nil: by scope.
  public var fingerprint: String?
  /// The requirement's id.
  public var requirement: String?
  /// Agency code.
  public var agency: String?
  /// 立案号.
  public var caseNumber: String?
  /// Why.
  public var reason: String
  /// Who approved it.
  public var approver: String
  /// The first day of force.
  public var from: CivilDate
  /// The last day of force; nil: still in force.
  public var to: CivilDate
  /// Line and column in the file.
  public var position: SourcePosition

  /// Whether it speaks of this finding, whatever the day.
  func covers(fingerprint: String, requirement: String, agency: String, caseNumber: String) -> Bool
  {
    if let own = self.fingerprint { return own == fingerprint }
    guard let own = self.requirement, own == requirement else { return false }
    return (self.agency ?? agency) == agency && (self.caseNumber ?? caseNumber) == caseNumber
  }
}

/// The waivers of `--waivers FILE`.
public struct WaiverBook: Sendable {
  /// In the order of the file.
  public private(set) var waivers: [Waiver] = []
  /// SHA-256 of the file.
  public let digest: String

  /// Reads a waivers file.
  ///
  /// - Throws: ``UnusableRubricError``.
  public static func load(_ path: String, rubrics folder: String) throws(UnusableRubricError)
    -> WaiverBook
  {
    let parser = try OwnFileParser(folder: folder, schema: "schema/decisions.xsd")
    let (root, digest) = try parser.parse(path, at: path, root: "waivers")
    var reader = ElementReader(file: path)
    var book = WaiverBook(digest: digest)
    for (index, element) in root.children(named: "waiver").enumerated() {
      let distant = CivilDate.first
      let waiver = Waiver(
        id: element.attribute("id") ?? "w\(index + 1)",
        fingerprint: element.attribute("fingerprint")?.lowercased(),
        requirement: element.attribute("requirement"),
        agency: element.attribute("agency"),
        caseNumber: element.attribute("case"),
        reason: ElementReader.collapsed(element.text),
        approver: reader.required("approver", of: element),
        from: reader.day("from", of: element) ?? distant,
        to: reader.day("to", of: element) ?? distant,
        position: element.position)
      if waiver.fingerprint == nil && waiver.requirement == nil {
        reader.report(
          "bad-waiver", at: element, zh: "豁免须写明 fingerprint 或 requirement",
          en: "a waiver needs a fingerprint or a requirement")
      }
      book.waivers.append(waiver)
    }
    try reader.finish()
    return book
  }

  private init(digest: String) { self.digest = digest }
}
