internal import RubricKit

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A saved stream (.jsonl), checked as a whole first and then read record by record, so that its size
/// does not matter.
final class StreamFile: StreamMerge.Source {
  let name: String
  private let path: String
  private var reader: StreamReader
  private var descriptor: Int32
  private var waiting: ArraySlice<AuditRecord> = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var hasEnded = false

  /// The file cannot be opened or read.
  struct Unreadable: Error {
    var path: String

    var message: LocalizedText {
      LocalizedText(zh: "无法读取评查记录 \(path)", en: "cannot read the audit stream \(path)")
    }
  }

  /// - Parameter takesParts: whether the stream of a part of a run will do.
  /// - Throws: ``Unreadable``, `StreamError` where the stream is not whole.
  init(_ path: String, takesParts: Bool = false) throws {
    self.path = path
    name = Paths.name(of: path)
    reader = StreamReader(takesParts: takesParts)
    descriptor = try StreamFile.open(path)
    var check = StreamCheck(takesParts: takesParts)
    while let bytes = try read() { check.feed(bytes) }
    try check.finish()
    close(descriptor)
    descriptor = try StreamFile.open(path)
  }

  deinit { close(descriptor) }

  func next() throws -> AuditRecord? {
    while waiting.isEmpty, !hasEnded {
      if let bytes = try read() {
        waiting = try reader.feed(bytes)[...]
      } else {
        hasEnded = true
        try reader.finish()
      }
    }
    return waiting.popFirst()
  }

  private func read() throws -> ArraySlice<UInt8>? {
    while true {
      let count = systemRead(descriptor, into: &buffer)
      if count > 0 { return buffer[..<count] }
      if count == 0 { return nil }
      if errno != EINTR { throw Unreadable(path: path) }
    }
  }

  private static func open(_ path: String) throws -> Int32 {
    let descriptor = systemOpen(path)
    if descriptor < 0 { throw Unreadable(path: path) }
    return descriptor
  }
}
