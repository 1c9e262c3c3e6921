import RubricKit

/// The rectification list as a table to be filled in and sent back; `caseaudit ledger reply` reads it by
/// its headers.
struct ReplyList: Sendable {
  let list: RectificationList

  /// Headers of the columns that an agency fills in, and of the one that says which finding a row is.
  static let headers = ["指纹", "整改状态", "整改情况", "完成日期"]

  var csv: String {
    let catalogue = list.catalogue
    let own = AgencyFile.key(list.file.agency)
    let heads = ["序号", "立案号", "文书", "问题", "整改要求", "期限"] + Self.headers
    var text = CSVLine.byteOrderMark + CSVLine.line(heads)
    for entry in list.entries {
      if let set = entry.set {
        // A contradiction is followed up with the agency of its first case.
        guard let first = set.parts.first, AgencyFile.key(first.agency) == own else { continue }
        let rule = catalogue.rule(set.rule)
        text += CSVLine.line([
          "\(entry.serial)", first.caseNumber, catalogue.paper(first.place),
          catalogue.say(set.message), rule.map { catalogue.say($0.remedy) } ?? "",
          catalogue.say(NoticeWords.fromReceipt(list.options.termDays)), set.fingerprint, "", "",
          "",
        ])
      } else if let record = entry.caseRecord, let row = entry.row {
        text += CSVLine.line([
          "\(entry.serial)", record.caseNumber, row.place.map(catalogue.paper) ?? "",
          catalogue.say(row.occurrence.message), catalogue.say(row.requirement.remedy),
          list.term(row.requirement), row.occurrence.fingerprint, "", "", "",
        ])
      }
    }
    return text
  }
}
