import CaseXML
import TestSupport
import Testing

/// Kind, name, value and position of every node.
private func dump(_ document: XMLDocument) -> [String] {
  (0..<document.count).map { index in
    let node = NodeID(index: Int32(index))
    let position = document.position(node)
    return "\(position.line):\(position.column) \(document.kind(node)) "
      + "\(document.qualifiedName(node)) [\(document.stringValue(node))]"
  }
}

@Suite("Encodings") struct EncodingTests {
  @Test(
    "read to the same nodes at the same positions in every encoding",
    arguments: [
      ("utf-8", TextEncoding.utf8), ("utf-8-bom", .utf8), ("utf-8-crlf", .utf8),
      ("utf-16le", .utf16LittleEndian), ("utf-16be", .utf16BigEndian),
      ("utf-16le-no-bom", .utf16LittleEndian), ("gbk", .gb18030), ("gb2312", .gb18030),
      ("gb18030", .gb18030),
    ])
  func same(name: String, encoding: TextEncoding) throws {
    let expected = dump(try XMLParser().parse(fixture("Encodings/utf-8.xml")).document)
    let parsed = try XMLParser().parse(fixture("Encodings/\(name).xml"))
    #expect(dump(parsed.document) == expected)
    #expect(expected.contains("4:3 element caseNumber [示城管罚〔2024〕12号]"))
    #expect(parsed.encoding.used == encoding)
    #expect(!parsed.encoding.mislabelled)
    #expect(parsed.encoding.diagnostic == nil)
  }

