/// Where an output's text goes: a file, the terminal, a string.
public protocol TextSink {
  /// Takes the next piece of text.
  mutating func write(_ text: String) throws
}

/// Keeps an output as a string.
public struct StringSink: TextSink, Sendable {
  /// Everything written so far.
  public private(set) var text = ""

  /// Makes an empty sink.
  public init() {}

  /// Appends the text.
  public mutating func write(_ text: String) { self.text += text }
}
