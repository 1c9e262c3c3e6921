internal import CLibXML2

/// A node as both evaluators can name it: its number in document order, namespace nodes not counted,
/// from 0 for the root; a namespace node has its element's number and its prefix.
public struct OracleNode: Hashable, Comparable, Sendable {
  /// The number in document order.
  public let number: Int
  /// The prefix of a namespace node, empty for the default namespace; nil for other nodes.
  public let namespacePrefix: String?

  /// The node with this number, or a namespace node of it.
  public init(number: Int, namespacePrefix: String? = nil) {
    self.number = number
    self.namespacePrefix = namespacePrefix
  }

  /// Document order, namespace nodes of one element by prefix: their order is left open (§5.4).
  public static func < (left: OracleNode, right: OracleNode) -> Bool {
    (left.number, left.namespacePrefix ?? "") < (right.number, right.namespacePrefix ?? "")
  }
}

/// A value of XPath 1.0 in a form that can be compared across evaluators.
public enum OracleValue: Hashable, Sendable {
  /// In the order of ``OracleNode``.
  case nodes([OracleNode])
  case boolean(Bool)
  /// The bits, so that -0 is not 0; every NaN is ``Double/nan``.
  case number(UInt64)
  case string(String)

  /// A number by its bits.
  public static func of(_ number: Double) -> OracleValue {
    .number((number.isNaN ? Double.nan : number).bitPattern)
  }
}

/// libxml2 could not parse, compile or evaluate.
public struct OracleError: Error, Hashable {
  /// What was being done.
  public let what: String
}

/// libxml2's own XPath evaluator over one document. For one thread at a time.
public final class XPathOracle {
  private let document: xmlDocPtr
  private let context: xmlXPathContextPtr
  private var pointers: [UnsafeMutableRawPointer] = []

  /// Parses a document, CDATA sections as text, and declares prefixes.
  public init(_ bytes: [UInt8], prefixes: [String: String] = [:]) throws(OracleError) {
    XPathOracle.silence()
    let options =
      XML_PARSE_NOENT.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_NONET.rawValue
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil,
        Int32(options))
    }
    guard let parsed else { throw OracleError(what: "parse") }
    guard let context = xmlXPathNewContext(parsed) else {
      xmlFreeDoc(parsed)
      throw OracleError(what: "context")
    }
    document = parsed
    self.context = context
    for (prefix, uri) in prefixes { xmlXPathRegisterNs(context, prefix, uri) }
    number(UnsafeMutableRawPointer(parsed).assumingMemoryBound(to: xmlNode.self))
    // No xmlXPathOrderDocElems: with it, text and other leaves are sorted to wrong places.
  }

  deinit {
    xmlXPathFreeContext(context)
    xmlFreeDoc(document)
  }

  /// The version of libxml2 the tests were built with: 20914 for 2.9.14.
  public static var version: Int { Int(LIBXML_VERSION) }

  /// How many nodes there are, namespace nodes not counted.
  public var count: Int { pointers.count }

  /// Evaluates with the node of this number as context node.
  public func evaluate(_ expression: String, at node: Int) throws(OracleError) -> OracleValue {
    let object = try object(expression, at: node)
    defer { xmlXPathFreeObject(object) }
    switch object.pointee.type {
    case XPATH_BOOLEAN: return .boolean(object.pointee.boolval != 0)
    case XPATH_NUMBER: return .of(object.pointee.floatval)
    case XPATH_STRING: return .string(string(object.pointee.stringval))
    case XPATH_NODESET: return .nodes(nodes(object.pointee.nodesetval))
    default: throw OracleError(what: "type \(object.pointee.type.rawValue)")
    }
  }

  /// Gives a variable the value of an expression evaluated at the root.
  public func bind(_ name: String, to expression: String) throws(OracleError) {
    // The context owns the object from here on.
    xmlXPathRegisterVariable(context, name, try object(expression, at: 0))
  }

  private func object(_ expression: String, at node: Int) throws(OracleError)
    -> xmlXPathObjectPtr
  {
    XPathOracle.silence()
    guard let compiled = xmlXPathCtxtCompile(context, expression) else {
      throw OracleError(what: "compile")
    }
    defer { xmlXPathFreeCompExpr(compiled) }
    context.pointee.node = pointers[node].assumingMemoryBound(to: xmlNode.self)
    context.pointee.proximityPosition = 1
    context.pointee.contextSize = 1
    guard let object = xmlXPathCompiledEval(compiled, context) else {
      throw OracleError(what: "evaluate")
    }
    return object
  }

  // MARK: Nodes

  /// Numbers a node and all below it; document, element and attribute begin with the same fields.
  private func number(_ node: xmlNodePtr) {
    node.pointee._private = UnsafeMutableRawPointer(bitPattern: pointers.count + 1)
    pointers.append(UnsafeMutableRawPointer(node))
    if node.pointee.type == XML_ELEMENT_NODE {
      var attribute = node.pointee.properties
      while let current = attribute {
        current.pointee._private = UnsafeMutableRawPointer(bitPattern: pointers.count + 1)
        pointers.append(UnsafeMutableRawPointer(current))
        attribute = current.pointee.next
      }
    }
    var child = node.pointee.children
    while let current = child {
      number(current)
      child = current.pointee.next
    }
  }

  private func nodes(_ set: xmlNodeSetPtr?) -> [OracleNode] {
    guard let set, let table = set.pointee.nodeTab else { return [] }
    return (0..<Int(set.pointee.nodeNr)).compactMap { table[$0] }.map(named).sorted()
  }

  private func named(_ node: xmlNodePtr) -> OracleNode {
    guard node.pointee.type == XML_NAMESPACE_DECL else {
      return OracleNode(number: Int(bitPattern: node.pointee._private) - 1)
    }
    // A namespace in a node-set is a copy whose `next` is its element.
    let space = UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlNs.self)
    let owner = UnsafeMutableRawPointer(space.pointee.next)?.assumingMemoryBound(to: xmlNode.self)
    return OracleNode(
      number: Int(bitPattern: owner?.pointee._private) - 1,
      namespacePrefix: string(space.pointee.prefix))
  }

  private func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  private func string(_ text: UnsafeMutablePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  /// Errors of libxml2 stay off standard error; the handlers are per thread.
  private static func silence() {
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    caseXMLSilenceGenericErrors()
  }
}
