import TestSupport

/// The rows of a test input in tab-separated columns; lines that begin with `#` are remarks.
func tabSeparated(_ name: String, columns: Int) throws -> [[String]] {
  let text = String(decoding: try fixture(name), as: UTF8.self)
  return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
    let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard row.count == columns else { throw BadRow(text: String(line)) }
    return row
  }
}

struct BadRow: Error { let text: String }
