import Testing

@testable import Reports

@Suite("File names made from case files")
struct SafeNameTests {
  @Test(
    "hold nothing that leaves the folder, hides or means something to a system",
    arguments: [
      ("示例县市场监督管理局", "示例县市场监督管理局"), ("../../etc/passwd", "_.._etc_passwd"),
      ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"), ("..", "x"), (".", "x"), ("", "x"),
      (" . a . ", "a"), ("con", "_con"), ("NUL.txt", "_NUL.txt"), ("COM1", "_COM1"),
      ("COMA", "COMA"), ("a\u{0}b\u{7}c\u{202E}d\u{200B}e", "abcde"), ("一\u{3000}二", "一 二"),
      ("$(rm)`x`;y&z", "_(rm)_x__y_z"),
    ])
  func clean(text: String, expected: String) {
    var names = SafeName()
    #expect(names.name(for: text, fallback: "x") == expected)
  }

  @Test("never clash, whatever the letters' case or the way accents are written")
  func clash() {
    var names = SafeName()
    #expect(names.name(for: "a", fallback: "x", fileExtension: "html") == "a.html")
    #expect(names.name(for: "A", fallback: "x", fileExtension: "html") == "A-2.html")
    #expect(names.name(for: "a", fallback: "x", fileExtension: "html") == "a-3.html")
    #expect(names.name(for: "\u{E9}", fallback: "x") == "\u{E9}")
    #expect(names.name(for: "e\u{301}", fallback: "x") == "e\u{301}-2")
  }

  @Test("stay within the limit and whole characters, and do not clash when cut")
  func long() {
    var names = SafeName()
    let long = String(repeating: "局", count: 100)
    let first = names.name(for: long, fallback: "x", fileExtension: "html")
    let second = names.name(for: long, fallback: "x", fileExtension: "html")
    #expect(first.utf8.count <= SafeName.limit)
    #expect(second.utf8.count <= SafeName.limit)
    #expect(first != second)
    #expect(first.hasSuffix("局.html"))
    #expect(second.hasSuffix("局-2.html"))
  }
}
