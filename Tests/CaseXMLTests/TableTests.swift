import CaseXML
import TestSupport
import Testing

/// One line per row: number, kind, name, parent, end, string value.
private func dump(_ document: XMLDocument) -> [String] {
  (0..<document.count).map { index in
    let node = NodeID(index: Int32(index))
    return
      "\(index) \(document.kind(node)) \(document.qualifiedName(node)) "
      + "\(document.parent(node)?.index ?? -1) \(document.end(node).index) "
      + "[\(document.stringValue(node))]"
  }
}

@Suite("The document table") struct TableTests {
  @Test("has every node in document order with parent, end and string value")
  func rows() throws {
    let document = try document(
      "<?go on?><a x='1' y='2&amp;&#65;'>一<b/>二<!--c--><d>三<![CDATA[<&]]>四</d></a><!--z-->")
    #expect(
      dump(document) == [
        "0 root  -1 12 [一二三<&四]",
        "1 processingInstruction go 0 2 [on]",
        "2 element a 0 11 [一二三<&四]",
        "3 attribute x 2 4 [1]",
        "4 attribute y 2 5 [2&A]",
        "5 text  2 6 [一]",
        "6 element b 2 7 []",
        "7 text  2 8 [二]",
        "8 comment  2 9 [c]",
        "9 element d 2 11 [三<&四]",
        "10 text  9 11 [三<&四]",
        "11 comment  0 12 [z]",
      ])
  }

  @Test("keeps white space between elements as text nodes")
  func whitespace() throws {
    let document = try document("<a>\n <b/>\n</a>")
    #expect(
      document.children(of: NodeID(index: 1)).map { document.kind($0) } == [
        .text, .element, .text,
      ])
  }

  @Test("makes no text node of an empty CDATA section")
  func emptyCDATA() throws {
    #expect(try document("<a><![CDATA[]]></a>").count == 2)
  }

  @Test("walks children and siblings in both directions")
  func siblings() throws {
    let document = try document("<a k='v'><b><c/></b>t<d x='1'/></a>")
    let a = try #require(document.documentElement)
    let forward = Array(document.children(of: a))
    #expect(forward.map { document.qualifiedName($0) } == ["b", "", "d"])
    var backward: [NodeID] = []
    var current = forward.last
    while let node = current {
      backward.append(node)
      current = document.previousSibling(node)
    }
    #expect(backward.reversed() == forward)
    #expect(document.nextSibling(NodeID(index: document.attributes(of: a).lowerBound)) == nil)
  }

  @Test("normalises line ends to LF and white space in attributes to spaces")
  func lineEnds() throws {
    let document = try document("<a b='1\r\n2\t3'>x\r\ny\rz</a>")
    #expect(document.stringValue(document.root) == "x\ny\nz")
    #expect(document.stringValue(NodeID(index: 2)) == "1 2 3")
  }

  @Test("indexes elements and attributes by name")
  func index() throws {
    var builder = NameTableBuilder()
    let b = builder.intern(local: "b")
    let unused = builder.intern(local: "unused")
    let document = try document("<a><b b='1'/><c><b/></c><b/></a>", names: builder.freeze())
    #expect(document.nodes(named: b).map(\.index) == [2, 5, 6])
    #expect(document.attributeNodes(named: b).map(\.index) == [3])
    #expect(document.nodes(named: unused).isEmpty)
    let c = try #require(document.nameID(local: "c"))
    #expect(document.nodes(named: c).map(\.index) == [4])
  }

  @Test("gives names of the shared table the same number in every document of a parser")
  func sharedNames() throws {
    var builder = NameTableBuilder()
    let x = builder.intern(uri: "urn:x", local: "x")
    let parser = XMLParser(names: builder.freeze())
    for text in ["<a/>", "<x xmlns='urn:x'/>", "<p:x xmlns:p='urn:x'><x/></p:x>"] {
      let document = try parser.parse(Array(text.utf8)).document
      #expect(document.nodes(named: x).count == (text == "<a/>" ? 0 : 1))
    }
  }

  @Test("resolves prefixes and keeps them for display")
  func namespaces() throws {
    let document = try document(
      "<p:a xmlns:p='urn:p' xmlns='urn:d' p:q='1'><b xmlns=''/><c/></p:a>")
    let elements = [1, 3, 4].map { NodeID(index: $0) }
    #expect(elements.map { document.qualifiedName($0) } == ["p:a", "b", "c"])
    #expect(elements.map { document.uri(document.name($0)) } == ["urn:p", nil, "urn:d"])
    #expect(document.qualifiedName(NodeID(index: 2)) == "p:q")
  }

  @Test("keeps namespace nodes only on request, between the element and its attributes")
  func namespaceNodes() throws {
    let text = "<a xmlns='urn:d' xmlns:p='urn:p' x='1'><b xmlns='' y='2'/></a>"
    let document = try document(text, namespaceNodes: true)
    let b = try #require(document.nameID(local: "b").flatMap { document.nodes(named: $0).first })
    #expect(
      document.namespaceNodes(of: b).map {
        "\(document.localName(document.name($0)))=\(document.stringValue($0))"
      } == ["p=urn:p", "xml=http://www.w3.org/XML/1998/namespace"])
    #expect(document.attributes(of: b).map { document.qualifiedName(NodeID(index: $0)) } == ["y"])
    #expect(try !TestSupport.document(text).hasNamespaceNodes)
  }

  @Test("names nodes by paths with an index only among siblings of one name")
  func paths() throws {
    let document = try document("<a><b/><c n='1'/><c><d>x</d></c></a>")
    let last = try #require(document.nameID(local: "d").flatMap { document.nodes(named: $0).first })
    #expect(document.path(last) == "/a/c[2]/d")
    #expect(document.path(NodeID(index: last.index + 1)) == "/a/c[2]/d/text()")
    #expect(document.path(NodeID(index: 4)) == "/a/c[1]/@n")
    #expect(document.path(document.root) == "/")
  }
}

