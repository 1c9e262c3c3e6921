import Testing

@testable import Reports
@testable import RubricKit

@Suite("Rows for spreadsheets")
struct CSVTests {
  @Test("all have as many fields as the head")
  func width() throws {
    let text = try Outputs.findingsCSV(Sample.records, .zh)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 15)
    for line in lines { #expect(fields(String(line)) == CSVWords.findingHeads.count, "\(line)") }
  }

  /// Counts the fields of one line by RFC 4180.
  private func fields(_ line: String) -> Int {
    var count = 1
    var isQuoted = false
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted { count += 1 }
    }
    return count
  }

  @Test("begin with the byte-order mark and end their lines with CR LF")
  func mark() throws {
    let text = try Outputs.findingsCSV(Sample.records, .zh)
    #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(text.hasSuffix("\r\n"))
  }

  @Test(
    "never hold a formula",
    arguments: [
      ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("  =x", "'  =x"), ("＝x", "'＝x"), ("a=b", "a=b"),
      ("a,\"b\"", "\"a,\"\"b\"\"\""), ("=a,b", "\"'=a,b\""), ("", ""), ("一\n二", "\"一\n二\""),
    ])
  func formula(text: String, field: String) {
    #expect(CSVLine.field(text) == field)
  }
}
