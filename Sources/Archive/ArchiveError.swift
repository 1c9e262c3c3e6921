/// Why bytes are not an archive that can be used.
public enum ArchiveError: Error, Sendable, Hashable {
  /// The archive is larger than this many bytes.
  case tooLarge(limit: Int)
  /// It does not begin as a ZIP archive does.
  case notAnArchive
  /// It begins as an archive, but cannot be read; `detail` is libarchive's text.
  case damaged(detail: String)
  /// An entry can be read with a password only.
  case encrypted(entry: String)
  /// There are more entries than this.
  case tooManyEntries(limit: Int)
  /// An entry unpacks to more than this many bytes.
  case entryTooLarge(entry: String, limit: Int)
  /// The entries unpack to more than this many bytes together.
  case tooMuchContent(limit: Int)
  /// Two entries have the same name, so that readers may disagree about which one counts.
  case repeatedEntry(String)
}
