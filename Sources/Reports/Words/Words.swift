import RubricKit

/// Words that several outputs share.
enum Words {
  static func text(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }

  static let colon = text("：", ": ")
  static let comma = text("，", ", ")
  static let semicolon = text("；", "; ")
  static let enumerationComma = text("、", ", ")
  static let stop = text("。", ".")
  static let unknownAgency = text("（执法单位不明）", "(agency unknown)")
  static let noNumber = text("（无案号）", "(no case number)")

  static let verify = text("核实后更正", "verify and correct")
  static let gradeOpen = text("（待定）", " (open)")

  static func severity(_ severity: Severity) -> LocalizedText {
    switch severity {
    case .fatal: text("严重", "fatal")
    case .major: text("较重", "major")
    case .minor: text("一般", "minor")
    }
  }

  static func outcome(_ outcome: Outcome) -> LocalizedText {
    switch outcome {
    case .passed: text("符合", "in order")
    case .failed: text("不符合", "not in order")
    case .notApplicable: text("合理缺项", "not applicable")
    case .pending: text("待核定", "to be decided")
    case .waived: text("已豁免", "waived")
    case .error: text("未能判定", "could not be judged")
    }
  }

  static func reason(_ reason: PendingReason) -> LocalizedText {
    switch reason {
    case .person: text("需人工判断", "needs a person's judgement")
    case .registerMissing: text("缺少所需登记册", "a register is missing")
    case .registerOutdated: text("登记册未覆盖该日期", "a register does not cover the date")
    case .schema: text("案卷数据该处格式有误", "the case file has a format error there")
    case .calendar: text("工作日历未覆盖该年份", "the calendar does not cover the year")
    case .notTranscribed: text("案卷该处内容未录入", "that part of the file was not transcribed")
    }
  }

  static func curability(_ curability: Curability) -> LocalizedText {
    switch curability {
    case .yes: text("可补正", "can be cured")
    case .no: text("不可补正", "cannot be cured")
    case .partly: text("可部分补正", "can be cured in part")
    }
  }

  static func system(_ system: EnforcementSystem) -> LocalizedText? {
    switch system {
    case .publicity: text("行政执法公示", "publicity")
    case .recording: text("执法全过程记录", "whole-process recording")
    case .legalReview: text("重大执法决定法制审核", "legal review")
    case .none: nil
    }
  }

  /// The kind of case file by the name it has in the vocabulary; an unknown kind stays as it is.
  static func caseKind(_ kind: String) -> LocalizedText {
    switch kind {
    case "ordinaryPenalty": text("普通程序", "ordinary")
    case "summaryPenalty": text("简易程序", "summary")
    case "threeSystems": text("单位材料", "agency file")
    case "coerciveMeasure": text("强制措施", "coercive measure")
    case "coerciveExecution": text("强制执行", "enforcement")
    case "licence": text("行政许可", "licence")
    case "inspection": text("行政检查", "inspection")
    case "agencyFile": text("三项制度", "agency file")
    default: text(kind, kind)
    }
  }

  /// What a failed veto does.
  static func vetoEffect(_ effect: String) -> LocalizedText {
    switch effect {
    case "zero": return text("总分计零分", "score is zero")
    case "unqualified": return text("评为最低等次", "lowest grade")
    case "bar-excellent": return text("不得评为最高等次", "highest grade barred")
    default:
      guard effect.hasPrefix("cap:") else { return text(effect, effect) }
      let cap = String(effect.dropFirst(4))
      return text("总分不超过\(cap)分", "score at most \(cap)")
    }
  }

  static func line(_ line: Int, _ column: Int?) -> LocalizedText {
    guard let column else { return text("第\(line)行", "line \(line)") }
    return text("第\(line)行第\(column)列", "line \(line):\(column)")
  }

  static func page(_ pages: String) -> LocalizedText {
    text("第\(pages)页", pages.contains("–") ? "pp. \(pages)" : "p. \(pages)")
  }

  static func points(_ points: String) -> LocalizedText { text("\(points)分", "\(points) points") }
}
