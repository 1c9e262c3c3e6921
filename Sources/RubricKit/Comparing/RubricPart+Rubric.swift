extension RubricPart {
  /// A rubric and its own parts; definitions it shares with others are parts of their own.
  static func parts(of rubric: Rubric) -> [RubricPart] {
    let id = rubric.id
    var legality: Points?
    var normality: Points?
    if case .legalityNormality(let first, let second) = rubric.scoring {
      legality = first
      normality = second
    }
    var parts = [
      RubricPart(
        .rubric, id, digest: rubric.digest,
        [
          "title.zh": rubric.title.zh, "title.en": rubric.title.en, "version": rubric.version,
          "issuer.zh": rubric.issuer.zh, "issuer.en": rubric.issuer.en, "from": "\(rubric.from)",
          "to": rubric.to.map { "\($0)" }, "decided-by": rubric.decidedBy.text,
          "applies": rubric.applies.text, "unasked": rubric.unasked?.text,
          "model": legality == nil ? "deduct" : "legality-normality", "full": "\(rubric.full)",
          "legality": legality.map { "\($0)" }, "normality": normality.map { "\($0)" },
          "not-applicable": rubric.notApplicable.rawValue,
          "bonus": rubric.bonus?.entry.rawValue, "over-full": rubric.bonus?.overFull.rawValue,
          "rounding": "\(rubric.rounding.digits) \(rubric.rounding.mode.rawValue)",
        ])
    ]
    parts += rubric.bands.map { band in
      RubricPart(
        .band, id, band.id,
        ["from": "\(band.from)", "label.zh": band.label.zh, "label.en": band.label.en])
    }
    for section in rubric.sections {
      parts.append(
        RubricPart(
          .section, id, section.id,
          [
            "points": "\(section.points)", "title.zh": section.title.zh,
            "title.en": section.title.en, "role": section.role.rawValue,
          ]))
      parts += section.groups.map {
        RubricPart(.group, id, $0.id, ["points": "\($0.points)", "section": section.id])
      }
      parts += section.items.map { item($0, section.id, rubric: id) }
    }
    return parts + definitions(rubric.definitions, owner: id) { $0 == rubric.file }
  }

  private static func item(_ item: RubricItem, _ section: String, rubric: String) -> RubricPart {
    RubricPart(
      .item, rubric, item.requirement,
      [
        "points": "\(item.points)", "deduct": item.deduct.map { "\($0)" },
        "cap": item.cap.map { "\($0)" }, "veto": item.veto?.code,
        "gate": item.gate.isEmpty ? nil : item.gate.joined(separator: " "), "section": section,
        "group": item.group,
        "earns": item.earns.isEmpty
          ? nil : item.earns.map { "\($0.check) \($0.points)" }.joined(separator: ", "),
      ])
  }

  /// The definitions whose file is wanted, in order.
  static func definitions(
    _ definitions: Definitions, owner: String, _ isWanted: (String) -> Bool
  ) -> [RubricPart] {
    let parameters = definitions.parameters.filter { isWanted($0.place.file) }.map {
      RubricPart(
        .parameter, owner, $0.name,
        [
          "value": $0.value, "unit": $0.unit, "source": $0.source,
          "checked-on": $0.checkedOn.map { "\($0)" }, "from": $0.from.map { "\($0)" },
          "to": $0.to.map { "\($0)" },
        ])
    }
    let variables = definitions.variables.filter { isWanted($0.select.file) }.map {
      RubricPart(.variable, owner, $0.name, ["select": $0.select.text])
    }
    let keys = definitions.keys.filter { isWanted($0.match.file) }.map {
      RubricPart(.key, owner, $0.name, ["match": $0.match.text, "use": $0.use.text])
    }
    return parameters + variables + keys
  }

  /// The files below `definitions` that rubrics use, each once.
  static func sharedDefinitions(_ library: RubricLibrary) -> [RubricPart] {
    var files: [String: Definitions] = [:]
    for rubric in library.rubrics {
      let all = rubric.definitions
      let places =
        all.parameters.map(\.place.file) + all.variables.map(\.select.file)
        + all.keys.map(\.match.file)
      for file in places where file != rubric.file { files[file] = all }
    }
    return files.sorted { Paths.precedes($0.key, $1.key) }.flatMap { file, all in
      [RubricPart(.definitions, file, [:])] + definitions(all, owner: file) { $0 == file }
    }
  }

  /// A set rule.
  static func part(of rule: SetRule) -> RubricPart {
    RubricPart(
      .setRule, rule.id, digest: rule.digest,
      [
        "title.zh": rule.title.zh, "title.en": rule.title.en, "severity": rule.severity.rawValue,
        "strength": rule.strength.rawValue, "facts": facts(rule),
        "compare": comparison(rule.comparison), "message.zh": rule.message.zh,
        "message.en": rule.message.en, "innocent.zh": rule.innocent.zh,
        "innocent.en": rule.innocent.en, "basis": basis(rule.bases), "remedy.zh": rule.remedy.zh,
        "remedy.en": rule.remedy.en, "veto": rule.veto?.code,
      ])
  }

  private static func facts(_ rule: SetRule) -> String {
    rule.facts.map { fact in
      let values = fact.values.map {
        "\($0.name): \($0.type.rawValue)\($0.isOptional ? "?" : "") = \($0.select.text)"
      }
      return (["\(fact.name): \(fact.each.text)", "key = \(fact.key.text)"] + values)
        .joined(separator: "; ")
    }.joined(separator: "\n")
  }

  private static func comparison(_ one: SetComparison) -> String {
    let named = one.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let numbers = one.numbers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return
      (["\(one.kind.rawValue) apart=\(one.apart.rawValue) least=\(one.least)"] + named + numbers
      + (one.condition.map { ["where \($0)"] } ?? [])).joined(separator: " ")
  }

  /// 《行政处罚法》第六十一条第一款（2021-07-15起）；…
  static func basis(_ bases: [Basis]) -> String {
    bases.map { basis in
      let from = basis.from.map { "\($0)—" } ?? ""
      let to = basis.to.map { from.isEmpty ? "—\($0)" : "\($0)" } ?? ""
      let remark = basis.remark.map { "\($0.zh) / \($0.en)" } ?? ""
      let more = [from + to, remark].filter { !$0.isEmpty }.joined(separator: " ")
      return basis.citation(englishName: basis.law).zh + (more.isEmpty ? "" : "（\(more)）")
    }.joined(separator: "；")
  }
}
