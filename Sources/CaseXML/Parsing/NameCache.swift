/// From libxml2's dictionary pointers to our numbers.
///
/// libxml2 interns every name of a parser context, so one name is one pointer for as long as the
/// context lives; the table is a plain open hash over pointers and no text is touched per node.
struct NameCache {
  private struct Slot {
    var local: UInt
    var uri: UInt
    var id: Int32
  }

  let names: NameTable
  /// The names the table does not know, in order of their numbers.
  private(set) var extra: [ExpandedName] = []
  /// The prefixes met; the first stands for none.
  private(set) var prefixes: [String] = [""]
  private var extraIDs: [ExpandedName: Int32] = [:]
  private var prefixSlots: [(pointer: UInt, index: UInt16)] = []
  private var slots: ContiguousArray<Slot>
  private var used = 0

  init(names: NameTable) {
    self.names = names
    slots = ContiguousArray(repeating: Slot(local: 0, uri: 0, id: 0), count: 512)
  }

  /// The number of a name given by its interned parts.
  @inline(__always)
  mutating func id(
    local: UnsafePointer<UInt8>, uri: UnsafePointer<UInt8>?
  ) -> Int32 {
    let localKey = UInt(bitPattern: local)
    let uriKey = UInt(bitPattern: uri)
    let mask = slots.count - 1
    var index = Self.hash(localKey, uriKey) & mask
    while true {
      let slot = slots[index]
      if slot.local == localKey, slot.uri == uriKey { return slot.id }
      if slot.local == 0 { return add(local: local, uri: uri) }
      index = (index + 1) & mask
    }
  }

  /// The index of a prefix given by its interned pointer; nil when there are too many.
  @inline(__always)
  mutating func prefix(_ pointer: UnsafePointer<UInt8>?) -> UInt16? {
    guard let pointer else { return 0 }
    let key = UInt(bitPattern: pointer)
    for slot in prefixSlots where slot.pointer == key { return slot.index }
    guard prefixSlots.count < 1024 else { return nil }
    prefixes.append(String(cString: pointer))
    let index = UInt16(prefixes.count - 1)
    prefixSlots.append((key, index))
    return index
  }

  private static func hash(_ local: UInt, _ uri: UInt) -> Int {
    let mixed = (local ^ (uri &<< 7)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 40)
  }

  /// The number of a name in no namespace that does not come from libxml2's dictionary.
  mutating func id(named local: String) -> Int32 {
    id(ExpandedName(local: local))
  }

  private mutating func id(_ name: ExpandedName) -> Int32 {
    if let known = names.id(uri: name.uri, local: name.local) { return known.raw }
    if let known = extraIDs[name] { return known }
    let id = Int32(names.count + extra.count)
    extra.append(name)
    extraIDs[name] = id
    return id
  }

  private mutating func add(local: UnsafePointer<UInt8>, uri: UnsafePointer<UInt8>?) -> Int32 {
    let id = id(
      ExpandedName(uri: uri.map { String(cString: $0) }, local: String(cString: local)))
    if used * 2 >= slots.count { grow() }
    insert(Slot(local: UInt(bitPattern: local), uri: UInt(bitPattern: uri), id: id))
    used += 1
    return id
  }

  private mutating func insert(_ slot: Slot) {
    let mask = slots.count - 1
    var index = Self.hash(slot.local, slot.uri) & mask
    while slots[index].local != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = ContiguousArray(repeating: Slot(local: 0, uri: 0, id: 0), count: old.count * 2)
    for slot in old where slot.local != 0 { insert(slot) }
  }
}
