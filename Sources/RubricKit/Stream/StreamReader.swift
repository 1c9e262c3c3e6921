internal import FoundationEssentials

/// Reads an audit stream piece by piece. Refuses one without its end, with a wrong digest, or of a
/// format it does not know.
public struct StreamReader {
  private let digest = RunningDigest()
  private let decoder = JSONDecoder()
  private var lines = LineSplitter()
  private var line = 0
  private var counted = Counted()
  private var hasEnded = false
  private let takesParts: Bool

  private struct Counted: Equatable {
    var judged = 0
    var unjudged = 0
    var setFindings = 0
    var setQuestions = 0
  }

  /// A reader at the beginning of a stream.
  ///
  /// - Parameter takesParts: whether the stream of a part of a run will do, which says nothing of the
  ///   whole set.
  public init(takesParts: Bool = false) { self.takesParts = takesParts }

  /// Takes the next bytes; gives the records they complete.
  ///
  /// - Throws: ``StreamError`` at the first line that is wrong. Records given before are not to be
  ///   relied on until ``finish()`` has returned; ``StreamCheck`` looks first.
  public mutating func feed(_ bytes: some Collection<UInt8>) throws(StreamError) -> [AuditRecord] {
    var records: [AuditRecord] = []
    for bytes in lines.split(bytes) { records.append(try record(bytes)) }
    return records
  }

  /// Says that there are no more bytes.
  ///
  /// - Throws: ``StreamError`` where the stream is not complete.
  public func finish() throws(StreamError) {
    if line == 0, lines.rest.isEmpty { throw .empty }
    guard hasEnded, lines.rest.isEmpty else { throw .noEnd(line: line) }
  }

  /// Every record of a stream held in memory.
  public static func records(in bytes: [UInt8]) throws(StreamError) -> [AuditRecord] {
    var reader = StreamReader()
    let records = try reader.feed(bytes)
    try reader.finish()
    return records
  }

  private mutating func record(_ bytes: ArraySlice<UInt8>) throws(StreamError) -> AuditRecord {
    line += 1
    let head = try decode(Head.self, bytes)
    if line == 1 {
      guard head.record == "manifest" else { throw .noManifest(line: line) }
      guard head.format == ManifestRecord.currentFormat else {
        throw .unknownFormat(line: line, found: head.format ?? 0)
      }
    } else if hasEnded || head.record == "manifest" {
      throw .outOfPlace(line: line, record: head.record)
    }
    let record = try decode(AuditRecord.self, bytes)
    try count(record)
    if !hasEnded {
      digest.update(bytes)
      digest.update("\n".utf8)
    }
    return record
  }

  private mutating func count(_ record: AuditRecord) throws(StreamError) {
    switch record {
    case .caseFile: counted.judged += 1
    case .unjudged: counted.unjudged += 1
    case .setFinding: counted.setFindings += 1
    case .setQuestion: counted.setQuestions += 1
    case .end(let end):
      hasEnded = true
      if let shard = end.shard, !takesParts { throw .part(line: line, shard: shard) }
      let found = digest.finish()
      guard found == end.digest else {
        throw .wrongDigest(line: line, expected: end.digest, found: found)
      }
      let stated = Counted(
        judged: end.judged, unjudged: end.unjudged, setFindings: end.setFindings,
        setQuestions: end.setQuestions)
      guard stated == counted else { throw .wrongCounts(line: line) }
    case .manifest, .facts, .adjustment, .remark: break
    }
  }

  private func decode<Value: Decodable>(
    _ type: Value.Type, _ bytes: ArraySlice<UInt8>
  ) throws(StreamError) -> Value {
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch {
      throw .unreadable(line: line, detail: StreamReader.detail(of: error))
    }
  }

  /// The decoder's complaint in one line, without the text of the record.
  private static func detail(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "JSON" }
    let context: DecodingError.Context
    var key = ""
    switch error {
    case .keyNotFound(let missing, let found):
      key = missing.stringValue
      context = found
    case .typeMismatch(_, let found), .valueNotFound(_, let found): context = found
    case .dataCorrupted(let found): context = found
    @unknown default: return "JSON"
    }
    let path = (context.codingPath.map(\.stringValue) + [key]).filter { !$0.isEmpty }
    return path.isEmpty ? "JSON" : path.joined(separator: ".")
  }

  /// One record by itself, whatever its place.
  static func decode(_ bytes: [UInt8]) throws -> AuditRecord {
    try JSONDecoder().decode(AuditRecord.self, from: Data(bytes))
  }

  private struct Head: Decodable {
    var record: String
    var format: Int?
  }
}

/// Cuts bytes that arrive piece by piece into lines.
struct LineSplitter {
  /// Bytes after the last line break.
  private(set) var rest: [UInt8] = []

  /// The lines that the bytes complete, without their line breaks.
  mutating func split(_ bytes: some Collection<UInt8>) -> [ArraySlice<UInt8>] {
    rest += bytes
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = rest[start...].firstIndex(of: 0x0A) {
      lines.append(rest[start..<end])
      start = end + 1
    }
    rest = Array(rest[start...])
    return lines
  }
}
