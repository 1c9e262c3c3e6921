public import RubricKit

/// Lets through what concerns some agencies: those whose code is the name asked for or whose name
/// contains it. Files whose agency could not be read pass too, since they may be theirs.
public struct AgencyFilter<Next: AuditRecordConsumer>: AuditRecordConsumer {
  /// The output.
  public var next: Next
  /// Every agency met, in order, for suggestions where none matches.
  public private(set) var agencies: [AgencyRecord] = []
  /// True once an agency matched.
  public private(set) var hasMatched = false
  private let name: String
  private var paths: Set<String> = []

  /// Stands before an output.
  public init(_ next: Next, name: String) {
    self.next = next
    self.name = name
  }

  /// Passes the record on where it concerns a matching agency.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest, .end, .remark: try next.consume(record)
    case .caseFile(let file):
      guard matches(file.agency) else { return }
      paths.insert(file.path)
      try next.consume(record)
    case .facts(let facts): if paths.contains(facts.path) { try next.consume(record) }
    case .unjudged(let file):
      if let agency = file.agency, !matches(agency) { return }
      try next.consume(record)
    case .setFinding(let finding), .setQuestion(let finding):
      if finding.parts.contains(where: { paths.contains($0.path) }) { try next.consume(record) }
    case .adjustment(let change): if paths.contains(change.path) { try next.consume(record) }
    }
  }

  private mutating func matches(_ agency: AgencyRecord) -> Bool {
    if !agencies.contains(agency) { agencies.append(agency) }
    let isMatch = agency.code == name || agency.name.contains(name)
    if isMatch { hasMatched = true }
    return isMatch
  }
}
