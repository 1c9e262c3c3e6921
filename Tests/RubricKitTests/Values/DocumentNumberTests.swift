import RubricKit
import Testing

@Suite("Document numbers") struct DocumentNumberTests {
  @Test(
    "have prefix, year and sequence",
    arguments: [
      ("示环罚〔2024〕12号", "示环罚", 2024, 12), ("示政综〔2026〕2号", "示政综", 2026, 2),
      ("示市监查（扣）〔2025〕100号", "示市监查（扣）", 2025, 100),
      ("示住建解查(扣)〔2025〕1号", "示住建解查(扣)", 2025, 1),
    ])
  func valid(text: String, prefix: String, year: Int, sequence: Int) throws {
    let number = try DocumentNumber(text)
    #expect(number.prefix == prefix)
    #expect(number.year == year)
    #expect(number.sequence == sequence)
    #expect(number.isValid)
    #expect(number.normalized == text)
  }

  @Test(
    "are read with their flaws named",
    arguments: [
      ("示环罚[2024]12号", [DocumentNumber.Flaw.squareBrackets]),
      ("示环罚［2024］12号", [.squareBrackets]), ("示环罚【2024】12号", [.lenticularBrackets]),
      ("示环罚（2024）12号", [.roundBrackets]), ("示环罚(2024)12号", [.roundBrackets]),
      ("示环罚﹝2024﹞12号", [.otherBrackets]), ("示环罚〔2024〕第12号", [.wordsZiDi]),
      ("示环罚字〔2024〕12号", [.wordsZiDi]), ("示环罚字〔2024〕第12号", [.wordsZiDi]),
      ("示环罚〔2024〕012号", [.leadingZeros]), ("示环罚〔２０２４〕１２号", [.fullWidthDigits]),
      ("示环罚〔2024〕 12号", [.blanks]),
      ("示环罚字[2024]第012号", [.squareBrackets, .wordsZiDi, .leadingZeros]),
    ])
  func flawed(text: String, flaws: [DocumentNumber.Flaw]) throws {
    let number = try DocumentNumber(text)
    #expect(number.flaws == Set(flaws))
    #expect(!number.isValid)
    #expect(number.normalized == "示环罚〔2024〕12号")
  }

  @Test(
    "refuse what is no document number",
    arguments: [
      "", "号", "示环罚2024年12号", "示环罚〔2024〕12", "示环罚〔24〕12号", "〔2024〕12号",
      "示环罚〔2024〕号", "示环罚〔2024〕0号", "示环罚〔2024]12号", "ABC〔2024〕12号", "示环罚〔2024〕12-1号",
      "示环罚〔2024〕12号之一", "示环罚〔2024〕1234567890号", "示环罚〔20x4〕12号", "字〔2024〕12号", "〔号",
    ])
  func refused(text: String) {
    #expect(throws: ValueError.malformed(.documentNumber, text: text)) { try DocumentNumber(text) }
  }
}
