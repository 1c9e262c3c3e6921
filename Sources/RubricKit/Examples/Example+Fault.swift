/// What an example says, compared with what came out; nil where it holds.
extension Example {
  /// The list must be whole, and name nothing else.
  func fault(inChanges found: [String]) -> LocalizedText? {
    let unlisted = found.filter { !changes.contains($0) }
    let stale = changes.filter { !found.contains($0) }
    guard !unlisted.isEmpty || !stale.isEmpty else { return nil }
    var zh: [String] = []
    var en: [String] = []
    if !unlisted.isEmpty {
      zh.append("还使未列出的项目不符合：\(unlisted.joined(separator: "、"))")
      en.append("other requirements fail that are not listed: \(unlisted.joined(separator: ", "))")
    }
    if !stale.isEmpty {
      zh.append("列出的项目没有不符合：\(stale.joined(separator: "、"))")
      en.append("requirements listed do not fail: \(stale.joined(separator: ", "))")
    }
    let list = found.isEmpty ? "" : "changes=\"\(found.joined(separator: " "))\""
    return LocalizedText(
      zh: zh.joined(separator: "；") + "。" + (list.isEmpty ? "请删去 changes" : "确属应当的，写 \(list)"),
      en: en.joined(separator: "; ") + ". "
        + (list.isEmpty ? "Take changes out" : "If that is as it should be, write \(list)"))
  }

  func fault(of record: OutcomeRecord) -> LocalizedText? {
    let words = record.occurrences.first?.message ?? LocalizedText(zh: "", en: "")
    if record.outcome != verdict {
      return LocalizedText(
        zh: "应为 \(verdict.rawValue)，实为 \(record.outcome.rawValue) \(words.zh)",
        en: "expected \(verdict.rawValue), got \(record.outcome.rawValue) \(words.en)")
    }
    if let reason = reason, !record.reasons.contains(reason) {
      return LocalizedText(
        zh: "待定原因应含 \(reason.rawValue)，实为 \(record.reasons.map(\.rawValue))",
        en: "expected the reason \(reason.rawValue), got \(record.reasons.map(\.rawValue))")
    }
    let failed = record.occurrences.count { $0.outcome == .failed }
    if let count = occurrences, count != failed {
      return LocalizedText(
        zh: "问题应有 \(count) 处，实为 \(failed) 处", en: "expected \(count) occurrences, got \(failed)")
    }
    return nil
  }
}
