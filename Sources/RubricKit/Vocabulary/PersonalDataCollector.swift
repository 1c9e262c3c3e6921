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
      officers: Set(officers.compactMap { $0.attribute("id") }),
      reference: document.nameID(local: "ref"), role: document.nameID(local: "role"))
    collector.collect(root, declaration, role: nil)
    // Staff often give the firm's address as their own; the seat of an organization is public.
    let seats = publicAddresses(of: parties, in: declaration)
    return collector.found.filter { $0.kind != "address" || !seats.contains($0.value) }
  }

  /// The addresses of the parties for whose kind an address is not personal.
  private func publicAddresses(of parties: [XMLElement], in root: Element) -> Set<String> {
    let declaration = ["parties", "party", "address"].reduce(Optional(root)) { parent, name in
      parent.flatMap { types[$0.type].element(named: name) }
    }
    guard let kinds = declaration?.personal?.partyKinds, !kinds.isEmpty else { return [] }
    return Set(
      parties.compactMap { party in
        guard let kind = party.attribute("kind"), !kinds.contains(kind) else { return nil }
        return party.first("address").map { ElementReader.collapsed($0.text) }
      })
  }
}

/// Walks a document along its declarations.
private struct PersonalDataCollector {
  let vocabulary: Vocabulary
  /// Kinds of the parties registered in the case; documents repeat a party without its kind.
  let partyKinds: Set<String>
  /// Ids of the registered officers, who act in public whatever the role they sign in.
  let officers: Set<String>
  /// The names of two attributes, if the document has them.
  let reference: NameID?
  let role: NameID?
  var found: [PersonalDatum] = []
  private var seen: Set<PersonalDatum> = []

  init(
    vocabulary: Vocabulary, partyKinds: Set<String>, officers: Set<String>, reference: NameID?,
    role: NameID?
  ) {
    self.vocabulary = vocabulary
    self.partyKinds = partyKinds
    self.officers = officers
    self.reference = reference
    self.role = role
  }

  mutating func collect(
    _ element: XMLElement, _ declaration: Vocabulary.Element, role: String?
  ) {
    if let reference = value(of: self.reference, in: element), officers.contains(reference) {
      return
    }
    let role = value(of: self.role, in: element) ?? role
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

  private func value(of attribute: NameID?, in element: XMLElement) -> String? {
    guard let attribute else { return nil }
    return element.document.attribute(element.node, attribute).map {
      element.document.stringValue($0).string
    }
  }

  private func concerns(_ personal: Vocabulary.Personal, _ role: String?) -> Bool {
    if let role, personal.exceptRoles.contains(role) { return false }
    return personal.partyKinds.isEmpty || !partyKinds.isDisjoint(with: personal.partyKinds)
  }
}
