import Foundation

/// Something planted among the cases of one county: a contradiction a set rule must find, or what looks
/// like one and is innocent.
public enum Contradiction: String, CaseIterable, Sendable {
  case officerTwoPlaces = "set.officer.two-places"
  case officerTravel = "set.officer.travel"
  case intervieweeTwoRecords = "set.interviewee.two-records"
  case caseNumberTwice = "set.case-number.duplicate"
  case decisionNumberTwice = "set.decision-number.duplicate"
  case decisionNumberOrder = "set.decision-number.order"
  case finedTwice = "set.party.fined-twice"
  case finedOtherItem = "set.party.fined-other-item"
  case twoFilings = "set.jurisdiction.two-filings"
  case notFirstOffence = "set.party.first-offence"
  case receiptTwice = "set.payment.receipt-twice"
  case unlikeFine = "set.discretion.unlike"
  case belowThreshold = "set.fine.below-threshold"
  case digestReused = "set.media.digest-reused"
  case transcriptCopied = "set.transcript.copied"
  case receiverIsOfficer = "set.receiver.officer"
  case archivedOneDay = "set.archive.one-day"
  case severalAgencies = "set.inspection.several-agencies"
  case inspectedOften = "set.inspection.same-agency"
  case frequentWitness = "set.witness.frequent"

  case videoInterview = "innocent.video-interview"
  case correctedNumber = "innocent.corrected-number"
  case makeUpWorkingDay = "innocent.make-up-working-day"
  case changedName = "innocent.changed-name"
  case twoOfficersOneName = "innocent.two-officers-one-name"
  case reissuedCertificate = "innocent.re-issued-certificate"
  case formPhrases = "innocent.phrases-of-the-form"
  case fixedFine = "innocent.fixed-fine"

  /// Whether the cases are to be found.
  public var isFault: Bool { rawValue.hasPrefix("set.") }

  /// The base cases of a county's files: seven of one agency, three inspections of another, one case of
  /// a third.
  public static let bases =
    Array(repeating: "ordinary-penalty", count: 7) + Array(repeating: "inspection", count: 3)
    + ["ordinary-penalty-hearing"]

