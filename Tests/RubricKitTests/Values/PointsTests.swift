import FoundationEssentials
import RubricKit
import Testing

@Suite("Points") struct PointsTests {
  @Test(
    "are read to a thousandth and printed without trailing zeros",
    arguments: [
      ("2.5", 2500, "2.5"), ("100", 100_000, "100"), ("0.125", 125, "0.125"),
      ("-1.250", -1250, "-1.25"), ("0", 0, "0"), ("10.010", 10_010, "10.01"),
    ])
  func readAndPrinted(text: String, milli: Int, printed: String) throws {
    let points = try Points(text)
    #expect(points.milli == milli)
    #expect(points.description == printed)
  }

  @Test(
    "refuse what is not plain decimal notation",
    arguments: [
      "", "12abc", " 1", "1 ", "+1", "1e3", ".5", "1.", "1,000", "０", "--1", "01", "-",
    ])
  func malformed(text: String) {
    #expect(throws: ValueError.malformed(.points, text: text)) { try Points(text) }
  }

  @Test("refuse a fourth decimal instead of rounding it") func tooFine() {
    #expect(throws: ValueError.tooFine(.points, text: "1.2345")) { try Points("1.2345") }
  }

  @Test("refuse more than a million") func tooMany() throws {
    #expect(try Points("1000000").milli == 1_000_000_000)
    #expect(throws: ValueError.outOfRange(.points, text: "1000000.001")) {
      try Points("1000000.001")
    }
    #expect(throws: ValueError.outOfRange(.points, text: "99999999999999999999")) {
      try Points("99999999999999999999")
    }
  }

  @Test("add up exactly where binary fractions would not") func exactSum() throws {
    var sum = Points.zero
    for _ in 0..<10 { sum += try Points("0.1") }
    #expect(sum == Points(1))
    #expect(try Points("4") - Points("1.5") * 2 == Points(1))
    #expect(try -Points("0.5") < Points.zero)
  }

  @Test("go through JSON as numbers without loss") func json() throws {
    let points = [try Points("82.5"), try Points("0.001"), Points(100), try Points("-3.333")]
    let data = try JSONEncoder().encode(points)
    #expect(String(decoding: data, as: UTF8.self) == "[82.5,0.001,100,-3.333]")
    #expect(try JSONDecoder().decode([Points].self, from: data) == points)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Points].self, from: Array("[0.0001]".utf8).data)
    }
  }
}

extension Array<UInt8> {
  var data: Data { Data(self) }
}
