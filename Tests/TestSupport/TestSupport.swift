public import CaseXML

/// The folder of test inputs, found from this file so that nothing has to be copied.
public func fixturePath(_ name: String, file: String = #filePath) -> String {
  var parts = file.split(separator: "/", omittingEmptySubsequences: false)
  parts.removeLast(2)
  return (parts + ["Fixtures", Substring(name)]).joined(separator: "/")
}

/// The document in `text`, which must be well-formed.
public func document(
  _ text: String, names: NameTable = .empty, namespaceNodes: Bool = false
) throws -> XMLDocument {
  try XMLParser(names: names, namespaceNodes: namespaceNodes).parse(Array(text.utf8)).document
}
