internal import CaseXML

/// Reads the vocabulary from `case-file.xsd`: the subset of XML Schema that the file uses (named and
/// anonymous types, extension and restriction, groups, annotations).
public struct VocabularyReader {
  private var vocabulary = Vocabulary()
  private var complexTypes: [String: XMLElement] = [:]
  private var simpleTypes: [String: XMLElement] = [:]
  private var groups: [String: XMLElement] = [:]
  private var globals: [String: XMLElement] = [:]
  private var attributeGroups: [String: XMLElement] = [:]
  private var indices: [String: Int] = [:]

  /// Reads `schema/case-file.xsd` below the rubrics folder.
  ///
  /// - Throws: ``UnusableRubricError`` where the file cannot be read or parsed.
  public static func load(folder: String) throws(UnusableRubricError) -> Vocabulary {
    let parser = try OwnFileParser(folder: folder, schema: nil)
    let (root, digest) = try parser.parse("schema/case-file.xsd", root: "schema")
    var reader = VocabularyReader()
    reader.read(root)
    reader.vocabulary.digest = digest
    for index in reader.vocabulary.types.indices {
      let elements = reader.vocabulary.types[index].elements
      reader.vocabulary.types[index].places = Dictionary(
        elements.enumerated().map { ($0.element.name, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }
    reader.markPersonalData()
    return reader.vocabulary
  }

  /// Marks the types that lead to personal data, until nothing changes: types may be recursive.
  private mutating func markPersonalData() {
    var changed = true
    while changed {
      changed = false
      for index in vocabulary.types.indices where !vocabulary.types[index].leadsToPersonalData {
        let leads = vocabulary.types[index].elements.contains { element in
          element.personal != nil || vocabulary.types[element.type].leadsToPersonalData
        }
        if leads {
          vocabulary.types[index].leadsToPersonalData = true
          changed = true
        }
      }
    }
  }

  private mutating func read(_ schema: XMLElement) {
    for child in schema.children {
      guard let name = child.attribute("name") else { continue }
      switch child.name {
      case "complexType": complexTypes[name] = child
      case "simpleType": simpleTypes[name] = child
      case "group": groups[name] = child
      case "element": globals[name] = child
      case "attributeGroup": attributeGroups[name] = child
      default: break
      }
    }
    for child in schema.children(named: "element") {
      vocabulary.roots.append(element(child))
    }
  }

  // MARK: Elements

  private mutating func element(_ declaration: XMLElement) -> Vocabulary.Element {
    if let reference = declaration.attribute("ref"),
      let global = globals[VocabularyReader.local(reference)]
    {
      var element = element(global)
      element.repeats = (declaration.attribute("maxOccurs") ?? "1") != "1"
      element.required = (declaration.attribute("minOccurs") ?? "1") != "0"
      return element
    }
    let note = Annotation(declaration)
    let name = declaration.attribute("name") ?? ""
    return Vocabulary.Element(
      name: name,
      title: LocalizedText(
        zh: note.zh.isEmpty ? name : note.zh, en: note.en.isEmpty ? name : note.en),
      document: note.document, personal: note.personal, type: type(of: declaration),
      repeats: (declaration.attribute("maxOccurs") ?? "1") != "1",
      required: (declaration.attribute("minOccurs") ?? "1") != "0")
  }

  private mutating func type(of declaration: XMLElement) -> Int {
    if let inline = declaration.first("complexType") { return anonymous(inline) }
    if let inline = declaration.first("simpleType") { return simple(inline, name: "") }
    return named(VocabularyReader.local(declaration.attribute("type") ?? "xs:string"))
  }

  private mutating func named(_ name: String) -> Int {
    if let known = indices[name] { return known }
    let index = reserve(name)
    indices[name] = index
    if let definition = complexTypes[name] {
      fill(index, from: definition)
    } else if let definition = simpleTypes[name] {
      fillSimple(index, from: definition)
    } else {
      vocabulary.types[index].hasText = true
      vocabulary.types[index].value = VocabularyReader.kind(ofName: name) ?? .text
    }
    return index
  }

  private mutating func anonymous(_ definition: XMLElement) -> Int {
    let index = reserve("")
    fill(index, from: definition)
    return index
  }

  private mutating func simple(_ definition: XMLElement, name: String) -> Int {
    let index = reserve(name)
    fillSimple(index, from: definition)
    return index
  }

  private mutating func reserve(_ name: String) -> Int {
    vocabulary.types.append(Vocabulary.ElementType(name: name))
    return vocabulary.types.count - 1
  }

  // MARK: Types

  private mutating func fill(_ index: Int, from definition: XMLElement) {
    if definition.attribute("mixed") == "true" { vocabulary.types[index].hasText = true }
    addContent(of: definition, to: index)
    // A restriction of a wider type says by its name what it holds: a moment, not any date.
    if let kind = VocabularyReader.kind(ofName: vocabulary.types[index].name) {
      vocabulary.types[index].value = kind
    }
  }

  private mutating func addContent(of holder: XMLElement, to index: Int) {
    for child in holder.children {
      switch child.name {
      case "sequence", "choice", "all": addParticles(of: child, to: index)
      case "group": addGroup(child, to: index)
      case "attribute": vocabulary.types[index].attributes.append(attribute(child))
      case "attributeGroup":
        if let group = attributeGroups[VocabularyReader.local(child.attribute("ref") ?? "")] {
          addContent(of: group, to: index)
        }
      case "simpleContent":
        vocabulary.types[index].hasText = true
        addDerivation(of: child, to: index)
      case "complexContent": addDerivation(of: child, to: index)
      default: break
      }
    }
  }

  private mutating func addDerivation(of content: XMLElement, to index: Int) {
    for child in content.children where child.name == "extension" || child.name == "restriction" {
      let base = named(VocabularyReader.local(child.attribute("base") ?? ""))
      let inherited = vocabulary.types[base]
      vocabulary.types[index].value = inherited.value
      vocabulary.types[index].values = inherited.values
      vocabulary.types[index].isClosed = inherited.isClosed
      vocabulary.types[index].hasText = vocabulary.types[index].hasText || inherited.hasText
      vocabulary.types[index].attributes += inherited.attributes
      if child.name == "extension" || vocabulary.types[index].hasText {
        vocabulary.types[index].elements += inherited.elements
      }
      let own = VocabularyReader.enumeration(child)
      if !own.isEmpty {
        vocabulary.types[index].values = own
        vocabulary.types[index].isClosed = true
      }
      addContent(of: child, to: index)
    }
  }

  private mutating func addParticles(of particle: XMLElement, to index: Int) {
    let repeats = (particle.attribute("maxOccurs") ?? "1") != "1"
    let optional = particle.name == "choice" || particle.attribute("minOccurs") == "0"
    for child in particle.children {
      switch child.name {
      case "element":
        var declared = element(child)
        declared.repeats = declared.repeats || repeats
        declared.required = declared.required && !optional
        vocabulary.types[index].elements.append(declared)
      case "sequence", "choice", "all": addParticles(of: child, to: index)
      case "group": addGroup(child, to: index)
      default: break
      }
    }
  }

  private mutating func addGroup(_ reference: XMLElement, to index: Int) {
    guard let group = groups[VocabularyReader.local(reference.attribute("ref") ?? "")] else {
      return
    }
    addContent(of: group, to: index)
  }

  private mutating func fillSimple(_ index: Int, from definition: XMLElement) {
    vocabulary.types[index].hasText = true
    let name = vocabulary.types[index].name
    vocabulary.types[index].value = VocabularyReader.kind(ofName: name) ?? .text
    if let restriction = definition.first("restriction") {
      vocabulary.types[index].values = VocabularyReader.enumeration(restriction)
      vocabulary.types[index].isClosed =
        !vocabulary.types[index].values.isEmpty
        || restriction.children(named: "pattern").contains { $0.attribute("value") == "" }
      let base = VocabularyReader.local(restriction.attribute("base") ?? "")
      if vocabulary.types[index].value == .text && simpleTypes[base] != nil {
        vocabulary.types[index].value = vocabulary.types[named(base)].value
      }
    } else if let union = definition.first("union") {
      vocabulary.types[index].isClosed = true
      for member in (union.attribute("memberTypes") ?? "").split(separator: " ") {
        let type = vocabulary.types[named(VocabularyReader.local(String(member)))]
        if vocabulary.types[index].value == .text { vocabulary.types[index].value = type.value }
        vocabulary.types[index].values += type.values
        if !type.isClosed { vocabulary.types[index].isClosed = false }
      }
    }
  }

  private func attribute(_ declaration: XMLElement) -> Vocabulary.Attribute {
    let note = Annotation(declaration)
    let name = declaration.attribute("name") ?? declaration.attribute("ref") ?? ""
    var values: [String] = []
    if let inline = declaration.first("simpleType")?.first("restriction") {
      values = VocabularyReader.enumeration(inline)
    } else if let type = declaration.attribute("type"),
      let named = simpleTypes[VocabularyReader.local(type)]?.first("restriction")
    {
      values = VocabularyReader.enumeration(named)
    }
    return Vocabulary.Attribute(
      name: name, title: LocalizedText(zh: note.zh, en: note.en),
      required: declaration.attribute("use") == "required", values: values)
  }

  // MARK: Small readings

  private static func enumeration(_ restriction: XMLElement) -> [String] {
    restriction.children(named: "enumeration").compactMap { $0.attribute("value") }
  }

  /// `xs:date` → `date`.
  private static func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  private static func kind(ofName name: String) -> Vocabulary.ValueKind? {
    let lower = name.lowercased()
    if lower.hasPrefix("civildate") || lower == "date" { return .date }
    if lower.hasPrefix("civilmoment") || lower == "datetime" { return .moment }
    if lower.hasPrefix("amount") || lower.hasPrefix("money") { return .amount }
    return nil
  }

  /// What an `xs:annotation` says.
  private struct Annotation {
    var zh = ""
    var en = ""
    var document: String?
    var personal: Vocabulary.Personal?

    /// `xml:lang`.
    private static func language(of element: XMLElement) -> String? {
      let space = "http://www.w3.org/XML/1998/namespace"
      guard let name = element.document.nameID(uri: space, local: "lang"),
        let attribute = element.document.attribute(element.node, name)
      else { return nil }
      return element.document.stringValue(attribute).string
    }

    private static func personal(_ element: XMLElement) -> Vocabulary.Personal {
      func list(_ name: String) -> [String] {
        (element.attribute(name) ?? "").split(separator: " ").map(String.init)
      }
      return Vocabulary.Personal(
        kind: element.attribute("kind") ?? "other", partyKinds: list("party-kinds"),
        exceptRoles: list("except-roles"))
    }

    init(_ declaration: XMLElement) {
      guard let annotation = declaration.first("annotation") else { return }
      for text in annotation.children(named: "documentation") {
        let content = ElementReader.collapsed(text.text)
        if Annotation.language(of: text) == "en" { en = content } else { zh = content }
      }
      for info in annotation.children(named: "appinfo") {
        // Our own markers stand in no namespace, unlike the schema's elements around them.
        for marker in info.children {
          if marker.name == "document" { document = marker.attribute("zh") }
          if marker.name == "personal" { personal = Annotation.personal(marker) }
        }
      }
    }
  }
}
