internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit score PATH…`: the score of every case and a summary per agency.
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "评分：逐卷得分和各单位汇总。Scores per case and a summary per agency.")

  @Argument(help: "案卷文件、文件夹，或者保存的评查记录（.jsonl）。Case files, folders, or a saved stream.")
  var paths: [String]

  @Option(help: "输出格式：table、json、jsonl、csv。")
  var format: Format = .table

  @Option(help: "写入文件（完整写成才出现）。Write to a file.")
  var output: String?

  @Option(name: .customLong("fail-on"), help: "达到此程度时以 1 退出：minor、major、fatal、veto、unqualified。")
  var failOn: FailLevel?

  @Option(help: "只看一个单位（编码或者名称）。One agency only.")
  var agency: String?

  @Option(help: "只评其中一份，如 2/7，再用 merge 合并；须 --format jsonl。One part of the files, to be merged.")
  var shard: String?

  @OptionGroup var options: AuditOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, csv
  }

  func run() async throws {
    let part = try part()
    let causes = try await Destination.write(to: output) { sink in
      switch format {
      case .table:
        let color = output == nil && !options.noColor && DescriptorSink.outputIsTerminal
        return try await masked(ScoreTable(sink, language: options.lang, color: color))
      case .csv: return try await masked(ScoreCSV(sink, language: options.lang))
      case .json: return try await plain(StreamWriter(sink, form: .document))
      case .jsonl: return try await plain(StreamWriter(sink), part)
      }
    }
    try AuditRun.end(causes, failOn: failOn)
  }

  private func masked(_ consumer: some AuditRecordConsumer) async throws -> AuditCauses {
    try await plain(
      Masking(consumer, language: options.lang, scope: .scores, unmasked: options.unmasked))
  }

  private func part() throws -> Shard? {
    guard let shard else { return nil }
    guard let part = Shard(shard), format == .jsonl, agency == nil else {
      throw Failure(
        .usage,
        LocalizedText(
          zh: "--shard 写作 2/7 的形式（最多 \(Shard.most) 份），须与 --format jsonl 同用，不能与 --agency 同用",
          en:
            "--shard is written like 2/7 (at most \(Shard.most) parts), needs --format jsonl and excludes --agency"
        ), options.lang)
    }
    return part
  }

  private func plain(_ consumer: some AuditRecordConsumer, _ part: Shard? = nil) async throws
    -> AuditCauses
  {
    var consumer = consumer
    if let part {
      return try await AuditRun.run(
        try AuditSetup(options, paths: paths, shard: part), options, into: &consumer)
    }
    return try await AuditRun.run(options, paths: paths, agency: agency, into: &consumer)
  }
}
