/// A generator whose numbers depend on the seed alone (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Well-typed random expressions over the names and texts of a document.
///
/// What the two evaluators are known to treat differently, or what the recommendation leaves open, is
/// not generated: the string of a number that is not a small integer, the order of namespace nodes.
struct RandomExpressions {
  /// What a document offers to ask for.
  struct Vocabulary {
    var elements: [String]
    var attributes: [String]
    var targets: [String]
    var texts: [String]
    var numbers: [String]
    var variables: [(name: String, kind: Kind)] = []
  }

  enum Kind: CaseIterable { case nodes, boolean, number, string }

  private let vocabulary: Vocabulary
  private var random: SeededGenerator
  /// True inside a predicate, where position() and last() mean something.
  private var inPredicate = false
  /// True where the context node may be a namespace node, whose language libxml2 does not know.
  private var onNamespace = false

  init(_ vocabulary: Vocabulary, seed: UInt64) {
    self.vocabulary = vocabulary
    random = SeededGenerator(seed: seed)
  }

  /// The next expression.
  mutating func next() -> String {
    inPredicate = false
    let kind = pick([Kind.nodes, .nodes, .nodes, .boolean, .boolean, .number, .string])
    return expression(kind, 4)
  }

  // MARK: Choosing

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &random) == 0
  }

  private mutating func expression(_ kind: Kind, _ depth: Int) -> String {
    if chance(12), let name = vocabulary.variables.filter({ $0.kind == kind }).first?.name {
      return "$\(name)"
    }
    switch kind {
    case .nodes: return nodes(depth)
    case .boolean: return boolean(depth)
    case .number: return number(depth)
    case .string: return string(depth)
    }
  }

  private mutating func any(_ depth: Int) -> String {
    let kind = pick([Kind.nodes, .nodes, .boolean, .number, .string])
    return expression(kind, depth)
  }

  // MARK: Booleans

  private mutating func boolean(_ depth: Int) -> String {
    guard depth > 0 else { return pick(["true()", "false()"]) }
    let below = depth - 1
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return "\(boolean(below)) and \(boolean(below))"
    case 1: return "(\(boolean(below)) or \(boolean(below)))"
    case 2: return "not(\(any(below)))"
    case 3: return "boolean(\(any(below)))"
    case 4: return "contains(\(text(below)), \(text(below)))"
    case 5: return "starts-with(\(text(below)), \(text(below)))"
    case 6 where !onNamespace:
      return "lang(\(pick(["'zh'", "'en'", "'EN'", "'en-GB'", "'fr'", "'e'"])))"
    case 7: return "count(\(nodes(below))) \(comparison()) \(smallInteger(below))"
    case 8, 9: return "\(nodes(below)) \(comparison()) \(nodes(below))"
    case 10: return "\(nodes(below)) \(pick(["=", "!="])) \(literal())"
    default: return "\(operand(below)) \(comparison()) \(operand(below))"
    }
  }

  private mutating func comparison() -> String { pick(["=", "=", "!=", "<", "<=", ">", ">="]) }

  private mutating func operand(_ depth: Int) -> String {
    chance(5) ? "(\(boolean(depth)))" : expression(pick([.nodes, .number, .string]), depth)
  }

  // MARK: Numbers

  private mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return pick(vocabulary.numbers) }
    let below = depth - 1
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return "(\(number(below)) + \(number(below)))"
    case 1: return "(\(number(below)) - \(number(below)))"
    case 2: return "\(number(below)) * \(number(below))"
    case 3: return "(\(number(below)) div \(number(below)))"
    case 4: return "(\(number(below)) mod \(number(below)))"
    case 5: return "-\(number(below))"
    case 6: return "floor(\(number(below)))"
    case 7: return "ceiling(\(number(below)))"
    case 8: return "round(\(number(below)))"
    case 9: return "sum(\(nodes(below)))"
    case 10: return "number(\(any(below)))"
    default: return smallInteger(below)
    }
  }

  /// An integer that every evaluator prints in the same way.
  private mutating func smallInteger(_ depth: Int) -> String {
    if inPredicate, chance(3) { return pick(["position()", "last()"]) }
    guard depth > 0 else { return pick(["0", "1", "2", "3", "7"]) }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "count(\(nodes(depth - 1)))"
    case 1: return "string-length(\(text(depth - 1)))"
    case 2: return "(\(smallInteger(depth - 1)) + \(smallInteger(depth - 1)))"
    case 3: return "(\(smallInteger(depth - 1)) - \(smallInteger(depth - 1)))"
    default: return pick(["1", "2", "3", "4"])
    }
  }

  // MARK: Strings

  private mutating func literal() -> String {
    let text = pick(vocabulary.texts)
    return text.contains("'") ? "\"\(text)\"" : "'\(text)'"
  }

  /// Something that has a string value whose form does not depend on the evaluator.
  private mutating func text(_ depth: Int) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: return string(depth)
    case 2, 3: return nodes(max(depth, 0))
    case 4: return smallInteger(depth)
    default: return chance(3) ? "(\(boolean(depth)))" : literal()
    }
  }

  private mutating func string(_ depth: Int) -> String {
    guard depth > 0 else { return literal() }
    let below = depth - 1
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return "string(\(text(below)))"
    case 1: return "concat(\(text(below)), \(text(below)))"
    case 2: return "concat(\(text(below)), \(literal()), \(text(below)))"
    case 3: return "substring-before(\(text(below)), \(text(below)))"
    case 4: return "substring-after(\(text(below)), \(text(below)))"
    case 5: return "substring(\(text(below)), \(number(below)))"
    case 6: return "substring(\(text(below)), \(number(below)), \(number(below)))"
    case 7: return "normalize-space(\(text(below)))"
    case 8: return "translate(\(text(below)), \(text(below)), \(text(below)))"
    case 9: return "name(\(nodes(below)))"
    case 10: return "local-name(\(nodes(below)))"
    case 11: return "namespace-uri(\(nodes(below)))"
    case 12: return pick(["string()", "normalize-space()", "name()", "local-name()"])
    default: return literal()
    }
  }

  // MARK: Nodes

  private mutating func nodes(_ depth: Int) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0 where depth > 1: return "(\(nodes(depth - 1)) | \(nodes(depth - 1)))"
    case 1 where depth > 1: return "(\(nodes(depth - 1)))[\(predicate(depth - 2))]"
    case 2 where depth > 1: return "(\(nodes(depth - 1)))/\(step(depth - 1))"
    case 3: return "//\(step(depth - 1))"
    case 4: return "//\(step(depth - 1))/\(step(depth - 1))"
    case 5: return "/\(pick(["*", "*/*", "*/node()"]))/\(step(depth - 1))"
    case 6: return "\(step(depth - 1))//\(step(depth - 1))"
    case 7: return "\(step(depth - 1))/\(step(depth - 1))"
    case 8: return pick([".", "..", "(/)", "/*", "//*"])
    default: return step(depth - 1)
    }
  }

  private mutating func step(_ depth: Int) -> String {
    if chance(12) { return pick([".", ".."]) }
    let axis = pick([
      "", "", "", "", "child::", "descendant::", "descendant-or-self::", "parent::", "ancestor::",
      "ancestor-or-self::", "following-sibling::", "preceding-sibling::", "following::",
      "preceding::", "self::", "@", "@", "attribute::", "namespace::",
    ])
    var step = axis + test(axis)
    if axis == "following::" || axis == "preceding::" {
      // From attributes libxml2 leaves out what lies in their element.
      step = pick(["self::*/", "self::text()/", "parent::node()/", "node()/"]) + step
    }
    while depth > 0, chance(3) { step += "[\(predicate(depth - 1, on: axis))]" }
    return step
  }

  private mutating func test(_ axis: String) -> String {
    switch axis {
    // Never all of an element's: their order is left open (§5.4).
    case "namespace::": return pick(["p", "q", "xml"])
    case "@", "attribute::":
      return chance(4) ? pick(["*", "node()"]) : pick(vocabulary.attributes)
    default:
      switch Int.random(in: 0..<10, using: &random) {
      case 0: return "*"
      case 1: return "node()"
      case 2: return "text()"
      case 3: return pick(["comment()", "processing-instruction()"])
      case 4 where !vocabulary.targets.isEmpty:
        return "processing-instruction('\(pick(vocabulary.targets))')"
      default: return pick(vocabulary.elements)
      }
    }
  }

  private mutating func predicate(_ depth: Int, on axis: String = "") -> String {
    let outer = (inPredicate, onNamespace)
    (inPredicate, onNamespace) = (true, axis == "namespace::")
    defer { (inPredicate, onNamespace) = outer }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return pick(["1", "2", "3", "last()"])
    case 1: return "position() \(comparison()) \(smallInteger(max(depth, 0)))"
    case 2: return pick(["last() - 1", "position() mod 2 = 1", "position() = last()"])
    case 3: return "@\(pick(vocabulary.attributes)) \(comparison()) \(operand(max(depth, 0)))"
    case 4: return nodes(max(depth, 0))
    case 5: return smallInteger(max(depth, 0))
    default: return boolean(max(depth, 0))
    }
  }
}
