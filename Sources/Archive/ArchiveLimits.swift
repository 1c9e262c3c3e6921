/// How much an archive may ask for before it is refused.
///
/// A register of a county has about ten entries and unpacks to a few megabytes.
public struct ArchiveLimits: Sendable, Hashable {
  /// The size of the archive itself in bytes.
  public var maxBytes: Int
  /// The number of entries, read or not.
  public var maxEntries: Int
  /// The size of one entry in bytes, unpacked.
  public var maxEntryBytes: Int
  /// The size of all entries that are read in bytes, unpacked.
  public var maxTotalBytes: Int

  /// The given limits; see the properties for their units.
  public init(
    maxBytes: Int = 32 << 20, maxEntries: Int = 4096, maxEntryBytes: Int = 64 << 20,
    maxTotalBytes: Int = 128 << 20
  ) {
    self.maxBytes = maxBytes
    self.maxEntries = maxEntries
    self.maxEntryBytes = maxEntryBytes
    self.maxTotalBytes = maxTotalBytes
  }
}
