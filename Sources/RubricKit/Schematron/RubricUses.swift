internal import XPath

/// Which rubrics judge a file, and the date of it that decides, as variables of the schema.
struct RubricUses {
  let scope: PlainScope
  /// Whether the rubrics are judged by because they were named.
  let named: Bool

  /// For each rubric `date.ID`, the date that decides as eight digits or nothing, and `rubric.ID`,
  /// whether it judges the file; then `file.day`, the first date of those that do.
  func definitions(_ rubrics: [Rubric]) throws(SchematronExport.Failure) -> [SchematronSchema
    .Definition]
  {
    var definitions: [SchematronSchema.Definition] = []
    for rubric in rubrics {
      do throws(NotPlain) {
        definitions += try self.definitions(rubric)
      } catch {
        throw SchematronExport.Failure(
          message: LocalizedText(
            zh: "评查标准 \(rubric.id) 适用于哪些案卷，无法用 XPath 1.0 写出（\(error.words.zh)）；"
              + "请用 --rubric 指定其他标准",
            en: "which files rubric \(rubric.id) judges cannot be said in XPath 1.0 "
              + "(\(error.words.en)); name others with --rubric"))
      }
    }
    let days = rubrics.map { "substring($date.\($0.id), 1, 8 * $rubric.\($0.id))" }
    let all = days.count == 1 ? days[0] : "concat(\(days.joined(separator: ", ")))"
    definitions.append(
      SchematronSchema.Definition(name: "file.day", value: "substring(\(all), 1, 8)"))
    return definitions
  }

  private func definitions(_ rubric: Rubric) throws(NotPlain) -> [SchematronSchema.Definition] {
    let text = PlainXPath(scope: scope)
    let date = try text.text(NotPlain.parse(rubric.decidedBy), from: "/*")
    var conditions: [String] = []
    var parts = UnreadParts(text)
    for source in [rubric.applies] + (named ? [] : [rubric.unasked].compactMap { $0 }) {
      let expression = try NotPlain.parse(source)
      try parts.collect(expression, from: "/*", .existence)
      conditions.append("boolean(\(try text.text(expression, from: "/*")))")
    }
    if let unread = parts.condition { conditions.append("not(\(unread))") }
    let day = "$date.\(rubric.id)"
    conditions.append(RubricUses.notBefore(rubric.from, day))
    if let to = rubric.to { conditions.append(RubricUses.notAfter(to, day)) }
    return [
      SchematronSchema.Definition(
        name: "date.\(rubric.id)",
        value: "translate(substring(normalize-space(\(date)), 1, 10), '-', '')"),
      SchematronSchema.Definition(
        name: "rubric.\(rubric.id)", value: conditions.joined(separator: " and ")),
    ]
  }

  /// When a requirement is judged, its own condition aside.
  func condition(_ users: [Rubric], _ requirement: Requirement, _ laws: LawRegister) -> String {
    let rubrics = users.map { "$rubric.\($0.id)" }.joined(separator: " or ")
    var conditions = [users.count > 1 ? "(\(rubrics))" : rubrics]
    var days: [String] = []
    if let from = requirement.from { days.append(RubricUses.notBefore(from)) }
    if let to = requirement.to { days.append(RubricUses.notAfter(to)) }
    if let basis = requirement.bases.first { days += RubricUses.days(of: basis, laws) }
    for day in days where !conditions.contains(day) { conditions.append(day) }
    return conditions.joined(separator: " and ")
  }

  /// The days on which a basis bound the agency, as ``LawRegister/isInForce(_:on:)`` has them.
  private static func days(of basis: Basis, _ laws: LawRegister) -> [String] {
    var days = basis.to.map { [notAfter($0)] } ?? []
    if let from = basis.from { return days + [notBefore(from)] }
    let versions = laws.versions(of: basis.law)
    guard !versions.isEmpty, !versions.contains(where: \.isReviewStandard) else { return days }
    let terms = versions.map { version in
      [notBefore(version.from)] + (version.to.map { [notAfter($0)] } ?? [])
    }
    if terms.count == 1 {
      days += terms[0]
    } else {
      days.append(
        "(" + terms.map { $0.joined(separator: " and ") }.joined(separator: " or ") + ")")
    }
    return days
  }

  /// Where no date is known, every rule counts: no comparison with nothing is true.
  private static func notBefore(_ day: CivilDate, _ known: String = "$file.day") -> String {
    "not(\(known) < \(digits(day)))"
  }

  private static func notAfter(_ day: CivilDate, _ known: String = "$file.day") -> String {
    "not(\(known) > \(digits(day)))"
  }

  private static func digits(_ day: CivilDate) -> String {
    "\(day)".replacing("-", with: "")
  }
}
