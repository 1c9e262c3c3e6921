import CaseXML
import TestSupport
import Testing

private func at(_ line: Int, _ column: Int) -> SourcePosition {
  SourcePosition(line: line, column: column)
}

/// What parsing `bytes` throws, as code and position.
private func outcome(_ bytes: [UInt8], _ limits: XMLLimits = XMLLimits()) -> String {
  do throws(XMLError) {
    _ = try XMLParser(limits: limits).parse(bytes)
    return "read"
  } catch {
    let place = error.position.map { " \($0.line):\($0.column)" } ?? ""
    return error.code + place
  }
}

@Suite("Hostile input") struct HostileTests {
  static let expected = [
    "byte-order-mark-only.xml": "xml.empty",
    "catalogue.xml": "read",
    "doctype-system.xml": "xml.document-type 1:1",
    "doctype.xml": "xml.document-type 3:1",
    "empty.xml": "xml.empty",
    "entity-bomb.xml": "xml.document-type 1:1",
    "external-entity.xml": "xml.document-type 1:1",
    "null-character.xml": "xml.null-character 2:5",
    "null-reference.xml": "xml.malformed 1:8",
    "parameter-entity.xml": "xml.document-type 1:1",
    "schema-location.xml": "read",
    "undefined-entity.xml": "xml.malformed 2:3",
    "white-space.xml": "xml.empty",
    "xinclude.xml": "read",
    "xml-1.1.xml": "xml.version 1:16",
  ]

  @Test("is refused with its place, file by file")
  func files() throws {
    let names = try fixtureNames(in: "Hostile")
    #expect(names == Self.expected.keys.sorted())
    for name in names {
      #expect(outcome(try fixture("Hostile/" + name)) == Self.expected[name], "\(name)")
    }
  }

  @Test("is never followed to other files")
  func inclusion() throws {
    let document = try XMLParser().parse(fixture("Hostile/xinclude.xml")).document
    #expect(document.stringValue(document.root).isEmpty)
  }

  @Test("nested 100,000 deep is refused at the level beyond the limit")
  func depth() {
    let bytes = Array((String(repeating: "<a>", count: 100_000)).utf8)
    #expect(outcome(bytes) == "xml.over-limit 1:769")
    #expect(outcome(bytes, XMLLimits(maxDepth: 20)) == "xml.over-limit 1:61")
  }

  @Test("nested as deep as the limit is read")
  func deepest() {
    let text = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
    #expect(outcome(Array(text.utf8)) == "read")
  }

  @Test("with one huge text is refused where the text begins")
  func text() {
    let long = String(repeating: "甲", count: 400_000)
    #expect(outcome(Array("<a><b/>\(long)</a>".utf8)) == "xml.over-limit 1:8")
    #expect(outcome(Array("<a><b/><![CDATA[\(long)]]></a>".utf8)) == "xml.over-limit 1:8")
    #expect(outcome(Array("<a><b/><!--\(long)--></a>".utf8)) == "xml.over-limit 1:8")
    #expect(outcome(Array("<a><?b \(long)?></a>".utf8)) == "xml.over-limit 1:4")
  }

  @Test("with a huge attribute is refused at its tag")
  func attribute() {
    let long = String(repeating: "甲", count: 30_000)
    #expect(outcome(Array("<a><b c='\(long)'/></a>".utf8)) == "xml.over-limit 1:4")
  }

  @Test("with too many attributes or namespaces is refused at its tag")
  func attributes() {
    let some = (0..<300).map { " a\($0)=''" }.joined()
    #expect(outcome(Array("<a><b\(some)/></a>".utf8)) == "xml.over-limit 1:4")
    let many = (0..<200_000).map { " a\($0)=''" }.joined()
    #expect(outcome(Array("<a>\n<b\(many)/></a>".utf8)) == "xml.over-limit 2:1")
    let nested = (0..<200).map { "<a xmlns:p\($0)='u\($0)' xmlns:q\($0)='v'>" }.joined()
    #expect(outcome(Array(nested.utf8)).hasPrefix("xml.over-limit"))
  }

