internal import ArgumentParser
internal import CaseXML
internal import FoundationEssentials
internal import RubricKit

/// `caseaudit check`: whether files fit the schema, nothing more.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "只检查案卷格式，不评分。Checks the files' format only.")

  @Argument(help: "案卷文件或文件夹。Case files or folders.")
  var paths: [String]

  @Option(
    name: .customLong("rubrics"), help: "代替内置的 Rubrics 文件夹。Folder used instead of the built-in one."
  )
  var rubricsFolder: String?

  @OptionGroup var language: LanguageOption

  func run() async throws {
    let lang = language.language
    let folder = try AuditSetup.rubricsFolder(rubricsFolder, lang)
    let found: FoundFiles
    do {
      found = try CaseFileFinder().find(paths)
    } catch {
      throw Failure(.usage, error.message, lang)
    }
    let checker: FormatChecker
    do {
      checker = try FormatChecker(rubricsFolder: folder)
    } catch {
      throw Failure(error, lang)
    }
    var faulty = 0
    var checked = 0
    for file in found.files {
      switch checker.check(file) {
      case .notCase: continue
      case .fits: checked += 1
      case .faults(let faults):
        checked += 1
        faulty += 1
        for fault in faults {
          print("\(file.name):\(fault.line):\(fault.column): \(fault.message[lang])")
        }
      }
    }
    for record in found.unreadable {
      faulty += 1
      print("\(record.path): \(record.message[lang])")
    }
    let words = LocalizedText(
      zh: "检查 \(checked) 个案卷文件，格式有误 \(faulty) 个",
      en: "\(checked) case files checked, \(faulty) with faults of format")
    print(words[lang])
    if faulty > 0 || checked == 0 { throw ExitStatus.notJudged.code }
  }
}
