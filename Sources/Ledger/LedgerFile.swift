internal import FoundationEssentials
internal import GRDB
public import RubricKit

/// The ledger (整改台账): one SQLite file of events, each chained to the one before by its hash.
///
/// Only events are kept. Rounds, findings and notices are what the events come to (``LedgerState``), so
/// nothing in the file can say otherwise than its history. The rollback journal is used and every commit
/// reaches the disk, because counties put files on shared folders; copying the closed file is a full
/// backup.
public struct LedgerFile: Sendable {
  /// Where it is.
  public let path: String
  private let database: DatabaseQueue

  /// Opens a ledger, or makes a new one.
  ///
  /// - Parameters:
  ///   - creates: makes the file where there is none; otherwise that is an error, since a mistyped name
  ///     must not begin an empty ledger.
  public init(_ path: String, creates: Bool = false) throws(LedgerError) {
    self.path = path
    if !creates, !FileManager.default.fileExists(atPath: path) {
      throw LedgerError(
        .usage, zh: "没有台账文件 \(path)；新建台账请用 ledger open-round",
        en: "there is no ledger \(path); ledger open-round makes a new one")
    }
    var configuration = Configuration()
    configuration.journalMode = .default
    // Whoever else is writing is waited for.
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      try LedgerMigrations.migrator.migrate(database)
    } catch {
      throw LedgerFile.fault(path, error)
    }
  }

  /// Every event in order, with the chain checked.
  public func events() throws(LedgerError) -> [LedgerEvent] {
    let events: [LedgerEvent]
    do {
      events = try database.read { try LedgerFile.events($0) }
    } catch {
      throw LedgerFile.fault(path, error)
    }
    try LedgerChain.check(events)
    return events
  }

  /// What the events come to.
  public func state() throws(LedgerError) -> LedgerState {
    try LedgerState(events())
  }

  /// Adds what `facts` gives, all of it or nothing: the state it decides by is read in the same
  /// transaction, which nobody else can write beside.
  ///
  /// - Parameters:
  ///   - recorded: the moment of the entry, given by the caller: nothing here reads the clock.
  ///   - effective: the day on which the facts took effect.
  /// - Returns: the ledger's new end.
  @discardableResult
  public func add(
    recorded: String, effective: CivilDate,
    _ facts: (LedgerState) throws(LedgerError) -> [LedgerFact]
  ) throws(LedgerError) -> LedgerHead {
    do {
      return try database.writeWithoutTransaction { database in
        var head = LedgerHead(hash: LedgerEvent.start, count: 0)
        try database.inTransaction(.immediate) {
          let events = try LedgerFile.events(database)
          try LedgerChain.check(events)
          var state = try LedgerState(events)
          head = LedgerHead(hash: events.last?.hash ?? LedgerEvent.start, count: events.count)
          for fact in try facts(state) {
            let event = try LedgerChain.next(
              after: head, fact, recorded: recorded, effective: effective)
            try state.apply(event)
            try LedgerFile.insert(event, database)
            head = LedgerHead(hash: event.hash, count: event.sequence)
          }
          return .commit
        }
        return head
      }
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerFile.fault(path, error)
    }
  }

  private static func insert(_ event: LedgerEvent, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO events (sequence, recorded, effective, kind, payload, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        event.sequence, event.recorded, "\(event.effective)", event.kind, event.payload,
        event.previous, event.hash,
      ])
  }

  private static func events(_ database: Database) throws -> [LedgerEvent] {
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM events ORDER BY sequence")
    return try rows.map { row in
      let effective: String = row["effective"]
      return LedgerEvent(
        sequence: row["sequence"], recorded: row["recorded"], effective: try CivilDate(effective),
        kind: row["kind"], payload: row["payload"], previous: row["previous"], hash: row["hash"])
    }
  }

  private static func fault(_ path: String, _ error: any Error) -> LedgerError {
    if let error = error as? LedgerError { return error }
    if let error = error as? ValueError {
      return LedgerError(
        .tampered, zh: "\(path)：日期无法读取：\(error.message.zh)",
        en: "\(path): a date cannot be read: \(error.message.en)")
    }
    let isBusy = (error as? DatabaseError)?.resultCode == .SQLITE_BUSY
    return isBusy
      ? LedgerError(
        .file, zh: "\(path)：另一程序正在写入，请稍后再试", en: "\(path): somebody else is writing; try again")
      : LedgerError(.file, zh: "\(path)：\(error)", en: "\(path): \(error)")
  }
}
