import RubricKit
import Testing

@Suite("Regular expressions") struct RegularExpressionTests {
  func matches(_ pattern: String, _ text: String) throws -> Bool {
    try RegularExpression(pattern).matches(Array(text.utf8))
  }

  @Test(
    "match anywhere in the text, by code points",
    arguments: [
      ("证件号", "执法证件号：13", true), (#"^\p{Han}{4}$"#, "示例县局", true),
      (#"^\p{Han}{4}$"#, "示例县", false), ("^.$", "𠮷", true), (#"\d"#, "１２", false),
      ("a$", "a\n", false), ("", "", true), ("x*", "", true), ("(?i)abc", "xABCx", true),
      (#"^(\p{Han}+)〔(\d{4})〕([1-9]\d*)号$"#, "示环罚〔2024〕12号", true),
      (#"(?<=拒绝)签字"#, "当事人拒绝签字", true),
    ])
  func search(pattern: String, text: String, found: Bool) throws {
    #expect(try matches(pattern, text) == found)
  }

  @Test("with a syntax error are refused when compiled, with its place") func syntax() {
    #expect {
      try RegularExpression("证件(号")
    } throws: { error in
      guard case RegularExpressionError.syntax(_, let offset, let reason) = error else {
        return false
      }
      return offset == 10 && reason.contains("parenthes")
    }
    #expect(throws: RegularExpressionError.self) { try RegularExpression("[") }
    #expect(throws: RegularExpressionError.self) { try RegularExpression(#"\C"#) }
    #expect(throws: RegularExpressionError.self) {
      try RegularExpression(String(repeating: "a", count: 5000))
    }
  }

  @Test("may not steer the search or lift the limits") func verbs() {
    for pattern in ["(*COMMIT)a", "(*LIMIT_MATCH=99999999)a", #"\Ga"#] {
      #expect {
        try RegularExpression(pattern)
      } throws: { error in
        if case RegularExpressionError.notAllowed = error { true } else { false }
      }
    }
  }

  @Test("past the cost limit are an error, never a false") func limit() throws {
    let text = String(repeating: "a", count: 40) + "!"
    #expect(throws: RegularExpressionError.limit(pattern: "^(a+)+$")) {
      try matches("^(a+)+$", text)
    }
    #expect(throws: RegularExpressionError.limit(pattern: "(a|aa)+$")) {
      try matches("(a|aa)+$", String(repeating: "a", count: 5000) + "!")
    }
  }

  @Test("may cost more where only a few places need it") func costly() throws {
    let line = String(repeating: "文", count: 5000)
    #expect(try matches("^.*?甲.*?乙", "甲" + line + "乙"))
    #expect(try matches("甲[^乙]*?乙$", line + "甲" + line + "乙"))
    #expect(try !matches("甲[^乙]*?乙$", line + "甲" + line + "乙。"))
    #expect(try matches("(?:文|丙)+丁", line + "丁"))
  }

  @Test("refuse bytes that are no UTF-8") func invalid() throws {
    #expect(throws: RegularExpressionError.self) {
      try RegularExpression("a").matches([0xFF, 0x61])
    }
  }

  @Test("are compiled once by the cache, which does not grow past its capacity") func cache() throws
  {
    let cache = RegularExpressionCache(capacity: 1)
    let first = try cache.expression("a+")
    #expect(try cache.expression("a+") === first)
    let second = try cache.expression("b+")
    #expect(try cache.expression("b+") !== second)
    #expect(throws: RegularExpressionError.self) { try cache.expression("(") }
  }
}
