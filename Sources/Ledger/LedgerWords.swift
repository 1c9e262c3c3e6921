public import RubricKit

/// What people call what the ledger keeps.
public enum LedgerWords {
  /// What a reviewer answered.
  public static func verdict(_ verdict: String) -> LocalizedText {
    switch verdict {
    case "passed": LocalizedText(zh: "认定符合", en: "in order")
    case "failed": LocalizedText(zh: "认定不符合", en: "out of order")
    case "notApplicable": LocalizedText(zh: "认定不适用", en: "does not apply")
    default: LocalizedText(zh: verdict, en: verdict)
    }
  }

  /// A kind of event.
  public static func event(_ kind: String) -> LocalizedText {
    switch kind {
    case "round-opened": LocalizedText(zh: "开启批次", en: "round opened")
    case "sample-drawn": LocalizedText(zh: "抽样", en: "sample drawn")
    case "case-audited": LocalizedText(zh: "评查", en: "judged")
    case "notice-issued": LocalizedText(zh: "制发整改通知书", en: "notice issued")
    case "circular-issued": LocalizedText(zh: "制发通报", en: "circular issued")
    case "notice-received": LocalizedText(zh: "签收", en: "received")
    case "replied": LocalizedText(zh: "反馈", en: "replied")
    case "extended": LocalizedText(zh: "延期", en: "term extended")
    case "rechecked": LocalizedText(zh: "复查", en: "judged again")
    case "closed": LocalizedText(zh: "销号", en: "closed")
    case "answers-entered": LocalizedText(zh: "人工认定", en: "answers entered")
    case "waivers-entered": LocalizedText(zh: "豁免", en: "waivers entered")
    case "escalated": LocalizedText(zh: "督办", en: "followed up")
    default: LocalizedText(zh: kind, en: kind)
    }
  }
}

extension LedgerState.Finding.Status {
  /// The status in words.
  public var words: LocalizedText {
    switch self {
    case .found: LocalizedText(zh: "待通知", en: "not noticed yet")
    case .noticed: LocalizedText(zh: "已通知", en: "noticed")
    case .replied: LocalizedText(zh: "已反馈", en: "replied")
    case .fixed: LocalizedText(zh: "复查通过", en: "fixed")
    case .stillWrong: LocalizedText(zh: "复查未通过", en: "still wrong")
    case .closed: LocalizedText(zh: "已销号", en: "closed")
    }
  }
}

extension RecheckResult {
  /// The result in words.
  public var words: LocalizedText {
    switch self {
    case .fixed: LocalizedText(zh: "已改正", en: "fixed")
    case .unchanged: LocalizedText(zh: "未改", en: "unchanged")
    case .changed: LocalizedText(zh: "改而未对", en: "changed, still wrong")
    case .cameBack: LocalizedText(zh: "复发", en: "came back")
    case .open: LocalizedText(zh: "待定", en: "open")
    }
  }
}
