internal import CLibXML2

/// A validity error of libxml2, copied while its callback lasts.
struct SchemaFault {
  let code: UInt32
  let message: String
  /// The arguments of the message, where libxml2 keeps them.
  let arguments: [String?]
  /// The row of the element it is about.
  let event: Int32

  init(_ error: xmlError, event: Int32) {
    code = UInt32(error.code)
    message = oneLine(string(error.message) ?? "")
    arguments = [string(error.str1), string(error.str2), string(error.str3)]
    self.event = event
  }
}

/// What the text of a schema message tells beyond its code:
/// `Element 'a', attribute 'b': … Expected is one of ( c, d ).`
struct SchemaMessage {
  let element: String
  let attribute: String?
  /// What stands after the names.
  let rest: Substring

  init(_ message: String) {
    var rest = message[...]
    element = Self.take("Element '", &rest) ?? ""
    attribute = Self.take(", attribute '", &rest)
    if rest.hasPrefix(": ") { rest = rest.dropFirst(2) }
    self.rest = rest
  }

  private static func take(_ opening: String, _ rest: inout Substring) -> String? {
    guard rest.hasPrefix(opening) else { return nil }
    let body = rest.dropFirst(opening.count)
    guard let end = body.firstIndex(of: "'") else { return nil }
    rest = body[body.index(after: end)...]
    return String(body[..<end])
  }

  /// The names after `Expected is`, without their namespaces.
  var expected: [String] {
    guard let start = rest.range(after: "( "), let end = rest.lastIndex(of: ")") else { return [] }
    guard start < end else { return [] }
    return rest[start..<end].split(separator: ", ").map { name in
      let local = name.lastIndex(of: "}").map { name[name.index(after: $0)...] } ?? name
      return String(local.filter { $0 != " " })
    }
  }

  /// What stands in the last pair of quotation marks.
  var lastQuoted: String? {
    guard let end = rest.lastIndex(of: "'") else { return nil }
    guard let start = rest[..<end].lastIndex(of: "'") else { return nil }
    return String(rest[rest.index(after: start)..<end])
  }
}

extension Substring {
  /// The index after the first `text`.
  fileprivate func range(after text: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return self.index(index, offsetBy: text.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
