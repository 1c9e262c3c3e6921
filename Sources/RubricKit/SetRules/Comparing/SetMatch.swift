/// A fact with the case it is of, as comparisons see it.
struct CollectedFact: Sendable, Hashable {
  var path: String
  var agency: AgencyRecord
  var caseNumber: String
  /// Its name in the rule.
  var name: String
  var key: String
  var values: [String: String]
  var place: PlaceRecord

  /// A fact of a case's record.
  init(
    _ fact: FactsRecord.Fact, path: String, agency: AgencyRecord, caseNumber: String
  ) {
    self.init(
      path: path, agency: agency, caseNumber: caseNumber,
      name: fact.fact ?? SetRuleReader.onlyFact, key: fact.key, values: fact.values ?? [:],
      place: fact.place)
  }

  init(
    path: String, agency: AgencyRecord, caseNumber: String, name: String, key: String,
    values: [String: String], place: PlaceRecord
  ) {
    (self.path, self.agency, self.caseNumber) = (path, agency, caseNumber)
    (self.name, self.key, self.values, self.place) = (name, key, values, place)
  }

  /// What it is known by from one audit to the next: nothing of the file's name or line.
  var identity: String { "\(agency.code)|\(caseNumber)|\(place.path)" }

  /// Whether it differs from another in what a match's facts must differ in.
  func isApart(_ apart: SetComparison.Apart, from other: CollectedFact) -> Bool {
    switch apart {
    case .place: path != other.path || place.path != other.place.path
    case .file: path != other.path
    case .agency: agency.code != other.agency.code
    }
  }

  /// The order in which parts are shown.
  static func precedes(_ left: CollectedFact, _ right: CollectedFact) -> Bool {
    left.path == right.path
      ? (left.place.line, left.place.column) < (right.place.line, right.place.column)
      : Paths.precedes(left.path, right.path)
  }
}

/// What a comparison found.
struct SetMatch: Sendable, Hashable {
  /// The facts concerned, in the order to show them.
  var facts: [CollectedFact]
  /// What the comparison worked out.
  var values: [ValueRecord] = []
  /// What the message may call by name besides count, key and the values of facts.
  var words: [String: String] = [:]
  /// Whether the key alone identifies it, as where all facts of a key are one match.
  var isWholeKey = false
}

/// Compares the facts of one key.
protocol SetComparing {
  /// The matches among facts, which come in the order of their cases.
  func matches(_ facts: [CollectedFact]) -> [SetMatch]
}
