/// Refuses start tags with attributes by the ten thousands before libxml2 sees them: it compares
/// every attribute with every other one before it calls us.
enum AttributeFlood {
  /// So many attributes still cost only milliseconds; the limit proper is checked on the real tag.
  private static let ceiling = 10_000
  /// An attribute takes no fewer bytes: ` a=""`.
  private static let shortest = 5

  static func check(_ source: [UInt8], _ limits: XMLLimits) throws(XMLError) {
    guard source.count > ceiling * shortest else { return }
    var suspect: Int?
    source.withUnsafeBufferPointer { bytes in
      // No raw `<` stands in a tag, so a flood shows as a long way between two of them.
      var start = 0
      for index in 0..<bytes.count where bytes[index] == UInt8(ascii: "<") {
        if index - start > ceiling * shortest, isFlood(bytes, start, index) { break }
        start = index
      }
      if isFlood(bytes, start, bytes.count) { suspect = start }
    }
    guard let suspect else { return }
    throw .overLimit(
      .attributes(limits.maxAttributes),
      LineIndex(source).position(of: suspect, in: source))
  }

  private static func isFlood(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start > ceiling * shortest else { return false }
    let first = bytes[start + 1]
    guard first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else { return false }
    var quotes = 0
    var delimiter: UInt8?
    for index in start..<end {
      let byte = bytes[index]
      if let open = delimiter {
        if byte == open { delimiter = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        delimiter = byte
        quotes += 1
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    return quotes > ceiling
  }
}
