internal import CaseXML

/// Where a register that was made from a table has its parts from.
struct TableOrigin: Sendable {
  /// From which column of the table the text came that begins here.
  struct Mark: Sendable {
    /// Column in the line of XML, in code points from 1.
    let start: Int
    /// Column of the table, from 0; nil where nothing of the table stands.
    let column: Int?
  }

  let file: String
  let headers: [String]
  var marks: [Int: [Mark]] = [:]

  init(file: String, headers: [String]) {
    self.file = file
    self.headers = headers
  }

  /// The error as it concerns the table: row, column, and the column's header in words.
  func relocated(_ error: RegisterError) -> RegisterError {
    if case .repeatedKind = error { return error }
    return .table(
      file: file,
      error.problems.map { problem in
        let row = problem.position.line
        let column = (marks[row] ?? []).last { $0.start <= problem.position.column }?.column
        return Self.problem(
          file: file, row: row, column: column,
          column.flatMap { $0 < headers.count ? headers[$0] : nil }, problem.message)
      })
  }

  /// A fault of a cell, named as the spreadsheet names it.
  static func cellProblem(file: String, row: Int, column: Int, _ message: LocalizedText)
    -> RubricProblem
  {
    let letters = CellPlace.letters(ofColumn: column)
    return RubricProblem(
      "table", file: file, position: SourcePosition(line: row, column: column + 1),
      zh: "第\(row)行 \(letters)列：\(message.zh)",
      en: "row \(row), column \(letters): \(message.en)")
  }

  static func problem(
    file: String, row: Int, column: Int?, _ header: String?, _ message: LocalizedText
  ) -> RubricProblem {
    let zh = header.map { "“\($0)”列" } ?? ""
    let en = header.map { ", column “\($0)”" } ?? ""
    return RubricProblem(
      "table", file: file, position: SourcePosition(line: row, column: (column ?? 0) + 1),
      zh: "第\(row)行\(zh)：\(message.zh)", en: "row \(row)\(en): \(message.en)")
  }
}
