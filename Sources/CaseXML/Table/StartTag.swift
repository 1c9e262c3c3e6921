/// Reads a start tag of a well-formed document again, to find its attributes.
enum StartTag {
  /// Where the name of the attribute number `number` begins, namespace declarations not counted;
  /// `start` is the `<`, which is also the answer when there are not so many.
  static func attributeOffset(_ number: Int, in source: [UInt8], from start: Int) -> Int {
    var index = start + 1
    var seen = 0
    while index < source.count, !isXMLSpace(source[index]), !endsTag(source[index]) { index += 1 }
    while true {
      while index < source.count, isXMLSpace(source[index]) { index += 1 }
      guard index < source.count, !endsTag(source[index]) else { return start }
      let name = index
      while index < source.count, source[index] != equals, !isXMLSpace(source[index]) {
        index += 1
      }
      if !isNamespaceDeclaration(source[name..<index]) {
        if seen == number { return name }
        seen += 1
      }
      while index < source.count, source[index] != quote, source[index] != apostrophe {
        index += 1
      }
      guard index < source.count else { return start }
      let delimiter = source[index]
      index += 1
      while index < source.count, source[index] != delimiter { index += 1 }
      index += 1
    }
  }

  private static let equals = UInt8(ascii: "=")
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")

  private static func endsTag(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static func isNamespaceDeclaration(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("xmlns".utf8) || name.starts(with: "xmlns:".utf8)
  }
}
