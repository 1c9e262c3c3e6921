extension RegisterCheck {
  /// Since when the law in force asks a qualification of those who first take up legal review
  /// (行政处罚法 article 58, paragraph 2).
  private static let qualificationSince = CivilDate(year: 2021, month: 7, day: 15)

  /// Certificates that ran out, or that are suspended, cancelled or elsewhere, as of the day.
  mutating func certificates() {
    guard let table = book.tables["officers"] else { return }
    for row in current("officers") {
      let day = parameters.asOf
      if let end = row.day("validTo"), end < day {
        report(
          .warning, "certificate-expired", table, row,
          LocalizedText(
            zh: "\(row.officerName)的执法证已于\(end.text(.zh))到期",
            en: "the certificate of \(row.officerName) ran out on \(end.text(.en))"),
          LocalizedText(
            zh: "请换证后更新有效期；之后不得执法", en: "Renew it and enter the new term; no acts until then"))
      }
      guard let status = row.status(on: day), status.code != .valid else { continue }
      let word = status.code.text
      report(
        .warning, "certificate-\(status.code.rawValue)", table, row,
        LocalizedText(
          zh: "\(row.officerName)的执法证自\(status.from.text(.zh))起\(word.zh)",
          en: "the certificate of \(row.officerName) is \(word.en) since \(status.from.text(.en))"),
        status.code == .suspended
          ? LocalizedText(
            zh: "暂扣期间不得执法；恢复后请登记", en: "No acts until it is given back; enter that day")
          : LocalizedText(zh: "请为本行注明截止日期", en: "Give this row its last day"))
    }
  }

  /// Reviewers whose name is another in the officers' list, or who lack a qualification; agencies
  /// with too few of them.
  mutating func reviewers() {
    guard let officers = book.tables["officers"], let table = book.tables["legal-reviewers"] else {
      return
    }
    for row in table.register.rows {
      let named = officers.register.rows(for: row.key).map(\.officerName)
      if !named.isEmpty, !named.contains(row.officerName) {
        report(
          .error, "name-differs", table, row,
          LocalizedText(
            zh: "姓名“\(row.officerName)”与执法人员名录中的“\(named[0])”不一致",
            en: "the name “\(row.officerName)” is “\(named[0])” in the officers' list"),
          LocalizedText(zh: "请核对证号和姓名", en: "Compare certificate and name"))
      }
      if row.values("qualification").isEmpty, let since = row.day("since"),
        let law = Self.qualificationSince, since >= law
      {
        report(
          .warning, "no-qualification", table, row,
          LocalizedText(
            zh: "\(row.officerName)\(since.text(.zh))初次从事法制审核，没有法律职业资格证书号",
            en: "\(row.officerName) first took up legal review on \(since.text(.en)), without a "
              + "legal qualification"),
          LocalizedText(
            zh: "请补登证书号；没有取得的，不能从事处罚决定的法制审核（行政处罚法第五十八条第二款）",
            en: "Enter its number; without it he cannot review (行政处罚法, article 58, paragraph 2)"))
      }
    }
    shares(table)
  }

  private mutating func shares(_ table: RegisterBook.Table) {
    guard parameters.reviewerShare > 0 else { return }
    let reviewers = Set(current("legal-reviewers").map(\.key))
    var officers: [String: Set<String>] = [:]
    for row in current("officers") where row.isCertificateValid(on: parameters.asOf) {
      officers[row.values("agency").first ?? "", default: []].insert(row.key)
    }
    for (agency, certificates) in officers.sorted(by: { Paths.precedes($0.key, $1.key) }) {
      let share = parameters.reviewerShare
      let wanted = (certificates.count * share + 99) / 100
      let found = certificates.intersection(reviewers).count
      guard found < wanted, let agencies = book.tables["agencies"] else { continue }
      let row = agencies.register.newest(agency)
      report(
        .warning, "few-reviewers", row == nil ? table : agencies, row,
        LocalizedText(
          zh: "\(row?.fields["name"] ?? agency)有执法人员\(certificates.count)人、法制审核人员\(found)人，"
            + "按\(share)%应有\(wanted)人",
          en: "\(row?.fields["name"] ?? agency) has \(certificates.count) officers and \(found) "
            + "legal reviewers; \(share) % would be \(wanted)"),
        LocalizedText(
          zh: "请补充人员或者补登；5%的比例没有查到文件原文，当地另有规定的用--reviewer-share改",
          en:
            "Appoint or enter them; the usual 5 % was not found in any text that could be read, so "
            + "set the local number with --reviewer-share"))
    }
  }
}
