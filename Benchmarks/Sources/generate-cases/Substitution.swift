/// Replaces many texts by others in one pass, the longest first, so that what one replacement wrote is
/// never taken for the old text of another. Dates move by days; identity numbers, credit codes and
/// digests become others with correct check characters.
struct Substitution {
  private var terms: [[(old: [UInt8], new: [UInt8])]] = Array(repeating: [], count: 256)
  /// How far dates within the life of a case move, in days.
  var days = 0
  /// Makes identity numbers, credit codes and digests of their own; nil leaves them.
  var identity: Int?

  /// Adds a text to be replaced; the first replacement given for a text counts.
  mutating func replace(_ old: String, by new: String) {
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    guard let first = old.first, !terms[Int(first)].contains(where: { $0.old == old }) else {
      return
    }
    terms[Int(first)].append((old, new))
    terms[Int(first)].sort { $0.old.count > $1.old.count }
  }

  /// The text with everything replaced.
  func applied(to source: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count + source.count / 8)
    var index = 0
    while index < source.count {
      let (end, new) = replacement(in: source, at: index)
      if end > index {
        result += new
        index = end
      } else {
        result.append(source[index])
        index += 1
      }
    }
    return result
  }

  private func replacement(in source: [UInt8], at index: Int) -> (end: Int, new: [UInt8]) {
    let first = source[index]
    for term in terms[Int(first)] where source[index...].starts(with: term.old) {
      return (index + term.old.count, term.new)
    }
    // A number is taken as a whole or not at all.
    guard index == 0 || !isWordByte(source[index - 1]) else { return (index, []) }
    if first == UInt8(ascii: "2"), days != 0, let date = WrittenDate(source, at: index),
      date.isOfTheCase
    {
      return (date.end, date.moved(by: days))
    }
    if let identity {
      if let number = Identifier(source, at: index) {
        return (number.end, number.varied(by: identity))
      }
      let label = Array("sha256:".utf8)
      if first == label[0], source[index...].starts(with: label), index + 71 <= source.count {
        let old = source[(index + 7)..<(index + 71)]
        return (index + 71, label + Identifier.digest(of: old, identity))
      }
    }
    return (index, [])
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
