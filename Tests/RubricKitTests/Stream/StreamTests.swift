import Testing

@testable import RubricKit

@Suite("The audit stream")
struct StreamTests {
  @Test("gives back the records it was written from, whatever the pieces it arrives in")
  func roundTrip() throws {
    let bytes = Array(try StreamSample.stream().utf8)
    let whole = try StreamReader.records(in: bytes)
    var reader = StreamReader()
    var pieces: [AuditRecord] = []
    for start in stride(from: 0, to: bytes.count, by: 7) {
      pieces += try reader.feed(bytes[start..<min(start + 7, bytes.count)])
    }
    try reader.finish()
    #expect(pieces == whole)
    #expect(
      whole[1] == .caseFile(StreamSample.caseFile("一/1.xml", agency: "甲", lower: 95000)))
    #expect(whole.count == 4)
  }

  @Test("has sorted keys, plain slashes, and ends in the digest of the bytes before its end")
  func form() throws {
    let stream = try StreamSample.stream()
    let lines = stream.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5)
    #expect(lines[4].isEmpty)
    #expect(lines[1].hasPrefix("{\"agency\":{\"code\":\"甲\","))
    #expect(stream.contains("一/1.xml"))
    let before = lines[..<3].map { $0 + "\n" }.joined()
    #expect(lines[3].contains("\"digest\":\"\(Digest.sha256(before))\""))
  }

  @Test("as one document holds the same records and digest")
  func document() throws {
    let lines = try StreamSample.stream().split(separator: "\n")
    let document = try StreamSample.stream(form: .document)
    #expect(document == "{\"records\":[\n" + lines.joined(separator: ",\n") + "\n]}\n")
  }

  @Test("is refused without its end, wherever it was cut")
  func cut() throws {
    let bytes = Array(try StreamSample.stream().utf8)
    #expect(throws: StreamError.empty) { try StreamReader.records(in: []) }
    for length in stride(from: 1, to: bytes.count, by: 13) + [bytes.count - 1] {
      #expect(throws: StreamError.self) { try StreamReader.records(in: Array(bytes[..<length])) }
      #expect(throws: StreamError.self) {
        var check = StreamCheck()
        check.feed(bytes[..<length])
        try check.finish()
      }
    }
    let lines = try StreamSample.stream().split(separator: "\n")
    let withoutEnd = lines[..<3].map { $0 + "\n" }.joined()
    #expect(throws: StreamError.noEnd(line: 3)) {
      try StreamReader.records(in: Array(withoutEnd.utf8))
    }
  }

  @Test("is refused where a byte was changed")
  func changed() throws {
    let stream = try StreamSample.stream().replacing("95000", with: "96000")
    let bytes = Array(stream.utf8)
    let error = #expect(throws: StreamError.self) { try StreamReader.records(in: bytes) }
    guard case .wrongDigest(line: 4, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(throws: try #require(error)) {
      var check = StreamCheck()
      check.feed(bytes)
      try check.finish()
    }
  }

  @Test("passes the check where it is whole")
  func checked() throws {
    var check = StreamCheck()
    for byte in try StreamSample.stream().utf8 { check.feed([byte]) }
    try check.finish()
  }

  @Test("is refused in a format of another version, with the line")
  func format() throws {
    let stream = try StreamSample.stream().replacing("\"format\":1", with: "\"format\":2")
    #expect(throws: StreamError.unknownFormat(line: 1, found: 2)) {
      try StreamReader.records(in: Array(stream.utf8))
    }
  }

  @Test("is refused where lines are missing, joined or no records, with the line")
  func lines() throws {
    let stream = try StreamSample.stream()
    let lines = stream.split(separator: "\n").map { String($0) + "\n" }
    func read(_ parts: [String]) throws {
      _ = try StreamReader.records(in: Array(parts.joined().utf8))
    }
    #expect(throws: StreamError.noManifest(line: 1)) { try read(Array(lines[1...])) }
    #expect(throws: StreamError.outOfPlace(line: 5, record: "manifest")) {
      try read([stream, stream])
    }
    #expect(throws: StreamError.outOfPlace(line: 5, record: "end")) {
      try read([stream, lines[3]])
    }
    #expect(throws: StreamError.unreadable(line: 2, detail: "JSON")) {
      try read([lines[0], "<caseFile/>\n"])
    }
    #expect(throws: StreamError.unreadable(line: 2, detail: "path")) {
      try read([lines[0], "{\"record\":\"facts\",\"facts\":[]}\n"])
    }
  }

  @Test("is refused where its end counts other records than there are")
  func counts() throws {
    var writer = StreamWriter(StringSink())
    try writer.consume(.manifest(StreamSample.manifest()))
    try writer.consume(.end(StreamSample.end(judged: 1)))
    let bytes = Array(writer.sink.text.utf8)
    #expect(throws: StreamError.wrongCounts(line: 2)) { try StreamReader.records(in: bytes) }
  }
}
