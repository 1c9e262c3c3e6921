public import RubricKit

/// What can happen in a round, from its opening to the closure of every finding.
public enum LedgerFact: Sendable, Hashable {
  case roundOpened(RoundOpened)
  case sampleDrawn(SampleDrawn)
  case answered(Answered)
  case waived(Waived)
  case caseAudited(CaseAudited)
  case noticeIssued(NoticeIssued)
  case circularIssued(CircularIssued)
  case noticeReceived(NoticeReceived)
  case replied(Replied)
  case extended(Extended)
  case rechecked(Rechecked)
  case closed(Closed)
  case escalated(Escalated)

  /// A round (评查批次) begins.
  public struct RoundOpened: Codable, Sendable, Hashable {
    /// Its id, e.g. `2025-3`.
    public var round: String
    /// What it is called.
    public var title: String
    /// The office that reviews.
    public var office: String
    /// Its abbreviation in document numbers (发文机关代字).
    public var mark: String
    /// Days for a reply, counted from the day after receipt.
    public var replyDays: Int
    /// Where the number of days comes from: no text that we have read sets one.
    public var replySource: String

    /// A round to be opened.
    public init(
      round: String, title: String, office: String, mark: String, replyDays: Int,
      replySource: String
    ) {
      self.round = round
      self.title = title
      self.office = office
      self.mark = mark
      self.replyDays = replyDays
      self.replySource = replySource
    }
  }

  /// A sample was drawn.
  public struct SampleDrawn: Codable, Sendable, Hashable {
    /// A case of the population.
    public struct Unit: Codable, Sendable, Hashable {
      /// Code of the agency.
      public var agency: String
      /// Kind of case.
      public var kind: String
      /// 立案号.
      public var caseNumber: String
      /// The path as printed.
      public var path: String
      /// SHA-256 of the file.
      public var digest: String
      /// The number that the draw gave it; in its stratum the lowest are drawn.
      public var lot: String
      /// Whether it was drawn.
      public var isDrawn: Bool
      /// Whether it was left out because an earlier round saw it.
      public var wasSeen: Bool
    }

    /// The round's id.
    public var round: String
    /// What the lots were drawn from.
    public var seed: String
    /// How many cases of each agency and kind at most.
    public var perStratum: Int
    /// All cases there were, sorted by agency, kind and lot.
    public var population: [Unit]
  }

  /// A finding as it was when it was made.
  public struct Finding: Codable, Sendable, Hashable {
    /// Identity from one audit to the next.
    public var fingerprint: String
    /// Digest of the values judged.
    public var evidence: String
    /// The requirement's id.
    public var requirement: String
    /// The requirement's title.
    public var title: LocalizedText
    /// How grave it is.
    public var severity: Severity
    /// Whether it can be put right.
    public var curable: Curability
    /// What is wrong.
    public var message: LocalizedText
    /// The path of the place in the case file.
    public var place: String
  }

  /// A score by one rubric.
  public struct Score: Codable, Sendable, Hashable {
    /// The rubric's id.
    public var rubric: String
    /// With everything open out of order.
    public var lower: ScoreEndRecord
    /// With everything open in order.
    public var upper: ScoreEndRecord
    /// Whether the grade is certain.
    public var certain: Bool
    /// The id of the lowest grade there is.
    public var lowestGrade: String
  }

  /// What a case was judged with: anything else gives another audit.
  public struct Inputs: Codable, Sendable, Hashable {
    /// SHA-256 over the rubrics' and requirements' digests.
    public var rubrics: String
    /// SHA-256 over the registers' digests.
    public var registers: String
    /// The program's version.
    public var tool: String
    /// The day of the audit.
    public var asOf: String
    /// SHA-256 of the file with reviewers' answers; nil: none was given.
    public var answers: String?
    /// SHA-256 of the file with waivers; nil: none was given.
    public var waivers: String?

    /// The same without answers and waivers.
    var withoutDecisions: Inputs {
      var inputs = self
      (inputs.answers, inputs.waivers) = (nil, nil)
      return inputs
    }
  }

  /// A case was judged.
  public struct CaseAudited: Codable, Sendable, Hashable {
    /// The round's id.
    public var round: String
    /// The path as printed.
    public var path: String
    /// SHA-256 of the file.
    public var digest: String
    /// The agency.
    public var agency: AgencyRecord
    /// 立案号.
    public var caseNumber: String
    /// Kind of case.
    public var kind: String
    /// What it was judged with.
    public var inputs: Inputs
    /// The scores.
    public var scores: [Score]
    /// The findings.
    public var findings: [Finding]
    /// How many items are open.
    public var open: Int
  }

