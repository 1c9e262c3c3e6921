/// What the XML declaration at the very beginning of a text says (XML 1.0 §2.8), read from bytes of any encoding
/// that agrees with ASCII.
struct Declaration {
  /// The version as written, and where its value begins.
  var version: (text: String, offset: Int)?
  /// The encoding as written.
  var encoding: String?

  /// How far into the text a declaration may reach.
  private static let reach = 1024

  init(_ bytes: ArraySlice<UInt8>) {
    let head = bytes.prefix(Self.reach)
    guard head.starts(with: "<?xml".utf8), head.count > 5,
      isXMLSpace(head[head.startIndex + 5])
    else { return }
    var scanner = Scanner(bytes: head, index: head.startIndex + 5)
    while let (name, value) = scanner.pseudoAttribute() {
      let text = String(decoding: value, as: UTF8.self)
      if name.elementsEqual("version".utf8) {
        version = (text, value.startIndex - bytes.startIndex)
      }
      if name.elementsEqual("encoding".utf8) { encoding = text }
    }
  }

  private struct Scanner {
    let bytes: ArraySlice<UInt8>
    var index: Int

    mutating func pseudoAttribute() -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
      skipSpace()
      let name = take { $0 != UInt8(ascii: "=") && !isXMLSpace($0) && $0 != UInt8(ascii: "?") }
      skipSpace()
      guard !name.isEmpty, index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") else {
        return nil
      }
      index += 1
      skipSpace()
      guard index < bytes.endIndex else { return nil }
      let quote = bytes[index]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
      index += 1
      let value = take { $0 != quote }
      guard index < bytes.endIndex else { return nil }
      index += 1
      return (name, value)
    }

    private mutating func skipSpace() {
      while index < bytes.endIndex, isXMLSpace(bytes[index]) { index += 1 }
    }

    private mutating func take(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
      let start = index
      while index < bytes.endIndex, condition(bytes[index]) { index += 1 }
      return bytes[start..<index]
    }
  }
}
