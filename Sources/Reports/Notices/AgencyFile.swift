import RubricKit

/// What a round holds on one agency: what its papers are made of.
struct AgencyFile: Sendable {
  var agency: AgencyRecord
  var cases: [CaseRecord] = []
  var unjudged: [UnjudgedRecord] = []
  /// Files of no known agency that lie in a folder with this agency's files only.
  var presumed: [UnjudgedRecord] = []
  var setFindings: [SetFindingRecord] = []
  var adjustments: [AdjustmentRecord] = []

  /// Failed occurrences, and contradictions that a case of this agency takes part in.
  var findingCount: Int {
    cases.reduce(setFindings.count) { count, record in
      count + record.outcomes.reduce(0) { $0 + $1.occurrences.count { $0.outcome == .failed } }
    }
  }

  var open: OpenCounts {
    OpenCounts(
      vetoes: cases.reduce(0) { $0 + $1.undecidedVetoes },
      pending: cases.reduce(0) { $0 + $1.pendingItems },
      errors: cases.reduce(0) { $0 + $1.errorItems },
      unjudged: unjudged.count + presumed.count)
  }

  /// Whether two records name the same agency: by code, by name where there is none.
  static func key(_ agency: AgencyRecord) -> String {
    agency.code.isEmpty ? "name:\(agency.name)" : "code:\(agency.code)"
  }
}

/// What keeps a notice from being final.
public struct OpenCounts: Sendable, Hashable {
  /// Vetoes pending or in error.
  public var vetoes = 0
  /// Items pending.
  public var pending = 0
  /// Items in error.
  public var errors = 0
  /// Files that should have been judged and were not.
  public var unjudged = 0

  /// True where nothing is open.
  public var isEmpty: Bool { vetoes + pending + errors + unjudged == 0 }
}
