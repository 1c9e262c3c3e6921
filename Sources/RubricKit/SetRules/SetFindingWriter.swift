/// Makes a match of a set rule into a record.
struct SetFindingWriter {
  let rule: SetRuleRecord
  let key: String
  let match: SetMatch

  var record: SetFindingRecord {
    SetFindingRecord(
      rule: rule.id, severity: rule.severity, message: message,
      parts: match.facts.map { fact in
        let values = values(fact)
        return SetFindingRecord.Part(
          path: fact.path, agency: fact.agency, caseNumber: fact.caseNumber, place: fact.place,
          values: values.isEmpty ? nil : values)
      },
      values: sharedKey + match.values,
      fingerprint: Fingerprint.digest(
        ["caseaudit-set-finding/1", rule.id, key]
          + (match.isWholeKey ? [] : match.facts.map(\.identity).sorted())),
      evidence: Fingerprint.digest(
        ["caseaudit-set-evidence/1"]
          + match.facts.map { fact in
            let values = fact.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            return (["\(fact.path):\(fact.place.line)"] + values).joined(separator: " ")
          }))
  }

  /// The parts of the key without the agency's code, which stands beside each case.
  private var keyParts: [String] {
    let codes = Set(match.facts.map(\.agency.code))
    return key.split(separator: "|").map(String.init).filter { !codes.contains($0) }
  }

  private func shownKey(_ language: Language) -> String {
    let parts = keyParts.map { spoken($0, language) }
    return parts.isEmpty
      ? match.facts.first?.agency.name ?? key
      : parts.joined(separator: language == .zh ? "，" : ", ")
  }

  private var sharedKey: [ValueRecord] {
    [
      ValueRecord(
        label: keyParts.isEmpty
          ? LocalizedText(zh: "执法单位", en: "agency")
          : LocalizedText(zh: "相同的值", en: "the value they share"),
        value: LocalizedText(zh: shownKey(.zh), en: shownKey(.en)), line: nil)
    ]
  }

  private var message: LocalizedText {
    var words = match.words
    words["count"] = "\(match.facts.count)"
    for (role, fact) in zip(["a", "b"], match.facts) {
      words.merge(
        fact.values.map { ("\(role).\($0.key)", $0.value) }, uniquingKeysWith: { first, _ in first }
      )
      words["\(role).case"] = fact.caseNumber
    }
    func filled(_ template: String, _ language: Language) -> String {
      var words = words.mapValues { spoken($0, language) }
      words["key"] = shownKey(language)
      return SetFindingWriter.fill(template, words)
    }
    return LocalizedText(zh: filled(rule.message.zh, .zh), en: filled(rule.message.en, .en))
  }

  /// Texts of any length are for the place, not for a message or a list of values.
  private static let longest = 120

  private func values(_ fact: CollectedFact) -> [ValueRecord] {
    fact.values.sorted { (order($0.key), $0.key) < (order($1.key), $1.key) }.compactMap {
      name, value in
      guard !value.isEmpty, value.count <= Self.longest,
        let label = rule.labels["\(fact.name).\(name)"]
      else { return nil }
      return ValueRecord(
        label: label, value: LocalizedText(zh: spoken(value, .zh), en: spoken(value, .en)),
        line: nil)
    }
  }

  /// What the comparison is about comes first, a beginning before its end.
  private func order(_ name: String) -> Int {
    let parts = ["from", "to", "number", "date", "value", "limit"]
    return parts.firstIndex { rule.comparison.values[$0] == name } ?? parts.count
  }

  /// Moments, dates and codes as people say them.
  private func spoken(_ value: String, _ language: Language) -> String {
    if let term = rule.terms?[value] { return term[language] }
    guard value.count >= 10, value.contains("-"), let moment = try? CivilMoment(value) else {
      return value
    }
    return moment.text(language)
  }

  /// Fills `{name}`; what is not known stays as it is, so that it is seen.
  static func fill(_ template: String, _ words: [String: String]) -> String {
    template.replacing(/\{([A-Za-z][A-Za-z0-9.-]*)\}/) { match in
      words[String(match.output.1)] ?? String(match.output.0)
    }
  }
}
