internal import CaseXML

extension Vocabulary {
  /// Personal data in a document: the values of every field that the schema marks so, each once, in
  /// document order.
  func personalData(in document: XMLDocument) -> [PersonalDatum] {
    guard let root = document.rootElement,
      let declaration = roots.first(where: { $0.name == root.name })
    else { return [] }
    let parties = root.first("parties")?.children(named: "party") ?? []
    let officers = root.first("officers")?.children(named: "officer") ?? []
    var collector = PersonalDataCollector(
      vocabulary: self, partyKinds: Set(parties.compactMap { $0.attribute("kind") }),
      officers: Set(officers.compactMap { $0.attribute("id") }))
    collector.collect(root, declaration, role: nil)
    return collector.found
  }
}

/// Walks a document along its declarations.
private struct PersonalDataCollector {
  let vocabulary: Vocabulary
  /// Kinds of the parties registered in the case; documents repeat a party without its kind.
  let partyKinds: Set<String>
  /// Ids of the registered officers, who act in public whatever the role they sign in.
  let officers: Set<String>
  var found: [PersonalDatum] = []
  private var seen: Set<PersonalDatum> = []

  init(vocabulary: Vocabulary, partyKinds: Set<String>, officers: Set<String>) {
    self.vocabulary = vocabulary
    self.partyKinds = partyKinds
    self.officers = officers
  }

  mutating func collect(
    _ element: XMLElement, _ declaration: Vocabulary.Element, role: String?
  ) {
    if let reference = element.attribute("ref"), officers.contains(reference) { return }
    let role = element.attribute("role") ?? role
    if let personal = declaration.personal, concerns(personal, role) {
      let value = ElementReader.collapsed(element.text)
      let datum = PersonalDatum(kind: personal.kind, value: value)
      if !value.isEmpty && seen.insert(datum).inserted { found.append(datum) }
    }
    let type = vocabulary.types[declaration.type]
    guard type.leadsToPersonalData else { return }
    for child in element.children {
      guard let next = type.element(named: child.name) else { continue }
      collect(child, next, role: role)
    }
  }

  private func concerns(_ personal: Vocabulary.Personal, _ role: String?) -> Bool {
    if let role, personal.exceptRoles.contains(role) { return false }
    return personal.partyKinds.isEmpty || !partyKinds.isDisjoint(with: personal.partyKinds)
  }
}
