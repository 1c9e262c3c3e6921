/// The conclusion (评查结论) on one requirement in one case file: a closed list.
public enum Outcome: String, Codable, Sendable, Hashable, CaseIterable {
  /// Every occurrence is in order.
  case passed
  /// At least one occurrence is certainly out of order.
  case failed
  /// The requirement's condition is false (合理缺项); never the same as a missing document.
  case notApplicable
  /// Somebody or something has yet to decide; see ``PendingReason``.
  case pending
  /// Every failed occurrence is covered by a waiver in force.
  case waived
  /// The engine should have judged and could not.
  case error
}

/// Why an item is pending. Only `person` is normal work; the others mean that the engine should
/// have judged and could not.
public enum PendingReason: String, Codable, Sendable, Hashable, CaseIterable, Comparable {
  case person
  case registerMissing = "register-missing"
  case registerOutdated = "register-outdated"
  case schema
  case calendar
  case notTranscribed = "not-transcribed"

  /// The order in which reasons are listed: as declared.
  public static func < (left: PendingReason, right: PendingReason) -> Bool {
    left.order < right.order
  }

  private var order: Int { PendingReason.allCases.firstIndex(of: self) ?? 0 }
}

/// How grave a failure of a requirement is.
public enum Severity: String, Codable, Sendable, Hashable, CaseIterable, Comparable {
  case minor, major, fatal

  /// Minor below major below fatal.
  public static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }

  private var order: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

/// Who judges a requirement.
public enum Judge: String, Codable, Sendable, Hashable {
  /// The engine alone.
  case engine
  /// A person alone; the engine only says whether the question arises.
  case person
  /// The engine proposes, a person confirms: a failure stays pending until answered.
  case confirm
}

/// The one of the three systems (三项制度) that a requirement belongs to.
public enum EnforcementSystem: String, Codable, Sendable, Hashable, CaseIterable {
  case publicity, recording, legalReview, none
}

/// Whether a fault can still be put right.
public enum Curability: String, Codable, Sendable, Hashable {
  case yes, no, partly
}

/// What a failed check means.
public enum CheckEffect: String, Codable, Sendable, Hashable {
  /// A finding.
  case fault
  /// A question for a person.
  case ask
  /// A remark (提示) without any effect on the score.
  case note
}

/// What one failure of a veto item (一票否决) does to the case's score or grade.
public enum VetoEffect: Codable, Sendable, Hashable {
  /// The score is 0.
  case zero
  /// The grade is the rubric's lowest, whatever the score.
  case unqualified
  /// The score is at most this.
  case cap(Points)
  /// The grade is not the rubric's highest.
  case barExcellent
}