  /// A rectification notice was issued.
  public struct NoticeIssued: Codable, Sendable, Hashable {
    /// The round's id.
    public var round: String
    /// Its number, e.g. `示司监〔2025〕3号`.
    public var number: String
    /// Year of the series.
    public var year: Int
    /// Place in the series.
    public var serial: Int
    /// The agency it goes to.
    public var agency: AgencyRecord
    /// The findings it names.
    public var fingerprints: [String]
  }

  /// The circular (通报) on a round was issued.
  public struct CircularIssued: Codable, Sendable, Hashable {
    /// The round's id.
    public var round: String
    /// Its number, e.g. `示司监通〔2025〕1号`.
    public var number: String
    /// Year of the series.
    public var year: Int
    /// Place in the series.
    public var serial: Int
  }

  /// A notice was received.
  public struct NoticeReceived: Codable, Sendable, Hashable {
    /// The notice's number.
    public var number: String
    /// The last day for the reply.
    public var due: CivilDate
    /// How that day was counted.
    public var derivation: [LocalizedText]
  }

  /// An agency replied with its filled-in list.
  public struct Replied: Codable, Sendable, Hashable {
    /// One row of the list.
    public struct Row: Codable, Sendable, Hashable {
      /// The finding.
      public var fingerprint: String
      /// What the agency says it did.
      public var status: String
      /// What it did.
      public var text: String
      /// When, as written; empty: not said.
      public var completed: String

      /// A row as it was filled in.
      public init(fingerprint: String, status: String, text: String, completed: String) {
        self.fingerprint = fingerprint
        self.status = status
        self.text = text
        self.completed = completed
      }
    }

    /// The notice's number.
    public var number: String
    /// The rows.
    public var rows: [Row]
    /// SHA-256 of the list.
    public var digest: String
  }

  /// The term of a notice was extended.
  public struct Extended: Codable, Sendable, Hashable {
    /// The notice's number.
    public var number: String
    /// The new last day.
    public var due: CivilDate
    /// Why.
    public var reason: String
  }

  /// A corrected file was judged again.
  public struct Rechecked: Codable, Sendable, Hashable {
    /// What became of a finding.
    public struct Result: Codable, Sendable, Hashable {
      /// The finding.
      public var fingerprint: String
      /// What became of it.
      public var result: RecheckResult
      /// Digest of the values judged now; empty where it is gone.
      public var evidence: String
    }

    /// The round's id.
    public var round: String
    /// 立案号.
    public var caseNumber: String
    /// Code of the agency.
    public var agency: String
    /// SHA-256 of the corrected file.
    public var digest: String
    /// What it was judged with.
    public var inputs: Inputs
    /// The findings of the round on this case.
    public var results: [Result]
    /// Findings that were not there before.
    public var new: [Finding]
  }

  /// A finding was closed.
  public struct Closed: Codable, Sendable, Hashable {
    /// The round's id.
    public var round: String
    /// The finding.
    public var fingerprint: String
    /// Whether a re-check found it fixed; false: it cannot be cured and was explained.
    public var isFixed: Bool
    /// The explanation; empty where it was fixed.
    public var explanation: String
  }

  /// A notice was followed by a stronger step.
  public struct Escalated: Codable, Sendable, Hashable {
    /// The notice's number.
    public var number: String
    /// The step.
    public var step: EscalationStep
    /// The number of the letter.
    public var letter: String
    /// Year of the letter's series, one for each step.
    public var year: Int
    /// Place in the series.
    public var serial: Int
    /// Why.
    public var reason: String
  }
}

/// What a re-check found of a finding.
public enum RecheckResult: String, Codable, Sendable, Hashable, CaseIterable {
  /// The requirement is met, or does not apply any more.
  case fixed
  /// As it was.
  case unchanged
  /// Other values, still wrong.
  case changed
  /// It was closed as fixed and is there again.
  case cameBack
  /// The requirement is open or could not be judged: nobody can say yet.
  case open
}

/// Steps after a notice that was not followed (行政执法监督条例 for the documents' names; the order and
/// the terms are the office's own).
public enum EscalationStep: String, Codable, Sendable, Hashable, CaseIterable {
  /// 督办函
  case reminder
  /// 行政执法监督意见书
  case opinion
  /// 行政执法监督决定书
  case decision

  /// What a letter's number has after the office's abbreviation.
  var mark: String {
    switch self {
    case .reminder: "督"
    case .opinion: "意"
    case .decision: "决"
    }
  }
}
