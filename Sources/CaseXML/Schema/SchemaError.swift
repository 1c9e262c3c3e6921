internal import CLibXML2

/// A place where a document does not follow its schema; the first error there, with the rest as detail.
public struct SchemaError: Sendable, Hashable {
  /// What is wrong.
  public let problem: SchemaProblem
  /// The element it is wrong with: the innermost one open when the error was found.
  public let node: NodeID
  /// The parent of `node`, which may lack children for no fault but this one: absence checks on paths
  /// through it must be pending. The root when `node` is the outermost element.
  public let parent: NodeID
  /// The element's name as written.
  public let element: String
  /// The name of the attribute it is about, if it is about one.
  public let attribute: String?
  /// Rows that the validator left out because of this error (XML Schema gives up on the rest of a
  /// parent whose content is wrong): nothing in them was checked. Empty for most errors.
  public let unchecked: Range<Int32>
  /// Where the element begins, or the attribute.
  public let position: SourcePosition
  /// The number libxml2 gives to this kind of error.
  public let libraryCode: Int
  /// libxml2's text; further errors at the same place follow on lines of their own.
  public private(set) var detail: String

  /// The errors in document order; further ones about the same element or attribute become detail.
  static func list(_ faults: [SchemaFault], in document: XMLDocument) -> [SchemaError] {
    struct Place: Hashable {
      let node: NodeID
      let attribute: String?
    }
    var errors: [SchemaError] = []
    var places: [Place: Int] = [:]
    var nodes: [NodeID: Int] = [:]
    for fault in faults {
      let error = SchemaError(fault, in: document)
      let place = Place(node: error.node, attribute: error.attribute)
      // A key that can't be read for lack of an attribute has no word of ours and no place of its own.
      let first = places[place] ?? (error.problem == .other ? nodes[error.node] : nil)
      if let first {
        errors[first].detail += "\n" + error.detail
      } else {
        places[place] = errors.count
        if nodes[error.node] == nil { nodes[error.node] = errors.count }
        errors.append(error)
      }
    }
    return errors.sorted { ($0.node, $0.position) < ($1.node, $1.position) }
  }
}

extension SchemaError {
  private init(_ fault: SchemaFault, in document: XMLDocument) {
    let message = SchemaMessage(fault.message)
    let problem = SchemaProblem(fault, message)
    let attribute =
      problem == .missingAttribute || problem == .unexpectedAttribute
      ? fault.arguments[0] ?? message.attribute : message.attribute
    var node = NodeID(index: fault.event)
    if case .danglingReference(let key) = problem {
      node = document.element(message.element, holding: key, under: node) ?? node
    }
    let parent = document.parent(node) ?? document.root
    let attributeNode = attribute.flatMap { name in
      document.attributes(of: node).map { NodeID(index: $0) }
        .first { document.localName(document.name($0)) == localPart(name) }
    }
    self.problem = problem
    self.node = node
    self.parent = parent
    self.attribute = attribute.map(localPart)
    element = document.qualifiedName(node)
    unchecked = Self.unchecked(problem, fault.code, node, parent, in: document)
    position = document.position(attributeNode ?? node)
    libraryCode = Int(fault.code)
    detail = fault.message
  }

  private static func unchecked(
    _ problem: SchemaProblem, _ code: UInt32, _ node: NodeID, _ parent: NodeID,
    in document: XMLDocument
  ) -> Range<Int32> {
    switch problem {
    case .unexpectedElement, .unexpectedContent:
      return node.index..<document.end(parent).index
    case .unknownRoot:
      return node.index..<document.end(node).index
    case .other where code < XML_SCHEMAV_CVC_IDC.rawValue:
      // Declared abstract, wrong xsi:type and the like: the element is skipped.
      return node.index..<document.end(node).index
    default:
      return node.index..<node.index
    }
  }
}

/// The part of a name in libxml2's notation `{namespace}local` after the namespace.
private func localPart(_ name: String) -> String {
  name.lastIndex(of: "}").map { String(name[name.index(after: $0)...]) } ?? name
}

extension XMLDocument {
  /// The first element called `name` in the subtree whose text, attribute or child is `key` as libxml2
  /// writes it: `['value']`. A reference is only reported when its scope ends.
  fileprivate func element(_ name: String, holding key: String, under scope: NodeID) -> NodeID? {
    guard key.hasPrefix("['"), key.hasSuffix("']") else { return nil }
    let value = TextSlice(String(key.dropFirst(2).dropLast(2)))
    let name = localPart(name)
    for index in scope.index..<end(scope).index {
      let node = NodeID(index: index)
      guard kind(node) == .element, localName(self.name(node)) == name else { continue }
      let holders = [node] + children(of: node) + attributes(of: node).map { NodeID(index: $0) }
      if holders.contains(where: { stringValue($0).trimmed == value }) { return node }
    }
    return nil
  }
}

extension SchemaProblem {
  fileprivate init(_ fault: SchemaFault, _ message: SchemaMessage) {
    let value = fault.arguments[0]
    let facet = fault.arguments[1] ?? ""
    switch xmlParserErrors(rawValue: fault.code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
      self =
        message.rest.hasPrefix("Missing")
        ? .missingChildren(expected: message.expected)
        : .unexpectedElement(expected: message.expected)
    case XML_SCHEMAV_CVC_ELT_1: self = .unknownRoot
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: self = .unexpectedText
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
      self = message.rest.hasPrefix("Character") ? .unexpectedText : .unexpectedContent
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2: self = .unexpectedContent
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
      XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
      let type = message.rest.hasSuffix("'.") ? message.lastQuoted : nil
      self = .badValue(.type(type), value: value)
    case XML_SCHEMAV_CVC_PATTERN_VALID: self = .badValue(.pattern(facet), value: value)
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
      self = .badValue(.enumeration(Self.values(facet)), value: value)
    case XML_SCHEMAV_CVC_LENGTH_VALID, XML_SCHEMAV_CVC_MINLENGTH_VALID,
      XML_SCHEMAV_CVC_MAXLENGTH_VALID:
      self = .badValue(
        .length(message.lastQuoted ?? facet), value: message.attribute == nil ? nil : value)
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID,
      XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID:
      self = .badValue(.bound(facet), value: value)
    case XML_SCHEMAV_CVC_TOTALDIGITS_VALID, XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID:
      self = .badValue(.digits(facet), value: value)
    case XML_SCHEMAV_CVC_AU, XML_SCHEMAV_CVC_ELT_5_2_2_2_1, XML_SCHEMAV_CVC_ELT_5_2_2_2_2:
      self = .badValue(.fixed(facet), value: value)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_TYPE_3_1_1: self = .unexpectedAttribute
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: self = .missingAttribute
    case XML_SCHEMAV_CVC_IDC where message.rest.hasPrefix("Duplicate"):
      self = .duplicateKey(value ?? "")
    case XML_SCHEMAV_CVC_IDC where message.rest.hasPrefix("No match"):
      self = .danglingReference(facet)
    default: self = .other
    }
  }

  /// The values in libxml2's notation `'a', 'b'`.
  private static func values(_ set: String) -> [String] {
    set.split(separator: ", ").map { String($0.drop { $0 == "'" }) }
      .map { $0.hasSuffix("'") ? String($0.dropLast()) : $0 }
  }
}
