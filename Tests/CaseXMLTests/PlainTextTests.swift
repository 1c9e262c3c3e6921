import CaseXML
import Testing

@Suite("Text that does not say its encoding") struct PlainTextTests {
  /// 甲,1
  static let utf8: [UInt8] = [0xE7, 0x94, 0xB2, 0x2C, 0x31]
  static let gbk: [UInt8] = [0xBC, 0xD7, 0x2C, 0x31]

  @Test(
    "is read by its byte order mark, as UTF-8 where it is, and else as GB 18030",
    arguments: [
      utf8, [0xEF, 0xBB, 0xBF] + utf8, gbk, [0xFF, 0xFE, 0x32, 0x75, 0x2C, 0x00, 0x31, 0x00],
      [0xFE, 0xFF, 0x75, 0x32, 0x00, 0x2C, 0x00, 0x31],
    ])
  func read(bytes: [UInt8]) throws {
    #expect(try PlainText.utf8(bytes) == Self.utf8)
  }

  @Test("is read as whoever knows says, where that is possible") func named() throws {
    #expect(try PlainText.utf8(Self.gbk, as: .gb18030) == Self.utf8)
    #expect(throws: XMLError.self) { try PlainText.utf8(Self.gbk, as: .utf8) }
    // Two bytes that are one character of UTF-8 and another of GBK.
    #expect(try PlainText.utf8([0xC2, 0xA9]) == [0xC2, 0xA9])
    #expect(try PlainText.utf8([0xC2, 0xA9], as: .gb18030) != [0xC2, 0xA9])
  }

  @Test(
    "is refused where it is nothing of that", arguments: [[0x31, 0xFF], [0xEF, 0xBB, 0xBF, 0xBC]])
  func refused(bytes: [UInt8]) {
    #expect(throws: XMLError.self) { try PlainText.utf8(bytes) }
  }
}
