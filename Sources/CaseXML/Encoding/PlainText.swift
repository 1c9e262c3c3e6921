/// Text files that do not say what they are encoded in, such as tables that a spreadsheet wrote.
public enum PlainText {
  /// The text as UTF-8 without byte order mark.
  ///
  /// A byte order mark decides; then an encoding named by whoever knows; then UTF-8 where all of it
  /// is valid; what remains is read as GB 18030, as spreadsheets in China write it.
  ///
  /// - Throws: `XMLError.undecodable` where the bytes are in none of these.
  public static func utf8(_ bytes: [UInt8], as encoding: TextEncoding? = nil)
    throws(XMLError) -> [UInt8]
  {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try valid(Array(bytes[3...]), offset: 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try convert(bytes[2...], .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try convert(bytes[2...], .utf16BigEndian) }
    switch encoding {
    case .utf8: return try valid(bytes, offset: 0)
    case .some(let encoding): return try convert(bytes[...], encoding)
    case nil:
      return Conversion.firstInvalidUTF8(bytes) == nil ? bytes : try convert(bytes[...], .gb18030)
    }
  }

  private static func valid(_ bytes: [UInt8], offset: Int) throws(XMLError) -> [UInt8] {
    if let invalid = Conversion.firstInvalidUTF8(bytes) {
      throw .undecodable(encoding: .utf8, byteOffset: invalid + offset)
    }
    return bytes
  }

  private static func convert(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding)
    throws(XMLError) -> [UInt8]
  {
    switch Conversion.utf8(bytes, from: encoding) {
    case .text(let text): return text
    case .stopped(let count):
      throw .undecodable(encoding: encoding, byteOffset: bytes.startIndex + count)
    }
  }
}
