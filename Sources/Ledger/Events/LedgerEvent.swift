public import RubricKit

/// One entry of the ledger as it is stored. Events are only ever added.
public struct LedgerEvent: Sendable, Hashable {
  /// From 1, without gaps.
  public var sequence: Int
  /// When it was entered, `YYYY-MM-DDThh:mm:ss` in Asia/Shanghai.
  public var recorded: String
  /// The day on which it took effect, e.g. that of receipt.
  public var effective: CivilDate
  /// What happened, as the name of a case of ``LedgerFact``.
  public var kind: String
  /// What happened, as JSON with sorted keys and no blanks.
  public var payload: String
  /// The hash of the event before; 64 zeros for the first.
  public var previous: String
  /// SHA-256 of ``canonical``.
  public var hash: String

  /// The bytes that are hashed: format, sequence, previous hash, recorded, effective, kind and payload,
  /// a line each, without a line end after the last. No part can hold a line end.
  public var canonical: String {
    [
      LedgerEvent.format, "\(sequence)", previous, recorded, "\(effective)", kind, payload,
    ].joined(separator: "\n")
  }

  /// The event as one line of JSON, with the payload as an object.
  public var json: String {
    "{\"sequence\":\(sequence),\"recorded\":\"\(recorded)\",\"effective\":\"\(effective)\","
      + "\"kind\":\"\(kind)\",\"payload\":\(payload),\"previous\":\"\(previous)\",\"hash\":\"\(hash)\"}"
  }

  /// Version of the canonical form, hashed in.
  public static let format = "caseaudit-ledger/1"

  /// What stands for the hash before the first event.
  public static let start = String(repeating: "0", count: 64)
}

/// The end of a ledger: whoever keeps a copy of it can tell later that nothing before was changed or cut.
public struct LedgerHead: Sendable, Hashable {
  /// The last event's hash.
  public var hash: String
  /// How many events there are.
  public var count: Int
}
