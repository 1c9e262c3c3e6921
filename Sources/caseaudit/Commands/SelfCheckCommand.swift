internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit self-check PATH…`: for an agency, before it sends its files.
struct SelfCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "self-check",
    abstract: "报送前自查：还能补正什么、怎样补正、能加多少分。For an agency: what it can still mend, and what that brings."
  )

  @Argument(help: "案卷文件、文件夹。Case files, folders.")
  var paths: [String]

  @Option(help: "输出格式：text、json。")
  var format: Format = .text

  @Option(help: "写入文件（完整写成才出现）。Write to a file.")
  var output: String?

  @OptionGroup var options: AuditOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() async throws {
    let setup = try AuditSetup(options, paths: paths)
    let planner = MendingPlanner(setup.assembly.context)
    let causes = try await Destination.write(to: output) { sink in
      switch format {
      case .text:
        let color = output == nil && !options.noColor && DescriptorSink.outputIsTerminal
        return try await run(
          setup, SelfCheckText(sink, planner: planner, language: options.lang, color: color))
      case .json: return try await run(setup, SelfCheckJSON(sink, planner: planner))
      }
    }
    try AuditRun.end(causes)
  }

  private func run(_ setup: AuditSetup, _ consumer: some AuditRecordConsumer) async throws
    -> AuditCauses
  {
    var masking = Masking(consumer, language: options.lang, unmasked: options.unmasked)
    return try await AuditRun.run(setup, options, into: &masking)
  }
}
