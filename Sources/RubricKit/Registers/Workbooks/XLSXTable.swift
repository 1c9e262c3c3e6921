internal import CaseXML

/// A sheet of a workbook (SpreadsheetML, ECMA-376 part 1 §18) as a table.
struct XLSXTable {
  /// Every row to the last that holds anything, with the numbers that the sheet shows.
  let rows: [TableRow]

  /// Reads the sheet of this name, or the first one that is not hidden.
  init(_ bytes: [UInt8], sheet name: String?) throws(WorkbookFault) {
    let parts = try WorkbookParts(bytes)
    guard
      let workbook = try parts.relationships(of: "").first(where: { $0.type == "officeDocument" })
    else { throw .missingPart("xl/workbook.xml") }
    let root = try parts.root(workbook.part, "workbook")
    let relationships = try parts.relationships(of: workbook.part)
    let sheet = try Self.sheet(name, of: root, relationships)
    var reader = SheetReader()
    reader.uses1904 = Self.isTrue(root.first("workbookPr")?.attribute("date1904"))
    if let part = relationships.first(where: { $0.type == "sharedStrings" })?.part {
      reader.strings = try parts.root(part, "sst").children(named: "si").map(CellText.text)
    }
    if let part = relationships.first(where: { $0.type == "styles" })?.part {
      reader.formats = CellFormats(try parts.root(part, "styleSheet"))
    }
    rows = try reader.rows(try parts.root(sheet, "worksheet"))
  }

  /// The part that holds a sheet.
  private static func sheet(
    _ name: String?, of workbook: XMLElement, _ relationships: [WorkbookParts.Relationship]
  ) throws(WorkbookFault) -> String {
    let sheets = (workbook.first("sheets")?.children(named: "sheet") ?? []).compactMap {
      sheet -> (name: String, isHidden: Bool, part: String)? in
      // The attribute's namespace has one name in each edition of the standard; the prefix is free.
      let id = sheet.attributes.first { $0.name.hasSuffix(":id") }?.value
      guard let found = relationships.first(where: { $0.id == id && $0.type == "worksheet" })
      else { return nil }
      let state = sheet.attribute("state") ?? "visible"
      return (sheet.attribute("name") ?? "", state != "visible", found.part)
    }
    guard let name else {
      guard let first = sheets.first(where: { !$0.isHidden }) else { throw .noSheet }
      return first.part
    }
    guard let named = sheets.first(where: { TableText.trimmed($0.name) == name }) else {
      throw .missingSheet(name, known: sheets.map(\.name))
    }
    return named.part
  }

  private static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }
}
