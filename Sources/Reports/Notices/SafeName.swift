/// Names of files and folders made from what a case file says, so that no text can leave the folder,
/// hide, or clash on any system.
struct SafeName: Sendable {
  /// Longest name in bytes of UTF-8, endings included. File systems take 255; the rest is room for
  /// what else is added.
  static let limit = 120

  private var taken: Set<String> = []

  /// Names within one folder.
  init() {}

  /// A name not given before in this folder, whatever the letters' case.
  mutating func name(for text: String, fallback: String, fileExtension: String? = nil) -> String {
    let ending = fileExtension.map { ".\($0)" } ?? ""
    var base = SafeName.clean(text)
    if base.isEmpty { base = SafeName.clean(fallback) }
    if base.isEmpty { base = "_" }
    var number = 1
    while true {
      let suffix = (number == 1 ? "" : "-\(number)") + ending
      let name = SafeName.cut(base, to: SafeName.limit - suffix.utf8.count) + suffix
      if taken.insert(name.lowercased()).inserted { return name }
      number += 1
    }
  }

  /// The text without anything that means something to a file system, a shell or a screen.
  static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        continue
      case .spaceSeparator: scalars.append(" ")
      default: scalars.append(forbidden.contains(scalar) ? "_" : scalar)
      }
    }
    var name = String(scalars)
    while let first = name.first, first == " " || first == "." { name.removeFirst() }
    while let last = name.last, last == " " || last == "." { name.removeLast() }
    return isReserved(name) ? "_" + name : name
  }

  private static let forbidden = Set<Unicode.Scalar>("/\\:*?\"<>|$`&;'~#%{}!".unicodeScalars)

  /// Device names of Windows, alone or before a dot.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
    return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
      && stem.last?.isNumber == true
  }

  /// The longest beginning of at most so many bytes, cut between characters.
  private static func cut(_ text: String, to bytes: Int) -> String {
    var kept = ""
    var used = 0
    for character in text {
      used += character.utf8.count
      if used > bytes { break }
      kept.append(character)
    }
    while let last = kept.last, last == " " || last == "." { kept.removeLast() }
    return kept.isEmpty ? "_" : kept
  }
}
