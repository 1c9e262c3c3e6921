internal import ArgumentParser
internal import RubricKit

/// `--lang`: Chinese unless told otherwise; the locale is never read.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: "输出语言：zh 或 en。Language of the output.")
  private var code: LanguageCode = .zh

  /// The language asked for.
  var language: Language { code == .en ? .en : .zh }
}

private enum LanguageCode: String, ExpressibleByArgument, CaseIterable {
  case zh, en
}
