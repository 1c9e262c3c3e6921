import RubricKit

/// ``CaseCoverage`` as JSON.
struct CaseCoverageJSON: Encodable {
  struct Requirement: Encodable {
    var id: String
    var title: LocalizedText
    var failed: Int
    var passed: Int
    var notApplicable: Int
    var asked: Int
    var undecided: Int
    var reasons: [String: Int]
    /// `neverFired`, `neverApplied` or `alwaysPending`; left out where none holds.
    var silence: String?
  }

  struct Rubric: Encodable {
    var id: String
    var version: String
    var title: LocalizedText
    var cases: Int
    var requirements: [Requirement]
  }

  var asOf: String
  var cases: Int
  var rubrics: [Rubric]
  var unjudged: [UnjudgedRecord]
  var remarks: [RemarkRecord]

  init(_ coverage: CaseCoverage) {
    asOf = coverage.asOf
    cases = coverage.cases
    unjudged = coverage.unjudged
    remarks = coverage.remarks
    rubrics = coverage.parts.map { part in
      Rubric(
        id: part.rubric, version: part.version, title: part.title, cases: part.cases,
        requirements: part.rows.map { row in
          Requirement(
            id: row.requirement, title: row.title, failed: row.failed, passed: row.passed,
            notApplicable: row.notApplicable, asked: row.asked, undecided: row.undecided,
            reasons: row.reasons, silence: row.silence?.rawValue)
        })
    }
  }
}
