internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit conflicts PATH…`: what one file alone can never show.
struct ConflictsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "跨卷比对：案卷之间的矛盾和须核实的线索。Contradictions between case files.")

  @Argument(help: "案卷文件、文件夹，或者保存的评查记录（.jsonl）。Case files, folders, or a saved stream.")
  var paths: [String]

  @Option(help: "输出格式：text、json、jsonl、sarif。")
  var format: Format = .text

  @Option(help: "写入文件（完整写成才出现）。Write to a file.")
  var output: String?

  @Option(help: "只看一个单位（编码或者名称）。One agency only.")
  var agency: String?

  @OptionGroup var options: AuditOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, sarif
  }

  func run() async throws {
    let causes = try await Destination.write(to: output) { sink in
      switch format {
      case .text:
        let color = output == nil && !options.noColor && DescriptorSink.outputIsTerminal
        return try await masked(ConflictsText(sink, language: options.lang, color: color))
      case .sarif: return try await masked(FindingsSARIF(sink, language: options.lang))
      case .json: return try await plain(StreamWriter(sink, form: .document))
      case .jsonl: return try await plain(StreamWriter(sink))
      }
    }
    try AuditRun.end(causes)
  }

  private func masked(_ consumer: some AuditRecordConsumer) async throws -> AuditCauses {
    try await plain(Masking(consumer, language: options.lang, unmasked: options.unmasked))
  }

  private func plain(_ consumer: some AuditRecordConsumer) async throws -> AuditCauses {
    var consumer = consumer
    return try await AuditRun.run(options, paths: paths, agency: agency, into: &consumer)
  }
}
