import RubricKit

/// ``CaseCoverage`` as lines: per rubric what never fired, never applied or was always open, then the
/// counts of every requirement.
struct CaseCoverageText {
  private let coverage: CaseCoverage
  private let date: String
  private let lang: Language

  init(_ coverage: CaseCoverage, date: String, _ lang: Language) {
    self.coverage = coverage
    self.date = date
    self.lang = lang
  }

  /// All lines, each with its line feed.
  var text: String {
    var text = CaseCoverageWords.title[lang] + "\n" + TableWords.asOf(date)[lang] + "\n"
    text +=
      TableWords.counts(judged: coverage.cases, unjudged: coverage.unjudged.count)[lang] + "\n"
    for record in coverage.unjudged {
      let line = record.line.map { Words.line($0, record.column)[lang] + " " } ?? ""
      text += "  \(record.path)  \(line)\(record.message[lang])\n"
    }
    for remark in coverage.remarks { text += "  \(remark.subject)  \(remark.message[lang])\n" }
    for part in coverage.parts where part.cases > 0 { text += block(part) }
    let unused = coverage.parts.filter { $0.cases == 0 }
    if !unused.isEmpty {
      text += "\n" + CaseCoverageWords.unused[lang] + "\n"
      for part in unused { text += "  \(part.title[lang])  \(part.rubric)\n" }
    }
    return text
  }

  private func block(_ part: CaseCoverage.RubricPart) -> String {
    var text = "\n\(part.title[lang])  \(part.rubric) \(part.version)\n"
    text += CaseCoverageWords.size(cases: part.cases, requirements: part.rows.count)[lang] + "\n"
    for silence in CaseCoverage.Silence.allCases {
      let rows = part.rows.filter { $0.silence == silence }
      text += "\n" + CaseCoverageWords.heading(silence, rows.count)[lang] + "\n"
      for row in rows { text += "  \(row.requirement)  \(row.title[lang])\n" }
    }
    return text + "\n" + table(part)
  }

  private func table(_ part: CaseCoverage.RubricPart) -> String {
    let heads = CaseCoverageWords.heads.map { $0[lang] }
    var columns = heads.map {
      TextGrid.Column(width: max(6, DisplayWidth.of($0)), alignment: .trailing)
    }
    columns.append(TextGrid.Column(width: 76))
    let grid = TextGrid(columns: columns)
    var text = grid.line((heads + [CaseCoverageWords.requirement[lang]]).map { .init($0) })
    text += grid.rule()
    for row in part.rows {
      let counts = [row.failed, row.passed, row.notApplicable, row.asked, row.undecided]
      text += grid.line(
        counts.map { .init("\($0)") } + [.init("\(row.requirement)  \(row.title[lang])")])
      for (reason, count) in row.reasons.sorted(by: { $0.key < $1.key }) {
        text += grid.line(
          counts.map { _ in "" } + [.init("  \(CaseCoverageWords.reason(reason)[lang]) \(count)")])
      }
    }
    return text
  }
}

/// Words of ``CaseCoverageText``.
enum CaseCoverageWords {
  static let title = Words.text("各评查项目在案卷中的结果（件）", "What each requirement gave (case files)")
  static let requirement = Words.text("评查项目", "Requirement")
  static let unused = Words.text("以下评查标准没有评查任何案卷：", "Rubrics that judged no case file:")
  static let heads = [
    Words.text("不符合", "Failed"), Words.text("符合", "Passed"), Words.text("合理缺项", "N/A"),
    Words.text("待核定", "Asked"), Words.text("未能判定", "Unable"),
  ]

  static func size(cases: Int, requirements: Int) -> LocalizedText {
    Words.text(
      "案卷 \(cases) 件，评查项目 \(requirements) 项", "\(cases) case files, \(requirements) requirements")
  }

  static func heading(_ silence: CaseCoverage.Silence, _ count: Int) -> LocalizedText {
    switch silence {
    case .neverFired:
      Words.text(
        "适用过，但从未不符合、也从未提请核定：\(count) 项", "Applied, and never failed or asked: \(count)")
    case .neverApplied: Words.text("从未适用：\(count) 项", "Never applied: \(count)")
    case .alwaysPending:
      Words.text("凡适用均未能得出结论：\(count) 项", "Left open wherever they applied: \(count)")
    }
  }

  static func reason(_ reason: String) -> LocalizedText {
    PendingReason(rawValue: reason).map(Words.reason) ?? Words.outcome(.error)
  }
}
