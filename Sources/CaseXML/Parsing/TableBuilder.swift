internal import CLibXML2

/// What the SAX events fill. Lives behind a pointer for the length of one parse, so that the
/// callbacks reach it without reference counting or exclusivity checks.
struct TableBuilder {
  /// Why we ended the parse ourselves; `offset` is where in the source.
  struct Refusal {
    enum Reason { case documentType, depth, text, attributes, attributeValue, namespaces, nodes }
    let reason: Reason
    let offset: Int
  }

  let limits: XMLLimits
  let keepsNamespaces: Bool
  var source: UnsafeBufferPointer<UInt8>
  var rows = ContiguousArray<Row>()
  var text: [UInt8] = []
  var other: [UInt8] = []
  var names: NameCache

  /// The row of the innermost open element, 0 outside the outermost one.
  private(set) var open: Int32 = 0
  /// The row the current event is about; differs from `open` only while an element ends, which is
  /// when the schema reports what is missing in it.
  private(set) var event: Int32 = 0
  /// The text row that more character data would continue, or -1.
  private var run: Int32 = -1
  /// The first source byte after the last markup.
  private var markupEnd: Int32 = 0
  private var depth = 0
  private var scope: [NamespaceBinding] = []
  private var scopeMarks: [Int] = []

  var refusal: Refusal?
  var fault: ParserFault?
  var schemaFaults: [SchemaFault] = []
  var schemaFaultsOmitted = 0

  init(limits: XMLLimits, names: NameCache, keepsNamespaces: Bool) {
    self.limits = limits
    self.names = names
    self.keepsNamespaces = keepsNamespaces
    source = UnsafeBufferPointer(start: nil, count: 0)
  }

  mutating func begin(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    rows = ContiguousArray()
    rows.reserveCapacity(source.count / 20 + 16)
    text = []
    text.reserveCapacity(source.count / 2 + 16)
    other = []
    other.reserveCapacity(source.count / 8 + 16)
    open = 0
    event = 0
    run = -1
    markupEnd = 0
    depth = 0
    scope = []
    scopeMarks = []
    refusal = nil
    fault = nil
    schemaFaults = []
    schemaFaultsOmitted = 0
    rows.append(
      Row(
        kind: .root, name: -1, prefix: 0, parent: -1, end: 1, offset: 0, textStart: 0, textEnd: 0))
  }

  mutating func finish() {
    rows[0].end = Int32(rows.count)
    rows[0].textEnd = Int32(text.count)
  }

  mutating func startDocument(at offset: Int) {
    markupEnd = Int32(offset)
  }

  mutating func documentType() {
    refuse(.documentType, at: Int(markup()))
  }

  mutating func startElement(
    local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, uri: UnsafePointer<UInt8>?,
    namespaceCount: Int, namespaces: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    attributeCount: Int, attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    at offset: Int, namespacesInScope: Int
  ) {
    let start = markup()
    depth += 1
    guard depth <= limits.maxDepth else { return refuse(.depth, at: Int(start)) }
    guard attributeCount + namespaceCount <= limits.maxAttributes else {
      return refuse(.attributes, at: Int(start))
    }
    guard namespacesInScope <= limits.maxNamespaces, let prefixIndex = names.prefix(prefix) else {
      return refuse(.namespaces, at: Int(start))
    }
    let element = Int32(rows.count)
    let textStart = Int32(text.count)
    rows.append(
      Row(
        kind: .element, name: names.id(local: local, uri: uri), prefix: prefixIndex, parent: open,
        end: element + 1, offset: start, textStart: textStart, textEnd: textStart))
    if keepsNamespaces { addNamespaces(namespaceCount, namespaces, of: element, at: start) }
    if let attributes {
      for number in 0..<attributeCount {
        addAttribute(attributes + number * 5, of: element, at: start)
      }
    }
    open = element
    event = element
    markupEnd = Int32(offset)
    if offset < source.count, source[offset] == UInt8(ascii: ">") { markupEnd += 1 }
    if rows.count > limits.maxNodes { refuse(.nodes, at: Int(start)) }
  }

  private mutating func addAttribute(
    _ attribute: UnsafeMutablePointer<UnsafePointer<UInt8>?>, of element: Int32, at start: Int32
  ) {
    guard let local = attribute[0], let value = attribute[3], let valueEnd = attribute[4] else {
      return
    }
    guard let prefix = names.prefix(attribute[1]) else {
      return refuse(.namespaces, at: Int(start))
    }
    let length = valueEnd - value
    if length > limits.maxAttributeBytes { refuse(.attributeValue, at: Int(start)) }
    let valueStart = Int32(other.count)
    other.append(contentsOf: UnsafeBufferPointer(start: value, count: length))
    let index = Int32(rows.count)
    rows.append(
      Row(
        kind: .attribute, name: names.id(local: local, uri: attribute[2]), prefix: prefix,
        parent: element, end: index + 1, offset: start, textStart: valueStart,
        textEnd: Int32(other.count)))
  }

