internal import ArgumentParser
internal import Reports
internal import RubricKit

/// `caseaudit explain CASE [ITEM]`: why, step by step.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "逐步说明评查结论是怎样得出的。Explains outcomes step by step.")

  @Argument(help: "案卷文件；说明跨卷规则时为文件夹。A case file; for a set rule, a folder.")
  var file: String

  @Argument(
    help: "评查项目或者跨卷规则（set.…）编号；不写则说明全部未通过和待定的项目以及得分。An item, or a set rule.")
  var item: String?

  @OptionGroup var options: AuditOptions

  func run() async throws {
    let setup = try AuditSetup(options, paths: [file])
    if let item, var explainer = SetExplainer(item, setup.assembly) {
      let causes = try await AuditRun.run(setup, options, into: &explainer)
      do {
        show(try explainer.explain())
      } catch let error as FactStoreError {
        throw Failure(.cannotWrite, error.message, options.lang)
      }
      return try AuditRun.end(causes)
    }
    do throws(Explainer.Failure) {
      show(try Explainer(setup.assembly).explain(file, item: item))
    } catch {
      throw Failure(error.isUsage ? .usage : .notJudged, error.message, options.lang)
    }
  }

  private func show(_ explanation: Explainer.Explanation) {
    let masker = Masker(personal: explanation.personal)
    for line in explanation.lines {
      let text = line[options.lang]
      print(options.unmasked ? text : masker.mask(text))
    }
  }
}
