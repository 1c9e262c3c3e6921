internal import FoundationEssentials
internal import RubricKit

extension LedgerFact {
  /// The name stored.
  var kind: String {
    switch self {
    case .roundOpened: "round-opened"
    case .sampleDrawn: "sample-drawn"
    case .answered: "answers-entered"
    case .waived: "waivers-entered"
    case .caseAudited: "case-audited"
    case .noticeIssued: "notice-issued"
    case .circularIssued: "circular-issued"
    case .noticeReceived: "notice-received"
    case .replied: "replied"
    case .extended: "extended"
    case .rechecked: "rechecked"
    case .closed: "closed"
    case .escalated: "escalated"
    }
  }

  /// The payload stored: sorted keys, no blanks, nothing escaped that need not be, so that the same fact
  /// is the same bytes everywhere.
  func payload() throws(LedgerError) -> String {
    switch self {
    case .roundOpened(let fact): try Self.json(fact)
    case .sampleDrawn(let fact): try Self.json(fact)
    case .answered(let fact): try Self.json(fact)
    case .waived(let fact): try Self.json(fact)
    case .caseAudited(let fact): try Self.json(fact)
    case .noticeIssued(let fact): try Self.json(fact)
    case .circularIssued(let fact): try Self.json(fact)
    case .noticeReceived(let fact): try Self.json(fact)
    case .replied(let fact): try Self.json(fact)
    case .extended(let fact): try Self.json(fact)
    case .rechecked(let fact): try Self.json(fact)
    case .closed(let fact): try Self.json(fact)
    case .escalated(let fact): try Self.json(fact)
    }
  }

  /// The fact that an event stores.
  public init(_ event: LedgerEvent) throws(LedgerError) {
    switch event.kind {
    case "round-opened": self = .roundOpened(try Self.read(event))
    case "sample-drawn": self = .sampleDrawn(try Self.read(event))
    case "answers-entered": self = .answered(try Self.read(event))
    case "waivers-entered": self = .waived(try Self.read(event))
    case "case-audited": self = .caseAudited(try Self.read(event))
    case "notice-issued": self = .noticeIssued(try Self.read(event))
    case "circular-issued": self = .circularIssued(try Self.read(event))
    case "notice-received": self = .noticeReceived(try Self.read(event))
    case "replied": self = .replied(try Self.read(event))
    case "extended": self = .extended(try Self.read(event))
    case "rechecked": self = .rechecked(try Self.read(event))
    case "closed": self = .closed(try Self.read(event))
    case "escalated": self = .escalated(try Self.read(event))
    default:
      throw LedgerError(
        .tampered, zh: "第\(event.sequence)条记录的种类“\(event.kind)”无法识别，可能由更新的版本写入",
        en:
          "event \(event.sequence) is of the unknown kind “\(event.kind)”; a newer version may have "
          + "written it")
    }
  }

  private static func json(_ value: some Encodable) throws(LedgerError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw LedgerError(.file, zh: "无法写成 JSON：\(error)", en: "cannot be written as JSON: \(error)")
    }
  }

  private static func read<Fact: Decodable>(_ event: LedgerEvent) throws(LedgerError) -> Fact {
    do {
      return try JSONDecoder().decode(Fact.self, from: Data(event.payload.utf8))
    } catch {
      throw LedgerError(
        .tampered, zh: "第\(event.sequence)条记录的内容无法读取：\(error)",
        en: "event \(event.sequence) cannot be read: \(error)")
    }
  }
}
