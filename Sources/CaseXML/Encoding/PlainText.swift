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
    switch (Decoder.signature(bytes), encoding) {
    case (.utf8Mark, _): return try valid(Array(bytes[3...]), offset: 3)
    case (.utf16(let marked, let mark), _) where mark > 0:
      return try Decoder.convert(bytes, from: marked, skipping: mark).utf8
    case (_, .utf8): return try valid(bytes, offset: 0)
    case (_, .some(let encoding)):
      return try Decoder.convert(bytes, from: encoding, skipping: 0).utf8
    case (_, nil):
      if Conversion.firstInvalidUTF8(bytes) == nil { return bytes }
      return try Decoder.convert(bytes, from: .gb18030, skipping: 0).utf8
    }
  }

  private static func valid(_ bytes: [UInt8], offset: Int) throws(XMLError) -> [UInt8] {
    if let invalid = Conversion.firstInvalidUTF8(bytes) {
      throw .undecodable(encoding: .utf8, byteOffset: invalid + offset)
    }
    return bytes
  }
}
