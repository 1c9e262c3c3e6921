internal import ArgumentParser
internal import RubricKit

/// `caseaudit new-case KIND`: a commented skeleton to fill in.
struct NewCaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-case",
    abstract: "输出一份带中文说明的空白案卷。Prints a commented skeleton of a case file.")

  @Argument(help: "案卷种类，如 ordinaryPenalty。Kind of case.")
  var kind: String?

  @Flag(help: "输出格式参考页（Markdown）。Prints the reference page of the vocabulary instead.")
  var reference = false

  @OptionGroup var options: RubricOptions

  func run() async throws {
    let assembly = try options.assembly()
    if reference {
      print(VocabularyReference.markdown(assembly.context.vocabulary, options.lang), terminator: "")
      return
    }
    let kinds = CaseSkeleton.kinds(assembly.context.vocabulary)
    guard let kind, kinds.contains(kind) else {
      let list = kinds.joined(separator: "、")
      throw Failure(
        .usage,
        LocalizedText(zh: "案卷种类有：\(list)", en: "kinds of case: \(list)"), options.lang)
    }
    print(CaseSkeleton.xml(kind: kind, assembly.context.vocabulary), terminator: "")
  }
}
