public import CaseXML
internal import FoundationEssentials

/// The path of a test input, found from this file so that nothing has to be copied.
public func fixturePath(_ name: String, file: String = #filePath) -> String {
  var parts = file.split(separator: "/", omittingEmptySubsequences: false)
  parts.removeLast(2)
  return (parts + ["Fixtures", Substring(name)]).joined(separator: "/")
}

/// The bytes of a test input such as `Hostile/doctype.xml`.
public func fixture(_ name: String) throws -> [UInt8] {
  try Array(Data(contentsOf: URL(filePath: fixturePath(name))))
}

/// The names of the files in a folder of test inputs, sorted, dot files left out.
public func fixtureNames(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: fixturePath(folder))
    .filter { !$0.hasPrefix(".") }.sorted()
}

/// The document in `text`, which must be well-formed.
public func document(
  _ text: String, names: NameTable = .empty, namespaceNodes: Bool = false
) throws -> XMLDocument {
  try XMLParser(names: names, namespaceNodes: namespaceNodes).parse(Array(text.utf8)).document
}
