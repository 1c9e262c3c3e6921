/// A place in a source text: line and column, both from 1; columns count code points.
///
/// The same text has the same positions in every encoding.
public struct SourcePosition: Sendable, Hashable, Codable, Comparable {
  /// The line, from 1. A line ends at LF, CR LF or a lone CR (XML 1.0 §2.11).
  public let line: Int
  /// The column in Unicode code points, from 1.
  public let column: Int

  /// The place at `line` and `column`.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether `left` comes before `right` in the text.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Where the lines of a text begin; in a text with very long lines also how many code points lie before
/// every 1,024th byte, so that positions stay cheap in a file that is one long line.
struct LineIndex: Sendable {
  private static let stride = 1024
  private static let longLine = 16 * stride
  private var lineStarts: [Int32] = [0]
  private var codePoints: [Int32] = []

  init(_ source: [UInt8]) {
    var longest = 0
    source.withUnsafeBufferPointer { bytes in
      var start = 0
      for index in 0..<bytes.count where bytes[index] == 0x0A || bytes[index] == 0x0D {
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
        longest = max(longest, index + 1 - start)
        start = index + 1
        lineStarts.append(Int32(start))
      }
      longest = max(longest, bytes.count - start)
    }
    if longest > Self.longLine { countCodePoints(source) }
  }

  private mutating func countCodePoints(_ source: [UInt8]) {
    source.withUnsafeBufferPointer { bytes in
      var seen: Int32 = 0
      for index in 0..<bytes.count {
        if index % Self.stride == 0 { codePoints.append(seen) }
        if !isContinuation(bytes[index]) { seen += 1 }
      }
      if bytes.count % Self.stride == 0 { codePoints.append(seen) }
    }
  }

  func position(of offset: Int, in source: [UInt8]) -> SourcePosition {
    let offset = min(max(offset, 0), source.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    let start = Int(lineStarts[low])
    return SourcePosition(line: low + 1, column: codePoints(from: start, to: offset, source) + 1)
  }

  private func codePoints(from start: Int, to end: Int, _ source: [UInt8]) -> Int {
    if codePoints.isEmpty || end - start <= Self.stride {
      return source[start..<end].count { !isContinuation($0) }
    }
    return codePoints(before: end, source) - codePoints(before: start, source)
  }

  private func codePoints(before offset: Int, _ source: [UInt8]) -> Int {
    let mark = offset / Self.stride
    return Int(codePoints[mark])
      + source[(mark * Self.stride)..<offset].count { !isContinuation($0) }
  }
}
