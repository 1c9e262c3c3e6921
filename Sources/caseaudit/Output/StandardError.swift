#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Standard error, for progress and remarks.
enum StandardError {
  /// Writes a line.
  static func write(_ text: String) { writePlain(text + "\n") }

  /// Writes text as it is.
  static func writePlain(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let rest = Array(bytes[start...])
      let written = systemWrite(2, rest)
      if written <= 0 { return }
      start += written
    }
  }

  /// True where a person is looking.
  static var isTerminal: Bool { isatty(2) == 1 }
}
