/// A document's text as UTF-8, and what it was before.
struct Decoded {
  /// Without byte order mark.
  let utf8: [UInt8]
  let report: EncodingReport
}

/// From the bytes of a file to UTF-8.
enum Decoder {
  static func decode(_ bytes: [UInt8]) throws(XMLError) -> Decoded {
    guard !bytes.isEmpty else { throw .empty }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return Decoded(
      utf8: hasMark ? Array(bytes[3...]) : bytes,
      report: EncodingReport(used: .utf8, declared: nil, mislabelled: false))
  }
}
