import CaseGeneration
import Foundation
import RubricKit
import Testing

/// Judges 2,000 case files of counties in each of which one thing was planted.
@Suite("Contradictions among 2,000 generated case files", .serialized)
struct ContradictionTests {
  @Test("Every strong contradiction planted is found, in the files it was planted in")
  func strongOnesAreFound() async throws {
    let audit = try await CountiesAudit.shared()
    let planted = audit.counties.filter { $0.kind.isFault && audit.isStrong($0.kind.rawValue) }
    #expect(planted.count > 30)
    for county in planted {
      let found = audit.findings.filter { $0.rule == county.kind.rawValue }.map(\.paths)
      #expect(found.contains(Set(county.concerned)), "\(county.kind) in \(county.concerned)")
    }
  }

  @Test("Nobody is accused of what was not planted, least of all those who only look it")
  func nobodyElseIsAccused() async throws {
    let audit = try await CountiesAudit.shared()
    let kinds = Dictionary(
      uniqueKeysWithValues: audit.counties.flatMap { county in
        county.cases.map { ($0.name, county.kind.rawValue) }
      })
    for finding in audit.findings {
      for path in finding.paths { #expect(kinds[path] == finding.rule, "\(path)") }
    }
    #expect(audit.counties.contains { !$0.kind.isFault })
    #expect(audit.unjudged == 0)
  }

  @Test("The file of a case is the same each time")
  func sameBytes() throws {
    let counties = try ContradictionCounties(rubrics: CountiesAudit.rubrics)
    for number in [1, 7, 21] {
      let (first, second) = (counties.county(number), counties.county(number))
      #expect(first.cases.map(\.source) == second.cases.map(\.source))
    }
  }
}

/// One audit for all tests: what the strong rules found.
private struct CountiesAudit: AuditRecordConsumer {
  struct Finding {
    var rule: String
    var paths: Set<String>
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let rubrics = "\(root)/Rubrics"
  private static let count = 2000
  private static let task = Task { try await run() }

  private(set) var counties: [ContradictionCounties.County] = []
  private(set) var findings: [Finding] = []
  private(set) var unjudged = 0
  private var strengths: [String: SetStrength] = [:]

  static func shared() async throws -> CountiesAudit { try await task.value }

  func isStrong(_ rule: String) -> Bool { strengths[rule] == .strong }

  private static func run() async throws -> CountiesAudit {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: UUID().uuidString).path
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }
    var result = CountiesAudit()
    let counties = try ContradictionCounties(rubrics: rubrics)
    let number = (count - 1) / Contradiction.bases.count + 1
    result.counties = (1...number).map(counties.county)
    for (name, source) in result.counties.flatMap(\.cases) {
      let url = URL(filePath: "\(folder)/cases/\(name)")
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(source).write(to: url)
    }
    let registers = "\(folder)/registers"
    try CountyRegisters.write(
      from: "\(rubrics)/example-registers", to: registers, counties: number + 1)
    try CountyRegisters.addThresholds(
      to: registers,
      counties: (1...number).filter { result.counties[$0 - 1].kind == .belowThreshold })
    var request = AuditRequest(
      rubricsFolder: rubrics, asOf: try CivilDate("2026-11-23"),
      tool: ManifestRecord.Tool(name: "test", version: "0"))
    request.registers = try RegisterLocator(named: registers, environment: [:]).locate(
      for: [folder])
    // The set rules are judged with any rubrics; small ones leave the time to them.
    request.rubricIDs = ["three-systems", "inspection"]
    request.validates = false
    let assembly = try AuditAssembly(request)
    let audit = Audit(context: assembly.context, manifest: assembly.manifest, jobs: 2)
    _ = try await audit.run(try CaseFileFinder().find(["\(folder)/cases"]), into: &result)
    return result
  }

  mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let record):
      for rule in record.setRules { strengths[rule.id] = rule.strength }
    case .setFinding(let record):
      findings.append(Finding(rule: record.rule, paths: Set(record.parts.map(\.path))))
    case .unjudged: unjudged += 1
    case .caseFile, .setQuestion, .adjustment, .facts, .remark, .end: break
    }
  }
}
