internal import ArgumentParser
internal import RubricKit

/// `caseaudit rubric eval EXPR CASE`: tries an expression on a case file.
struct RubricEvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "在案卷上试算一个表达式。Try an expression on a case file.")

  @Argument(help: "XPath 表达式。")
  var expression: String

  @Argument(help: "案卷文件。")
  var file: String

  @OptionGroup var options: RubricOptions

  func run() async throws {
    let probe = ExpressionProbe(try options.assembly())
    let result: ExpressionProbe.Result
    do {
      result = try probe.evaluate(expression, at: file)
    } catch {
      throw Failure(.unusable, error.message, options.lang)
    }
    print(result.kind == "nodes" ? "nodes \(result.lines.count)" : result.kind)
    for line in result.lines {
      let place = line.place.map { "\($0.line):\($0.column) \($0.path)  " } ?? ""
      print("  \(place)\(line.text)")
    }
    for line in result.derivation { print("  · \(line[options.lang])") }
  }
}
