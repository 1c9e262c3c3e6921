internal import FoundationEssentials
internal import GRDB

/// Facts in a database that nobody else sees: SQLite makes the file in the temporary folder, removes its
/// name at once, and the system takes it back when the program ends, however it ends.
final class FactFile {
  private let database: DatabaseQueue
  private let encoder = JSONEncoder()
  private let decoder = JSONDecoder()
  private var pending: [(fact: CollectedFact, rule: String)] = []
  /// The row of the case whose facts came last.
  private var lastCase: (path: String, row: Int64)?
  private var isIndexed = false

  /// How many facts are written in one transaction.
  private static let batch = 5_000

  init() throws(FactStoreError) {
    do {
      // SQLite's name for a private temporary database.
      database = try DatabaseQueue(path: "")
      try database.write { database in
        try database.execute(
          sql: """
            CREATE TABLE caseFile (id INTEGER PRIMARY KEY, source BLOB NOT NULL);
            CREATE TABLE fact (
              rule TEXT NOT NULL, key BLOB NOT NULL, caseFile INTEGER NOT NULL, content BLOB NOT NULL);
            """)
      }
    } catch {
      throw FactStoreError(detail: "\(error)")
    }
  }

  func add(_ fact: CollectedFact, rule: String) throws(FactStoreError) {
    pending.append((fact, rule))
    if pending.count >= FactFile.batch { try flush() }
  }

  func forEachKey(of rule: String, _ body: (String, [CollectedFact]) -> Void)
    throws(FactStoreError)
  {
    try flush()
    do {
      try index()
      try database.read { database in
        var key: String?
        var facts: [CollectedFact] = []
        func end() {
          guard let key, facts.count > 1 else { return }
          body(key, facts.sorted(by: CollectedFact.precedes))
        }
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT key, source, content FROM fact JOIN caseFile ON caseFile.id = fact.caseFile
            WHERE rule = ?1 AND key IN
              (SELECT key FROM fact WHERE rule = ?1 GROUP BY key HAVING count(*) > 1)
            ORDER BY key, fact.rowid
            """, arguments: [rule])
        while let row = try rows.next() {
          let own = String(decoding: row["key"] as Data, as: UTF8.self)
          if key.map({ $0.utf8.elementsEqual(own.utf8) }) != true {
            end()
            (key, facts) = (own, [])
          }
          facts.append(try fact(row, key: own))
        }
        end()
      }
    } catch {
      throw FactStoreError(detail: "\(error)")
    }
  }

  private func fact(_ row: Row, key: String) throws -> CollectedFact {
    let source = try decoder.decode(Source.self, from: row["source"] as Data)
    let content = try decoder.decode(Content.self, from: row["content"] as Data)
    return CollectedFact(
      path: source.path, agency: source.agency, caseNumber: source.caseNumber, name: content.name,
      key: key, values: content.values, place: content.place)
  }

  /// Only now: one sort instead of a search for each fact.
  private func index() throws {
    guard !isIndexed else { return }
    try database.write { database in
      try database.execute(sql: "CREATE INDEX factKey ON fact (rule, key)")
    }
    isIndexed = true
  }

  private func flush() throws(FactStoreError) {
    guard !pending.isEmpty else { return }
    do {
      try database.write { database in
        let newCase = try database.makeStatement(sql: "INSERT INTO caseFile (source) VALUES (?)")
        let newFact = try database.makeStatement(
          sql: "INSERT INTO fact (rule, key, caseFile, content) VALUES (?, ?, ?, ?)")
        for (fact, rule) in pending {
          let row: Int64
          if let lastCase, lastCase.path == fact.path {
            row = lastCase.row
          } else {
            let source = Source(
              path: fact.path, agency: fact.agency, caseNumber: fact.caseNumber)
            try newCase.execute(arguments: [try encoder.encode(source)])
            row = database.lastInsertedRowID
            lastCase = (fact.path, row)
          }
          let content = Content(name: fact.name, values: fact.values, place: fact.place)
          try newFact.execute(
            arguments: [rule, Data(fact.key.utf8), row, try encoder.encode(content)])
        }
      }
    } catch {
      throw FactStoreError(detail: "\(error)")
    }
    pending = []
  }

  private struct Source: Codable {
    var path: String
    var agency: AgencyRecord
    var caseNumber: String
  }

  private struct Content: Codable {
    var name: String
    var values: [String: String]
    var place: PlaceRecord
  }
}
