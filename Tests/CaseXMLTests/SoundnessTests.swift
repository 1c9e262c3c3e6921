import CaseXML
import TestSupport
import Testing

/// A small generator with a fixed seed, so that failures can be repeated (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What must hold of every table; the first thing that does not.
private func unsound(_ document: XMLDocument) -> String? {
  var lastOffset = 0
  for index in 1..<document.count {
    let node = NodeID(index: Int32(index))
    guard let parent = document.parent(node), parent < node else { return "\(index): parent" }
    guard document.end(node) > node, document.end(node) <= document.end(parent) else {
      return "\(index): end"
    }
    let offset = document.offset(node)
    guard offset < document.source.count else { return "\(index): offset outside" }
    switch document.kind(node) {
    case .element, .comment, .processingInstruction:
      guard document.source[offset] == UInt8(ascii: "<") else { return "\(index): no <" }
      guard offset >= lastOffset else { return "\(index): order" }
      lastOffset = offset
    case .text:
      guard !document.stringValue(node).isEmpty else { return "\(index): empty text" }
      guard offset >= lastOffset else { return "\(index): order" }
      lastOffset = offset
    case .attribute:
      let name = Array(document.qualifiedName(node).utf8)
      guard document.source[offset...].starts(with: name) else { return "\(index): attribute" }
    default: return "\(index): kind"
    }
    if document.kind(node) == .element {
      let texts = document.children(of: node).filter {
        document.kind($0) == .element || document.kind($0) == .text
      }
      let joined = texts.map { document.stringValue($0).string }.joined()
      guard joined == document.stringValue(node).string else { return "\(index): string value" }
    }
  }
  return nil
}

@Suite("Any bytes") struct SoundnessTests {
  private static let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- 甲 --><案卷 xmlns:p="urn:p" kind='a &lt; b'><?go on?>
      <p:文书 号="1"
         p:日="2024-05-06">甲<![CDATA[<乙>]]>丙&#x4E01;</p:文书><空/>
    </案卷>
    """

  @Test("become a sound table or are refused, whatever is changed in a document")
  func mutations() throws {
    var random = Seeded(state: 7)
    let parser = XMLParser()
    let original = Array(Self.sample.utf8)
    let pieces = [
      "<", ">", "&", "'", "\"", "<!--", "-->", "<![CDATA[", "]]>", "<?", "</", "/>", "\r",
    ]
    var read = 0
    for round in 0..<3000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2:
          bytes.insert(contentsOf: Array(pieces.randomElement(using: &random)!.utf8), at: place)
        default:
          let end = min(place + 12, bytes.count)
          bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        }
      }
      guard let document = try? parser.parse(bytes).document else { continue }
      read += 1
      #expect(unsound(document) == nil, "round \(round)")
    }
    #expect(read > 200)
  }

  @Test("are parsed by several workers at once with the same result")
  func workers() async throws {
    let schema = try CompiledSchema(
      Array(
        """
        <s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="a"><s:complexType>
        <s:sequence><s:element name="b" type="s:date" maxOccurs="unbounded"/></s:sequence>
        </s:complexType></s:element></s:schema>
        """.utf8))
    let text = "<a>" + String(repeating: "<b>2024-05-06</b><b>2024-02-30</b>", count: 100) + "</a>"
    let results = await withTaskGroup(of: [SchemaError].self) { group in
      for _ in 0..<8 {
        group.addTask {
          let parser = XMLParser(schema: schema)
          var errors: [SchemaError] = []
          for _ in 0..<20 { errors = (try? parser.parse(Array(text.utf8)).schemaErrors) ?? [] }
          return errors
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 8)
    #expect(results.allSatisfy { $0.count == 100 && $0 == results[0] })
  }
}
