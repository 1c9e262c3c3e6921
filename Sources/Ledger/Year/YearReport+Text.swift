public import RubricKit

extension YearReport {
  private var judged: Int { agencies.reduce(0) { $0 + $1.judged } }
  private var findings: Int { agencies.reduce(0) { $0 + $1.findings } }
  private var closed: Int { agencies.reduce(0) { $0 + $1.closed } }
  private var cameBack: Int { agencies.reduce(0) { $0 + $1.cameBack } }

  /// The paragraph for the annual report.
  public var paragraph: LocalizedText {
    LocalizedText(zh: chinese, en: english)
  }

  private var chinese: String {
    guard judged > 0 else { return "\(year)年没有开展行政执法案卷评查。" }
    let names = agencies.prefix(3).map(\.agency.name).joined(separator: "、")
    let others = agencies.count > 3 ? "等" : "，共"
    var text = "\(year)年，共组织\(rounds)次行政执法案卷评查，"
    text += population > 0 ? "从\(population)件案卷中随机抽取并评查\(judged)件" : "评查案卷\(judged)件"
    text += "，涉及\(names)\(others)\(agencies.count)个单位，发现问题\(findings)处"
    if let fatal = severities[.fatal], fatal > 0 { text += "，其中严重问题\(fatal)处" }
    text += "。"
    if let passRate {
      text += "合格\(passRate.passed)件，按抽样推算合格率\(Self.percent(passRate.estimate))"
      text +=
        "（95%置信区间\(Self.percent(passRate.interval.lowerBound))至\(Self.percent(passRate.interval.upperBound))）。"
    }
    text += "制发整改通知书\(notices)份，督促整改销号\(closed)处"
    if explained > 0 { text += "（其中不能补正、作出说明的\(explained)处）" }
    if escalated > 0 { text += "，对\(escalated)份通知书跟进督办" }
    text += findings > closed ? "，其余\(findings - closed)处正在整改。" : "，全部办结。"
    if cameBack > 0 { text += "复查发现\(cameBack)处问题改后复发。" }
    return text
  }

  private var english: String {
    guard judged > 0 else { return "In \(year) no case files were reviewed." }
    var text = "In \(year) case files were reviewed in \(rounds) rounds: \(judged) files"
    if population > 0 { text += ", drawn at random from \(population)," }
    text += " of \(agencies.count) agencies, with \(findings) findings"
    if let fatal = severities[.fatal], fatal > 0 { text += ", \(fatal) of them fatal" }
    text += ". "
    if let passRate {
      text += "\(passRate.passed) files passed; the pass rate of all files is estimated at "
      text +=
        "\(Self.percent(passRate.estimate)) (95 % interval \(Self.percent(passRate.interval.lowerBound)) to "
        + "\(Self.percent(passRate.interval.upperBound))). "
    }
    text += "\(notices) notices were issued and \(closed) findings closed"
    if explained > 0 { text += " (\(explained) that cannot be cured, with an explanation)" }
    if escalated > 0 { text += "; \(escalated) notices were followed up" }
    text += findings > closed ? "; \(findings - closed) are being put right." : "."
    if cameBack > 0 { text += " \(cameBack) findings came back after they had been fixed." }
    return text
  }

  /// The table behind the paragraph: the head, then a row for each agency.
  public func table(_ language: Language) -> [[String]] {
    let head =
      language == .zh
      ? ["单位", "评查", "合格", "问题", "已销号", "复发", "每百件问题", "上年", "比较"]
      : [
        "agency", "judged", "passed", "findings", "closed", "back", "per 100", "year before",
        "trend",
      ]
    return [head]
      + agencies.map { agency in
        [
          agency.agency.name, "\(agency.judged)", "\(agency.passed)", "\(agency.findings)",
          "\(agency.closed)", "\(agency.cameBack)", "\(agency.perHundred)",
          agency.before.map { "\($0)" } ?? "—", agency.trend[language],
        ]
      }
  }

  /// 965 → 96.5%.
  private static func percent(_ thousandths: Int) -> String {
    "\(thousandths / 10).\(thousandths % 10)%"
  }
}

extension YearReport.Agency {
  /// Compared with the year before.
  var trend: LocalizedText {
    guard let before else { return LocalizedText(zh: "—", en: "—") }
    if perHundred < before { return LocalizedText(zh: "好转", en: "better") }
    return perHundred > before
      ? LocalizedText(zh: "退步", en: "worse") : LocalizedText(zh: "持平", en: "the same")
  }
}
