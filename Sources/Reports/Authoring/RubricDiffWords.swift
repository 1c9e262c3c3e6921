import RubricKit

/// Words of ``RubricDiffReport``.
enum RubricDiffWords {
  static let nothing = Words.text("（无）", "(none)")
  static let absent = Words.text("（无此项）", "(no such item)")
  static let form = Words.text("只改了次序、注释或者空白", "only order, comments or white space differ")
  static let judged = Words.text("已评", "judged")
  static let notByThis = Words.text("未按此标准评查", "not judged by it")
  static let noItems = Words.text(
    "各项结果未变；改的是等次、取整、计分方式、分组或者跨卷规则",
    "no item differs; bands, rounding, scoring, groups or set rules do")
  static let outcome = Words.text("结论", "outcome")
  static let lost = Words.text("扣分", "lost")
  static let vetoOpen = Words.text("（否决待定）", " (veto open)")

  static func changes(_ count: Int) -> LocalizedText {
    Words.text("评查标准改动 \(count) 处", "Changes in the rubrics: \(count)")
  }

  static func cases(_ files: Int, changed: Int, others: Int) -> LocalizedText {
    Words.text(
      "案卷 \(files) 件：得分或者等次有变的 \(changed) 件，只有项目结果有变的 \(others) 件",
      "\(files) case files: score or grade changes in \(changed), only items change in \(others)")
  }

  static func undecided(_ why: String) -> LocalizedText {
    Words.text("应由工具判断而未能判断的（处），\(why)", "Not judged though the tool should (\(why))")
  }

  static func same(_ range: String) -> LocalizedText {
    Words.text("\(range)（得分、等次未变）", "\(range) (score and grade unchanged)")
  }

  static func way(_ way: RubricComparison.Change.Way) -> LocalizedText {
    switch way {
    case .added: Words.text("新增", "added ")
    case .removed: Words.text("删除", "removed ")
    case .changed: Words.text("修改", "changed ")
    }
  }

  static func kind(_ kind: String) -> LocalizedText {
    switch kind {
    case "definitions": Words.text("共用定义", "definitions")
    case "rubric": Words.text("评查标准", "rubric")
    case "band": Words.text("等次", "grade")
    case "section": Words.text("部分", "section")
    case "group": Words.text("分组", "group")
    case "item": Words.text("项目", "item")
    case "parameter": Words.text("参数", "parameter")
    case "variable": Words.text("变量", "variable")
    case "key": Words.text("索引", "key")
    case "requirement": Words.text("评查项目", "requirement")
    case "check": Words.text("检查", "check")
    case "example": Words.text("示例", "example")
    case "set-rule": Words.text("跨卷规则", "set rule")
    case "file": Words.text("文件", "file")
    default: Words.text(kind, kind)
    }
  }

  private static let fields: [String: LocalizedText] = [
    "title": Words.text("名称", "title"), "issuer": Words.text("制定机关", "issuer"),
    "label": Words.text("名称", "label"), "question": Words.text("提问", "question"),
    "remedy": Words.text("整改", "remedy"), "message": Words.text("问题", "message"),
    "innocent": Words.text("须排除的情形", "innocent explanations"),
    "version": Words.text("版本", "version"), "from": Words.text("起", "from"),
    "to": Words.text("止", "to"), "decided-by": Words.text("定版本的日期", "deciding date"),
    "applies": Words.text("适用案卷", "applies to"),
    "unasked": Words.text("不点名也适用", "used unasked"),
    "model": Words.text("计分方式", "scoring model"), "full": Words.text("满分", "full marks"),
    "legality": Words.text("合法性分值", "legality points"),
    "normality": Words.text("规范性分值", "normality points"),
    "not-applicable": Words.text("合理缺项", "not applicable"),
    "bonus": Words.text("加分计入", "bonus enters"),
    "over-full": Words.text("超过满分", "over full marks"), "earns": Words.text("得分", "earns"),
    "rounding": Words.text("取整", "rounding"), "points": Words.text("分值", "points"),
    "role": Words.text("性质", "role"), "section": Words.text("所在部分", "section"),
    "deduct": Words.text("每处扣分", "deduction"), "cap": Words.text("扣分上限", "cap"),
    "veto": Words.text("一票否决", "veto"), "gate": Words.text("本部分不得分的检查", "gate"),
    "group": Words.text("分组", "group"), "value": Words.text("值", "value"),
    "unit": Words.text("单位", "unit"), "source": Words.text("出处", "source"),
    "checked-on": Words.text("核对日期", "checked on"), "select": Words.text("表达式", "expression"),
    "match": Words.text("匹配", "match"), "use": Words.text("取值", "use"),
    "severity": Words.text("严重程度", "severity"), "judge": Words.text("由谁判断", "judge"),
    "system": Words.text("三项制度", "system"), "when": Words.text("适用条件", "condition"),
    "basis": Words.text("依据", "basis"), "curable": Words.text("可否补正", "curable"),
    "term": Words.text("整改期限（日）", "term in days"), "base": Words.text("基准案卷", "base case"),
    "each": Words.text("检查对象", "each"), "test": Words.text("应当", "must hold"),
    "key": Words.text("标识", "key"), "effect": Words.text("后果", "effect"),
    "values": Words.text("比对", "values"), "places": Words.text("位置", "places"),
    "verdict": Words.text("结论", "verdict"), "reason": Words.text("待定原因", "reason"),
    "occurrences": Words.text("处数", "occurrences"), "edits": Words.text("修改", "edits"),
    "changes": Words.text("连带不符合的项目", "also fail"),
    "digest": Words.text("内容", "content"),
  ]

  /// A field as the rubric's files name it, with its language after a full stop.
  static func field(_ name: String) -> LocalizedText {
    let parts = name.split(separator: ".").map(String.init)
    guard let words = fields[parts.first ?? name] else { return Words.text(name, name) }
    switch parts.last {
    case "zh": return Words.text("\(words.zh)（中文）", "\(words.en) (Chinese)")
    case "en": return Words.text("\(words.zh)（英文）", "\(words.en) (English)")
    default: return words
    }
  }
}
