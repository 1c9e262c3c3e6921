/// A token of XPath 1.0 (§3.7).
struct Token: Hashable {
  enum Kind: Hashable {
    case symbol(String)
    case literal(String)
    case number(Double)
    case variable(String)
    /// A name test or function name, operator names and axes already told apart.
    case name(prefix: String?, local: String)
    case namespaceWildcard(prefix: String)
    case wildcard
    case operatorName(BinaryOperator)
    case axis(Axis)
    case function(String)
    case nodeType(String)
    case end
  }

  var kind: Kind
  var range: Range<Int>
}

/// Splits an expression into tokens with the disambiguation rules of §3.7.
struct Lexer {
  private let source: [Unicode.Scalar]
  private var position = 0
  private var previous: Token.Kind?

  init(_ text: String) { source = Array(text.unicodeScalars) }

  static func tokens(_ text: String) throws(XPathSyntaxError) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
      lexer.previous = token.kind
    }
  }

  private mutating func next() throws(XPathSyntaxError) -> Token {
    skipSpace()
    let start = position
    guard let scalar = peek() else { return Token(kind: .end, range: start..<start) }
    let kind: Token.Kind
    switch scalar {
    case "\"", "'": kind = .literal(try literal(quote: scalar))
    case "$":
      position += 1
      let name = try qualifiedName()
      kind = .variable(name.prefix.map { "\($0):\(name.local)" } ?? name.local)
    case "0"..."9": kind = .number(number())
    case "." where peek(1).map(Lexer.isDigit) == true: kind = .number(number())
    case "*":
      position += 1
      kind = precedingAllowsOperator ? .operatorName(.multiply) : .wildcard
    case _ where Lexer.isNameStart(scalar): kind = try nameToken()
    default: kind = try symbol()
    }
    return Token(kind: kind, range: start..<position)
  }

  /// §3.7: after a token that ends an operand, `*` and NCNames are operators.
  private var precedingAllowsOperator: Bool {
    switch previous {
    case nil: false
    case .symbol(let symbol): [")", "]", "..", "."].contains(symbol)
    case .operatorName, .axis, .function, .nodeType: false
    default: true
    }
  }

  private mutating func nameToken() throws(XPathSyntaxError) -> Token.Kind {
    let start = position
    if precedingAllowsOperator {
      let name = ncName()
      switch name {
      case "and": return .operatorName(.and)
      case "or": return .operatorName(.or)
      case "mod": return .operatorName(.modulo)
      case "div": return .operatorName(.divide)
      default:
        throw XPathSyntaxError(
          .unexpected(found: name, expected: .operator), at: start..<position)
      }
    }
    let prefix = ncName()
    if peek() == ":", peek(1) == "*" {
      position += 2
      return .namespaceWildcard(prefix: prefix)
    }
    var name: (prefix: String?, local: String) = (nil, prefix)
    if peek() == ":", let after = peek(1), Lexer.isNameStart(after) {
      position += 1
      name = (prefix, ncName())
    }
    let text = name.prefix.map { "\($0):\(name.local)" } ?? name.local
    let mark = position
    skipSpace()
    if peek() == ":", peek(1) == ":" {
      guard name.prefix == nil, let axis = Axis(rawValue: text) else {
        throw XPathSyntaxError(.unknownAxis(text), at: start..<mark)
      }
      position += 2
      return .axis(axis)
    }
    if peek() == "(" {
      position = mark
      let types = ["comment", "text", "processing-instruction", "node"]
      return types.contains(text) ? .nodeType(text) : .function(text)
    }
    position = mark
    return .name(prefix: name.prefix, local: name.local)
  }

  private mutating func symbol() throws(XPathSyntaxError) -> Token.Kind {
    let two = String(String.UnicodeScalarView(source[position..<min(position + 2, source.count)]))
    if ["//", "..", "!=", "<=", ">=", "::"].contains(two) {
      position += 2
      if let comparison = BinaryOperator(rawValue: two) { return .operatorName(comparison) }
      return .symbol(two)
    }
    let one = String(source[position])
    switch one {
    case "(", ")", "[", "]", ".", "@", ",", "/":
      position += 1
      return .symbol(one)
    case "|", "+", "-", "=", "<", ">":
      position += 1
      return BinaryOperator(rawValue: one).map { .operatorName($0) } ?? .symbol(one)
    default:
      throw XPathSyntaxError(.strayCharacter(one), at: position..<position + 1)
    }
  }

  private mutating func literal(quote: Unicode.Scalar) throws(XPathSyntaxError) -> String {
    let start = position
    position += 1
    while let scalar = peek(), scalar != quote {
      _ = scalar
      position += 1
    }
    guard peek() != nil else {
      throw XPathSyntaxError(.unclosedLiteral, at: start..<position)
    }
    position += 1
    return String(String.UnicodeScalarView(source[start + 1..<position - 1]))
  }

  private mutating func number() -> Double {
    let start = position
    while let scalar = peek(), Lexer.isDigit(scalar) { position += 1 }
    if peek() == "." {
      position += 1
      while let scalar = peek(), Lexer.isDigit(scalar) { position += 1 }
    }
    var text = String(String.UnicodeScalarView(source[start..<position]))
    if text.hasSuffix(".") { text.removeLast() }
    if text.hasPrefix(".") { text = "0" + text }
    return Double(text) ?? .nan
  }

  private mutating func qualifiedName() throws(XPathSyntaxError) -> (prefix: String?, local: String)
  {
    guard let scalar = peek(), Lexer.isNameStart(scalar) else {
      throw XPathSyntaxError(
        .unexpected(found: peek().map(String.init) ?? "", expected: .name),
        at: position..<position)
    }
    let first = ncName()
    if peek() == ":", let after = peek(1), Lexer.isNameStart(after) {
      position += 1
      return (first, ncName())
    }
    return (nil, first)
  }

  private mutating func ncName() -> String {
    let start = position
    while let scalar = peek(), Lexer.isNamePart(scalar) { position += 1 }
    return String(String.UnicodeScalarView(source[start..<position]))
  }

  private mutating func skipSpace() {
    while let scalar = peek(), [" ", "\t", "\n", "\r"].contains(scalar) { position += 1 }
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    source.indices.contains(position + ahead) ? source[position + ahead] : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// XML 1.0 fifth edition, NameStartChar without the colon.
  static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    if isNameStart(scalar) { return true }
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: return true
    default: return false
    }
  }
}
