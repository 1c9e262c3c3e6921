extension RegisterCheck {
  /// A value of a row that must be a key in another register.
  private struct Reference {
    let title: LocalizedText
    let kind: String
    let value: String
  }

  /// Values that no other register knows: an officer of an unknown agency, a delegation of an
  /// unknown power, a reviewer who is no officer.
  mutating func references(_ table: RegisterBook.Table) {
    guard let layout = table.layout else { return }
    let kinds = Set(layout.fields.compactMap(\.refersTo) + [layout.keyRefersTo].compactMap { $0 })
    for kind in kinds.sorted() where book.tables[kind] == nil {
      guard !book.unreadableKinds.contains(kind), !table.register.rows.isEmpty else { continue }
      let name = book.schema.layouts[kind]?.title ?? LocalizedText(zh: kind, en: kind)
      report(
        .warning, "no-register", table, nil,
        LocalizedText(
          zh: "没有“\(name.zh)”登记册（\(kind)），引用它的内容未核对",
          en: "there is no register “\(name.en)” (\(kind)); what refers to it was not checked"),
        LocalizedText(zh: "请补充该登记册", en: "Add that register"))
    }
    for row in table.register.rows {
      for reference in references(of: row, layout) { check(reference, row, table) }
    }
  }

  private func references(of row: Register.Row, _ layout: RegisterLayout) -> [Reference] {
    var references: [Reference] = []
    if let kind = layout.keyRefersTo, let title = layout.keyTitle {
      references.append(Reference(title: title, kind: kind, value: row.key))
    }
    for field in layout.fields {
      guard let kind = field.refersTo else { continue }
      references += row.values(field.name).map {
        Reference(title: field.title, kind: kind, value: $0)
      }
    }
    return references
  }

  private mutating func check(
    _ reference: Reference, _ row: Register.Row, _ table: RegisterBook.Table
  ) {
    guard let target = book.tables[reference.kind] else { return }
    let rows = target.register.rows(for: reference.value)
    if rows.isEmpty {
      report(
        .error, "orphan", table, row,
        LocalizedText(
          zh: "\(reference.title.zh) \(reference.value) 不在“\(target.name(.zh))”登记册中",
          en: "\(reference.title.en) \(reference.value) is not in the register "
            + "“\(target.name(.en))”"),
        LocalizedText(
          zh: "请改正，或者在该登记册中补登", en: "Correct it, or enter it in that register"))
    } else if !rows.contains(where: { $0.overlaps(row) }) {
      report(
        .warning, "reference-not-in-force", table, row,
        LocalizedText(
          zh: "\(reference.title.zh) \(reference.value) 在“\(target.name(.zh))”登记册中的有效期与本行没有重合",
          en: "\(reference.title.en) \(reference.value) is in the register “\(target.name(.en))” "
            + "only at other times"),
        LocalizedText(zh: "请核对两处的起止日期", en: "Compare the days in both"))
    }
  }

  /// Powers delegated to what is no township, or without the decision that delegates them
  /// (行政处罚法 article 24: the province decides, and the decision is published).
  mutating func delegations() {
    guard let table = book.tables["delegations"] else { return }
    for row in table.register.rows {
      if row.values("basis").isEmpty {
        report(
          .error, "no-basis", table, row,
          LocalizedText(zh: "没有注明赋权依据", en: "no decision is given that delegates the power"),
          LocalizedText(
            zh: "请注明省级决定的名称和文号（行政处罚法第二十四条）；没有依据的，不能行使",
            en:
              "Give the province's decision (行政处罚法, article 24); without one the power is not held")
        )
      }
      let township = row.values("township").first ?? ""
      let kinds = book.tables["agencies"]?.register.rows(for: township).compactMap {
        $0.fields["kind"]
      }
      if let kinds, !kinds.isEmpty, !kinds.contains("township") {
        report(
          .error, "no-township", table, row,
          LocalizedText(
            zh: "\(township) 在执法主体登记册中不是乡镇人民政府、街道办事处",
            en: "\(township) is no township or subdistrict in the register of agencies"),
          LocalizedText(zh: "请改正乡镇代码或者主体类型", en: "Correct the code, or the kind of that agency"))
      }
    }
  }

  /// Entrustments without a term (行政处罚法 article 20: the letter states matters, powers, term).
  mutating func entrustments() {
    guard let table = book.tables["entrustments"] else { return }
    for row in table.register.rows where row.to == nil {
      report(
        .warning, "no-term", table, row,
        LocalizedText(zh: "委托没有截止日期", en: "the entrustment has no last day"),
        LocalizedText(
          zh: "委托书应当载明期限（行政处罚法第二十条），请补登", en: "The letter must state its term (行政处罚法, article 20)"))
    }
  }
}
