/// An expanded name: namespace (if any) and local part (Namespaces in XML 1.0 §2.1).
public struct ExpandedName: Hashable, Sendable {
  /// The namespace name; nil for a name in no namespace.
  public let uri: String?
  /// The part after the colon, or all of it.
  public let local: String

  /// A name in the namespace `uri`, or in none.
  public init(uri: String? = nil, local: String) {
    self.uri = uri
    self.local = local
  }
}

/// A number standing for an expanded name.
///
/// Numbers below `NameTable.count` mean the same in every document parsed with
/// that table; higher ones only mean something in the document they come from.
@frozen
public struct NameID: Hashable, Sendable {
  /// The number, from 0; negative where a node has no name.
  public let raw: Int32

  /// The name with this number.
  @inlinable public init(raw: Int32) { self.raw = raw }

  /// What nodes without a name have (root, text, comment).
  public static let none = NameID(raw: -1)
}

/// Names known before any document is read, from compiled expressions.
///
/// One table is shared by all workers, so that an expression compiled once
/// finds its names by number in every document.
public final class NameTable: Sendable {
  let entries: [ExpandedName]
  private let ids: [ExpandedName: NameID]

  init(entries: [ExpandedName], ids: [ExpandedName: NameID]) {
    self.entries = entries
    self.ids = ids
  }

  /// The table that knows no name.
  public static let empty = NameTable(entries: [], ids: [:])

  /// How many names there are; their numbers are 0 to before this.
  public var count: Int { entries.count }

  /// The number of a name, or nil when the table does not know it.
  public func id(uri: String? = nil, local: String) -> NameID? {
    ids[ExpandedName(uri: uri, local: local)]
  }

  /// The name with the number `id`, which must be below `count`.
  public subscript(id: NameID) -> ExpandedName { entries[Int(id.raw)] }
}

/// Collects names and freezes them into a `NameTable`.
public struct NameTableBuilder: Sendable {
  private var entries: [ExpandedName] = []
  private var ids: [ExpandedName: NameID] = [:]

  /// A builder without names.
  public init() {}

  /// The number of the name, new or already there. An empty `uri` is none.
  public mutating func intern(uri: String? = nil, local: String) -> NameID {
    let name = ExpandedName(uri: uri == "" ? nil : uri, local: local)
    if let known = ids[name] { return known }
    let id = NameID(raw: Int32(entries.count))
    entries.append(name)
    ids[name] = id
    return id
  }

  /// The table of all names so far.
  public func freeze() -> NameTable { NameTable(entries: entries, ids: ids) }
}
