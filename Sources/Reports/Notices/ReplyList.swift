import RubricKit

/// The rectification list as a table to be filled in and sent back; `caseaudit ledger reply` reads it by
/// its headers.
struct ReplyList: Sendable {
  /// Headers, in order: the last three columns are the agency's.
  static let heads = ["序号", "立案号", "文书", "问题", "整改要求", "期限", "指纹", "整改状态", "整改情况", "完成日期"]
  /// Widths of the columns, in characters of a spreadsheet.
  static let widths: [Double] = [6, 20, 24, 44, 44, 16, 24, 16, 40, 14]
  static let printColumn = 6
  static let statusColumn = 7

  /// Lines that the highest cell of a row needs.
  static func lines(_ row: [String]) -> Int {
    zip(row, widths).enumerated().map { column, pair in
      // Prints are set small; nobody reads them.
      let room = Int(pair.1 * 0.85) * (column == printColumn ? 2 : 1)
      return (DisplayWidth.of(pair.0) + room - 1) / room
    }.max() ?? 1
  }

  /// Whether the agency writes in a column.
  static func isOpen(_ column: Int) -> Bool { column >= statusColumn }

  /// A row for each finding.
  let rows: [[String]]

  init(list: RectificationList) {
    let catalogue = list.catalogue
    let own = AgencyFile.key(list.file.agency)
    rows = list.entries.compactMap { entry -> [String]? in
      if let set = entry.set {
        // A contradiction is followed up with the agency of its first case.
        guard let first = set.parts.first, AgencyFile.key(first.agency) == own else { return nil }
        let rule = catalogue.rule(set.rule)
        return [
          "\(entry.serial)", first.caseNumber, catalogue.paper(first.place),
          catalogue.say(set.message), rule.map { catalogue.say($0.remedy) } ?? "",
          catalogue.say(NoticeWords.fromReceipt(list.options.termDays)), set.fingerprint, "", "",
          "",
        ]
      }
      guard let record = entry.caseRecord, let row = entry.row else { return nil }
      return [
        "\(entry.serial)", record.caseNumber, row.place.map(catalogue.paper) ?? "",
        catalogue.say(row.occurrence.message), catalogue.say(row.requirement.remedy),
        list.term(row.requirement), row.occurrence.fingerprint, "", "", "",
      ].map(Printable.clean)
    }
  }

  var csv: String {
    CSVLine.byteOrderMark + ([Self.heads] + rows).map(CSVLine.line).joined()
  }
}
