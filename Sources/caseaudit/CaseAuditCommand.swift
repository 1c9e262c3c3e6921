internal import ArgumentParser

/// `caseaudit`: the program.
@main
struct CaseAuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "caseaudit",
    abstract: "案卷评查：按评查标准评查行政执法案卷。Audits administrative enforcement case files.",
    version: ToolVersion.text,
    subcommands: [
      ScoreCommand.self, FindingsCommand.self, NoticesCommand.self, ExplainCommand.self,
      SelfCheckCommand.self, ConflictsCommand.self, ReportCommand.self, MergeCommand.self,
      CheckCommand.self, NewCaseCommand.self, RubricCommand.self,
      RegisterCommand.self, CalendarCommand.self, LedgerCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch OutputError.closedPipe {
      // Nobody reads any more; that is no fault.
    } catch OutputError.failed(let place, let code) {
      StandardError.write("\(place)：无法写入，cannot be written (errno \(code))")
      Self.exit(withError: ExitStatus.cannotWrite.code)
    } catch let failure as Failure {
      StandardError.write(failure.description)
      Self.exit(withError: failure.status.code)
    } catch {
      Self.exit(withError: error)
    }
  }
}
