import FoundationEssentials
import Testing

/// Compares outputs with files under `Tests/Fixtures/Goldens/Reports`. With
/// `CASEAUDIT_UPDATE_GOLDENS=1` the files are written instead.
enum Goldens {
  static let folder: String = {
    var parts = #filePath.split(separator: "/").dropLast(2).map(String.init)
    parts += ["Fixtures", "Goldens", "Reports"]
    return "/" + parts.joined(separator: "/")
  }()

  static var updates: Bool {
    ProcessInfo.processInfo.environment["CASEAUDIT_UPDATE_GOLDENS"] == "1"
  }

  static func check(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation)
    throws
  {
    let path = folder + "/" + name
    if updates {
      let parent = path.split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: "/" + parent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path))
      return
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      Issue.record(
        "no golden \(name); write it with CASEAUDIT_UPDATE_GOLDENS=1", sourceLocation: location)
      return
    }
    let golden = String(decoding: data, as: UTF8.self)
    guard golden != text else { return }
    let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(name), line \(line + 1) differs
      golden: \(line < old.count ? String(old[line]) : "(end)")
      output: \(line < new.count ? String(new[line]) : "(end)")
      """, sourceLocation: location)
  }
}
