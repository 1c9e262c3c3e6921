/// The identity of a finding from one audit to the next, and a digest of what was judged.
enum Fingerprint {
  /// Version of the format, hashed in.
  static let format = "caseaudit-finding/1"

  /// SHA-256 over format, requirement, agency, case number and occurrence key; the values judged are
  /// not in it, so that a changed but still wrong value is the same finding.
  static func finding(requirement: String, case facts: CaseFacts, key: String) -> String {
    digest([format, requirement, facts.agency.code, facts.caseNumber, key])
  }

  /// SHA-256 over the values judged and the message's facts.
  static func evidence(_ values: [ValueRecord], _ message: LocalizedText) -> String {
    digest(["caseaudit-evidence/1"] + values.map(\.value.zh) + [message.zh])
  }

  /// Parts are separated by U+0000, which XML cannot contain.
  static func digest(_ parts: [String]) -> String {
    Digest.sha256(Array(parts.joined(separator: "\0").utf8))
  }
}
