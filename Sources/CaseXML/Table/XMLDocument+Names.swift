extension XMLDocument {
  /// The expanded name behind a number of this document or of its table.
  public func expandedName(_ id: NameID) -> ExpandedName {
    let index = Int(id.raw)
    return index < names.count ? names.entries[index] : extraNames[index - names.count]
  }

  /// The local part of a name; empty for `NameID.none`.
  public func localName(_ id: NameID) -> String {
    id.raw < 0 ? "" : expandedName(id).local
  }

  /// The namespace of a name; nil when it is in none.
  public func uri(_ id: NameID) -> String? {
    id.raw < 0 ? nil : expandedName(id).uri
  }

  /// The number of a name in this document; nil when no node has it and the table does not know it.
  public func nameID(uri: String? = nil, local: String) -> NameID? {
    if let known = names.id(uri: uri, local: local) { return known }
    let name = ExpandedName(uri: uri, local: local)
    guard let index = extraNames.firstIndex(of: name) else { return nil }
    return NameID(raw: Int32(names.count + index))
  }

  /// The prefix the node's name is written with; nil when it has none.
  public func prefix(_ node: NodeID) -> String? {
    let prefix = Int(rows[Int(node.index)].prefix)
    return prefix == 0 ? nil : prefixes[prefix]
  }

  /// The name as written, with its prefix; empty for nodes without a name.
  public func qualifiedName(_ node: NodeID) -> String {
    let local = localName(name(node))
    guard let prefix = prefix(node) else { return local }
    return prefix + ":" + local
  }
}
