/// Checks a stream's bytes without reading its records: format, end, digest. Cheap enough to run
/// over a whole stream before the first record is shown to anybody.
public struct StreamCheck {
  private let digest = RunningDigest()
  private var lines = LineSplitter()
  private var line = 0
  private var last: [UInt8] = []
  private var first: [UInt8] = []
  private let takesParts: Bool

  /// A check at the beginning of a stream.
  ///
  /// - Parameter takesParts: whether the stream of a part of a run will do.
  public init(takesParts: Bool = false) { self.takesParts = takesParts }

  /// Takes the next bytes.
  public mutating func feed(_ bytes: some Collection<UInt8>) {
    for bytes in lines.split(bytes) {
      if line > 0 {
        digest.update(last)
        digest.update("\n".utf8)
      }
      line += 1
      last = Array(bytes)
      if line == 1 { first = last }
    }
  }

  /// Says that there are no more bytes.
  ///
  /// - Throws: ``StreamError`` where the stream is cut short, changed, or of an unknown format.
  public func finish() throws(StreamError) {
    if line == 0, lines.rest.isEmpty { throw .empty }
    var reader = StreamReader()
    if line > 0 { _ = try reader.feed(first + [0x0A]) }
    guard lines.rest.isEmpty, let end = try? StreamCheck.end(last) else {
      throw .noEnd(line: line)
    }
    let found = digest.finish()
    guard found == end.digest else {
      throw .wrongDigest(line: line, expected: end.digest, found: found)
    }
    if let shard = end.shard, !takesParts { throw .part(line: line, shard: shard) }
  }

  private static func end(_ bytes: [UInt8]) throws -> EndRecord? {
    guard case .end(let record) = try StreamReader.decode(bytes) else { return nil }
    return record
  }
}
