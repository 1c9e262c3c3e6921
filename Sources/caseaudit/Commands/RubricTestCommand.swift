internal import ArgumentParser
internal import CaseXML
internal import RubricKit

/// `caseaudit rubric test`: runs every example that stands in a requirement, or looks for what no
/// requirement notices.
struct RubricTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "试跑评查项目中的示例。Run the examples that stand in requirements.")

  @OptionGroup var options: RubricOptions

  @Option(
    name: .customLong("blind-spots"),
    help:
      "逐一删改该基准案卷的每个字段，列出无人过问的。Remove and alter each field of a base case in turn and list what nothing notices."
  )
  var base: String?

  @Flag(
    help:
      "列出没有示例触发的检查，和总是一起不符合的项目。List checks that no example sets off, and items that always fail together."
  )
  var survey = false

  @Flag(help: "另外列出各示例连带使之不符合的其他项目，未写入 changes 的不予放过。Also judge all other requirements.")
  var changes = false

  @Argument(help: "只试跑编号以此开头的项目。Only requirements whose id begins so.")
  var prefixes: [String] = []

  func validate() throws {
    if [changes, survey, base != nil].count(where: { $0 }) > 1 {
      throw ValidationError(
        "--changes、--survey、--blind-spots 每次只用一个。One of --changes, --survey, --blind-spots.")
    }
  }

  func run() async throws {
    let assembly = try options.assembly(examples: true)
    if let base {
      try blindSpots(of: base, assembly)
    } else if survey {
      try surveyExamples(assembly)
    } else {
      try examples(assembly)
    }
  }

  private func examples(_ assembly: AuditAssembly) throws {
    var runner = try ExampleRunner(
      context: assembly.context, library: assembly.library, judgesAll: changes)
    var held = 0
    var failed = 0
    for id in assembly.manifest.requirements.map(\.id)
    where prefixes.isEmpty || prefixes.contains(where: id.hasPrefix) {
      guard let requirement = assembly.library.requirement(id) else { continue }
      for result in runner.run(requirement) {
        guard let fault = result.fault else {
          held += 1
          continue
        }
        failed += 1
        print(
          "\(result.file):\(result.position.line): \(id) “\(result.title)”: \(fault[options.lang])")
      }
    }
    var sets = try SetExampleRunner(assembly)
    for rule in assembly.library.setRules
    where prefixes.isEmpty || prefixes.contains(where: rule.id.hasPrefix) {
      for result in sets.run(rule) {
        guard let fault = result.fault else {
          held += 1
          continue
        }
        failed += 1
        print(
          "\(result.file):\(result.position.line): \(rule.id) “\(result.title)”: "
            + fault[options.lang])
      }
    }
    options.say(
      zh: "示例 \(held + failed) 个，符合 \(held)，不符 \(failed)",
      en: "\(held + failed) examples: \(held) hold, \(failed) do not")
    if failed > 0 { throw ExitStatus.unusable.code }
  }

  private func surveyExamples(_ assembly: AuditAssembly) throws {
    let survey: ExampleSurvey
    do {
      survey = try ExampleSurvey(context: assembly.context, library: assembly.library)
    } catch {
      throw Failure(error, options.lang)
    }
    for check in survey.silent {
      options.say(
        zh: "\(check.requirement)：没有示例触发检查“\(check.check)”",
        en: "\(check.requirement): no example sets off the check “\(check.check)”")
    }
    for pair in survey.pairs {
      options.say(
        zh: "\(pair.rubric)：\(pair.first) 与 \(pair.second) 总是一起不符合，可能重复扣分",
        en:
          "\(pair.rubric): \(pair.first) and \(pair.second) always fail together; one fault may be "
          + "punished twice")
    }
    options.say(
      zh: "没有示例触发的检查 \(survey.silent.count) 个，总是一起不符合的项目 \(survey.pairs.count) 对",
      en:
        "\(survey.silent.count) checks that no example sets off, \(survey.pairs.count) pairs that "
        + "always fail together")
  }

  private func blindSpots(of base: String, _ assembly: AuditAssembly) throws {
    let spots: [BlindSpots.Spot]
    do {
      spots = try BlindSpots(context: assembly.context, library: assembly.library).spots(of: base)
    } catch {
      throw Failure(error, options.lang)
    }
    let blind = spots.filter(\.isBlind)
    for spot in blind {
      options.say(
        zh:
          "\(spot.path)：共\(spot.places)处，删除无人过问\(spot.removedUnnoticed)处，改动无人过问\(spot.alteredUnnoticed)处",
        en: "\(spot.path): \(spot.places) places, \(spot.removedUnnoticed) removed unnoticed, "
          + "\(spot.alteredUnnoticed) altered unnoticed")
    }
    options.say(
      zh: "\(base)：字段 \(spots.count) 种，其中 \(blind.count) 种有删改无人过问",
      en: "\(base): \(spots.count) kinds of fields, changes of \(blind.count) go unnoticed")
  }
}
