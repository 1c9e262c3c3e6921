public import RubricKit

/// What a year comes to, for the annual report on building a law-based government.
public struct YearReport: Sendable, Hashable {
  /// One agency's year.
  public struct Agency: Sendable, Hashable {
    /// The agency.
    public var agency: AgencyRecord
    /// Cases judged.
    public var judged = 0
    /// Cases that passed by every rubric, what is open taken as in order.
    public var passed = 0
    /// Findings made.
    public var findings = 0
    /// Findings closed.
    public var closed = 0
    /// Findings that were fixed and came back.
    public var cameBack = 0
    /// Findings for each hundred cases in the year before; nil: none was judged.
    public var before: Int?

    /// Findings for each hundred cases, rounded half up.
    public var perHundred: Int {
      judged == 0 ? 0 : (findings * 200 + judged) / (2 * judged)
    }
  }

  /// The year.
  public let year: Int
  /// Rounds opened in it.
  public let rounds: Int
  /// By code.
  public let agencies: [Agency]
  /// Notices issued in the year.
  public let notices: Int
  /// Findings by severity.
  public let severities: [Severity: Int]
  /// Findings closed that cannot be cured and were explained.
  public let explained: Int
  /// Notices followed by a stronger step.
  public let escalated: Int
  /// Cases the samples were drawn from; 0: none was drawn.
  public let population: Int
  /// The share of cases that pass; nil where no sample was drawn or nothing was judged.
  public let passRate: PassRate?

  /// - Parameter state: the whole ledger; the rounds opened in the year count with all that followed.
  public init(_ state: LedgerState, year: Int) {
    self.year = year
    let own = state.rounds.filter { $0.opened.year == year }
    rounds = own.count
    let findings = own.flatMap(\.findings)
    severities = findings.reduce(into: [:]) { $0[$1.fact.severity, default: 0] += 1 }
    explained = findings.count { $0.closure.map { !$0.isFixed } ?? false }
    let ids = Set(own.map(\.opening.round))
    let issued = state.notices.filter { ids.contains($0.fact.round) }
    notices = issued.count
    escalated = issued.count { !$0.escalations.isEmpty }
    population = own.reduce(0) { sum, round in
      sum + (round.sample?.population.count { !$0.wasSeen } ?? 0)
    }
    passRate = own.contains { $0.sample != nil } ? PassRate(YearReport.strata(own)) : nil
    let earlier = YearReport.byAgency(state.rounds.filter { $0.opened.year == year - 1 })
    agencies = YearReport.byAgency(own).values.map { agency in
      var agency = agency
      agency.before = earlier[agency.agency.code].map(\.perHundred)
      return agency
    }.sorted { $0.agency.code < $1.agency.code }
  }

  private static func byAgency(_ rounds: [LedgerState.Round]) -> [String: Agency] {
    var result: [String: Agency] = [:]
    for round in rounds {
      for audit in round.audits {
        let code = audit.agency.code
        result[code, default: Agency(agency: audit.agency)].judged += 1
        if passes(audit) { result[code]?.passed += 1 }
      }
      for finding in round.findings {
        let code = finding.agency.code
        result[code, default: Agency(agency: finding.agency)].findings += 1
        if finding.closure != nil { result[code]?.closed += 1 }
        if finding.cameBack { result[code]?.cameBack += 1 }
      }
    }
    return result
  }

  /// By every rubric that scored it, with what is open taken as in order.
  private static func passes(_ audit: LedgerFact.CaseAudited) -> Bool {
    !audit.scores.isEmpty && audit.scores.allSatisfy { $0.upper.grade != $0.lowestGrade }
  }

  private static func strata(_ rounds: [LedgerState.Round]) -> [PassRate.Stratum] {
    var strata: [String: PassRate.Stratum] = [:]
    for round in rounds {
      for unit in round.sample?.population ?? [] where !unit.wasSeen {
        strata["\(round.opening.round)|\(unit.agency)|\(unit.kind)", default: .init()].population +=
          1
      }
      let drawn = Set(round.sample?.population.filter(\.isDrawn).map(\.digest) ?? [])
      for audit in round.audits where drawn.contains(audit.digest) {
        // A stratum is named as it was when it was drawn.
        let unit = round.sample?.population.first { $0.digest == audit.digest }
        let key = "\(round.opening.round)|\(unit?.agency ?? "")|\(unit?.kind ?? "")"
        strata[key, default: .init()].judged += 1
        if passes(audit) { strata[key]?.passed += 1 }
      }
    }
    return strata.sorted { $0.key < $1.key }.map(\.value)
  }
}
