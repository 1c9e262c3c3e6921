internal import CaseXML
internal import FoundationEssentials

/// The registers of a folder, in the order of their names' bytes: `*.xml`, and `*.csv` with the map
/// of columns `*.columns.xml` beside it.
struct RegisterFolder {
  /// One register.
  struct Entry {
    /// The path as it is cited.
    let name: String
    let path: String
    /// The map of a table's columns; nil: there is none.
    let columns: (name: String, path: String)?

    /// The register as it is read from its file.
    func file(_ schema: RegisterSchema?) throws(RegisterError) -> RegisterFile {
      let bytes = try Self.bytes(path, name)
      guard name.lowercased().hasSuffix(RegisterFolder.table) else {
        return try RegisterFile(bytes, name: name)
      }
      guard let schema else { throw .unreadable(file: name) }
      return try table(bytes, schema)
    }

    private func table(_ bytes: [UInt8], _ schema: RegisterSchema) throws(RegisterError)
      -> RegisterFile
    {
      var source = bytes
      let map: ColumnMap
      if let columns {
        let content = try Self.bytes(columns.path, columns.name)
        source += content
        map = try ColumnMap(content, file: columns.name, schema: schema)
      } else {
        let stem = Paths.name(of: name).dropLast(RegisterFolder.table.count)
        map = try ColumnMap(tableNamed: String(stem), file: name, schema: schema)
      }
      guard let layout = schema.layouts[map.kind] else { throw .unreadable(file: name) }
      let table: CSVTable
      do {
        table = try CSVTable(
          try PlainText.utf8(bytes, as: map.encoding), delimiter: map.delimiter)
      } catch let fault as CSVTable.Fault {
        throw .table(
          file: name,
          [
            TableOrigin.problem(
              file: name, row: fault.row, column: nil, nil, fault.message)
          ])
      } catch let error as XMLError {
        throw .xml(file: name, error)
      } catch {
        throw .unreadable(file: name)
      }
      let made = try TableReader(file: name, map: map, layout: layout).register(table)
      do {
        return try RegisterFile(
          made.xml, name: name, digest: Digest.sha256(source), origin: made.origin)
      } catch {
        throw made.origin.relocated(error)
      }
    }

    private static func bytes(_ path: String, _ name: String) throws(RegisterError) -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw .unreadable(file: name)
      }
      return [UInt8](data)
    }
  }

  static let table = ".csv"
  private static let columns = ".columns.xml"

  let entries: [Entry]

  init(_ folder: String, named name: String) throws(RegisterError) {
    let found: [String]
    do {
      found = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(file: name)
    }
    let wanted = found.filter { entry in
      let lower = entry.lowercased()
      return !entry.hasPrefix(".") && !lower.hasSuffix(Self.columns)
        && (lower.hasSuffix(".xml") || lower.hasSuffix(Self.table))
    }
    entries = wanted.sorted(by: Paths.precedes).map { entry in
      let map = entry.dropLast(Self.table.count) + Self.columns
      let isMapped = entry.lowercased().hasSuffix(Self.table) && found.contains(String(map))
      return Entry(
        name: Paths.join(name, entry), path: Paths.join(folder, entry),
        columns: isMapped
          ? (Paths.join(name, String(map)), Paths.join(folder, String(map))) : nil)
    }
  }
}