  @Test("with more nodes than the limit is refused")
  func nodes() {
    let text = "<a>" + String(repeating: "<b/>", count: 1000) + "</a>"
    #expect(outcome(Array(text.utf8), XMLLimits(maxNodes: 500)).hasPrefix("xml.over-limit"))
  }

  @Test("larger than the limit is refused before it is looked at")
  func size() {
    let limits = XMLLimits(maxBytes: 10)
    #expect(throws: XMLError.tooLarge(bytes: 11, limit: 10)) {
      try XMLParser(limits: limits).parse([UInt8](repeating: 0, count: 11))
    }
  }

  @Test("does not spoil the parser for the next document")
  func recovery() throws {
    let schema = try CompiledSchema(
      Array(
        "<s:schema xmlns:s='http://www.w3.org/2001/XMLSchema'><s:element name='a'/></s:schema>".utf8
      ))
    let parser = XMLParser(schema: schema)
    for name in Self.expected.keys.sorted() {
      _ = try? parser.parse(fixture("Hostile/" + name))
      let parsed = try parser.parse(Array("<a xmlns:p='u'><p:b>甲</p:b></a>".utf8))
      #expect(parsed.document.count == 4)
      #expect(parsed.schemaErrors.isEmpty)
    }
  }
}

@Suite("Malformed input") struct MalformedTests {
  static let expected: [String: (Malformation, SourcePosition)] = [
    "attribute-unclosed.xml": (.markupInAttribute, at(2, 11)),
    "attribute-without-quotes.xml": (.attributeSyntax, at(2, 7)),
    "cdata-end.xml": (.unfinishedSection, at(2, 3)),
    "content-after-root.xml": (.contentAfterRoot, at(2, 1)),
    "control-character.xml": (.forbiddenCharacter, at(2, 3)),
    "double-hyphen.xml": (.unfinishedSection, at(2, 11)),
    "late-declaration.xml": (.declaration, at(2, 6)),
    "mismatched-tag.xml": (.mismatchedTag(open: "b", openedAt: at(2, 2), found: "c"), at(2, 6)),
    "not-xml.xml": (.noRoot, at(1, 1)),
    "repeated-attribute.xml": (.repeatedAttribute(name: "c"), at(2, 16)),
    "stray-ampersand.xml": (.strayAmpersand, at(2, 4)),
    "stray-less-than.xml": (.strayLessThan, at(2, 4)),
    "text-only.xml": (.noRoot, at(1, 1)),
    "truncated-in-tag.xml": (.unfinishedTag, at(2, 2)),
    "truncated.xml": (.unclosedElement(name: "b", openedAt: at(2, 2)), at(2, 7)),
    "unbound-prefix.xml": (.unboundPrefix("p"), at(2, 6)),
    "unclosed-comment.xml": (.unfinishedSection, at(3, 1)),
  ]

  @Test("is explained with its place, file by file")
  func files() throws {
    let names = try fixtureNames(in: "Malformed")
    #expect(names == Self.expected.keys.sorted())
    for name in names {
      do throws(XMLError) {
        _ = try XMLParser().parse((try? fixture("Malformed/" + name)) ?? [])
        Issue.record("\(name) was read")
      } catch {
        guard case .malformed(let malformation, let position, _) = error else {
          Issue.record("\(name): \(error)")
          continue
        }
        #expect(malformation == Self.expected[name]?.0, "\(name)")
        #expect(position == Self.expected[name]?.1, "\(name)")
      }
    }
  }

  @Test("is explained in both languages with what to do")
  func words() throws {
    for name in try fixtureNames(in: "Malformed") {
      let error = #expect(throws: XMLError.self) {
        try XMLParser().parse(fixture("Malformed/" + name))
      }
      let diagnostic = try #require(error?.diagnostic)
      for text in [
        diagnostic.message.zh, diagnostic.message.en, diagnostic.advice.zh, diagnostic.advice.en,
        diagnostic.detail ?? "",
      ] { #expect(!text.isEmpty && !text.contains("\n"), "\(name)") }
    }
  }
}
