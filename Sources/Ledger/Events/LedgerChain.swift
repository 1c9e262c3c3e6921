internal import RubricKit

/// The chain of events: each holds the hash of the one before.
public enum LedgerChain {
  /// Checks numbers, links and hashes of all events.
  ///
  /// - Throws: at the first event that is not as it was written.
  public static func check(_ events: [LedgerEvent]) throws(LedgerError) {
    var previous = LedgerEvent.start
    for (place, event) in events.enumerated() {
      if event.sequence != place + 1 {
        throw LedgerError(
          .tampered, zh: "第\(place + 1)条记录缺失，台账被改动", en: "event \(place + 1) is missing")
      }
      if event.previous != previous {
        throw LedgerError(
          .tampered, zh: "第\(event.sequence)条记录与前一条不相连，台账被改动",
          en: "event \(event.sequence) does not follow the one before it")
      }
      if event.hash != Digest.sha256(event.canonical) {
        throw LedgerError(
          .tampered, zh: "第\(event.sequence)条记录的内容与其校验值不符，台账被改动",
          en: "event \(event.sequence) is not what its hash was made of")
      }
      previous = event.hash
    }
  }

  /// Checks that a ledger still holds the end that was noted earlier, e.g. on a notice.
  ///
  /// - Parameter expected: the head's hash as printed, or at least its first 16 digits.
  public static func check(_ events: [LedgerEvent], expected: String) throws(LedgerError) {
    let wanted = expected.lowercased()
    guard wanted.count >= 16, wanted.allSatisfy(\.isHexDigit) else {
      throw .usage("校验值至少要有前16位", "at least the first 16 digits of the hash are needed")
    }
    guard events.contains(where: { $0.hash.hasPrefix(wanted) }) else {
      throw LedgerError(
        .tampered, zh: "台账中没有校验值 \(expected)：记录被删去末尾或者整个改写",
        en: "no event has the hash \(expected): the ledger was cut or rewritten")
    }
  }

  static func next(
    after head: LedgerHead, _ fact: LedgerFact, recorded: String, effective: CivilDate
  ) throws(LedgerError) -> LedgerEvent {
    var event = LedgerEvent(
      sequence: head.count + 1, recorded: recorded, effective: effective, kind: fact.kind,
      payload: try fact.payload(), previous: head.hash, hash: "")
    event.hash = Digest.sha256(event.canonical)
    return event
  }
}
