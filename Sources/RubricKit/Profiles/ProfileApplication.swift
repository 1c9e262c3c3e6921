internal import CaseXML

/// Sets a county's changes in the rubrics and registers, and keeps what stood there before.
struct ProfileApplication {
  private(set) var library: RubricLibrary
  private(set) var registers: Registers
  private(set) var records: [ProfileRecord.Change] = []
  private var problems: [RubricProblem] = []
  private var touched: Set<String> = []
  private let profile: Profile

  /// Applies every change.
  ///
  /// - Throws: ``UnusableRubricError`` where a change names what there is not, or where points no
  ///   longer add up.
  init(_ profile: Profile, to library: RubricLibrary, _ registers: Registers)
    throws(UnusableRubricError)
  {
    self.profile = profile
    self.library = library
    self.registers = registers
    for change in profile.changes { apply(change) }
    for rubric in self.library.rubrics where touched.contains(rubric.id) {
      self.problems += RubricSums.problems(of: rubric).map {
        RubricProblem(
          $0.code, file: profile.file, position: SourcePosition(line: 1, column: 1),
          zh: "按本口径调整后，\(rubric.id)：\($0.message.zh)",
          en: "with this profile, \(rubric.id): \($0.message.en)")
      }
    }
    if !problems.isEmpty { throw UnusableRubricError(problems: problems) }
  }

  private mutating func apply(_ change: Profile.Change) {
    switch change.target {
    case .parameter(let name, let value): set(parameter: name, value, change)
    case .item(let rubric, let requirement, let points, let veto):
      set(item: requirement, in: rubric, points, veto, change)
    case .section(let rubric, let id, let points):
      set(
        \.sections, id, in: rubric, \.points, to: points, title: \.title, .points,
        LocalizedText(zh: "部分", en: "section"), change)
    case .band(let rubric, let id, let from):
      set(
        \.bands, id, in: rubric, \.from, to: from, title: \.label, .grade,
        LocalizedText(zh: "等次", en: "grade"), change)
    case .severity(let requirement, let severity): set(severity, of: requirement, change)
    case .hearingThreshold(let agency, let from, let individual, let organisation):
      set(thresholds: agency, from, individual, organisation, change)
    }
  }

  /// Sets the value now in force; those of earlier days stay.
  private mutating func set(parameter name: String, _ value: String, _ change: Profile.Change) {
    var old: String?
    for index in library.rubrics.indices {
      for place in library.rubrics[index].definitions.parameters.indices
      where library.rubrics[index].definitions.parameters[place].name == name {
        let parameter = library.rubrics[index].definitions.parameters[place]
        guard parameter.to == nil else { continue }
        old = parameter.value
        guard parameter.fits(value) else { return unreadable(value, parameter, change) }
        library.rubrics[index].definitions.parameters[place].value = value
        library.rubrics[index].definitions.parameters[place].source = change.source
      }
    }
    guard let old else { return unknown("参数 \(name)", "parameter \(name)", change) }
    record(change, .parameter, LocalizedText(zh: name, en: name), old, value)
  }

  private mutating func set(
    item requirement: String, in id: String, _ points: Points?, _ veto: Profile.Veto?,
    _ change: Profile.Change
  ) {
    guard let rubric = rubric(id, change) else { return }
    for section in library.rubrics[rubric].sections.indices {
      let items = library.rubrics[rubric].sections[section].items
      guard let place = items.firstIndex(where: { $0.requirement == requirement }) else { continue }
      let item = items[place]
      if let points {
        library.rubrics[rubric].sections[section].items[place].points = points
        record(change, .points, name(requirement, in: rubric), "\(item.points)", "\(points)")
      }
      if let veto {
        let effect: VetoEffect? = if case .effect(let effect) = veto { effect } else { nil }
        library.rubrics[rubric].sections[section].items[place].veto = effect
        record(
          change, .veto, name(requirement, in: rubric), item.veto?.code ?? "none",
          effect?.code ?? "none")
      }
      return
    }
    unknown("\(id) 中的评查项目 \(requirement)", "item \(requirement) in \(id)", change)
  }

