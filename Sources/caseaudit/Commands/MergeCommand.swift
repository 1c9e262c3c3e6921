internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit merge STREAM…`: the streams of several runs, or of the parts of one, as one stream.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "合并评查记录，并重新进行案卷之间的比对。Merge saved streams and compare all their case files.",
    discussion: """
      分份评查：caseaudit score 文件夹 --shard 1/3 --format jsonl --output 1.jsonl，各份可以在不同的电脑上同时进行；
      合并后与一次评查全部案卷的结果逐字节相同。
      The parts of a run (score --shard 1/3 …) may be judged on different machines at once; merged they \
      are the same bytes as one run.
      """)

  @Argument(help: "保存的评查记录（.jsonl）。Saved streams.")
  var streams: [String]

  @Option(help: "写入文件（完整写成才出现）。Write to a file.")
  var output: String?

  @OptionGroup var language: LanguageOption

  func run() async throws {
    let lang = language.language
    let causes = try await Destination.write(to: output) { sink in
      var writer = StreamWriter(sink)
      do {
        var merge = try StreamMerge(try streams.map { try StreamFile($0, takesParts: true) })
        return try merge.run(into: &writer)
      } catch let error as StreamFile.Unreadable {
        throw Failure(.usage, error.message, lang)
      } catch let error as StreamError {
        throw Failure(.notJudged, error.message, lang)
      } catch let error as StreamMergeError {
        throw Failure(.notJudged, error.message, lang)
      } catch let error as FactStoreError {
        throw Failure(.cannotWrite, error.message, lang)
      }
    }
    try AuditRun.end(causes)
  }
}
