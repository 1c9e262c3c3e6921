internal import CaseXML

/// Whether a parameter's value can be read, and was compared with its source lately enough.
struct ParameterCheck {
  let asOf: CivilDate
  /// Months after which a check is out of date.
  let term: Int

  /// What is wrong with a parameter, and what its keeper should look at again. A date that has passed
  /// is a warning: time alone makes no value wrong, and must not stop an audit that ran yesterday.
  func problems(of parameter: Parameter) -> [RubricProblem] {
    var problems: [RubricProblem] = []
    func report(_ code: String, _ weight: RubricProblem.Weight = .error, zh: String, en: String) {
      problems.append(
        RubricProblem(
          code, file: parameter.place.file, position: parameter.place.position, weight: weight,
          zh: zh, en: en))
    }
    if !parameter.fits(parameter.value) {
      report(
        "bad-value",
        zh: "参数 \(parameter.name) 的值 \"\(parameter.value)\" 不能按 \(parameter.unit) 读取",
        en: "the value \"\(parameter.value)\" of \(parameter.name) is not \(parameter.unit)")
    }
    guard let checkedOn = parameter.checkedOn else {
      report(
        "parameter-unchecked", zh: "参数 \(parameter.name) 未写明核对日期",
        en: "parameter \(parameter.name) says no day on which it was checked")
      return problems
    }
    if let due = try? checkedOn.adding(months: term), due < asOf {
      report(
        "parameter-outdated", .warning,
        zh: "参数 \(parameter.name) 的值 \"\(parameter.value)\" 上次核对于\(checkedOn)，已逾 \(term) 个月；"
          + "请对照“\(parameter.source)”重新核对，改 checked-on",
        en:
          "the value \"\(parameter.value)\" of \(parameter.name) was last checked on \(checkedOn), "
          + "more than \(term) months ago; compare it with “\(parameter.source)” and set checked-on"
      )
    }
    return problems
  }
}
