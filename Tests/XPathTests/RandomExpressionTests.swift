import Testing
import XPath
import XPathOracle

@Suite("Random expressions against libxml2")
struct RandomExpressionTests {
  @Test("2,500 expressions over each document give what libxml2 gives", arguments: Vocabularies.all)
  func agreement(document: Vocabularies.Document) throws {
    let both = try BothEvaluators(fixture: document.fixture)
    for (name, expression) in document.variables { try both.bind(name, to: expression) }
    var random = RandomExpressions(document.vocabulary, seed: document.seed)
    let expressions = (0..<2500).map { _ in random.next() }
    for expression in expressions {
      do {
        try both.add(expression)
      } catch {
        Issue.record("\(expression): \(error.en)")
      }
    }
    var place = SeededGenerator(seed: document.seed ^ 1)
    var telling = 0
    for expression in expressions {
      let node = Int.random(in: 0..<(try both.count), using: &place)
      // In parentheses, or libxml2 takes a shortcut for simple paths that is wrong for `.//.`.
      let theirs = try both.theirs("(\(expression))", at: node)
      let ours = try both.ours(expression, at: node)
      if !ours.isEmpty { telling += 1 }
      if ours != theirs {
        Issue.record(
          """
          \(expression) at \(try both.path(node)): ours \(try both.text(ours)), \
          libxml2 \(try both.text(theirs))
          """)
      }
    }
    // Agreement on nothing at all would say little.
    #expect(telling > expressions.count / 3)
  }
}

extension OracleValue {
  /// An empty set or string, false, or NaN.
  fileprivate var isEmpty: Bool {
    switch self {
    case .nodes(let nodes): nodes.isEmpty
    case .boolean(let flag): !flag
    case .number(let bits): Double(bitPattern: bits).isNaN
    case .string(let text): text.isEmpty
    }
  }
}

/// The documents and what random expressions may ask of them.
enum Vocabularies {
  struct Document: CustomTestStringConvertible, Sendable {
    var fixture: String
    var seed: UInt64
    var vocabulary: RandomExpressions.Vocabulary
    /// Variables by name, and the expressions they stand for.
    var variables: [(String, String)]

    var testDescription: String { fixture }
  }

  private static let variables = [
    ("set", "//*[position() mod 3 = 0]"), ("flag", "count(//*) > 5"), ("seven", "7"),
    ("word", "'one'"),
  ]
  private static let kinds: [(String, RandomExpressions.Kind)] = [
    ("set", .nodes), ("flag", .boolean), ("seven", .number), ("word", .string),
  ]

  static let all = [
    Document(
      fixture: "tree.xml", seed: 1,
      vocabulary: RandomExpressions.Vocabulary(
        elements: ["a", "a", "b", "c", "d", "e", "f", "r", "h", "missing"],
        attributes: ["id", "n", "n", "k", "ref", "xml:lang", "missing"],
        targets: ["sort", "target", "last", "missing"],
        texts: [
          "one", "two", "", "2", "10", "a1", "x", "abc", " ", "评查", "案", "𠮷", "😀", "three", "e",
          "zh",
          "text",
        ],
        numbers: ["0", "1", "2", "2.5", "-0.5", "10", "7", "0.25", "100", "1.5"],
        variables: kinds),
      variables: variables),
    Document(
      fixture: "namespaces.xml", seed: 2,
      vocabulary: RandomExpressions.Vocabulary(
        elements: [
          "def:item", "one:item", "two:item", "item", "one:*", "two:*", "def:*", "def:root",
          "one:other",
        ],
        attributes: ["n", "one:n", "two:n", "a", "one:a", "two:*", "one:*", "xml:lang"],
        targets: ["p"], texts: ["one", "two", "n", "urn:one", "item", "p:item", "", "none"],
        numbers: ["0", "1", "2", "22", "33", "5", "0.5"], variables: kinds),
      variables: variables),
    Document(
      fixture: "numbers.xml", seed: 3,
      vocabulary: RandomExpressions.Vocabulary(
        elements: ["v", "v", "v", "w", "group", "list"], attributes: ["v"], targets: [],
        texts: ["1", "0", "", "x", "NaN", "true", "1.0", "01", "Infinity", "-1", " 1 ", ".5"],
        numbers: ["0", "1", "2", "-1", "1.5", "0.5", "10", "999999999", "-0.5", "12345678"],
        variables: kinds),
      variables: variables),
    Document(
      fixture: "case.xml", seed: 4,
      vocabulary: RandomExpressions.Vocabulary(
        elements: [
          "caseFile", "documents", "interview", "decision", "date", "officer", "officers", "name",
          "item", "signature", "amount", "paragraph", "proofOfService", "party", "certificate",
        ],
        attributes: ["id", "ref", "document", "party", "role", "state", "officer", "page"],
        targets: [],
        texts: ["o1", "p1", "d4", "示", "2024", "A001", "照片", "〔2024〕", "", "00", "问：", "officer"],
        numbers: ["0", "1", "2", "3", "9", "5000", "0.5", "2024"], variables: kinds),
      variables: variables),
  ]
}
