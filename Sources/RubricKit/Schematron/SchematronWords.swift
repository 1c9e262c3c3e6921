/// What an exported schema says of itself.
struct SchematronWords {
  private let rubrics: [Rubric]
  private let checks: Int
  private let omitted: Int

  init(_ rubrics: [Rubric], checks: Int, omitted: Int) {
    self.rubrics = rubrics
    self.checks = checks
    self.omitted = omitted
  }

  var title: LocalizedText {
    LocalizedText(
      zh: rubrics.map { "《\($0.title.zh)》" }.joined(),
      en: rubrics.map(\.title.en).joined(separator: "; "))
  }

  var version: String { rubrics.map { "\($0.id) \($0.version)" }.joined(separator: ", ") }

  var remarks: [LocalizedText] {
    [
      LocalizedText(
        zh: "由 caseaudit rubric export 从评查标准生成：\(version)",
        en: "Written by caseaudit rubric export from \(version)"),
      LocalizedText(
        zh: "一条断言不成立，就是 caseaudit 在该节点发现的同一处问题；role 为 error 的是问题，warning 的由人核定，info 的只作提示。",
        en: "An assertion that fails is what caseaudit finds at that node: role error is a fault, "
          + "warning is for a person to decide, info is a remark."),
      LocalizedText(
        zh: "只用于符合 case-file.xsd、编号（id）不重复的案卷：其他案卷请先用 caseaudit check 查明，"
          + "写错名称的内容在这里会被当作没有。",
        en:
          "For case files that follow case-file.xsd and have no id twice only: find the others by "
          + "caseaudit check first, since what is misnamed counts as missing here."),
      LocalizedText(
        zh: "断言所涉内容无法辨认（illegible）或者未录入（notTranscribed）的，不作断言；其中有的 caseaudit 仍能判定。",
        en: "Where something an assertion rests on is illegible or was not transcribed it does not "
          + "fail; caseaudit can still decide some of these."),
      LocalizedText(
        zh: "消息中只写出各值的第一处；写作“…”的值用 XPath 1.0 写不出。答复、豁免、计分和等次不在其中。",
        en: "Messages show the first node of a value; … stands for one XPath 1.0 cannot write. "
          + "Answers, waivers, points and grades are not in here."),
      LocalizedText(
        zh: "写出检查 \(checks) 项；以下 \(omitted) 项只用 XPath 1.0 写不准确，没有写出：",
        en:
          "\(checks) checks; these \(omitted) cannot be said exactly in XPath 1.0 and are left out:"
      ),
    ]
  }
}
