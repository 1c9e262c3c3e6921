internal import CArchive

/// Reads ZIP archives out of memory into memory. Nothing is written, so names of entries are but
/// keys; what an entry's header says of its size is not trusted.
public enum ZIPReader {
  /// The entries whose names `isWanted` accepts; the others are passed over without unpacking.
  ///
  /// - Parameters:
  ///   - bytes: the whole archive.
  ///   - limits: beyond them the archive is refused.
  ///   - isWanted: gets a name in lower case, and so are the names in the result.
  /// - Throws: `ArchiveError`; nothing is returned of an archive that is damaged anywhere in the
  ///   directory or in a wanted entry.
  public static func entries(
    of bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(),
    where isWanted: (String) -> Bool
  ) throws(ArchiveError) -> [String: [UInt8]] {
    guard bytes.count <= limits.maxBytes else { throw .tooLarge(limit: limits.maxBytes) }
    guard bytes.starts(with: Array("PK".utf8)) else { throw .notAnArchive }
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ArchiveError) in
        let archive = try OpenArchive.over(buffer)
        return try archive.entries(limits, where: isWanted)
      }
    }
    return try result.get()
  }
}

/// An archive of libarchive over a buffer that outlives it.
private struct OpenArchive: ~Copyable {
  private let archive: OpaquePointer

  /// Takes the archive over, to free it.
  private init(owning archive: OpaquePointer) {
    self.archive = archive
  }

  static func over(_ buffer: UnsafeRawBufferPointer) throws(ArchiveError) -> OpenArchive {
    guard let archive = archive_read_new() else {
      throw .damaged(detail: "out of memory")
    }
    let opened = OpenArchive(owning: archive)
    // Only what the directory at the end lists: a reader of the stream would also take entries
    // that no spreadsheet program shows.
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
      throw .damaged(detail: message(archive))
    }
    return opened
  }

  deinit {
    archive_read_free(archive)
  }

  func entries(_ limits: ArchiveLimits, where isWanted: (String) -> Bool) throws(ArchiveError)
    -> [String: [UInt8]]
  {
    var found: [String: [UInt8]] = [:]
    var seen: Set<String> = []
    var count = 0
    var total = 0
    while let entry = try next() {
      count += 1
      guard count <= limits.maxEntries else { throw .tooManyEntries(limit: limits.maxEntries) }
      let name = Self.name(entry)
      if name.isEmpty { continue }
      guard seen.insert(name).inserted else { throw .repeatedEntry(name) }
      guard isWanted(name) else { continue }
      guard archive_entry_is_encrypted(entry) == 0 else { throw .encrypted(entry: name) }
      let content = try content(of: name, limits, room: limits.maxTotalBytes - total)
      total += content.count
      found[name] = content
    }
    return found
  }

  /// The next entry; nil after the last one.
  private func next() throws(ArchiveError) -> OpaquePointer? {
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_EOF: return nil
    // A warning is about a name that the locale cannot hold; such an entry is none of ours.
    case ARCHIVE_OK, ARCHIVE_WARN: return entry
    default: throw .damaged(detail: Self.message(archive))
    }
  }

  private func content(of name: String, _ limits: ArchiveLimits, room: Int) throws(ArchiveError)
    -> [UInt8]
  {
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = archive_read_data(archive, &piece, piece.count)
      if count == 0 { return content }
      // A warning counts as well: the check sum does not fit.
      guard count > 0 else { throw .damaged(detail: "\(name): \(Self.message(archive))") }
      guard content.count + count <= limits.maxEntryBytes else {
        throw .entryTooLarge(entry: name, limit: limits.maxEntryBytes)
      }
      guard content.count + count <= room else {
        throw .tooMuchContent(limit: limits.maxTotalBytes)
      }
      content += piece[..<count]
    }
  }

  /// The entry's name, with which case does not count; empty if it cannot be told.
  private static func name(_ entry: OpaquePointer) -> String {
    guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
      return ""
    }
    return String(cString: name).lowercased()
  }

  private static func message(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? ""
  }
}
