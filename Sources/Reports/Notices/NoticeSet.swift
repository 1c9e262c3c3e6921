public import RubricKit

/// The papers of a round, ready to be written into a folder.
public struct NoticeSet: Sendable, Hashable {
  /// Contents by path relative to the folder; parts joined by `/`.
  public var files: [String: [UInt8]]
  /// What was written for whom, and for whom nothing was.
  public var summary: NoticeSummary

  /// A file's text; nil where there is no such file.
  func text(_ path: String) -> String? { files[path].map { String(decoding: $0, as: UTF8.self) } }

  /// The set with its files made others, and the summary naming them.
  ///
  /// - Parameters:
  ///   - change: gives the new files for the old ones.
  ///   - names: the new path of an old one.
  public func changed(
    _ change: ([String: [UInt8]]) throws -> [String: [UInt8]], names: (String) -> String
  ) rethrows -> NoticeSet {
    var summary = summary
    for index in summary.agencies.indices {
      summary.agencies[index].notice = summary.agencies[index].notice.map(names)
      summary.agencies[index].pendingSheet = summary.agencies[index].pendingSheet.map(names)
    }
    return NoticeSet(files: try change(files), summary: summary)
  }

  /// A set of papers.
  public init(files: [String: [UInt8]], summary: NoticeSummary) {
    self.files = files
    self.summary = summary
  }
}

/// What a set of notices comes to.
public struct NoticeSummary: Sendable, Hashable {
  /// One agency's part.
  public struct Agency: Sendable, Hashable {
    /// The agency.
    public var agency: AgencyRecord
    /// Its folder, relative to the output.
    public var folder: String
    /// The notice, relative to the output; nil where there is no finding.
    public var notice: String?
    /// Findings in the notice.
    public var findings: Int
    /// What is open; not empty: the notice is headed 征求意见稿.
    public var open: OpenCounts
    /// The internal sheet, relative to the output.
    public var pendingSheet: String?
    /// Review sheets written.
    public var reviewSheets: Int
    /// Where they are, relative to the output.
    public var reviewFolder: String
  }

  /// Every agency, in the order of its first case.
  public var agencies: [Agency] = []
  /// Files not judged that belong to no agency we know of.
  public var unattributed: [UnjudgedRecord] = []

  /// Agencies without a notice because nothing was found.
  public var withoutFindings: [Agency] { agencies.filter { $0.notice == nil } }
}

extension NoticeSummary {
  /// The summary in words, for the terminal.
  public func text(_ language: Language) -> String {
    func say(_ text: LocalizedText) -> String { text[language] }
    var lines: [String] = []
    for agency in agencies {
      let name = Printable.clean(agency.agency.name)
      if let notice = agency.notice {
        lines.append(
          say(NoticeSummaryWords.written(name, findings: agency.findings, path: notice)))
        if !agency.open.isEmpty {
          lines.append("  " + say(NoticeWords.draft) + say(NoticeWords.draftReason(agency.open)))
        }
      } else {
        lines.append(
          say(NoticeSummaryWords.none(name, isOpen: !agency.open.isEmpty)))
      }
      if let sheet = agency.pendingSheet {
        lines.append("  " + say(NoticeSummaryWords.pendingSheet(sheet)))
      }
      if agency.reviewSheets > 0 {
        lines.append(
          "  "
            + say(NoticeSummaryWords.reviewSheets(agency.reviewSheets, folder: agency.reviewFolder))
        )
      }
    }
    for record in unattributed {
      lines.append(
        say(NoticeSummaryWords.unattributed(Printable.clean(record.path), say(record.message))))
    }
    if agencies.isEmpty { lines.append(say(NoticeSummaryWords.nothing)) }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// Words of the summary of notices, and names of their files.
enum NoticeSummaryWords {
  static let notice = Words.text("整改通知书", "rectification-notice")
  static let list = Words.text("整改清单", "rectification-list")
  static let reviewFolder = Words.text("评查表", "review-sheets")
  static let internalFolder = Words.text("待人工核定事项（内部）", "internal-open-items")
  static let agency = Words.text("执法单位", "agency")
  static let caseFile = Words.text("案卷", "case")
  static let nothing = Words.text(
    "没有评查任何案卷，未制发任何文书。", "No case file was judged; nothing was written.")

  static func written(_ name: String, findings: Int, path: String) -> LocalizedText {
    Words.text(
      "\(name)：问题\(findings)处，\(path)", "\(name): \(findings) findings, \(path)")
  }

  static func none(_ name: String, isOpen: Bool) -> LocalizedText {
    isOpen
      ? Words.text(
        "\(name)：未发现问题，但尚有事项待核定或案卷未评，未制发整改通知书。",
        "\(name): no findings so far, but items are open or files not judged; no notice")
      : Words.text("\(name)：未发现问题，不制发整改通知书。", "\(name): no findings, no notice")
  }

  static func pendingSheet(_ path: String) -> LocalizedText {
    Words.text("待人工核定事项（内部）：\(path)", "open items (internal): \(path)")
  }

  static func reviewSheets(_ count: Int, folder: String) -> LocalizedText {
    Words.text("评查表\(count)份：\(folder)", "\(count) review sheets: \(folder)")
  }

  static func unattributed(_ path: String, _ message: String) -> LocalizedText {
    Words.text("单位不明、未评：\(path)：\(message)", "agency unknown, not judged: \(path): \(message)")
  }
}
