/// How alike two texts are, by the runs of characters they share.
public enum TextSimilarity {
  /// Code points in a run. Short enough to survive changed names, long enough that ordinary
  /// words do not count as copying.
  public static let runLength = 5

  /// 0 (nothing shared) … 100 (the same runs): shared runs over all runs, rounded down.
  ///
  /// Runs are of five code points, or of the shorter text's length if that is less. Blanks are
  /// left out first. The cost is linear in both texts, but for the sorting of their runs.
  public static func percent(_ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>) -> Int {
    let left = codePoints(first)
    let right = codePoints(second)
    let length = min(runLength, left.count, right.count)
    guard length > 0 else { return left.isEmpty && right.isEmpty ? 100 : 0 }
    let a = runs(left, length)
    let b = runs(right, length)
    var (shared, i, j) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        (shared, i, j) = (shared + 1, i + 1, j + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return shared * 100 / (a.count + b.count - shared)
  }

  private static func codePoints(_ bytes: some Sequence<UInt8>) -> [UInt32] {
    String(decoding: Array(bytes), as: UTF8.self).unicodeScalars.lazy
      .filter { !$0.properties.isWhitespace }.map(\.value)
  }

  /// The distinct runs as 64-bit prints, sorted. Two different runs share a print so rarely
  /// (one in 2^64) that it cannot move a percentage.
  private static func runs(_ text: [UInt32], _ length: Int) -> [UInt64] {
    var prints: [UInt64] = []
    prints.reserveCapacity(text.count)
    for start in 0...(text.count - length) {
      // FNV-1a over code points: the same on every machine, unlike Swift's seeded hashes.
      var print: UInt64 = 0xcbf2_9ce4_8422_2325
      for point in text[start..<(start + length)] {
        print = (print ^ UInt64(point)) &* 0x0000_0100_0000_01b3
      }
      prints.append(print)
    }
    prints.sort()
    var distinct: [UInt64] = []
    for print in prints where distinct.last != print { distinct.append(print) }
    return distinct
  }
}
