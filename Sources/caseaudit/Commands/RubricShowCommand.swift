internal import ArgumentParser
internal import RubricKit

/// `caseaudit rubric show ID`: a rubric with its items, or one requirement.
struct RubricShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "查看一个评查标准或者一个评查项目。Show a rubric or a requirement.")

  @Argument(help: "评查标准或者评查项目的编号。Id of a rubric or a requirement.")
  var id: String

  @OptionGroup var options: RubricOptions

  func run() async throws {
    let assembly = try options.assembly()
    let lang = options.lang
    if let rubric = assembly.library.rubrics.first(where: { $0.id == id }) {
      show(rubric, assembly, lang)
    } else if let requirement = assembly.library.requirement(id) {
      show(requirement, assembly, lang)
    } else {
      let near = assembly.library.requirements.keys.filter { $0.contains(id) }.sorted().prefix(5)
      let hint = near.isEmpty ? "" : near.joined(separator: "、")
      throw Failure(
        .usage,
        LocalizedText(
          zh: "没有编号为 \(id) 的评查标准或者评查项目" + (hint.isEmpty ? "" : "；相近的有：\(hint)"),
          en: "there is no rubric or requirement \(id)" + (hint.isEmpty ? "" : "; near: \(hint)")),
        lang)
    }
  }

  private func show(_ rubric: Rubric, _ assembly: AuditAssembly, _ lang: Language) {
    print("\(rubric.title[lang])  \(rubric.id) \(rubric.version)")
    print(rubric.issuer[lang])
    for band in rubric.bands { print("  ≥ \(band.from)  \(band.label[lang])") }
    for section in rubric.sections {
      print("\n\(section.title[lang])  \(section.points)")
      for item in section.items {
        let title = assembly.library.requirement(item.requirement)?.title[lang] ?? ""
        let veto = item.veto == nil ? "" : LocalizedText(zh: "【一票否决】", en: " [veto]")[lang]
        print("  \(item.points)  \(title)\(veto)  \(item.requirement)")
      }
    }
  }

  private func show(_ requirement: Requirement, _ assembly: AuditAssembly, _ lang: Language) {
    func line(_ zh: String, _ en: String, _ text: String) {
      print("\(lang == .zh ? zh : en)：\(text)")
    }
    print("\(requirement.title[lang])  \(requirement.id)")
    line("严重程度", "severity", requirement.severity.rawValue)
    line("由谁判断", "judged by", requirement.judge.rawValue)
    line("三项制度", "system", requirement.system.rawValue)
    for basis in requirement.bases { line("依据", "basis", assembly.laws.citation(basis)[lang]) }
    if let when = requirement.when { line("适用条件", "applies when", when.text) }
    for check in requirement.checks {
      line("检查对象", "each", check.each.text)
      if let test = check.test { line("应当", "must hold", test.text) }
    }
    if let question = requirement.question { line("请评查人认定", "question", question[lang]) }
    line("整改", "remedy", requirement.remedy[lang])
    line("可否补正", "curable", requirement.curable.rawValue)
    for rubric in assembly.library.rubrics {
      for item in rubric.items where item.requirement == requirement.id {
        line("分值", "points", "\(item.points)（\(rubric.id)）")
      }
    }
    line("文件", "file", requirement.file)
  }
}
