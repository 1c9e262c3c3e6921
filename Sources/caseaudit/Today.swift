internal import FoundationEssentials
internal import RubricKit

/// The one place where the clock is read.
enum Today {
  /// The civil day in Asia/Shanghai (UTC+8, no daylight saving), whatever TZ says.
  static func inShanghai() -> CivilDate {
    let seconds = Date().timeIntervalSince1970 + 8 * 3600
    let days = Int((seconds / 86400).rounded(.down))
    let epoch = CivilDate(year: 1970, month: 1, day: 1) ?? .first
    return (try? epoch.adding(days: days)) ?? .last
  }
}
