internal import RubricKit

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Writing the result failed.
enum OutputError: Error {
  /// The reader has gone; nobody is left to tell.
  case closedPipe
  /// The place and the system's error number.
  case failed(String, Int32)
}

/// An open file descriptor as a sink: buffered, and able to say that the reader has gone.
final class DescriptorSink: TextSink {
  private static let most = 1 << 16
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []

  /// Standard output.
  static func standardOutput() -> DescriptorSink {
    // A write to a closed pipe shall be an error, not a signal.
    signal(SIGPIPE, SIG_IGN)
    return DescriptorSink(1, name: "stdout")
  }

  /// True where standard output is a terminal.
  static var outputIsTerminal: Bool { isatty(1) == 1 }

  init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  func write(_ text: String) throws {
    buffer += text.utf8
    if buffer.count >= DescriptorSink.most { try flush() }
  }

  /// Writes what is left.
  func flush() throws {
    var start = 0
    while start < buffer.count {
      let rest = start == 0 ? buffer : Array(buffer[start...])
      let written = systemWrite(descriptor, rest)
      if written > 0 {
        start += written
      } else if errno == EPIPE {
        throw OutputError.closedPipe
      } else if errno != EINTR {
        throw OutputError.failed(name, errno)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// A file that appears whole or not at all: written beside its place and renamed. Created for its
/// owner only, since it may hold personal data.
struct WholeFile {
  let sink: DescriptorSink
  private let path: String
  private let partial: String
  private let descriptor: Int32

  init(_ path: String) throws(OutputError) {
    self.path = path
    partial = "\(path).partial-\(getpid())"
    descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .failed(path, errno) }
    sink = DescriptorSink(descriptor, name: path)
  }

  /// Puts the file in its place.
  func finish() throws {
    try sink.flush()
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(partial, path) == 0 else {
      let fault = errno
      unlink(partial)
      throw OutputError.failed(path, fault)
    }
  }

  /// Leaves no trace.
  func abandon() {
    close(descriptor)
    unlink(partial)
  }
}
