import CaseXML
import FoundationEssentials
import Testing
import XPath
import XPathOracle

@Suite("The rubrics' expressions against libxml2")
struct RubricExpressionTests {
  @Test("All that rubrics ask in plain XPath 1.0 gives what libxml2 gives")
  func agreement() throws {
    let definitions = try RubricSource.files(in: "definitions").flatMap(\.variables)
    // The rubrics themselves, what they define, and every requirement.
    let sources = try RubricSource.files(in: "")
    for file in ["penalty-ordinary/rubric.xml", "definitions/case.xml"] {
      #expect(sources.contains { $0.name == file && !$0.expressions.isEmpty }, "\(file)")
    }
    var compared = 0
    for source in sources {
      let base = RubricSource.root + "/base-cases/\(source.base).xml"
      let both = BothEvaluators([UInt8](try Data(contentsOf: URL(filePath: base))))
      var known: Set<String> = []
      for variable in definitions + source.variables
      where PlainParts(of: variable.select, variables: known).isWhole {
        try both.bind(variable.name, to: variable.select)
        known.insert(variable.name)
      }
      let parts = source.expressions.flatMap { PlainParts(of: $0, variables: known).texts }
      let places = source.places.filter { PlainParts(of: $0, variables: known).isWhole }
      for text in parts + places { try both.add(text) }
      var nodes: Set<Int> = [0, 1]
      for place in places {
        if case .nodes(let found) = try both.ours(place, at: 0) {
          nodes.formUnion(found.prefix(8).map(\.number))
        }
      }
      for text in Set(parts) {
        compared += 1
        for node in nodes { try both.expectAgreement(text, at: node, source.name) }
      }
    }
    #expect(compared > sources.count)
  }
}

/// What a file of the rubrics says in XPath.
private struct RubricSource {
  var name: String
  /// The base case that the requirement's examples start from.
  var base = "ordinary-penalty"
  var variables: [(name: String, select: String)] = []
  var expressions: [String] = []
  /// Expressions whose nodes are context nodes of others.
  var places: [String] = []

  static let root = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/Rubrics"
  }()

  static func files(in folder: String) throws -> [RubricSource] {
    let base = folder.isEmpty ? root : "\(root)/\(folder)"
    let names = try FileManager.default.subpathsOfDirectory(atPath: base)
    return try names.filter(hasExpressions).sorted().map { name in
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(base)/\(name)")))
      let document = try XMLParser().parse(bytes).document
      var source = RubricSource(name: name)
      if let root = document.documentElement {
        source.read(XMLElement(document: document, node: root))
      }
      return source
    }
  }

  /// Base cases and registers are data.
  private static func hasExpressions(_ name: String) -> Bool {
    name.hasSuffix(".xml") && !name.hasPrefix("base-cases/") && !name.hasPrefix("registers/")
  }

  private mutating func read(_ element: XMLElement) {
    for name in ["select", "test", "when", "each", "key", "use"] {
      if let text = element.attribute(name) { expressions.append(text) }
    }
    if let each = element.attribute("each") { places.append(each) }
    switch element.name {
    case "variable":
      if let name = element.attribute("name"), let select = element.attribute("select") {
        variables.append((name, select))
      }
    case "when", "applies", "decided-by": expressions.append(element.text)
    case "examples": base = element.attribute("base") ?? base
    case "message":
      let pieces = element.text.split(separator: "{").dropFirst()
      expressions += pieces.compactMap { $0.split(separator: "}").first.map(String.init) }
    default: break
    }
    for child in element.children { read(child) }
  }
}

/// The largest parts of an expression that use only the core library and known variables.
private struct PlainParts {
  private(set) var texts: [String] = []
  private(set) var isWhole = false

  private static let core: Set<String> = [
    "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat",
    "starts-with", "contains", "substring-before", "substring-after", "substring", "string-length",
    "normalize-space", "translate", "boolean", "not", "true", "false", "lang", "number", "sum",
    "floor", "ceiling", "round",
  ]

  init(of text: String, variables: Set<String>) {
    guard let expression = try? XPathParser.parse(text) else { return }
    isWhole = PlainParts.isPlain(expression, variables)
    let scalars = Array(text.unicodeScalars)
    var end = 0
    expression.walk { part in
      // Parents come first: what lies in a part already taken is left out.
      guard part.range.lowerBound >= end, PlainParts.isPlain(part, variables) else { return }
      end = part.range.upperBound
      texts.append(String(String.UnicodeScalarView(scalars[part.range])))
    }
  }

  private static func isPlain(_ expression: XPath.Expression, _ variables: Set<String>) -> Bool {
    var plain = true
    expression.walk { part in
      switch part.kind {
      case .call(let name, _): plain = plain && core.contains(name)
      case .variable(let name): plain = plain && variables.contains(name)
      default: break
      }
    }
    return plain
  }
}
