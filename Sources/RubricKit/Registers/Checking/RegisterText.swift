internal import CaseXML

/// Rows of registers in words.
enum RegisterText {
  /// `自2022年1月1日起至今`.
  static func period(_ row: Register.Row) -> LocalizedText {
    if row.from == nil, row.to == nil {
      return LocalizedText(zh: "未注明起止日期", en: "without days")
    }
    return LocalizedText(
      zh: (row.from.map { "自\($0.text(.zh))起" } ?? "")
        + (row.to.map { "至\($0.text(.zh))" } ?? "至今"),
      en: (row.from.map { "from \($0.text(.en)) " } ?? "")
        + (row.to.map { "to \($0.text(.en))" } ?? "until now"))
  }

  /// The name of a key in whichever register it may be found; the key itself where it is not.
  static func named(_ key: String, kind: String = "agencies", in book: RegisterBook) -> String {
    let row = book.tables[kind]?.register.newest(key)
    return row?.fields["name"].map { "\($0)（\(key)）" } ?? key
  }

  /// One field with its attributes.
  static func part(_ part: Register.Part, _ layout: RegisterLayout?, _ book: RegisterBook)
    -> LocalizedText
  {
    let field = layout?.field(part.name)
    let title = field?.title ?? LocalizedText(zh: part.name, en: part.name)
    var value = field?.codes[part.value] ?? shown(part.value)
    if let kind = field?.refersTo {
      let name = named(part.value, kind: kind, in: book)
      value = LocalizedText(zh: name, en: name)
    }
    let attributes = (field?.attributes ?? []).compactMap { attribute -> LocalizedText? in
      guard let text = part.attributes[attribute.name] else { return nil }
      let word = attribute.codes[text] ?? shown(text)
      return LocalizedText(
        zh: "\(attribute.title.zh)：\(word.zh)", en: "\(attribute.title.en) \(word.en)")
    }
    let list = LocalizedText(
      zh: attributes.map(\.zh).joined(separator: "，"),
      en: attributes.map(\.en).joined(separator: ", "))
    if attributes.isEmpty {
      return LocalizedText(zh: "\(title.zh)：\(value.zh)", en: "\(title.en): \(value.en)")
    }
    if part.value.isEmpty {
      return LocalizedText(zh: "\(title.zh)：\(list.zh)", en: "\(title.en): \(list.en)")
    }
    return LocalizedText(
      zh: "\(title.zh)：\(value.zh)（\(list.zh)）", en: "\(title.en): \(value.en) (\(list.en))")
  }

  /// A row of another register in one line: its key, its name, its period.
  static func summary(
    _ row: Register.Row, _ table: RegisterBook.Table, without key: String, _ book: RegisterBook
  ) -> LocalizedText {
    var words: [String] = []
    let keys = table.layout?.keyFields ?? []
    for name in keys {
      let value = row.fields[name] ?? ""
      guard value != key else { continue }
      let kind = table.layout?.field(name)?.refersTo ?? ""
      words.append(named(value, kind: kind, in: book))
    }
    if keys.isEmpty, row.key != key { words.append(row.key) }
    if let name = row.fields["name"] { words.append(name) }
    let period = period(row)
    let parts = words.isEmpty ? row.parts.map { part($0, table.layout, book) } : []
    return LocalizedText(
      zh: (words + parts.map(\.zh) + [period.zh]).joined(separator: "  "),
      en: (words + parts.map(\.en) + [period.en]).joined(separator: "  "))
  }

  /// A day as people write it, anything else as it is.
  private static func shown(_ text: String) -> LocalizedText {
    guard let day = try? CivilDate(text) else { return LocalizedText(zh: text, en: text) }
    return LocalizedText(zh: day.text(.zh), en: day.text(.en))
  }
}
