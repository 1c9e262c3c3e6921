internal import CaseXML

/// Checks registers against each other and as of a day: what no schema can say.
public struct RegisterCheck: Sendable {
  /// What is asked beyond the content of the files.
  public struct Parameters: Sendable {
    /// The day of the check.
    public var asOf: CivilDate
    /// How many legal reviewers an agency should have, in percent of its officers; 0: not asked.
    ///
    /// 5 is what is usually quoted for 国办发〔2018〕118号; no text with the number could be read.
    public var reviewerShare: Int

    /// Parameters for a day.
    public init(asOf: CivilDate, reviewerShare: Int = 5) {
      self.asOf = asOf
      self.reviewerShare = reviewerShare
    }
  }

  let book: RegisterBook
  let parameters: Parameters
  var findings: [RegisterFinding] = []

  /// Everything found, in the order of files and lines.
  public static func findings(in book: RegisterBook, _ parameters: Parameters)
    -> [RegisterFinding]
  {
    var check = RegisterCheck(book: book, parameters: parameters)
    check.findings = book.faults
    for table in book.tables.values {
      check.coverage(table)
      check.periods(table)
      check.references(table)
      check.ranges(table)
    }
    check.delegations()
    check.entrustments()
    check.certificates()
    check.reviewers()
    return check.findings.sorted {
      if $0.file != $1.file { return Paths.precedes($0.file, $1.file) }
      if let left = $0.position, let right = $1.position, left != right { return left < right }
      if ($0.position == nil) != ($1.position == nil) { return $0.position == nil }
      return ($0.code, $0.message.zh) < ($1.code, $1.message.zh)
    }
  }

  mutating func report(
    _ weight: RubricProblem.Weight, _ code: String, _ table: RegisterBook.Table,
    _ row: Register.Row?, _ message: LocalizedText, _ advice: LocalizedText
  ) {
    findings.append(
      RegisterFinding(
        weight: weight, code: code, file: table.file, position: row?.position, key: row?.key,
        message: message, advice: advice))
  }

  /// The rows of a kind that are in force on the day of the check.
  func current(_ kind: String) -> [Register.Row] {
    book.tables[kind]?.register.rows.filter { $0.isInForce(on: parameters.asOf) } ?? []
  }

  // MARK: One register

  private mutating func coverage(_ table: RegisterBook.Table) {
    if let to = table.register.to, to < parameters.asOf {
      report(
        .warning, "outdated", table, nil,
        LocalizedText(
          zh: "\(table.name(.zh))只登记到\(to.text(.zh))",
          en: "“\(table.name(.en))” ends with \(to.text(.en))"),
        LocalizedText(
          zh: "请补充之后的内容；之后的案卷，需要它的项目只能待定",
          en: "Bring it up to date; items that need it are pending for later cases"))
    }
    if table.layout == nil {
      let known = book.schema.knownKinds
      report(
        .warning, "unknown-kind", table, nil,
        LocalizedText(
          zh: "没有“\(table.register.kind)”这种登记册的格式，内容未检查",
          en: "there is no format for registers of kind “\(table.register.kind)”; not checked"),
        LocalizedText(
          zh: "如果是写错，请改为：\(known.joined(separator: "、"))；自定义的登记册可以不理会",
          en: "If it is mistyped, choose one of: \(known.joined(separator: ", "))"))
    }
  }

  /// Rows of one key that overlap, and days between them that nothing covers.
  private mutating func periods(_ table: RegisterBook.Table) {
    for key in table.register.keys {
      let rows = table.register.rows(for: key).sorted { ($0.from ?? .first) < ($1.from ?? .first) }
      guard var latest = rows.first else { continue }
      for row in rows.dropFirst() {
        let from = row.from ?? .first
        let end = latest.to ?? .last
        let other = "第\(latest.position.line)行"
        if from <= end {
          let last = (row.from.flatMap { try? $0.adding(days: -1) }).map { " to=\"\($0)\"" } ?? ""
          report(
            .error, "overlap", table, row,
            LocalizedText(
              zh: "与\(other)的有效期重叠", en: "in force together with line \(latest.position.line)"),
            LocalizedText(
              zh: "请在前一行注明截止日期\(last)，或者删去重复的一行",
              en: "Give the earlier row its last day\(last), or remove the one that is double"))
        } else if let first = try? end.adding(days: 1), first < from,
          let last = try? from.adding(days: -1)
        {
          report(
            .warning, "gap", table, row,
            LocalizedText(
              zh: "\(first.text(.zh))至\(last.text(.zh))没有有效的记录（前一行：\(other)）",
              en: "nothing is in force from \(first.text(.en)) to \(last.text(.en)) "
                + "(row before: line \(latest.position.line))"),
            LocalizedText(
              zh: "确实中断的不必处理；否则请改正起止日期", en: "Correct the days unless it really was interrupted"))
        }
        if (row.to ?? .last) > end { latest = row }
      }
    }
  }

  /// Ranges whose lower end lies above the upper one.
  private mutating func ranges(_ table: RegisterBook.Table) {
    for row in table.register.rows {
      for part in row.parts where part.name == "range" {
        guard let low = part.attributes["min"].flatMap({ try? Fraction(decimal: $0) }),
          let high = part.attributes["max"].flatMap({ try? Fraction(decimal: $0) }), low > high
        else { continue }
        let ends = "\(part.attributes["min"] ?? "") > \(part.attributes["max"] ?? "")"
        report(
          .error, "range", table, row,
          LocalizedText(zh: "幅度的下限大于上限（\(ends)）", en: "a range ends below its start (\(ends))"),
          LocalizedText(zh: "请核对条文后改正", en: "Correct it from the provision"))
      }
    }
  }
}
