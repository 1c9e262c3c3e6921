internal import ArgumentParser
internal import FoundationEssentials
internal import Reports
internal import RubricKit

/// `caseaudit rubric docs`: the handbook of requirements.
struct RubricDocsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs", abstract: "生成评查项目手册，每项一页。Write a page per requirement, with indexes.")

  @OptionGroup var options: RubricOptions

  @Option(help: "输出文件夹，须为空或者不存在。Folder to write to; empty or not there.")
  var output: String

  @Flag(help: "替换文件夹中原有的手册。Replace the handbook that is there.")
  var replace = false

  func run() async throws {
    let assembly = try options.assembly()
    let library = assembly.library
    var changelogs: [String: String] = [:]
    for rubric in library.rubrics {
      let path = "\(library.folder)/\(rubric.id)/CHANGELOG.md"
      if let data = FileManager.default.contents(atPath: path) {
        changelogs[rubric.id] = String(decoding: data, as: UTF8.self)
      }
    }
    let files = Handbook(library, laws: assembly.laws, changelogs: changelogs).files
    do throws(DirectoryError) {
      try DirectoryWriter(replaces: replace).write(files, to: output)
    } catch {
      throw Failure(.cannotWrite, error.message, options.lang)
    }
    options.say(
      zh: "已写入 \(files.count) 页：\(output)", en: "\(files.count) pages written: \(output)")
  }
}
