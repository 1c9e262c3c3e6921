internal import CaseXML

/// The string functions of §4.2 over UTF-8 bytes; positions and characters are code points.
extension TextSlice {
  /// `substring()`: the code points whose position, from 1, is at least the rounded start and less
  /// than the sum of the rounded start and the rounded length.
  func substring(from start: Double, length: Double?) -> TextSlice {
    let first = NumberText.round(start)
    let last = length.map { first + NumberText.round($0) } ?? .infinity
    guard !first.isNaN, !last.isNaN else { return TextSlice() }
    let from = max(1, first)
    let to = min(Double(count + 1), last)
    guard from < to else { return TextSlice() }
    let lower = byteOffset(ofCodePoint: Int(from) - 1)
    let rest = self[lower..<count]
    return rest[0..<rest.byteOffset(ofCodePoint: Int(to - from))]
  }

  /// `normalize-space()`; the same bytes where nothing is to be done.
  var normalized: TextSlice {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var pending = false
    for byte in utf8 {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        pending = !bytes.isEmpty
      } else {
        if pending { bytes.append(0x20) }
        pending = false
        bytes.append(byte)
      }
    }
    return TextSlice(utf8: bytes)
  }

  /// `translate()`: of a character named twice, the first counts.
  func translated(_ from: TextSlice, to: TextSlice) -> TextSlice {
    let targets = to.codePoints
    var map: [(source: ArraySlice<UInt8>, target: ArraySlice<UInt8>)] = []
    for (place, source) in from.codePoints.enumerated() {
      map.append((source, place < targets.count ? targets[place] : []))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for point in codePoints {
      if let entry = map.first(where: { $0.source == point }) {
        bytes += entry.target
      } else {
        bytes += point
      }
    }
    return TextSlice(utf8: bytes)
  }

  /// Whether this language is the same as `specified` or `specified` is one of its sublanguages,
  /// upper and lower case of ASCII letters being the same (§4.3).
  func isLanguage(of specified: TextSlice) -> Bool {
    guard specified.count >= count else { return false }
    for place in 0..<count where lower(self[place]) != lower(specified[place]) { return false }
    return specified.count == count || specified[count] == UInt8(ascii: "-")
  }

  private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// The bytes of each code point.
  private var codePoints: [ArraySlice<UInt8>] {
    var points: [ArraySlice<UInt8>] = []
    let bytes = utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var end = start + 1
      while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
      points.append(bytes[start..<end])
      start = end
    }
    return points
  }
}
