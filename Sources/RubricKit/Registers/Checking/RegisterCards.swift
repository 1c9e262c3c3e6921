internal import CaseXML

/// What the registers say about a name, a certificate number or a code, as of a day and before.
public struct RegisterCards: Sendable {
  /// One officer, agency or power.
  public struct Card: Sendable, Hashable {
    /// Name, key and kind of register.
    public let title: LocalizedText
    /// Lines below it, with two blanks for each level.
    public let lines: [LocalizedText]
  }

  let book: RegisterBook
  let asOf: CivilDate

  /// Cards over registers as of a day.
  public init(_ book: RegisterBook, asOf: CivilDate) {
    self.book = book
    self.asOf = asOf
  }

  private static let subjects: [(kind: String, names: [String])] = [
    ("officers", ["name"]), ("agencies", ["name", "shortName", "abbreviation"]),
    ("powers", ["name"]),
  ]

  /// Everything called so: by key, or by name; one card for each key.
  public func cards(for query: String) -> [Card] {
    Self.subjects.flatMap { subject -> [Card] in
      guard let table = book.tables[subject.kind] else { return [] }
      return table.register.keys.compactMap { key in
        let rows = table.register.rows(for: key)
        let isMeant =
          key == query
          || rows.contains { row in subject.names.contains { row.fields[$0] == query } }
        return isMeant ? card(key, rows, table) : nil
      }
    }
  }

  /// Keys and names that hold the query or are held by it, at most `limit`.
  public func suggestions(for query: String, limit: Int = 5) -> [String] {
    let all = Self.subjects.flatMap { subject in
      (book.tables[subject.kind]?.register.rows ?? []).flatMap { row in
        [row.key] + subject.names.compactMap { row.fields[$0] }
      }
    }
    var seen: Set<String> = []
    let near = all.filter { text in
      let shared = query.count { text.contains($0) }
      return text.contains(query) || query.contains(text)
        || (shared * 3 >= query.count * 2 && shared >= 2)
    }
    return near.filter { seen.insert($0).inserted }.sorted {
      let left = TextSimilarity.percent($0.utf8, query.utf8)
      let right = TextSimilarity.percent($1.utf8, query.utf8)
      return left != right ? left > right : Paths.precedes($0, $1)
    }.prefix(limit).map { $0 }
  }

  private func card(_ key: String, _ rows: [Register.Row], _ table: RegisterBook.Table) -> Card {
    let name = table.register.newest(key)?.fields["name"] ?? key
    var lines = [state(rows, table)]
    for row in rows.sorted(by: { ($0.from ?? .first) > ($1.from ?? .first) }) {
      lines += describe(row, table)
    }
    lines += related(key, table.register.kind)
    return Card(
      title: LocalizedText(
        zh: "\(name)  \(key)  （\(table.name(.zh))）", en: "\(name)  \(key)  (\(table.name(.en)))"),
      lines: lines)
  }

  /// What holds on the day.
  private func state(_ rows: [Register.Row], _ table: RegisterBook.Table) -> LocalizedText {
    let (zh, en) = (asOf.text(.zh), asOf.text(.en))
    let register = table.register
    guard register.covers(asOf) else {
      return LocalizedText(
        zh: "\(zh)：登记册不包括这一天", en: "\(en): the register does not speak about that day")
    }
    guard let row = rows.first(where: { $0.isInForce(on: asOf) }) else {
      return LocalizedText(zh: "\(zh)：没有有效的记录", en: "\(en): nothing in force")
    }
    guard register.kind == "officers" else {
      return LocalizedText(
        zh: "\(zh)：有效（第\(row.position.line)行）", en: "\(en): in force (line \(row.position.line))")
    }
    let agency = row.fields["agency"] ?? ""
    let name = RegisterText.named(agency, in: book)
    return row.isCertificateValid(on: asOf)
      ? LocalizedText(zh: "\(zh)：执法证有效，\(name)", en: "\(en): certificate valid, \(name)")
      : LocalizedText(zh: "\(zh)：执法证不能使用，\(name)", en: "\(en): certificate not usable, \(name)")
  }

  private func describe(_ row: Register.Row, _ table: RegisterBook.Table) -> [LocalizedText] {
    let period = RegisterText.period(row)
    let place = "\(table.file):\(row.position.line)"
    let head = LocalizedText(zh: "\(period.zh)（\(place)）", en: "\(period.en) (\(place))")
    return [head]
      + row.parts.map { part in
        let text = RegisterText.part(part, table.layout, book)
        return LocalizedText(zh: "  \(text.zh)", en: "  \(text.en)")
      }
  }

  /// Rows of other registers that refer to the key.
  private func related(_ key: String, _ kind: String) -> [LocalizedText] {
    book.schema.knownKinds.flatMap { other -> [LocalizedText] in
      guard let table = book.tables[other], let layout = table.layout else { return [] }
      let fields = layout.fields.filter { $0.refersTo == kind }.map(\.name)
      let rows = table.register.rows.filter { row in
        row.key == key && layout.keyRefersTo == kind
          || fields.contains { row.values($0).contains(key) }
      }
      guard !rows.isEmpty else { return [] }
      let inForce = rows.filter { $0.isInForce(on: asOf) }
      let others = rows.count - inForce.count
      let head = LocalizedText(
        zh: "\(table.name(.zh))：\(inForce.count)条" + (others > 0 ? "，另有\(others)条不在有效期" : ""),
        en: "\(table.name(.en)): \(inForce.count) in force" + (others > 0 ? ", \(others) not" : ""))
      return [head]
        + inForce.map { row in
          let text = RegisterText.summary(row, table, without: key, book)
          return LocalizedText(zh: "  \(text.zh)", en: "  \(text.en)")
        }
    }
  }
}
