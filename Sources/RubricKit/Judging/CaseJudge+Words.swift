internal import CaseXML

/// What is said of files that could not be judged, and of dates and rubrics.
extension CaseJudge {
  static func unjudged(
    _ name: String, _ cause: String, _ message: LocalizedText, _ facts: CaseFacts?
  )
    -> UnjudgedRecord
  {
    UnjudgedRecord(
      path: name, cause: cause, message: message, agency: facts?.agency,
      caseNumber: facts?.caseNumber)
  }

  static func unmatched(_ name: String, _ matches: Matches, _ facts: CaseFacts)
    -> UnjudgedRecord
  {
    if let undecided = matches.undecided.first {
      return unjudged(name, RemarkRecord.rubricUndecided, undecided, facts)
    }
    return unjudged(
      name, "no-rubric",
      LocalizedText(
        zh: "没有适用的评查标准（案卷种类“\(facts.kind)”）；请核对 kind，或用 rubric list 查看现有标准",
        en: "no rubric applies (kind “\(facts.kind)”); check kind, or see rubric list"), facts)
  }

  static func unjudged(_ name: String, _ error: ScoringError, _ facts: CaseFacts)
    -> UnjudgedRecord
  {
    switch error {
    case .nothingApplies(let rubric):
      unjudged(
        name, "nothing-applies",
        LocalizedText(
          zh: "评查标准 \(rubric) 没有一项适用于本案卷，无法计分",
          en: "no item of rubric \(rubric) applies to this case; it cannot be scored"), facts)
    case .overflow(let rubric):
      unjudged(
        name, "overflow",
        LocalizedText(
          zh: "评查标准 \(rubric) 的分值过大，无法精确计算",
          en: "points of rubric \(rubric) are too large to be exact"),
        facts)
    }
  }

  static func remarks(_ parsed: ParsedXML, name: String) -> [RemarkRecord] {
    guard let remark = parsed.encoding.diagnostic?.text else { return [] }
    return [RemarkRecord(code: "mislabelled-encoding", message: remark, subject: name)]
  }

  static func rulesOfTheTime(_ basis: LocalizedText, _ day: CivilDate) -> LocalizedText {
    LocalizedText(
      zh: "本项所依据的\(basis.zh)在\(day)尚未施行或者已经失效，当时的规定没有列入标准，"
        + "请由人按当时有效的规定核对",
      en: "the basis of this item, \(basis.en), was not in force on \(day); the rules of that time "
        + "are not on record, so a person must judge by them")
  }

  static func dateUnknown(_ rubric: Rubric, _ name: String) -> RemarkRecord {
    RemarkRecord(
      code: "rubric-date-unknown",
      message: LocalizedText(
        zh: "案卷未显示决定适用版本的日期，按现行版本 \(rubric.id) \(rubric.version) 评查",
        en: "the file shows no date that decides which version applies; judged by "
          + "\(rubric.id) \(rubric.version)"),
      subject: name)
  }
}
