import RubricKit

/// The summary of the run: how much was judged, what was not and why, what was passed over, remarks.
struct RunText: Sendable {
  let catalogue: Catalogue
  let summary: AuditSummary
  let color: Bool

  func render() -> String {
    var text = Style.strong.applied(to: catalogue.say(TableWords.run), color: color) + "\n"
    let unjudged = summary.unjudged.count
    text += line(TableWords.counts(judged: summary.judged, unjudged: unjudged))
    if summary.judged == 0, unjudged == 0 { text += line(TableWords.nothing) }
    if summary.judged > 0 {
      var bySeverity: [Severity: Int] = [:]
      for agency in summary.agencies {
        bySeverity.merge(agency.findings.bySeverity, uniquingKeysWith: +)
      }
      text += line(TableWords.findings(bySeverity))
      let pending = summary.agencies.reduce(0) { $0 + $1.pending }
      let errors = summary.agencies.reduce(0) { $0 + $1.errors }
      if pending + errors > 0 { text += line(TableWords.pending(pending, errors: errors)) }
      text += reasons()
    }
    if !summary.rubrics.isEmpty {
      text += line(TableWords.rubrics(catalogue.rubricList(summary.rubrics)))
    }
    text += unjudgedFiles()
    text += skipped()
    return text + remarks()
  }

  /// Pending for other reasons than a person's judgement: something to repair before a final run.
  private func reasons() -> String {
    var counts: [PendingReason: Int] = [:]
    for agency in summary.agencies { counts.merge(agency.pendingByReason, uniquingKeysWith: +) }
    let order = PendingReason.allCases.filter { $0 != .person && (counts[$0] ?? 0) > 0 }
    return order.map { reason in
      "    \(catalogue.say(Words.reason(reason)))\(catalogue.say(Words.colon))\(counts[reason] ?? 0)\n"
    }.joined()
  }

  private func unjudgedFiles() -> String {
    guard !summary.unjudged.isEmpty else { return "" }
    var text = line(TableWords.unjudgedFiles)
    for record in summary.unjudged {
      let place = record.line.map { "  \(catalogue.say(Words.line($0, record.column)))" } ?? ""
      let cause = Style.bad.applied(to: catalogue.say(record.message), color: color)
      text += "    \(record.path)\(place)\n      \(cause)\n"
    }
    return text
  }

  private func skipped() -> String {
    var text = ""
    if !summary.otherFiles.isEmpty {
      text +=
        "  \(catalogue.say(TableWords.skipped))"
        + list(summary.otherFiles) { catalogue.say(TableWords.fileExtension($0)) }
    }
    if !summary.notCases.isEmpty {
      text += "  \(catalogue.say(TableWords.notCases))" + list(summary.notCases) { $0 }
    }
    return text
  }

  private func list(_ counts: [String: Int], _ name: (String) -> String) -> String {
    counts.sorted { $0.key < $1.key }.map { "\(Printable.clean(name($0.key))) \($0.value)" }
      .joined(separator: catalogue.say(Words.comma)) + "\n"
  }

  private func remarks() -> String {
    guard !summary.remarks.isEmpty else { return "" }
    let heading = "  \(catalogue.say(TableWords.remarks))\n"
    return summary.remarks.reduce(heading) { text, remark in
      let subject = remark.subject.isEmpty ? "" : "\(remark.subject)\(catalogue.say(Words.colon))"
      return text + "    \(subject)\(catalogue.say(remark.message))\n"
    }
  }

  private func line(_ text: LocalizedText) -> String { "  \(catalogue.say(text))\n" }
}
