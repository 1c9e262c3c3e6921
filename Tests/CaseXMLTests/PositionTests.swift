import CaseXML
import TestSupport
import Testing

/// What stands in `text` at a position, counted the slow and obvious way.
private func tail(_ text: String, at position: SourcePosition, _ length: Int) -> String {
  var line = 1
  var column = 1
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    if line == position.line, column == position.column {
      var tail = String.UnicodeScalarView()
      tail.append(contentsOf: scalars[index..<min(index + length, scalars.count)])
      return String(tail)
    }
    let endsLine =
      scalar == "\n"
      || (scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n"))
    if endsLine { line += 1 }
    column = endsLine ? 1 : column + 1
  }
  return ""
}

@Suite("Positions") struct PositionTests {
  /// Every node must begin where its own markup or text stands.
  private func check(_ text: String) throws {
    let document = try document(text)
    for index in 1..<document.count {
      let node = NodeID(index: Int32(index))
      let start: String
      switch document.kind(node) {
      case .element: start = "<" + document.qualifiedName(node)
      case .attribute: start = document.qualifiedName(node)
      case .comment: start = "<!--" + document.stringValue(node).string.prefix(1)
      case .processingInstruction: start = "<?" + document.qualifiedName(node)
      case .text: start = String(document.stringValue(node).string.prefix(1))
      default: continue
      }
      let found = tail(text, at: document.position(node), start.unicodeScalars.count)
      #expect(found.replacing("\r", with: "\n") == start, "\(document.path(node))")
    }
  }

  @Test("are right with comments, CDATA, instructions and quoted > that hold markup characters")
  func tricky() throws {
    try check(
      """
      <?xml version="1.0"?>
      <!-- <a> "> --><?p <x> ?>
      <a b="1 > 0" c='/>' >甲<!-- < <b> --><b
         d = "x"
         e='"'
      />乙<c>丙</c ><?q?>丁<d xmlns:z="urn:>" z:f="2"></d>
      </a>
      <!--end-->
      """)
  }

  @Test("are right after a CDATA section that holds markup")
  func cdata() throws {
    let document = try document("<a>x<![CDATA[<b>]]>y<!--c--><b/></a>")
    #expect((1..<5).map { document.offset(NodeID(index: $0)) } == [0, 3, 20, 28])
  }

  @Test("count CR LF and lone CR as line ends", arguments: ["\r\n", "\r", "\n"])
  func lineEnds(_ end: String) throws {
    let text = ["<甲>", " <b c='1'", "  d='2'/>", " <e/>", "</甲>"].joined(separator: end)
    try check(text)
    let document = try document(text)
    let e = try #require(document.nameID(local: "e").flatMap { document.nodes(named: $0).first })
    #expect(document.position(e) == SourcePosition(line: 4, column: 2))
  }

  @Test("count code points in columns")
  func codePoints() throws {
    let document = try document("<a>案𠮷<b/></a>")
    #expect(document.position(NodeID(index: 3)) == SourcePosition(line: 1, column: 6))
  }

  @Test("do not count a byte order mark")
  func byteOrderMark() throws {
    let document = try document("\u{FEFF}<a><b/></a>")
    #expect(document.position(NodeID(index: 2)) == SourcePosition(line: 1, column: 4))
  }

  @Test("are right at line 90,000 and beyond, for childless elements too")
  func manyLines() throws {
    var text = "<a>\n"
    for _ in 0..<90_010 { text += " <b/>\n" }
    text += "</a>"
    let document = try document(text)
    let b = try #require(document.nameID(local: "b"))
    for (number, node) in document.nodes(named: b).enumerated()
    where number % 997 == 0 || number > 89_990 {
      #expect(document.position(node) == SourcePosition(line: number + 2, column: 2))
    }
  }
}
