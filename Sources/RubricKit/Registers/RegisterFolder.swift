internal import CaseXML
internal import FoundationEssentials

/// The registers of a folder, in the order of their names' bytes: `*.xml`, and the tables `*.csv` and
/// `*.xlsx` with the map of columns `*.columns.xml` beside it.
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
      guard let format = TableFormat(ofFile: name) else {
        return try RegisterFile(bytes, name: name)
      }
      guard let schema else { throw .unreadable(file: name) }
      return try table(bytes, format, schema)
    }

    private func table(_ bytes: [UInt8], _ format: TableFormat, _ schema: RegisterSchema)
      throws(RegisterError) -> RegisterFile
    {
      var source = bytes
      let map: ColumnMap
      if let columns {
        let content = try Self.bytes(columns.path, columns.name)
        source += content
        map = try ColumnMap(content, file: columns.name, schema: schema)
        if let surplus = map.surplus(for: format) {
          throw .invalid(file: columns.name, map.position, .unexpected("@" + surplus))
        }
      } else {
        let stem = format.stem(of: Paths.name(of: name))
        map = try ColumnMap(tableNamed: stem, file: name, schema: schema)
      }
      guard let layout = schema.layouts[map.kind] else { throw .unreadable(file: name) }
      let rows = try rows(bytes, format, map)
      let made = try TableReader(file: name, map: map, layout: layout, format: format)
        .register(rows)
      do {
        return try RegisterFile(
          made.xml, name: name, digest: Digest.sha256(source), origin: made.origin)
      } catch {
        throw made.origin.relocated(error)
      }
    }

    private func rows(_ bytes: [UInt8], _ format: TableFormat, _ map: ColumnMap)
      throws(RegisterError) -> [TableRow]
    {
      do {
        switch format {
        case .csv:
          let text = try PlainText.utf8(bytes, as: map.encoding)
          return try CSVTable(text, delimiter: map.delimiter ?? CSVTable.comma).rows
        case .xlsx:
          return try XLSXTable(bytes, sheet: map.sheet).rows
        }
      } catch let fault as CSVTable.Fault {
        throw .table(
          file: name,
          [TableOrigin.problem(file: name, row: fault.row, column: nil, nil, fault.message)])
      } catch let fault as WorkbookFault {
        throw .workbook(file: name, fault)
      } catch let error as XMLError {
        throw .xml(file: name, error)
      } catch {
        throw .unreadable(file: name)
      }
    }

    private static func bytes(_ path: String, _ name: String) throws(RegisterError) -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw .unreadable(file: name)
      }
      return [UInt8](data)
    }
  }

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
      // `~$NAME.xlsx` says that someone has the workbook open.
      return !entry.hasPrefix(".") && !entry.hasPrefix("~$") && !lower.hasSuffix(Self.columns)
        && (lower.hasSuffix(".xml") || TableFormat(ofFile: entry) != nil)
    }
    entries = wanted.sorted(by: Paths.precedes).map { entry in
      let map = TableFormat(ofFile: entry).map { $0.stem(of: entry) + Self.columns }
      return Entry(
        name: Paths.join(name, entry), path: Paths.join(folder, entry),
        columns: map.flatMap { map in
          found.contains(map) ? (Paths.join(name, map), Paths.join(folder, map)) : nil
        })
    }
  }
}
