/// What became of an officer's certificate.
public enum CertificateStatus: String, Sendable, Hashable, CaseIterable {
  /// The officer may act.
  case valid
  /// Taken away for a time (暂扣).
  case suspended
  /// Withdrawn for good (注销).
  case cancelled
  /// The officer left the agency (调离).
  case transferred

  /// In words.
  public var text: LocalizedText {
    switch self {
    case .valid: LocalizedText(zh: "有效", en: "valid")
    case .suspended: LocalizedText(zh: "暂扣", en: "suspended")
    case .cancelled: LocalizedText(zh: "注销", en: "cancelled")
    case .transferred: LocalizedText(zh: "调离", en: "transferred")
    }
  }
}

/// What a row of the officers' list says.
extension Register.Row {
  /// The name in the row; the key where there is none.
  var officerName: String { fields["name"] ?? key }

  /// A field that is a day; nil where it is not there. The schema has seen to its form.
  func day(_ field: String) -> CivilDate? {
    fields[field].flatMap { try? CivilDate($0) }
  }

  /// The status of the certificate on a day and since when: the last one that began by then. Nil
  /// where no status began yet.
  public func status(on day: CivilDate) -> (code: CertificateStatus, from: CivilDate)? {
    var latest: (code: CertificateStatus, from: CivilDate)?
    for part in parts where part.name == "status" {
      guard let code = CertificateStatus(rawValue: part.value),
        let from = part.attributes["from"].flatMap({ try? CivilDate($0) }), from <= day,
        latest.map({ $0.from < from }) ?? true
      else { continue }
      latest = (code, from)
    }
    return latest
  }

  /// Whether the certificate could be used on a day: the row in force, issued, not run out, and
  /// valid by its history. A row without a history is valid all the time.
  public func isCertificateValid(on date: CivilDate) -> Bool {
    guard isInForce(on: date), day("issued").map({ $0 <= date }) ?? true,
      day("validTo").map({ date <= $0 }) ?? true
    else { return false }
    return parts.contains { $0.name == "status" } ? status(on: date)?.code == .valid : true
  }
}
