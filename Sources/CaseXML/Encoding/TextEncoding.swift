/// The encodings a document may be in.
public enum TextEncoding: String, Sendable, Hashable, Codable {
  /// UTF-8, with or without byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, and its subsets GBK and GB 2312.
  case gb18030 = "GB18030"
}

/// How a document's bytes were read.
public struct EncodingReport: Sendable, Hashable {
  /// What the bytes were read as.
  public let used: TextEncoding
  /// What the XML declaration says, as written; nil when it says nothing.
  public let declared: String?
  /// Whether the declaration is wrong: the bytes are in `used`, not in `declared`.
  public let mislabelled: Bool

  /// A report of these facts.
  public init(used: TextEncoding, declared: String?, mislabelled: Bool) {
    self.used = used
    self.declared = declared
    self.mislabelled = mislabelled
  }
}

extension EncodingReport {
  /// A warning when the declaration is wrong; nil when all is well.
  public var diagnostic: XMLDiagnostic? {
    guard mislabelled else { return nil }
    let label = declared ?? ""
    return XMLDiagnostic(
      severity: .warning, code: "xml.mislabelled", position: SourcePosition(line: 1, column: 1),
      message: XMLWords(
        zh: "文件声明的编码是\(label)，实际是\(used.rawValue)，已按\(used.rawValue)读取",
        en: "the file declares \(label) but is \(used.rawValue); it was read as \(used.rawValue)"),
      advice: XMLWords(
        zh: "请把首行的编码声明改为encoding=\"\(used.rawValue)\"",
        en: "declare encoding=\"\(used.rawValue)\" in the first line"))
  }
}
