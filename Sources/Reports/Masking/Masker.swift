public import RubricKit

/// Masks the personal data of one case: what its record lists, and the numbers that identify a
/// person wherever they stand.
///
/// 张三 becomes 张某, an identity number keeps its first three and last two digits, a mobile number
/// its first three and last four, a bank card its last four, an address its county or township.
public struct Masker: Sendable {
  private struct Term: Sendable {
    var bytes: [UInt8]
    var replacement: [UInt8]
  }

  /// By first byte, the longest first.
  private var terms: [[Term]]
  /// Which first-byte lists are worth looking at.
  private var maySeek: [Bool]

  /// Makes a masker for a case.
  ///
  /// - Parameter personal: The case record's list; empty where there is no case, so that only
  ///   numbers are found.
  public init(personal: [PersonalDatum] = []) {
    terms = Array(repeating: [], count: 256)
    maySeek = Array(repeating: false, count: 256)
    var seen: Set<String> = []
    for datum in personal {
      for value in Masker.spellings(of: datum) where seen.insert(value.text).inserted {
        let bytes = Array(value.text.utf8)
        guard let first = bytes.first else { continue }
        terms[Int(first)].append(Term(bytes: bytes, replacement: Array(value.masked.utf8)))
        maySeek[Int(first)] = true
      }
    }
    for index in terms.indices where terms[index].count > 1 {
      terms[index].sort { $0.bytes.count > $1.bytes.count }
    }
  }

  /// The text with personal data masked.
  public func mask(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var masked: [UInt8] = []
    var copied = 0
    var index = 0
    while index < bytes.count {
      if let term = term(at: index, in: bytes) {
        masked += bytes[copied..<index] + term.replacement
        index += term.bytes.count
        copied = index
        continue
      }
      guard DigitReader.digit(at: index, in: bytes) != nil else {
        index += 1
        continue
      }
      let groups = DigitReader.groups(at: index, in: bytes)
      let chainEnd = groups.last?.end ?? index + 1
      if let match = NumberPatterns.firstMatch(in: groups) {
        masked += bytes[copied..<match.start]
        DigitReader.append(match, of: bytes, to: &masked)
        index = match.end
        copied = index
      } else {
        // A listed number may begin inside the chain.
        let next = (index + 1..<chainEnd).first { term(at: $0, in: bytes) != nil }
        index = next ?? chainEnd
      }
    }
    if copied == 0 { return text }
    masked += bytes[copied...]
    return String(decoding: masked, as: UTF8.self)
  }

  private func term(at index: Int, in bytes: [UInt8]) -> Term? {
    let first = Int(bytes[index])
    guard maySeek[first] else { return nil }
    return terms[first].first { bytes[index...].starts(with: $0.bytes) }
  }

  /// The ways a value may be spelled, each with its masked form.
  private static func spellings(of datum: PersonalDatum) -> [(text: String, masked: String)] {
    var values = [datum.value.trimmed]
    let separators = Set<Character>("、,，;；/\n\t")
    let parts = datum.value.split { separators.contains($0) }.map { String($0).trimmed }
    if parts.count > 1, datum.kind != "address" { values += parts }
    var result: [(text: String, masked: String)] = []
    for value in values {
      guard let masked = MaskedForm.of(kind: datum.kind, value: value) else { continue }
      result.append((value, masked))
      switch datum.kind {
      case "name":
        let solid = value.filter { $0 != " " && $0 != "\u{3000}" }
        guard let short = MaskedForm.of(kind: "name", value: solid) else { continue }
        result.append((solid, short))
        if solid.count == 2, let first = solid.first, let last = solid.last {
          result.append(("\(first) \(last)", short))
          result.append(("\(first)\u{3000}\(last)", short))
        }
      case "id":
        result.append((value.lowercased(), masked))
        result.append((value.uppercased(), masked))
      case "other":
        for date in chineseDates(value) { result.append((date, masked)) }
      default: break
      }
    }
    return result
  }
}

extension Masker {
  /// A birth date is listed as `1980-01-02` and told as 1980年1月2日.
  private static func chineseDates(_ value: String) -> [String] {
    let parts = value.split(separator: "-")
    guard parts.count == 3, parts[0].count == 4, let month = Int(parts[1]), let day = Int(parts[2])
    else { return [] }
    return ["\(parts[0])年\(month)月\(day)日", "\(parts[0])年\(parts[1])月\(parts[2])日"]
  }
}

extension String {
  /// Without blanks at either end, the ideographic one included.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
