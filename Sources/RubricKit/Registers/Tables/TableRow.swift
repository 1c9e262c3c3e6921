/// One row of a table; rows are counted from 1, as a spreadsheet shows them.
struct TableRow: Equatable {
  let number: Int
  var cells: [String]
  /// What is wrong with cells, by their index: it counts only where the cell is read.
  var faults: [Int: LocalizedText] = [:]

  var isBlank: Bool { faults.isEmpty && cells.allSatisfy { TableText.trimmed($0).isEmpty } }
}

/// The formats in which tables are kept.
enum TableFormat: String, CaseIterable {
  case csv = ".csv"
  case xlsx = ".xlsx"

  /// By how the file's name ends.
  init?(ofFile name: String) {
    let lower = name.lowercased()
    guard let format = Self.allCases.first(where: { lower.hasSuffix($0.rawValue) }) else {
      return nil
    }
    self = format
  }

  /// The file's name without its ending.
  func stem(of name: String) -> String { String(name.dropLast(rawValue.count)) }

  /// What to do where a row has more cells than there are headers.
  var surplus: LocalizedText {
    switch self {
    case .csv:
      LocalizedText(
        zh: "单元格比标题多；含有逗号的内容应放在引号内",
        en: "more cells than headers; put a text with commas between quotation marks")
    case .xlsx:
      LocalizedText(
        zh: "单元格比标题多；请给该列写上标题，或者清除多余的内容",
        en: "more cells than headers; give the column a header or clear what is too much")
    }
  }
}
