internal import ArgumentParser
internal import FoundationEssentials
internal import RubricKit

/// `caseaudit rubric new ID`: a requirement to be written.
struct RubricNewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "新建一个评查项目的文件，各部分齐全，内容待填。A new requirement with every part, to be filled in.")

  @Argument(help: "评查项目的编号，如 penalty.notice.hearing-period。Id of the requirement.")
  var id: String

  @Option(help: "严重程度：minor、major、fatal。How grave a failure is.")
  var severity: Severity = .major

  @Option(help: "由谁判断：engine、person、confirm。Who judges it.")
  var judge: Judge = .engine

  @Option(help: "三项制度：publicity、recording、legalReview、none。Which of the three systems.")
  var system: EnforcementSystem = .none

  @Option(help: "示例所改的基准案卷；不写则用同组最常用的。Base case of the examples.")
  var base: String?

  @Option(
    help: "写入这个文件夹的 requirements 之下；不写则写入所用的 Rubrics。Folder to write below, instead of Rubrics."
  )
  var output: String?

  @OptionGroup var options: RubricOptions

  func run() async throws {
    let folder = try AuditSetup.rubricsFolder(options.folder, options.lang)
    let scaffold: RequirementScaffold
    do {
      scaffold = try RequirementScaffold(
        id, severity: severity, judge: judge, system: system, base: base, folder: folder)
    } catch {
      throw Failure(.usage, error.message, options.lang)
    }
    let path = Paths.join(output ?? folder, scaffold.file)
    try write(scaffold.xml, to: path)
    options.say(zh: "已写入 \(path)", en: "written: \(path)")
    options.say(
      zh: "请填写各处的【待填】，在评查标准中列入 <item requirement=\"\(id)\" points=\"…\"/>，"
        + "再运行 rubric lint 和 rubric test \(id)。",
      en: "Fill in every 【待填】 and 【fill in】, name it in a rubric with "
        + "<item requirement=\"\(id)\" points=\"…\"/>, then run rubric lint and rubric test \(id).")
  }

  private func write(_ xml: String, to path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .cannotWrite,
        LocalizedText(
          zh: "\(path) 已经存在，没有改动；请换一个编号或者先移走它",
          en: "\(path) is there already and was not changed; choose another id or move it away"),
        options.lang)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: Paths.parent(of: path), withIntermediateDirectories: true)
    } catch {
      throw Failure(
        .cannotWrite,
        LocalizedText(zh: "无法建立文件夹：\(path)", en: "cannot make the folder of \(path)"), options.lang)
    }
    let file = try WholeFile(path)
    do {
      try file.sink.write(xml)
      try file.finish()
    } catch {
      file.abandon()
      throw error
    }
  }
}
