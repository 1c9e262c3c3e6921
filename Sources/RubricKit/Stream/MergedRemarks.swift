/// The remarks of several streams as those of one run over all of them.
struct MergedRemarks {
  /// About what was read, e.g. the registers.
  private(set) var ofTheRun: [RemarkRecord] = []
  /// About answers and waivers without effect.
  private(set) var ofDecisions: [RemarkRecord] = []

  /// - Parameter streams: the remarks of each stream.
  init(_ streams: [[RemarkRecord]]) {
    for remark in streams.joined() where !remark.isOfSetRules && !remark.isOfDecisions {
      if !ofTheRun.contains(remark) { ofTheRun.append(remark) }
    }
    let decisions = streams.map { $0.filter(\.isOfDecisions) }
    for subject in Self.order(decisions.map { $0.map(\.subject) }) {
      let said = decisions.compactMap { $0.first { $0.subject == subject } }
      // What one stream had no use for, another may have used; what was refused once stays so.
      if let refused = said.first(where: { $0.code == "waiver-of-veto" }) {
        ofDecisions.append(refused)
      } else if said.count == streams.count {
        ofDecisions.append(said.first { $0.code == "answer-refused" } ?? said[0])
      }
    }
  }

  /// One order that keeps that of every list.
  private static func order(_ lists: [[String]]) -> [String] {
    var result: [String] = []
    for list in lists {
      var place = 0
      for subject in list {
        if let index = result.firstIndex(of: subject) {
          place = index + 1
        } else {
          result.insert(subject, at: place)
          place += 1
        }
      }
    }
    return result
  }
}

extension RemarkRecord {
  fileprivate var isOfDecisions: Bool { code.hasPrefix("answer-") || code.hasPrefix("waiver-") }
}
