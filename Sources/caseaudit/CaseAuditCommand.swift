internal import ArgumentParser

/// `caseaudit`: the program.
@main
struct CaseAuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caseaudit",
    abstract: "案卷评查：按评查标准评查行政执法案卷。Audits administrative enforcement case files.",
    version: ToolVersion.text,
    subcommands: [RubricCommand.self])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      StandardError.write(failure.description)
      Self.exit(withError: failure.status.code)
    } catch {
      Self.exit(withError: error)
    }
  }
}
