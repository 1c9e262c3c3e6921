internal import ArgumentParser
internal import RubricKit

/// How the program ends.
enum ExitStatus: Int32 {
  case done = 0
  /// A level given with `--fail-on` was reached.
  case failOn = 1
  /// Something that should have been judged was not.
  case notJudged = 3
  /// Wrong use, or a PATH that does not exist.
  case usage = 64
  /// A rubric, register, waiver or answer file cannot be used.
  case unusable = 65
  case internalFault = 70
  /// Output could not be written.
  case cannotWrite = 74
  case interrupted = 130

  var code: ExitCode { ExitCode(rawValue) }
}

/// The levels of `--fail-on`.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
  case minor, major, fatal, veto, unqualified

  /// Whether a run reached the level. Pending items never do.
  func isReached(by causes: AuditCauses) -> Bool {
    switch self {
    case .minor: causes.gravest != nil
    case .major: (causes.gravest ?? .minor) >= .major && causes.gravest != nil
    case .fatal: causes.gravest == .fatal
    case .veto: causes.veto
    case .unqualified: causes.unqualified
    }
  }
}

extension AuditCauses {
  /// The exit status of a run whose output was written.
  func status(failOn level: FailLevel?) -> ExitStatus {
    if notJudged || cases == 0 { return .notJudged }
    if let level, level.isReached(by: self) { return .failOn }
    return .done
  }
}
