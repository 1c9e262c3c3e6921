/// The nodes of one kind by name, each list in document order: a counting sort of the rows.
@usableFromInline
struct NameIndex: Sendable {
  @usableFromInline let starts: [Int32]
  @usableFromInline let nodes: [NodeID]

  init(rows: ContiguousArray<Row>, kind: NodeKind, nameCount: Int) {
    var starts = [Int32](repeating: 0, count: nameCount + 2)
    for row in rows where row.kind == kind { starts[Int(row.name) + 2] += 1 }
    for name in 1..<starts.count { starts[name] += starts[name - 1] }
    nodes = [NodeID](unsafeUninitializedCapacity: Int(starts[nameCount + 1])) { buffer, count in
      for index in 0..<rows.count where rows[index].kind == kind {
        let slot = Int(rows[index].name) + 1
        buffer.initializeElement(at: Int(starts[slot]), to: NodeID(index: Int32(index)))
        starts[slot] += 1
      }
      count = buffer.count
    }
    self.starts = starts
  }

  @inlinable
  func nodes(named name: NameID) -> ArraySlice<NodeID> {
    guard name.raw >= 0, Int(name.raw) + 1 < starts.count else { return [] }
    return nodes[Int(starts[Int(name.raw)])..<Int(starts[Int(name.raw) + 1])]
  }
}
