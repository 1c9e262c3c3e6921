internal import FoundationEssentials

/// The files of a folder of registers, in the order of their names' bytes.
struct RegisterFolder {
  /// One file.
  struct Entry {
    /// The path as it is cited.
    let name: String
    let path: String

    func bytes() throws(RegisterError) -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw .unreadable(file: name)
      }
      return [UInt8](data)
    }
  }

  let entries: [Entry]

  init(_ folder: String, named name: String) throws(RegisterError) {
    let found: [String]
    do {
      found = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(file: name)
    }
    entries = found.filter { $0.lowercased().hasSuffix(".xml") && !$0.hasPrefix(".") }
      .sorted(by: Paths.precedes)
      .map { Entry(name: Paths.join(name, $0), path: Paths.join(folder, $0)) }
  }
}
