/// The facts of all cases until they are compared, by rule and key. Up to a limit they stay in memory;
/// beyond it they go to a database in a temporary file, so that any number of cases can be compared.
///
/// What comes out is the same either way, in the same order. Not to be shared between workers.
struct FactStore {
  private var groups: [String: [FactKey: [CollectedFact]]] = [:]
  private var kept = 0
  private let limit: Int
  private var file: FactFile?

  /// - Parameter limit: how many bytes of facts to keep in memory, about.
  init(limit: Int) { self.limit = limit }

  /// About as much as a thousand cases have.
  static let defaultLimit = 64 << 20

  /// Whether the facts are in a file.
  var isSpilled: Bool { file != nil }

  /// Adds a fact of a rule.
  ///
  /// - Throws: ``FactStoreError`` where the temporary file cannot be written.
  mutating func add(_ fact: CollectedFact, rule: String) throws(FactStoreError) {
    if let file { return try file.add(fact, rule: rule) }
    groups[rule, default: [:]][FactKey(fact.key), default: []].append(fact)
    kept += fact.weight
    if kept > limit { try spill() }
  }

  /// The facts of a rule, key by key: in the order of the keys' bytes, each key's facts in the order of
  /// their cases. Keys with a single fact are left out: there is nothing to compare it with.
  ///
  /// - Throws: ``FactStoreError`` where the temporary file cannot be read.
  func forEachKey(of rule: String, _ body: (String, [CollectedFact]) -> Void)
    throws(FactStoreError)
  {
    if let file { return try file.forEachKey(of: rule, body) }
    for (key, facts) in (groups[rule] ?? [:]).sorted(by: { $0.key < $1.key })
    where facts.count > 1 {
      body(key.text, facts.sorted(by: CollectedFact.precedes))
    }
  }

  private mutating func spill() throws(FactStoreError) {
    let file = try FactFile()
    for (rule, groups) in groups.sorted(by: { $0.key < $1.key }) {
      for (_, facts) in groups.sorted(by: { $0.key < $1.key }) {
        for fact in facts { try file.add(fact, rule: rule) }
      }
    }
    groups = [:]
    self.file = file
  }
}

/// A key equal by bytes, as a database compares it; texts that Unicode calls equivalent differ.
private struct FactKey: Hashable, Comparable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: FactKey, right: FactKey) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }

  static func < (left: FactKey, right: FactKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

/// The temporary file with the facts of all cases could not be used.
public struct FactStoreError: Error, Sendable, Hashable {
  /// What the database said.
  public var detail: String

  /// What to tell the user.
  public var message: LocalizedText {
    LocalizedText(
      zh: "案卷之间的比对需要临时文件，无法写入或者读取（\(detail)）；请检查临时文件夹（TMPDIR）的空间和权限",
      en:
        "comparing case files needs a temporary file, which cannot be written or read (\(detail)); check space and permissions of the temporary folder (TMPDIR)"
    )
  }
}

extension CollectedFact {
  /// About how many bytes it takes in memory.
  fileprivate var weight: Int {
    values.reduce(400 + key.utf8.count) { $0 + 64 + $1.key.utf8.count + $1.value.utf8.count }
  }
}