@Suite("Text slices") struct TextSliceTests {
  @Test("are equal and hash alike by their bytes, wherever they come from")
  func equality() {
    let part = TextSlice("甲乙丙")[3..<6]
    #expect(part == "乙")
    #expect(part.hashValue == TextSlice("乙").hashValue)
    #expect(part != "丙")
  }

  @Test("count code points, not bytes")
  func codePoints() {
    let text: TextSlice = "a案𠮷b"
    #expect(text.codePointCount == 4)
    #expect(text.byteOffset(ofCodePoint: 2) == 4)
    #expect(text.byteOffset(ofCodePoint: 9) == text.count)
  }

  @Test("trim and find without copying")
  func scanning() {
    let text: TextSlice = " \n案卷 评查\t"
    #expect(text.trimmed == "案卷 评查")
    #expect(text.trimmed.firstOffset(of: "评查") == 7)
    #expect(text.firstOffset(of: "卷案") == nil)
    #expect(text.trimmed.hasPrefix("案卷"))
    #expect(TextSlice(" \n").isBlank)
  }
}

@Suite("The element view") struct ElementViewTests {
  @Test("reads attributes, children and text by local name")
  func view() throws {
    let text = "<s:schema xmlns:s='urn:s'><s:e name='x'> 甲 </s:e><e/><s:e/></s:schema>"
    let root = try #require(try document(text).rootElement)
    #expect(root.name == "schema")
    #expect(root.children.count == 3)
    #expect(root.children(named: "e").count == 2)
    #expect(root.first("e")?.attribute("name") == "x")
    #expect(root.first("e")?.attribute("none") == nil)
    #expect(root.first("e")?.trimmedText == "甲")
    #expect(root.first("e")?.position == SourcePosition(line: 1, column: 27))
  }
}
