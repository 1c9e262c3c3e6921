internal import CaseXML
internal import FoundationEssentials

/// A table that somebody filled in, read by the headers of its first row that holds them.
public struct Spreadsheet: Sendable {
  /// A row below the headers.
  public struct Row: Sendable {
    /// As a spreadsheet counts, from 1.
    public let number: Int
    private let cells: [String: String]

    init(number: Int, cells: [String: String]) {
      self.number = number
      self.cells = cells
    }

    /// The cell below a header, without blanks at its ends; empty where there is none.
    public subscript(header: String) -> String { cells[header] ?? "" }
  }

  /// A table that cannot be read.
  public struct Failure: Error, Sendable, Hashable {
    /// What is wrong, where, and what to do.
    public let message: LocalizedText
  }

  /// The rows that hold anything, in order.
  public let rows: [Row]
  /// SHA-256 of the file.
  public let digest: String

  /// Reads a `.csv` (UTF-8) or `.xlsx` file.
  ///
  /// - Parameter needed: headers that must all stand in one row; what is above it is passed over.
  public init(_ path: String, headers needed: [String]) throws(Failure) {
    guard let format = TableFormat(ofFile: path) else {
      throw Failure(
        message: LocalizedText(
          zh: "\(path)：只能读取 .xlsx 和 .csv", en: "\(path): only .xlsx and .csv can be read"))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(message: LocalizedText(zh: "无法读取 \(path)", en: "cannot read \(path)"))
    }
    let bytes = [UInt8](data)
    digest = Digest.sha256(bytes)
    let table = try Spreadsheet.table(bytes, format, path)
    let head = table.firstIndex { row in
      let cells = row.cells.map(TableText.trimmed)
      return needed.allSatisfy(cells.contains)
    }
    guard let head else {
      let list = needed.joined(separator: "、")
      throw Failure(
        message: LocalizedText(
          zh: "\(path)：没有一行同时有标题 \(list)", en: "\(path): no row has the headers \(list)"))
    }
    let headers = table[head].cells.map(TableText.trimmed)
    rows = table.dropFirst(head + 1).filter { !$0.isBlank }.map { row in
      Row(
        number: row.number,
        cells: Dictionary(
          zip(headers, row.cells.map(TableText.trimmed)), uniquingKeysWith: { first, _ in first }))
    }
  }

  private static func table(_ bytes: [UInt8], _ format: TableFormat, _ path: String)
    throws(Failure) -> [TableRow]
  {
    do {
      switch format {
      case .csv: return try CSVTable(try PlainText.utf8(bytes, as: nil)).rows
      case .xlsx: return try XLSXTable(bytes, sheet: nil).rows
      }
    } catch let fault as CSVTable.Fault {
      throw Failure(
        message: LocalizedText(
          zh: "\(path)第\(fault.row)行：\(fault.message.zh)",
          en: "\(path), row \(fault.row): \(fault.message.en)"))
    } catch let fault as WorkbookFault {
      throw Failure(
        message: LocalizedText(
          zh: "\(path)：\(fault.message.zh)", en: "\(path): \(fault.message.en)"))
    } catch {
      throw Failure(
        message: LocalizedText(zh: "\(path)：编码无法识别", en: "\(path): unknown encoding"))
    }
  }
}
