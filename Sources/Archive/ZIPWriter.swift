internal import CArchive

/// Writes ZIP archives in memory. The same entries give the same bytes on every machine: they carry no
/// time, and the order is the caller's.
public enum ZIPWriter {
  /// The archive of some entries.
  ///
  /// - Throws: `ArchiveError` where libarchive cannot write, which only lack of memory brings about.
  public static func archive(_ entries: [(name: String, bytes: [UInt8])]) throws(ArchiveError)
    -> [UInt8]
  {
    // Deflating may make small entries larger by a few bytes; names stand twice.
    let room = entries.reduce(65_536) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 1_024 }
    var buffer = [UInt8](repeating: 0, count: room)
    let used = buffer.withUnsafeMutableBytes { memory in
      Result { () throws(ArchiveError) in try write(entries, to: memory) }
    }
    return Array(buffer.prefix(try used.get()))
  }

  private static func write(
    _ entries: [(name: String, bytes: [UInt8])], to memory: UnsafeMutableRawBufferPointer
  ) throws(ArchiveError) -> Int {
    guard let archive = archive_write_new() else { throw .damaged(detail: "out of memory") }
    defer { archive_write_free(archive) }
    func check(_ code: Int32) throws(ArchiveError) {
      guard code == ARCHIVE_OK else {
        throw .damaged(detail: archive_error_string(archive).map { String(cString: $0) } ?? "")
      }
    }
    var used = 0
    try check(archive_write_set_format_zip(archive))
    // Without extra fields for owners and times, which differ between machines.
    try check(archive_write_set_format_option(archive, "zip", "experimental", nil))
    try check(archive_write_open_memory(archive, memory.baseAddress, memory.count, &used))
    for entry in entries { try write(entry, to: archive, check) }
    try check(archive_write_close(archive))
    return used
  }

  private static func write(
    _ one: (name: String, bytes: [UInt8]), to archive: OpaquePointer,
    _ check: (Int32) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    guard let entry = archive_entry_new() else { throw .damaged(detail: "out of memory") }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname_utf8(entry, one.name)
    archive_entry_set_size(entry, Int64(one.bytes.count))
    archive_entry_set_filetype(entry, UInt32(S_IFREG))
    archive_entry_set_perm(entry, 0o644)
    try check(archive_write_header(archive, entry))
    let written = one.bytes.withUnsafeBytes {
      archive_write_data(archive, $0.baseAddress, $0.count)
    }
    guard written == one.bytes.count else { throw .damaged(detail: one.name) }
    try check(archive_write_finish_entry(archive))
  }
}
