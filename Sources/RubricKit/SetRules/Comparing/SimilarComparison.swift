/// Two texts say the same at length: the share of common runs of five characters, after what most texts
/// of the group have in common (the form's own words) is left out.
///
/// Candidates are found by min-hashing: texts whose least hashed runs agree in some band are compared
/// exactly (A. Broder, On the resemblance and containment of documents, 1997).
struct SimilarComparison: SetComparing {
  /// Runs of this many characters.
  static let length = 5
  /// Hash functions, in bands of rows: texts 85 % alike meet in some band nearly always.
  static let (bands, rows) = (20, 4)

  let comparison: SetComparison
  let condition: PairCondition

  private struct Text {
    var fact: CollectedFact
    var characters: [Unicode.Scalar]
    /// Runs that are not the form's, by hash.
    var runs: Set<UInt64>
  }

  func matches(_ facts: [CollectedFact]) -> [SetMatch] {
    let texts = texts(facts)
    var matches: [SetMatch] = []
    for (first, second) in candidates(texts) where !condition.isExhausted {
      let (a, b) = (texts[first], texts[second])
      guard a.fact.isApart(comparison.apart, from: b.fact), condition.holds(a.fact, b.fact) else {
        continue
      }
      let common = a.runs.intersection(b.runs).count
      let all = a.runs.count + b.runs.count - common
      let percent = all == 0 ? 0 : common * 100 / all
      guard percent >= comparison.number("percent", default: 85) else { continue }
      let passage = Self.longestCommon(a.characters, b.characters)
      matches.append(
        SetMatch(
          facts: [a.fact, b.fact],
          values: [
            value("相似度", "alike", "\(percent)%", "\(percent) %"),
            value(
              "相同的一段（\(passage.count)字）", "shared passage (\(passage.count) characters)",
              Self.shortened(passage), Self.shortened(passage)),
          ], words: ["percent": "\(percent)"]))
    }
    return matches
  }

  private func value(_ zhLabel: String, _ enLabel: String, _ zh: String, _ en: String)
    -> ValueRecord
  {
    ValueRecord(
      label: LocalizedText(zh: zhLabel, en: enLabel), value: LocalizedText(zh: zh, en: en),
      line: nil)
  }

  /// The texts with their runs, without those that at least four, and a third of all texts have: the
  /// form's own words. Two copies must not make each other's words the form's.
  private func texts(_ facts: [CollectedFact]) -> [Text] {
    var texts = facts.compactMap { fact -> Text? in
      let name = comparison.values["text"] ?? ""
      let characters = (fact.values[name] ?? "").unicodeScalars.filter(Self.isWord)
      let runs = Self.runs(Array(characters))
      return runs.count < comparison.least
        ? nil : Text(fact: fact, characters: Array(characters), runs: runs)
    }
    var counts: [UInt64: Int] = [:]
    for text in texts { for run in text.runs { counts[run, default: 0] += 1 } }
    let common = max(4, (texts.count + 2) / 3)
    for index in texts.indices {
      texts[index].runs = texts[index].runs.filter { counts[$0, default: 0] < common }
    }
    return texts.filter { $0.runs.count >= comparison.least }
  }

  /// Whether a character says something; blanks and punctuation are set by habit. Most are plain
  /// Chinese ones, for which the tables of Unicode need not be asked.
  private static func isWord(_ character: Unicode.Scalar) -> Bool {
    if (0x4E00...0x9FFF).contains(character.value) { return true }
    if character.properties.isWhitespace { return false }
    return switch character.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      false
    default: true
    }
  }

  static func runs(_ characters: [Unicode.Scalar]) -> Set<UInt64> {
    guard characters.count >= length else { return [] }
    var runs: Set<UInt64> = []
    runs.reserveCapacity(characters.count - length + 1)
    for start in 0...(characters.count - length) {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for character in characters[start..<(start + length)] {
        hash = (hash ^ UInt64(character.value)) &* 0x0000_0100_0000_01b3
        hash ^= hash >> 29
      }
      runs.insert(hash)
    }
    return runs
  }

  /// Pairs that agree in some band, in order.
  private func candidates(_ texts: [Text]) -> [(Int, Int)] {
    var buckets: [[UInt64]: [Int]] = [:]
    for (index, text) in texts.enumerated() {
      let signature = Self.signature(text.runs)
      for band in 0..<Self.bands {
        let part = signature[(band * Self.rows)..<((band + 1) * Self.rows)]
        buckets[[UInt64(band)] + part, default: []].append(index)
      }
    }
    var pairs: Set<UInt64> = []
    for members in buckets.values where members.count > 1 {
      // Where very many agree, each is compared with the next: a chain shows the copying as well.
      let reach = members.count > Self.crowd ? 1 : members.count
      for (place, first) in members.enumerated() {
        for second in members.dropFirst(place + 1).prefix(reach) {
          pairs.insert(UInt64(first) << 32 | UInt64(second))
        }
      }
    }
    return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xffff_ffff)) }
  }

  /// Above so many texts of one band not every pair is compared.
  static let crowd = 50

  static func signature(_ runs: Set<UInt64>) -> [UInt64] {
    let runs = Array(runs)
    return (0..<(bands * rows)).map { function in
      // Odd multipliers and a mix of the upper bits make independent orders of the runs.
      let seed = (UInt64(function) &* 2 &+ 1) &* 0x9e37_79b9_7f4a_7c15
      var least = UInt64.max
      for run in runs {
        var hash = (run ^ seed) &* 0xff51_afd7_ed55_8ccd
        hash ^= hash >> 32
        least = min(least, hash &* (seed | 1))
      }
      return least
    }
  }

  /// The longest passage that both have.
  static func longestCommon(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> String {
    var (best, end) = (0, 0)
    var previous = [Int](repeating: 0, count: right.count + 1)
    for (row, character) in left.enumerated() {
      var current = [Int](repeating: 0, count: right.count + 1)
      for (column, other) in right.enumerated() where character == other {
        current[column + 1] = previous[column] + 1
        if current[column + 1] > best { (best, end) = (current[column + 1], row + 1) }
      }
      previous = current
    }
    var passage = String.UnicodeScalarView()
    passage.append(contentsOf: left[(end - best)..<end])
    return String(passage)
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 60 ? text : "\(text.prefix(40))……\(text.suffix(16))"
  }
}