  @Test("read text that proves its label wrong, and report the label")
  func mislabelled() throws {
    let expected = dump(try XMLParser().parse(fixture("Encodings/utf-8.xml")).document)
    for (name, used, declared) in [
      ("utf-8-labelled-gbk", TextEncoding.utf8, "GBK"),
      ("utf-8-labelled-utf-16", .utf8, "UTF-16"),
      ("utf-16-labelled-gbk", .utf16LittleEndian, "GBK"),
    ] {
      let parsed = try XMLParser().parse(fixture("Encodings/\(name).xml"))
      #expect(dump(parsed.document) == expected)
      #expect(
        parsed.encoding == EncodingReport(used: used, declared: declared, mislabelled: true))
      #expect(parsed.encoding.diagnostic?.severity == .warning)
    }
  }

  @Test("take a file without label as UTF-8")
  func unlabelled() throws {
    let report = try XMLParser().parse(fixture("Encodings/unlabelled-utf-8.xml")).encoding
    #expect(report == EncodingReport(used: .utf8, declared: nil, mislabelled: false))
  }

  @Test("keep GB 18030 characters of four bytes and beyond the basic plane")
  func fourBytes() throws {
    // 〇 (A9 96), 㐀 (81 39 EE 39) and 𠮷 (95 34 B2 35).
    let bytes =
      Array("<?xml version='1.0' encoding='GB18030'?><a>".utf8)
      + [0xA9, 0x96, 0x81, 0x39, 0xEE, 0x39, 0x95, 0x34, 0xB2, 0x35] + Array("</a>".utf8)
    let document = try XMLParser().parse(bytes).document
    #expect(document.stringValue(document.root) == "〇㐀𠮷")
  }

  @Test(
    "refuse what cannot be read, with the byte where it stops",
    arguments: [
      ("unlabelled-gbk", XMLError.probablyGBK(declared: nil, byteOffset: 77)),
      ("gbk-labelled-utf-8", .probablyGBK(declared: "UTF-8", byteOffset: 94)),
      ("unknown-label", .unsupportedEncoding(label: "KOI-7")),
      ("utf-32", .unsupportedEncoding(label: "UTF-32")),
      ("gbk-broken", .undecodable(encoding: .gb18030, byteOffset: 94)),
      ("utf-16-odd", .undecodable(encoding: .utf16LittleEndian, byteOffset: 436)),
      ("utf-16-lone-surrogate", .undecodable(encoding: .utf16LittleEndian, byteOffset: 8)),
      ("utf-8-overlong", .undecodable(encoding: .utf8, byteOffset: 3)),
    ])
  func refused(name: String, error: XMLError) throws {
    let bytes = try fixture("Encodings/\(name).xml")
    #expect(throws: error) { try XMLParser().parse(bytes) }
  }

  @Test("tell the holder of an unlabelled GBK file what to do")
  func advice() {
    let diagnostic = XMLError.probablyGBK(declared: nil, byteOffset: 77).diagnostic
    #expect(diagnostic.byteOffset == 77)
    #expect(diagnostic.message.zh == "文件没有声明编码，但第77字节（从0计）起不是UTF-8，很可能是GBK")
    #expect(diagnostic.advice.zh == "请以UTF-8重新保存，或在首行写明encoding=\"GBK\"")
  }

  @Test(
    "have the same positions in a 5 MB file of one line",
    arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian])
  func oneLine(_ encoding: TextEncoding) throws {
    // Every block has the same number of code points, so the n-th element begins at a known column.
    let block = "<段 号=\"1\">示例县城市管理局执法人员现场检查时发现当事人占道经营一案</段>"
    let head =
      switch encoding {
      case .utf8: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><卷>"
      case .gb18030: "<?xml version=\"1.0\" encoding=\"GB18030\"?><卷>"
      default: "<?xml version=\"1.0\" encoding=\"UTF-16\"?><卷>"
      }
    let count = encoding == .utf8 ? 50_000 : 75_000
    let bytes: [UInt8]
    switch encoding {
    case .utf8:
      bytes = Array(head.utf8) + repeated(Array(block.utf8), count) + Array("</卷>".utf8)
    case .gb18030:
      // Made from the bytes of each character: no encoder for GBK comes with Swift.
      bytes =
        gb(head) + repeated(gb(block), count) + gb("</卷>")
    default:
      let text = [0xFF, 0xFE] + utf16(head)
      bytes = text + repeated(utf16(block), count) + utf16("</卷>")
    }
    #expect(bytes.count > 5_000_000)
    let document = try XMLParser().parse(bytes).document
    let name = try #require(document.nameID(local: "段"))
    let nodes = document.nodes(named: name)
    #expect(nodes.count == count)
    for index in stride(from: 0, to: count, by: 4_999) {
      let node = nodes[nodes.startIndex + index]
      let column = head.unicodeScalars.count + index * block.unicodeScalars.count + 1
      #expect(document.position(node) == SourcePosition(line: 1, column: column))
      let attribute = NodeID(index: document.attributes(of: node).lowerBound)
      #expect(document.position(attribute) == SourcePosition(line: 1, column: column + 3))
    }
  }
}

private func repeated(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count * count)
  for _ in 0..<count { result += bytes }
  return result
}

private func utf16(_ text: String) -> [UInt8] {
  text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
}

/// The bytes of `text` in GBK, for the characters of the test above.
private func gb(_ text: String) -> [UInt8] {
  text.unicodeScalars.flatMap { scalar in
    scalar.isASCII
      ? [UInt8(scalar.value)]
      : [UInt8(gbCodes[scalar, default: 0] >> 8), UInt8(gbCodes[scalar, default: 0] & 0xFF)]
  }
}

private let gbCodes: [Unicode.Scalar: UInt16] = [
  "一": 0xD2BB, "事": 0xCAC2, "人": 0xC8CB, "例": 0xC0FD, "占": 0xD5BC, "卷": 0xBEED, "县": 0xCFD8,
  "发": 0xB7A2, "号": 0xBAC5, "员": 0xD4B1, "场": 0xB3A1, "城": 0xB3C7, "局": 0xBED6, "市": 0xCAD0,
  "当": 0xB5B1, "执": 0xD6B4, "时": 0xCAB1, "查": 0xB2E9, "案": 0xB0B8, "检": 0xBCEC, "段": 0xB6CE,
  "法": 0xB7A8, "现": 0xCFD6, "理": 0xC0ED, "示": 0xCABE, "管": 0xB9DC, "经": 0xBEAD, "营": 0xD3AA,
  "道": 0xB5C0,
]