  /// Sets the points of a part of a rubric: of a section, or those with which a grade begins.
  private mutating func set<Part: Identifiable>(
    _ parts: WritableKeyPath<Rubric, [Part]>, _ part: String, in id: String,
    _ points: WritableKeyPath<Part, Points>, to value: Points,
    title: KeyPath<Part, LocalizedText>, _ kind: ProfileRecord.Kind, _ words: LocalizedText,
    _ change: Profile.Change
  ) where Part.ID == String {
    guard let rubric = rubric(id, change) else { return }
    guard let place = library.rubrics[rubric][keyPath: parts].firstIndex(where: { $0.id == part })
    else {
      return unknown("\(id) 中的\(words.zh) \(part)", "\(words.en) \(part) in \(id)", change)
    }
    let old = library.rubrics[rubric][keyPath: parts][place]
    record(
      change, kind, name(old[keyPath: title], in: rubric), "\(old[keyPath: points])", "\(value)")
    library.rubrics[rubric][keyPath: parts][place][keyPath: points] = value
    library.rubrics[rubric].bands.sort { $0.from > $1.from }
  }

  private mutating func set(
    _ severity: Severity, of requirement: String, _ change: Profile.Change
  ) {
    guard let old = library.requirements[requirement]?.severity else {
      return unknown("评查项目 \(requirement)", "requirement \(requirement)", change)
    }
    library.requirements[requirement]?.severity = severity
    record(change, .severity, name(requirement), old.rawValue, severity.rawValue)
  }

  private mutating func set(
    thresholds agency: String, _ from: CivilDate?, _ individual: Amount?, _ organisation: Amount?,
    _ change: Profile.Change
  ) {
    let kind = "hearing-thresholds"
    let old = registers.table(kind)?.newest(agency)
    let fields = [
      ("individual", individual?.description), ("organisation", organisation?.description),
      ("source", change.source),
    ].compactMap { name, value in value.map { (name, $0) } }
    registers.set(
      kind,
      Register.Row(
        key: agency, from: from, to: nil, fields: Dictionary(uniqueKeysWithValues: fields),
        parts: fields.map {
          Register.Part(name: $0.0, value: $0.1, attributes: [:], position: change.position)
        }, position: change.position))
    let holder = registers.agencyName(agency) ?? agency
    func text(_ individual: String?, _ organisation: String?) -> String {
      "\(individual ?? "—")/\(organisation ?? "—")"
    }
    record(
      change, .hearingThreshold, LocalizedText(zh: holder, en: holder),
      text(old?.fields["individual"], old?.fields["organisation"]),
      text(individual?.description, organisation?.description))
  }

  private mutating func rubric(_ id: String, _ change: Profile.Change) -> Int? {
    guard let index = library.rubrics.firstIndex(where: { $0.id == id }) else {
      unknown("评查标准 \(id)", "rubric \(id)", change)
      return nil
    }
    touched.insert(id)
    return index
  }

  private func name(_ requirement: String) -> LocalizedText {
    let title = library.requirement(requirement)?.title ?? LocalizedText(zh: "", en: "")
    return LocalizedText(zh: "“\(title.zh)”", en: "“\(title.en)”")
  }

  private func name(_ requirement: String, in rubric: Int) -> LocalizedText {
    let name = name(requirement)
    let title = library.rubrics[rubric].title
    return LocalizedText(zh: "《\(title.zh)》\(name.zh)", en: "\(title.en), \(name.en)")
  }

  private func name(_ part: LocalizedText, in rubric: Int) -> LocalizedText {
    let title = library.rubrics[rubric].title
    return LocalizedText(zh: "《\(title.zh)》“\(part.zh)”", en: "\(title.en), “\(part.en)”")
  }

  private mutating func record(
    _ change: Profile.Change, _ kind: ProfileRecord.Kind, _ subject: LocalizedText, _ old: String,
    _ new: String
  ) {
    records.append(
      ProfileRecord.Change(
        kind: kind, subject: subject, old: old, new: new, source: change.source,
        reason: change.reason))
  }

  private mutating func unreadable(
    _ value: String, _ parameter: Parameter, _ change: Profile.Change
  ) {
    problems.append(
      RubricProblem(
        "bad-value", file: profile.file, position: change.position,
        zh: "参数 \(parameter.name) 的值 \"\(value)\" 不能按 \(parameter.unit) 读取",
        en: "the value \"\(value)\" of parameter \(parameter.name) is not \(parameter.unit)"))
  }

  private mutating func unknown(_ zh: String, _ en: String, _ change: Profile.Change) {
    problems.append(
      RubricProblem(
        "unknown-in-profile", file: profile.file, position: change.position, zh: "没有\(zh)",
        en: "there is no \(en)"))
  }
}
