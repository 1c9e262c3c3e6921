/// The codes by which functions say why nobody can tell yet; the outcome's reasons carry them.
enum PendingCode: String {
  /// A person must look at the paper.
  case person
  /// The field was not carried over into the file.
  case notTranscribed = "not-transcribed"
  /// The calendar does not cover the day.
  case calendar
  /// There is no such register.
  case registerMissing = "register-missing"
  /// The register does not cover the day.
  case registerOutdated = "register-outdated"
}
