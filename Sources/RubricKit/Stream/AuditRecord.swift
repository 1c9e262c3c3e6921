/// One line of an audit stream.
public enum AuditRecord: Sendable, Hashable {
  case manifest(ManifestRecord)
  case caseFile(CaseRecord)
  case facts(FactsRecord)
  case unjudged(UnjudgedRecord)
  case setFinding(SetFindingRecord)
  /// A question that only several case files raise; never a fault.
  case setQuestion(SetFindingRecord)
  case adjustment(AdjustmentRecord)
  case remark(RemarkRecord)
  case end(EndRecord)
}

extension AuditRecord: Codable {
  private enum Kind: String, Codable {
    case manifest
    case caseFile = "case"
    case facts, unjudged
    case setFinding = "set-finding"
    case setQuestion = "set-question"
    case adjustment, remark, end
  }

  private enum Key: String, CodingKey {
    case record
  }

  /// Reads the record named by the key `record`.
  public init(from decoder: any Decoder) throws {
    let kind = try decoder.container(keyedBy: Key.self).decode(Kind.self, forKey: .record)
    switch kind {
    case .manifest: self = .manifest(try ManifestRecord(from: decoder))
    case .caseFile: self = .caseFile(try CaseRecord(from: decoder))
    case .facts: self = .facts(try FactsRecord(from: decoder))
    case .unjudged: self = .unjudged(try UnjudgedRecord(from: decoder))
    case .setFinding: self = .setFinding(try SetFindingRecord(from: decoder))
    case .setQuestion: self = .setQuestion(try SetFindingRecord(from: decoder))
    case .adjustment: self = .adjustment(try AdjustmentRecord(from: decoder))
    case .remark: self = .remark(try RemarkRecord(from: decoder))
    case .end: self = .end(try EndRecord(from: decoder))
    }
  }

  /// Writes the record's own keys and `record`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .manifest(let record):
      try container.encode(Kind.manifest, forKey: .record)
      try record.encode(to: encoder)
    case .caseFile(let record):
      try container.encode(Kind.caseFile, forKey: .record)
      try record.encode(to: encoder)
    case .facts(let record):
      try container.encode(Kind.facts, forKey: .record)
      try record.encode(to: encoder)
    case .unjudged(let record):
      try container.encode(Kind.unjudged, forKey: .record)
      try record.encode(to: encoder)
    case .setFinding(let record):
      try container.encode(Kind.setFinding, forKey: .record)
      try record.encode(to: encoder)
    case .setQuestion(let record):
      try container.encode(Kind.setQuestion, forKey: .record)
      try record.encode(to: encoder)
    case .adjustment(let record):
      try container.encode(Kind.adjustment, forKey: .record)
      try record.encode(to: encoder)
    case .remark(let record):
      try container.encode(Kind.remark, forKey: .record)
      try record.encode(to: encoder)
    case .end(let record):
      try container.encode(Kind.end, forKey: .record)
      try record.encode(to: encoder)
    }
  }
}

/// Receives the records of an audit, in the stream's order. Every output is one.
public protocol AuditRecordConsumer {
  /// Takes the next record.
  mutating func consume(_ record: AuditRecord) throws
}
