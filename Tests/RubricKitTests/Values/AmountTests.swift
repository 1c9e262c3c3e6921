import RubricKit
import Testing

@Suite("Amounts") struct AmountTests {
  @Test(
    "are read to the fen and printed with two decimals or none",
    arguments: [
      ("12300", 1_230_000, "12300"), ("12300.5", 1_230_050, "12300.50"),
      ("0.05", 5, "0.05"), ("-0.05", -5, "-0.05"), ("-3.00", -300, "-3"), ("0", 0, "0"),
      ("92233720368547758.07", Int64.max, "92233720368547758.07"),
    ])
  func readAndPrinted(text: String, fen: Int64, printed: String) throws {
    let amount = try Amount(text)
    #expect(amount.fen == fen)
    #expect(amount.description == printed)
  }

  @Test("finer than a fen are an error, even with zeros") func tooFine() {
    #expect(throws: ValueError.tooFine(.amount, text: "1.005")) { try Amount("1.005") }
    #expect(throws: ValueError.tooFine(.amount, text: "1.000")) { try Amount("1.000") }
  }

  @Test(
    "refuse anything but plain yuan",
    arguments: [
      "", "300元", "1,000.00", "1e3", "+5", "５", "1.", "12abc", "0x10", "NaN", "00.5",
    ])
  func malformed(text: String) {
    #expect(throws: ValueError.malformed(.amount, text: text)) { try Amount(text) }
  }

  @Test("too large for 64 bits are out of range") func tooLarge() {
    #expect(throws: ValueError.outOfRange(.amount, text: "92233720368547758.08")) {
      try Amount("92233720368547758.08")
    }
    #expect(throws: ValueError.self) { try Amount(fen: .max).adding(Amount(fen: 1)) }
    #expect(throws: ValueError.self) { try Amount(fen: .min).subtracting(Amount(fen: 1)) }
    #expect(throws: ValueError.self) { try Amount(fen: .max).multiplied(by: Fraction(2)) }
  }

  @Test("times a ratio round once to the fen, halves up") func times() throws {
    let threePercent = try Fraction(3, over: 100)
    #expect(try Amount("5000").multiplied(by: threePercent) == Amount("150"))
    #expect(try Amount("0.50").multiplied(by: threePercent) == Amount("0.02"))
    #expect(try Amount("0.49").multiplied(by: threePercent) == Amount("0.01"))
    #expect(try Amount("-0.50").multiplied(by: threePercent) == Amount("-0.02"))
  }

  @Test("are grouped by thousands for people") func text() throws {
    #expect(try Amount("1234567.50").text(.zh) == "1,234,567.50元")
    #expect(try Amount("-1000").text(.en) == "CNY -1,000")
    #expect(try Amount("999").text(.zh) == "999元")
  }
}
