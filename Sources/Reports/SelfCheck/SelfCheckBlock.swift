import RubricKit

/// One case of the check that an agency makes, as a block of lines.
struct SelfCheckBlock {
  private let block: FindingBlock
  private let record: CaseRecord
  private let plan: MendingPlan
  private var catalogue: Catalogue { block.catalogue }

  init(_ block: FindingBlock, record: CaseRecord, plan: MendingPlan) {
    self.block = block
    self.record = record
    self.plan = plan
  }

  var text: String {
    var text = block.heading(record)
    if !record.schemaErrors.isEmpty {
      text += block.line(
        SelfCheckWords.form, catalogue.say(SelfCheckWords.formErrors(record.schemaErrors.count)))
    }
    for (index, outlook) in plan.outlooks.enumerated() {
      text += block.line(index == 0 ? SelfCheckWords.outlook : nil, self.outlook(outlook))
    }
    for (index, line) in steps.enumerated() {
      text += block.line(index == 0 ? SelfCheckWords.climb : nil, line)
    }
    return text + mendings + incurable + open
  }

  // MARK: Scores

  private func outlook(_ outlook: MendingPlan.Outlook) -> String {
    let now = range(outlook.now, outlook.rubric)
    let mended = range(outlook.mended, outlook.rubric)
    return catalogue.say(
      SelfCheckWords.outlook(
        catalogue.title(ofRubric: outlook.rubric), now, mended == now ? nil : mended))
  }

  private func range(_ range: MendingPlan.Range, _ rubric: String) -> String {
    let lower = catalogue.grade(range.lower.grade, rubric: rubric)
    let upper = catalogue.grade(range.upper.grade, rubric: rubric)
    return catalogue.say(
      SelfCheckWords.score(
        catalogue.points(range.lower.points, range.upper.points, rubric: rubric),
        lower == upper ? lower : "\(lower)–\(upper)"))
  }

  private var steps: [String] {
    plan.outlooks.map { outlook in
      let title = catalogue.title(ofRubric: outlook.rubric)
      let grade = catalogue.grade(outlook.now.upper.grade, rubric: outlook.rubric)
      guard let step = outlook.next else {
        return catalogue.say(
          outlook.isHighest
            ? SelfCheckWords.highest(title, grade) : SelfCheckWords.unreachable(title, grade))
      }
      let numbers = plan.mendings.indices
        .filter { step.requirements.contains(plan.mendings[$0].requirement) }
        .map { String($0 + 1) }
      return catalogue.say(
        SelfCheckWords.step(
          title, catalogue.grade(step.grade, rubric: outlook.rubric),
          catalogue.points(step.points, step.points, rubric: outlook.rubric),
          numbers: numbers.joined(separator: catalogue.say(Words.enumerationComma)),
          all: numbers.count == plan.mendings.count, shortest: step.isShortest))
    }
  }

  // MARK: Faults

  private var mendings: String {
    guard !plan.mendings.isEmpty else {
      return "\n  \(catalogue.say(SelfCheckWords.nothingToMend))\n"
    }
    var text = heading(SelfCheckWords.curable(plan.mendings.count))
    for (index, mending) in plan.mendings.enumerated() {
      text += faults(mending.requirement, number: index + 1)
      guard let requirement = catalogue.requirement(mending.requirement) else { continue }
      text += block.line(
        SelfCheckWords.cure,
        catalogue.say(requirement.remedy)
          + catalogue.say(FindingsWords.inBrackets(catalogue.cure(requirement))))
      text += block.line(SelfCheckWords.mended, gains(mending))
    }
    return text
  }

  private func gains(_ mending: MendingPlan.Mending) -> String {
    let gains = mending.gains.filter { $0.points > 0 || $0.veto != nil }
    guard !gains.isEmpty else { return catalogue.say(SelfCheckWords.noGain) }
    return gains.map { gain in
      catalogue.say(
        SelfCheckWords.gain(
          catalogue.title(ofRubric: gain.rubric),
          catalogue.points(gain.points, gain.points, rubric: gain.rubric),
          lifts: gain.veto.map { catalogue.say(Words.vetoEffect($0)) }))
    }.joined(separator: catalogue.say(Words.semicolon))
  }

  private var incurable: String {
    guard !plan.incurable.isEmpty else { return "" }
    var text = heading(SelfCheckWords.incurable(plan.incurable.count))
    for (index, requirement) in plan.incurable.enumerated() {
      text += faults(requirement, number: plan.mendings.count + index + 1)
    }
    return text
  }

  /// A requirement with what was found and where.
  private func faults(_ id: String, number: Int) -> String {
    var text = "\n   \(number). \(catalogue.title(ofRequirement: id)) (\(id))\n"
    let failed = record.outcomes.first { $0.requirement == id }?.occurrences ?? []
    for occurrence in failed where occurrence.outcome == .failed {
      text += block.places(occurrence)
      text += block.line(FindingsWords.problem, catalogue.say(occurrence.message))
    }
    return text
  }

  // MARK: Open

  private var open: String {
    let rows = record.rows(catalogue) { $0 == .pending || $0 == .error }
    let data: Set<PendingReason> = [.notTranscribed, .schema]
    let incomplete = rows.filter { !data.isDisjoint(with: $0.occurrence.reasons) }
    let others = rows.filter { data.isDisjoint(with: $0.occurrence.reasons) }
    var text = ""
    if !incomplete.isEmpty {
      text += heading(SelfCheckWords.untranscribed(incomplete.count))
      for row in incomplete { text += bullet(catalogue.say(row.occurrence.message), row) }
    }
    if !others.isEmpty {
      text += heading(SelfCheckWords.questions(others.count))
      for row in others {
        let isQuestion = row.occurrence.reasons == [.person]
        let question = isQuestion ? row.requirement.question : nil
        text += bullet(catalogue.say(question ?? row.occurrence.message), row)
      }
    }
    return text
  }

  private func bullet(_ text: String, _ row: FindingRow) -> String {
    let place = row.place.map { catalogue.paper($0) } ?? ""
    return block.wrapped(
      "· " + text + (place.isEmpty ? "" : catalogue.say(FindingsWords.inBrackets(place))), indent: 4
    )
  }

  private func heading(_ text: LocalizedText) -> String {
    "\n  " + Style.strong.applied(to: catalogue.say(text), color: block.color) + "\n"
  }
}
