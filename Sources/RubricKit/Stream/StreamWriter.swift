internal import FoundationEssentials

/// Writes records as an audit stream: JSON Lines, keys sorted, one record a line, the digest of all
/// bytes before it in the last. The schema is `Rubrics/schema/audit-stream.schema.json`.
public struct StreamWriter<Sink: TextSink>: AuditRecordConsumer {
  /// How the records are put together.
  public enum Form: Sendable, Hashable {
    /// JSON Lines: the stream itself.
    case lines
    /// The same records as one JSON document, `{"records":[…]}`; the digest is the stream's.
    case document
  }

  /// Where the stream goes.
  public private(set) var sink: Sink
  private let form: Form
  private let digest = RunningDigest()
  private let encoder = JSONEncoder()
  private var isFirst = true

  /// A stream with nothing in it yet.
  public init(_ sink: Sink, form: Form = .lines) {
    self.sink = sink
    self.form = form
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Writes one record. The digest of an ``EndRecord`` is filled in.
  public mutating func consume(_ record: AuditRecord) throws {
    if case .end(var record) = record {
      record.digest = digest.finish()
      try write(.end(record))
      if form == .document { try sink.write("\n]}\n") }
    } else {
      digest.update(try write(record).utf8)
      digest.update("\n".utf8)
    }
  }

  @discardableResult
  private mutating func write(_ record: AuditRecord) throws -> String {
    let line = String(decoding: try encoder.encode(record), as: UTF8.self)
    switch form {
    case .lines: try sink.write(line + "\n")
    case .document: try sink.write((isFirst ? "{\"records\":[\n" : ",\n") + line)
    }
    isFirst = false
    return line
  }
}

/// A digest that values can hold: ``DigestStream`` cannot be copied.
final class RunningDigest {
  private var stream: DigestStream? = DigestStream()

  func update(_ bytes: some Collection<UInt8>) { stream?.update(bytes) }

  /// The digest; bytes added later are not counted.
  func finish() -> String {
    guard let stream = stream.take() else { return "" }
    return stream.finish()
  }
}