  /// Plants it among the cases of a county, made from ``bases``.
  ///
  /// - Parameter hardness: 0 for the plain form; 1 and 2 hide what a person would still doubt. Strong
  ///   kinds are exact and have one form.
  /// - Returns: the places of the cases concerned.
  func plant(in cases: inout [CaseText], hardness: Int) -> [Int] {
    let first = cases[0]
    switch self {
    case .officerTwoPlaces:
      cases[1].takeTimes("inspectionRecord", from: first)
      return [0, 1]
    case .officerTravel:
      cases[1].takeTimes("inspectionRecord", from: first)
      let day = first.content("start", in: "inspectionRecord").prefix(10)
      cases[1].set("start", in: "inspectionRecord", to: "\(day)T11:\(["00", "04", "10"][hardness])")
      cases[1].set("end", in: "inspectionRecord", to: "\(day)T12:10")
      return [0, 1]
    case .intervieweeTwoRecords:
      cases[1].takeTimes("interview", from: first)
      cases[1].set(
        "start", in: "interview", to: first.content("start", in: "interview").prefix(14) + "25")
      for field in ["idNumber", "name"] {
        let old = cases[1].content(field, in: "interviewee")
        cases[1].replace(old, by: first.content(field, in: "interviewee"))
      }
      cases[1].set("certificateValidTo", to: "2027-06-30")
      return [0, 1]
    case .caseNumberTwice:
      cases[1].replace(cases[1].content("caseNumber"), by: first.content("caseNumber"))
      return [0, 1]
    case .decisionNumberTwice:
      cases[1].replace(cases[1].decisionNumber, by: first.decisionNumber)
      return [0, 1]
    case .decisionNumberOrder:
      let (second, last) = (cases[1].decisionNumber, cases[5].decisionNumber)
      cases[1].replace(second, by: last)
      cases[5].replace(last, by: second)
      return [1, 5]
    case .finedTwice:
      cases[1].takeAct(from: first)
      return [0, 1]
    case .finedOtherItem:
      cases[1].takeAct(from: first)
      cases[1].replace("YJ-CF-0097-4", by: "YJ-CF-0097-5")
      return [0, 1]
    case .twoFilings:
      let last = cases.count - 1
      cases[last].takeAct(from: first)
      cases[last].replace("<penalty kind=\"fine\">", by: "<penalty kind=\"warning\">")
      return [0, last]
    case .notFirstOffence:
      cases[6].takeParty(from: first)
      cases[6].set("startDate", in: "illegalAct", to: cases[6].content("date", in: "decision"))
      cases[6].set("firstTime", in: "illegalAct", to: "yes")
      return [0, 6]
    case .receiptTwice:
      cases[1].set("receiptNumber", to: first.content("receiptNumber"))
      return [0, 1]
    case .unlikeFine:
      let fine = ["19500", "12500", "9500"][hardness]
      cases[0].replace("8000.00", by: "\(fine).00")
      cases[0].replace("8000元", by: "\(fine)元")
      return [0]
    case .belowThreshold:
      // The threshold of the county's register does the rest.
      return Array(0..<7)
    case .digestReused:
      cases[1].set("digest", in: "recordings", to: first.content("digest", in: "recordings"))
      return [0, 1]
    case .transcriptCopied:
      var copy = first.content("transcript", in: "interview")
      if hardness > 0 {
        // Every fourth answer is the person's own, or every second.
        let own = cases[1].content("transcript", in: "interview").components(
          separatedBy: "</answer>")
        let answers = copy.components(separatedBy: "</answer>").enumerated().map { index, answer in
          index % (hardness == 1 ? 4 : 2) == 1 && index < own.count - 1 ? own[index] : answer
        }
        copy = answers.joined(separator: "</answer>")
      }
      cases[1].set("transcript", in: "interview", to: copy)
      return [0, 1]
    case .receiverIsOfficer:
      let name = first.content("name", in: "officers")
      let written = hardness == 2 ? name.prefix(1) + "　" + name.dropFirst() : name[...]
      cases[0].set(
        "receiver", in: "proofOfService", to: "<name>\(written)</name><relation>职工</relation>")
      return [0]
    case .archivedOneDay:
      let day = cases[5].content("archivedDate")
      let number = 6 - hardness
      for index in 0..<number { cases[index].set("archivedDate", to: day) }
      return Array(0..<number)
    case .severalAgencies:
      let day = first.content("start", in: "inspectionRecord").prefix(10)
      for (index, hour) in [(7, 13), (cases.count - 1, 15)] {
        cases[index].takeParty(from: first)
        cases[index].set("start", in: "inspectionRecord", to: "\(day)T\(hour):00")
        cases[index].set("end", in: "inspectionRecord", to: "\(day)T\(hour):50")
      }
      return [0, 7, cases.count - 1]
    case .inspectedOften:
      let day = cases[7].content("start", in: "inspectionRecord").prefix(10)
      for (index, hour) in [(8, 13), (9, 15)] {
        cases[index].takeParty(from: cases[7])
        cases[index].set("start", in: "inspectionRecord", to: "\(day)T\(hour):00")
        cases[index].set("end", in: "inspectionRecord", to: "\(day)T\(hour):50")
      }
      return [7, 8, 9]
    case .frequentWitness:
      for index in 0..<3 {
        cases[index].replace(
          "</siteManager>",
          by: "</siteManager><witness><name>见样证</name><relation>见证人</relation></witness>")
      }
      return [0, 1, 2]
    case .videoInterview:
      cases[1].takeTimes("interview", from: first, within: "inspectionRecord")
      let place = cases[1].content("place", in: "interview")
      cases[1].replace(
        "<place>\(place)</place>", by: "<place>示例省样例监狱</place><byVideo>yes</byVideo>")
      return [0, 1]
    case .correctedNumber:
      cases[1].set(
        "defects", in: "noteSheet",
        to: "决定书文号原误写为\(first.decisionNumber)，送达前已更正为\(cases[1].decisionNumber)并加盖校对章。")
      return [0, 1]
    case .makeUpWorkingDay:
      // Two agencies at one party's on a Saturday on which everybody works (2025-04-27 is a Sunday).
      for index in [0, cases.count - 1] {
        cases[index].set("start", in: "inspectionRecord", to: "2025-04-27T09:30")
        cases[index].set("end", in: "inspectionRecord", to: "2025-04-27T10:30")
      }
      return [0, cases.count - 1]
    case .changedName:
      cases[6].takeParty(from: first)
      let old = cases[6].content("name", in: "parties")
      cases[6].replace(old, by: old.replacingOccurrences(of: "有限公司", with: "集团有限公司"))
      return [0, 6]
    case .twoOfficersOneName:
      let last = cases.count - 1
      cases[last].takeTimes("inspectionRecord", from: first)
      cases[last].replace(
        cases[last].content("name", in: "officers"), by: first.content("name", in: "officers"))
      return [0, last]
    case .reissuedCertificate:
      let old = cases[6].content("certificate", in: "officers")
      cases[6].replace(old, by: old.dropLast(3) + "108")
      return [0, 6]
    case .formPhrases:
      for index in 0..<3 {
        cases[index].replace(
          "</question>", by: "请你如实回答，故意提供虚假陈述的，依法承担法律责任。你听清楚了吗？</question>")
      }
      return [0, 1, 2]
    case .fixedFine:
      return Array(0..<7)
    }
  }
}

extension CaseText {
  var decisionNumber: String { content("number", in: "decision") }

  /// Lets a record take place when one of another case does.
  mutating func takeTimes(_ record: String, from other: CaseText, within: String? = nil) {
    for part in ["start", "end"] {
      set(part, in: record, to: other.content(part, in: within ?? record))
    }
  }

  /// Makes the case one against the party of another.
  mutating func takeParty(from other: CaseText) {
    replace(content("creditCode", in: "parties"), by: other.content("creditCode", in: "parties"))
  }

  /// Makes the case one for the act of another.
  mutating func takeAct(from other: CaseText) {
    takeParty(from: other)
    for part in ["startDate", "endDate", "place"] {
      set(part, in: "illegalAct", to: other.content(part, in: "illegalAct"))
    }
  }
}
