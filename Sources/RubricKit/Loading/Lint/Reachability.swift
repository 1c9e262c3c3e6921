internal import CaseXML
internal import XPath

/// Conditions of a requirement that can never hold, so that it never applies or a check never runs.
/// Only what can be seen by looking: nothing is reported that some file could set off.
struct Reachability {
  private let requirement: Requirement
  private var problems: [RubricProblem] = []

  /// What can never be reached, in the order of the requirement.
  static func problems(of requirement: Requirement) -> [RubricProblem] {
    var reachability = Reachability(requirement: requirement)
    reachability.check()
    return reachability.problems
  }

  private init(requirement: Requirement) { self.requirement = requirement }

  private mutating func check() {
    var outer: Expression?
    if let when = requirement.when, let condition = try? XPathParser.parse(when.text) {
      outer = condition
      refuseConstant(condition, when, zh: "适用条件", en: "the condition")
      let own = Conditions(condition)
      if let demand = own.contradiction(with: own) {
        report(
          "contradiction", when, zh: "适用条件既要求又排除“\(demand)”，从不成立",
          en: "the condition both demands and excludes “\(demand)”; it never holds")
      }
    }
    for check in requirement.checks { self.check(check, outer) }
  }

  private mutating func check(_ check: Check, _ outer: Expression?) {
    guard let each = try? XPathParser.parse(check.each.text) else { return }
    if each.constantTruth == false {
      report(
        "empty-each", check.each, zh: "检查 \(check.id) 的对象“\(check.each.text)”从不选出任何内容",
        en: "each of the check \(check.id), “\(check.each.text)”, never selects anything")
    }
    // Both are evaluated at the root of the file.
    if let outer {
      refuse(
        Conditions(outer).contradiction(with: Conditions(each)), check, check.each,
        zh: "的对象", en: "examines")
    }
    guard let when = check.when, let condition = try? XPathParser.parse(when.text) else { return }
    refuseConstant(
      condition, when, zh: "检查 \(check.id) 的条件", en: "the condition of the check \(check.id)")
    let own = Conditions(condition)
    refuse(own.contradiction(with: own), check, when, zh: "自身", en: "itself demands")
    if let outer {
      refuse(
        Conditions(condition, anywhere: true)
          .contradiction(with: Conditions(outer, anywhere: true)), check, when, zh: "的条件",
        en: "demands")
    }
  }

  private mutating func refuseConstant(
    _ condition: Expression, _ place: ExpressionSource, zh: String, en: String
  ) {
    guard condition.constantTruth == false else { return }
    report(
      "never-true", place, zh: "\(zh)“\(place.text)”从不成立",
      en: "\(en), “\(place.text)”, never holds")
  }

  private mutating func refuse(
    _ demand: String?, _ check: Check, _ place: ExpressionSource, zh: String, en: String
  ) {
    guard let demand else { return }
    report(
      "contradiction", place,
      zh: "检查 \(check.id) \(zh)与适用条件或者自身矛盾（“\(demand)”），从不进行",
      en: "the check \(check.id) \(en) what its conditions exclude (“\(demand)”); it never runs")
  }

  private mutating func report(_ code: String, _ place: ExpressionSource, zh: String, en: String) {
    problems.append(
      RubricProblem(code, file: place.file, position: place.position, zh: zh, en: en))
  }
}
