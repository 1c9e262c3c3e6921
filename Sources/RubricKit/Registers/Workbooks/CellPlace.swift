/// Where a cell stands, from a reference such as `AB12`.
struct CellPlace: Equatable {
  /// The last row and the number of columns that a sheet may have.
  static let lastRow = 1_048_576
  static let columns = 16_384

  /// From 1.
  let row: Int
  /// From 0.
  let column: Int

  init?(_ reference: some StringProtocol) {
    let letters = reference.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    let digits = reference.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), digits.allSatisfy(DecimalText.isDigit),
      let row = Int(String(decoding: digits, as: UTF8.self)), (1...Self.lastRow).contains(row)
    else { return nil }
    let number = letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
    guard number <= Self.columns else { return nil }
    self.row = row
    column = number - 1
  }

  /// What a sheet shows above a column, which is counted from 0.
  static func letters(ofColumn column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
