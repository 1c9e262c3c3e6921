internal import FoundationEssentials
internal import RubricKit

/// The one place where the clock is read.
enum Today {
  /// The civil day in Asia/Shanghai (UTC+8, no daylight saving), whatever TZ says.
  static func inShanghai() -> CivilDate {
    let seconds = Date().timeIntervalSince1970 + 8 * 3600
    let days = Int((seconds / 86400).rounded(.down))
    return day(days)
  }

  /// The moment there, `YYYY-MM-DDThh:mm:ss`.
  static func momentInShanghai() -> String {
    let seconds = Int((Date().timeIntervalSince1970 + 8 * 3600).rounded(.down))
    let time = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map { part in
      part < 10 ? "0\(part)" : "\(part)"
    }
    return "\(day(seconds / 86400))T" + time.joined(separator: ":")
  }

  private static func day(_ days: Int) -> CivilDate {
    let epoch = CivilDate(year: 1970, month: 1, day: 1) ?? .first
    return (try? epoch.adding(days: days)) ?? .last
  }
}
