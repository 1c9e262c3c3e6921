import CaseXML
import Testing
import XPath

@Suite("Doubt leaves nothing out")
struct DoubtSoundnessTests {
  @Test("A judgement without doubt stays when a misspelt element or an unread text is put right")
  func soundness() throws {
    var random = SeededGenerator(seed: 11)
    var certain = 0
    var doubtful = 0
    for _ in 0..<25 {
      let tree = RandomTree(&random)
      var compiler = XPathCompiler(library: FunctionLibrary())
      let texts = (0..<32).map { _ in Judgement.random(3, &random) }
      let compiled = try texts.map { try compiler.compile($0) }
      let names = compiler.names.freeze()
      func evaluator(_ flaw: RandomTree.Flaw?) throws -> Evaluator {
        let document = try XMLParser(names: names).parse(Array(tree.xml(flaw).utf8)).document
        let marks = flaw.map { tree.marks($0, in: document) } ?? DocumentMarks()
        return Evaluator(
          document: document, functions: FunctionLibrary(), services: NoServices(), marks: marks)
      }
      let whole = try evaluator(nil)
      let truth = try compiled.map { try whole.evaluate($0, at: whole.document.root) }
      for element in 1..<tree.count {
        for flaw in [RandomTree.Flaw.misspelt(element), .unread(element)] {
          let flawed = try evaluator(flaw)
          for (place, expression) in compiled.enumerated() {
            let value = try flawed.evaluate(expression, at: flawed.document.root)
            if flawed.takeDoubts().isEmpty {
              certain += 1
              #expect(
                value == truth[place], "\(texts[place]) with \(flaw) in \(tree.xml(flaw))")
            } else {
              doubtful += 1
            }
          }
        }
      }
    }
    // Doubt about everything would be sound as well.
    #expect(certain > 1000)
    #expect(doubtful > 1000)
  }
}

/// A small random document, of which one element can be misspelt or unread.
private struct RandomTree {
  enum Flaw { case misspelt(Int), unread(Int) }

  private struct Element {
    var name: String
    var text: String
    var parent: Int
  }

  /// In document order; the first is the outermost.
  private var elements: [Element]

  var count: Int { elements.count }

  init(_ random: inout SeededGenerator) {
    elements = [Element(name: "r", text: "", parent: -1)]
    grow(under: 0, depth: 0, &random)
  }

  private mutating func grow(under parent: Int, depth: Int, _ random: inout SeededGenerator) {
    let children = Int.random(in: 1...(depth == 0 ? 4 : 3), using: &random)
    for _ in 0..<children {
      let isLeaf = depth == 3 || Bool.random(using: &random)
      elements.append(
        Element(
          name: Judgement.name(&random), text: isLeaf ? Judgement.text(&random) : "",
          parent: parent))
      if !isLeaf { grow(under: elements.count - 1, depth: depth + 1, &random) }
    }
  }

  func xml(_ flaw: Flaw?) -> String { xml(0, flaw) }

  private func xml(_ place: Int, _ flaw: Flaw?) -> String {
    var name = elements[place].name
    var text = elements[place].text
    switch flaw {
    case .misspelt(place): name = "misspelt"
    case .unread(place): text = ""
    default: break
    }
    let children = elements.indices.filter { elements[$0].parent == place }
    return "<\(name)>\(text)\(children.map { xml($0, flaw) }.joined())</\(name)>"
  }

  func marks(_ flaw: Flaw, in document: XMLDocument) -> DocumentMarks {
    let rows = (0..<Int32(document.count)).map(NodeID.init).filter { document.kind($0) == .element }
    switch flaw {
    case .misspelt(let place):
      return DocumentMarks(incomplete: [rows[elements[place].parent]: Evaluation.missing])
    case .unread(let place): return DocumentMarks(opaque: [rows[place]: Evaluation.unknown])
    }
  }
}

/// Judgements of the kinds that doubt promises to be complete for: which nodes there are, and how
/// they compare; not which comes first.
private enum Judgement {
  static func name(_ random: inout SeededGenerator) -> String {
    ["a", "b", "c"].randomElement(using: &random) ?? "a"
  }

  static func text(_ random: inout SeededGenerator) -> String {
    ["1", "2", "3", "x"].randomElement(using: &random) ?? "1"
  }

  static func random(_ depth: Int, _ random: inout SeededGenerator) -> String {
    let below = depth - 1
    switch Int.random(in: 0..<(depth > 0 ? 12 : 4), using: &random) {
    case 0: return "boolean(\(path(below, &random)))"
    case 1: return "not(\(path(below, &random)))"
    case 2: return "\(path(below, &random)) \(comparison(&random)) '\(text(&random))'"
    case 3: return "count(\(path(below, &random))) \(comparison(&random)) \(text(&random))"
    case 4: return "\(path(below, &random)) \(comparison(&random)) \(path(below, &random))"
    case 5: return "(\(self.random(below, &random)) and \(self.random(below, &random)))"
    case 6: return "(\(self.random(below, &random)) or \(self.random(below, &random)))"
    case 7: return "not(\(self.random(below, &random)))"
    case 8: return "\(text(&random)) \(comparison(&random)) \(path(below, &random))"
    case 9: return "\(path(below, &random)) = (\(self.random(below, &random)))"
    case 10: return "sum(\(path(below, &random))) \(comparison(&random)) 3"
    default: return "boolean(\(path(below, &random)) | \(path(below, &random)))"
    }
  }

  private static func comparison(_ random: inout SeededGenerator) -> String {
    ["=", "!=", "<", ">", "<=", ">="].randomElement(using: &random) ?? "="
  }

  private static func path(_ depth: Int, _ random: inout SeededGenerator) -> String {
    let start = ["/r/", "//", "/*/", "/r//", ".//"].randomElement(using: &random) ?? "/"
    var steps: [String] = []
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let axis =
        ["", "", "", "", "following-sibling::", "preceding-sibling::", "descendant::"]
        .randomElement(using: &random) ?? ""
      let test = Int.random(in: 0..<6, using: &random) == 0 ? "*" : name(&random)
      var step = axis + test
      if depth > 0, Int.random(in: 0..<3, using: &random) == 0 {
        step += "[\(predicate(depth - 1, &random))]"
      }
      steps.append(step)
    }
    return start + steps.joined(separator: "/")
  }

  private static func predicate(_ depth: Int, _ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return name(&random)
    case 1: return "not(\(name(&random)))"
    case 2: return "\(name(&random)) = '\(text(&random))'"
    case 3: return ". = '\(text(&random))'"
    case 4: return "last() > 1"
    default: return "\(name(&random))/\(name(&random))"
    }
  }
}
