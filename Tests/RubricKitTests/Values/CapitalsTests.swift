import RubricKit
import Testing

@Suite("Amounts in Chinese capitals") struct CapitalsTests {
  @Test(
    "are written in the normal form of offices",
    arguments: [
      ("12300", "人民币壹万贰仟叁佰元整"), ("0", "人民币零元整"), ("0.50", "人民币伍角整"),
      ("0.05", "人民币伍分"), ("1.05", "人民币壹元零伍分"), ("1.50", "人民币壹元伍角整"),
      ("1409.50", "人民币壹仟肆佰零玖元伍角整"), ("6007.14", "人民币陆仟零柒元壹角肆分"),
      ("1680.32", "人民币壹仟陆佰捌拾元叁角贰分"), ("107000.53", "人民币壹拾万柒仟元伍角叁分"),
      ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"), ("325.04", "人民币叁佰贰拾伍元零肆分"),
      ("10", "人民币壹拾元整"), ("10700", "人民币壹万零柒佰元整"), ("10007", "人民币壹万零柒元整"),
      ("1000700", "人民币壹佰万零柒佰元整"), ("10000000", "人民币壹仟万元整"),
      ("100000007", "人民币壹亿零柒元整"), ("100010000", "人民币壹亿零壹万元整"),
      ("110000000", "人民币壹亿壹仟万元整"), ("1000000000000", "人民币壹万亿元整"),
      ("1000100000000", "人民币壹万零壹亿元整"), ("-300", "人民币负叁佰元整"),
    ])
  func written(amount: String, text: String) throws {
    #expect(try Capitals.text(Amount(amount)) == text)
  }

  @Test("are read back to the same amount") func roundTrip() throws {
    var amounts: [Int64] = [0, 1, 10, 99, 100, 101, 110, 999_999_999_999_999_999]
    // A fixed sequence spread over all magnitudes.
    var state: UInt64 = 20_241_010
    for index in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let magnitude: UInt64 = [100, 10_000, 1_000_000, 1_000_000_000, 100_000_000_000_000][
        index % 5]
      amounts.append(Int64((state >> 16) % magnitude))
    }
    for fen in amounts {
      let text = try Capitals.text(Amount(fen: fen))
      #expect(try Capitals.amount(text).fen == fen, "\(text)")
    }
  }

  @Test(
    "are read in the forms that offices use",
    arguments: [
      ("壹万贰仟叁佰圆整", "12300"), ("人民币 壹万贰仟叁佰 元正", "12300"),
      ("（大写）：人民币壹万贰仟叁佰元", "12300"), ("￥壹万贰千叁百元整", "12300"),
      ("貳萬參仟圓整", "23000"), ("壹拾万零柒仟元零伍角叁分", "107000.53"),
      ("壹仟陆佰捌拾元零叁角贰分", "1680.32"), ("拾万元整", "100000"), ("拾伍元", "15"),
      ("零拾零万壹仟贰佰叁拾肆元伍角陆分", "1234.56"), ("壹万贰佰元整", "10200"),
      ("壹佰万柒仟元整", "1007000"), ("叁元贰分", "3.02"), ("伍角", "0.50"), ("伍角正", "0.50"),
      ("壹亿零伍佰万元整", "105000000"), ("负叁佰元整", "-300"), ("人民币\u{3000}伍佰元整", "500"),
    ])
  func tolerant(text: String, amount: String) throws {
    #expect(try Capitals.amount(text) == Amount(amount))
  }

  @Test(
    "are refused where the value is in doubt or they are none",
    arguments: [
      "", "人民币", "整", "元整", "12300", "一万二千元", "壹万贰元", "壹仟贰元", "壹亿贰元", "壹万贰仟叁佰",
      "壹拾贰拾元", "壹贰元", "壹万贰万元", "壹元伍", "壹元伍分伍角", "壹元整伍角", "壹元元", "万元", "壹万元整左右",
      "叁佰伍角", "壹亿壹亿元",
    ])
  func refused(text: String) {
    #expect(throws: ValueError.malformed(.capitals, text: text)) { try Capitals.amount(text) }
  }

  @Test("end at 9999万亿") func limit() throws {
    #expect(throws: ValueError.self) { try Capitals.text(Amount(fen: 1_000_000_000_000_000_000)) }
    #expect(throws: ValueError.self) { try Capitals.text(Amount(fen: .min)) }
    #expect(try Capitals.text(Amount(fen: -999_999_999_999_999_999)).hasPrefix("人民币负玖仟玖佰玖拾玖万"))
  }
}
