internal import CLibXML2

/// A document's text as UTF-8, and what it was before.
struct Decoded {
  /// Without byte order mark.
  let utf8: [UInt8]
  let report: EncodingReport
}

/// From the bytes of a file to UTF-8, in the order of XML 1.0 appendix F: byte order mark, then the
/// shape of the first bytes, then the declaration. Nothing is guessed: what contradicts its label is
/// read only where the bytes prove what they are.
enum Decoder {
  static func decode(_ bytes: [UInt8]) throws(XMLError) -> Decoded {
    guard !bytes.isEmpty else { throw .empty }
    let decoded: Decoded
    switch signature(bytes) {
    case .utf8Mark:
      let body = Array(bytes[3...])
      if let offset = Conversion.firstInvalidUTF8(body) {
        throw .undecodable(encoding: .utf8, byteOffset: offset + 3)
      }
      decoded = Decoded(utf8: body, as: .utf8)
    case .utf16(let encoding, let mark):
      decoded = try convert(bytes, from: encoding, skipping: mark)
    case .utf32:
      throw .unsupportedEncoding(label: "UTF-32")
    case .none:
      decoded = try decodeByLabel(bytes)
    }
    try check(decoded.utf8)
    return decoded
  }

  enum Signature {
    case utf8Mark
    case utf16(TextEncoding, mark: Int)
    case utf32
    case none
  }

  static func signature(_ bytes: [UInt8]) -> Signature {
    let first = Array(bytes.prefix(4))
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8Mark }
    if first == [0xFF, 0xFE, 0, 0] || first == [0, 0, 0xFE, 0xFF] { return .utf32 }
    if first == [0x3C, 0, 0, 0] || first == [0, 0, 0, 0x3C] { return .utf32 }
    if first.starts(with: [0xFF, 0xFE]) { return .utf16(.utf16LittleEndian, mark: 2) }
    if first.starts(with: [0xFE, 0xFF]) { return .utf16(.utf16BigEndian, mark: 2) }
    if first.starts(with: [0x3C, 0]) { return .utf16(.utf16LittleEndian, mark: 0) }
    if first.starts(with: [0, 0x3C]) { return .utf16(.utf16BigEndian, mark: 0) }
    return .none
  }

  static func convert(
    _ bytes: [UInt8], from encoding: TextEncoding, skipping mark: Int
  ) throws(XMLError) -> Decoded {
    switch Conversion.utf8(bytes[mark...], from: encoding) {
    case .text(let text): return Decoded(utf8: text, as: encoding)
    case .stopped(let count):
      throw .undecodable(encoding: encoding, byteOffset: mark + count)
    }
  }

  private static func decodeByLabel(_ bytes: [UInt8]) throws(XMLError) -> Decoded {
    let label = Declaration(bytes[...]).encoding
    let invalid = Conversion.firstInvalidUTF8(bytes)
    switch family(label) {
    case .utf8, .utf16:
      // 8-bit text that claims to be UTF-16 was converted by a tool that left the label alone.
      guard let invalid else { return Decoded(utf8: bytes, as: .utf8) }
      if case .text(let text) = Conversion.utf8(bytes[...], from: .gb18030), looksChinese(text) {
        throw .probablyGBK(declared: label, byteOffset: invalid)
      }
      throw .undecodable(encoding: .utf8, byteOffset: invalid)
    case .gb:
      if invalid == nil, hasThreeByteSequence(bytes) { return Decoded(utf8: bytes, as: .utf8) }
      return try convert(bytes, from: .gb18030, skipping: 0)
    case .unknown:
      throw .unsupportedEncoding(label: label ?? "")
    }
  }

  enum Family { case utf8, utf16, gb, unknown }

  /// The family a label names; no label is UTF-8 (XML 1.0 §4.3.3).
  static func family(_ label: String?) -> Family {
    switch label?.uppercased() {
    case nil, "UTF-8", "UTF8", "US-ASCII", "ASCII": .utf8
    case "UTF-16", "UTF-16LE", "UTF-16BE", "UNICODE": .utf16
    case "GB18030", "GBK", "GB2312", "GB_2312-80", "EUC-CN", "CP936", "MS936", "X-GBK": .gb
    default: .unknown
    }
  }

  /// Whether UTF-8 bytes hold a character as Chinese ones are written. GBK text that happens to be
  /// UTF-8 is a handful of pairs and holds none.
  private static func hasThreeByteSequence(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 >= 0xE3 && $0 <= 0xEF }
  }

  /// Whether nine in ten of the characters beyond ASCII are Chinese ones or Chinese punctuation.
  private static func looksChinese(_ utf8: [UInt8]) -> Bool {
    var chinese = 0
    var others = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      switch scalar.value {
      case 0x2010...0x2030, 0x3000...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF00...0xFFEF:
        chinese += 1
      default: others += 1
      }
    }
    return chinese > 0 && others * 10 <= chinese
  }

  /// What must hold before libxml2 sees the text.
  private static func check(_ utf8: [UInt8]) throws(XMLError) {
    if utf8.allSatisfy(isXMLSpace) { throw .empty }
    let null = utf8.withUnsafeBytes { bytes -> Int? in
      guard let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) else {
        return nil
      }
      return UnsafeRawPointer(found) - start
    }
    if let null {
      throw .nullCharacter(LineIndex(utf8).position(of: null, in: utf8))
    }
    if let version = Declaration(utf8[...]).version, version.text != "1.0" {
      throw .unsupportedVersion(
        version.text, LineIndex(utf8).position(of: version.offset, in: utf8))
    }
  }
}

extension Decoded {
  /// Text read as `encoding`; the report compares that with the declaration.
  init(utf8: [UInt8], as encoding: TextEncoding) {
    let declared = Declaration(utf8[...]).encoding
    let agrees =
      switch (encoding, Decoder.family(declared)) {
      case (_, .utf8) where declared == nil: true
      case (.utf8, .utf8), (.gb18030, .gb): true
      case (.utf16LittleEndian, .utf16), (.utf16BigEndian, .utf16): true
      default: false
      }
    self.utf8 = utf8
    report = EncodingReport(used: encoding, declared: declared, mislabelled: !agrees)
  }
}