  mutating func endElement(at offset: Int) {
    guard open > 0 else { return }
    rows[Int(open)].end = Int32(rows.count)
    rows[Int(open)].textEnd = Int32(text.count)
    event = open
    open = rows[Int(open)].parent
    run = -1
    markupEnd = Int32(offset)
    depth -= 1
    if keepsNamespaces, let mark = scopeMarks.popLast() { scope.removeSubrange(mark...) }
  }

  mutating func characters(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    event = open
    guard count > 0 else { return }
    if run < 0 {
      run = Int32(rows.count)
      let start = Int32(text.count)
      rows.append(
        Row(
          kind: .text, name: -1, prefix: 0, parent: open, end: run + 1, offset: markupEnd,
          textStart: start, textEnd: start))
    }
    text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    rows[Int(run)].textEnd = Int32(text.count)
    let begin = rows[Int(run)].textStart
    if text.count - Int(begin) > limits.maxTextBytes {
      refuse(.text, at: Int(rows[Int(run)].offset))
    }
  }

  /// The characters of a CDATA section, whose end is at `offset`.
  mutating func cdata(_ bytes: UnsafePointer<UInt8>, _ count: Int, at offset: Int) {
    characters(bytes, count)
    markupEnd = Int32(offset)
  }

  /// A comment, or a processing instruction when there is a `target`.
  mutating func leaf(
    target: UnsafePointer<UInt8>?, value: UnsafePointer<UInt8>?, at offset: Int
  ) {
    let start = markup()
    event = open
    markupEnd = Int32(offset)
    let valueStart = Int32(other.count)
    if let value {
      let length = length(of: value)
      if length > limits.maxTextBytes { refuse(.text, at: Int(start)) }
      other.append(contentsOf: UnsafeBufferPointer(start: value, count: length))
    }
    let index = Int32(rows.count)
    rows.append(
      Row(
        kind: target == nil ? .comment : .processingInstruction,
        name: target.map { names.id(local: $0, uri: nil) } ?? -1, prefix: 0, parent: open,
        end: index + 1, offset: start, textStart: valueStart, textEnd: Int32(other.count)))
    if rows.count > limits.maxNodes { refuse(.nodes, at: Int(start)) }
  }

  /// The `<` of the markup that was just read: character data holds no raw `<` and the end of a
  /// CDATA section counts as the end of markup, so it is the next one.
  private mutating func markup() -> Int32 {
    run = -1
    let from = Int(markupEnd)
    guard from < source.count, let base = source.baseAddress,
      let found = memchr(base + from, Int32(UInt8(ascii: "<")), source.count - from)
    else { return markupEnd }
    return Int32(UnsafeRawPointer(found) - UnsafeRawPointer(base))
  }

  /// Ends the parse; the first reason stands. The callers stop libxml2 when they see it.
  mutating func refuse(_ reason: Refusal.Reason, at offset: Int) {
    if refusal == nil { refusal = Refusal(reason: reason, offset: offset) }
  }

  private struct NamespaceBinding {
    let prefix: UnsafePointer<UInt8>?
    let uri: UnsafePointer<UInt8>?
  }

  /// The namespaces in scope as rows, nearest first, each prefix once; `xml` is always in scope
  /// (XPath 1.0 §5.4).
  private mutating func addNamespaces(
    _ count: Int, _ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, of element: Int32,
    at start: Int32
  ) {
    scopeMarks.append(scope.count)
    if let pairs {
      for number in 0..<count {
        scope.append(NamespaceBinding(prefix: pairs[number * 2], uri: pairs[number * 2 + 1]))
      }
    }
    var seen: [UnsafePointer<UInt8>?] = []
    for binding in scope.reversed() where !seen.contains(binding.prefix) {
      seen.append(binding.prefix)
      // xmlns="" takes the default namespace out of scope.
      guard let uri = binding.uri, uri.pointee != 0 else { continue }
      let name = binding.prefix.map { names.id(local: $0, uri: nil) } ?? names.id(named: "")
      addNamespace(
        name, UnsafeBufferPointer(start: uri, count: length(of: uri)), of: element, start)
    }
    let uri = Array("http://www.w3.org/XML/1998/namespace".utf8)
    let name = names.id(named: "xml")
    uri.withUnsafeBufferPointer { addNamespace(name, $0, of: element, start) }
  }

  private mutating func addNamespace(
    _ name: Int32, _ uri: UnsafeBufferPointer<UInt8>, of element: Int32, _ start: Int32
  ) {
    let valueStart = Int32(other.count)
    other.append(contentsOf: uri)
    let index = Int32(rows.count)
    rows.append(
      Row(
        kind: .namespace, name: name, prefix: 0, parent: element, end: index + 1, offset: start,
        textStart: valueStart, textEnd: Int32(other.count)))
  }

  private func length(of text: UnsafePointer<UInt8>) -> Int {
    text.withMemoryRebound(to: CChar.self, capacity: 1) { strlen($0) }
  }
}
