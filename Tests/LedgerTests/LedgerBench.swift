import Foundation
import TestSupport
import Testing

@testable import Ledger
@testable import RubricKit

/// A ledger in a folder of its own, with short ways to enter things.
final class LedgerBench {
  let folder: String
  let file: LedgerFile
  var path: String { file.path }

  init() throws {
    folder = NSTemporaryDirectory() + "ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    file = try LedgerFile("\(folder)/ledger.db", creates: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let opening = LedgerFact.RoundOpened(
    round: "2025-1", title: "第一季度评查", office: "示例县司法局", mark: "示司监", replyDays: 30,
    replySource: "评查方案")
  static let agency = AgencyRecord(code: "SLYJ", name: "示例县应急管理局")

  static func finding(
    _ fingerprint: String, curable: Curability = .yes, evidence: String = "e",
    severity: Severity = .major
  ) -> LedgerFact.Finding {
    LedgerFact.Finding(
      fingerprint: fingerprint, evidence: evidence, requirement: "test.\(fingerprint)",
      title: LocalizedText(zh: "项目", en: "item"), severity: severity, curable: curable,
      message: LocalizedText(zh: "问题", en: "fault"), place: "/caseFile")
  }

  static func audit(
    _ number: String, _ findings: [LedgerFact.Finding], round: String = "2025-1",
    agency: AgencyRecord = agency, grade: String = "good", digest: String? = nil
  ) -> LedgerFact.CaseAudited {
    let end = ScoreEndRecord(points: 90_000, grade: grade)
    return LedgerFact.CaseAudited(
      round: round, path: "\(number).xml", digest: digest ?? "digest-\(number)", agency: agency,
      caseNumber: number, kind: "ordinaryPenalty",
      inputs: .init(rubrics: "r", registers: "g", tool: "1", asOf: "2025-03-01"),
      scores: [
        .init(rubric: "r", lower: end, upper: end, certain: true, lowestGrade: "fail")
      ], findings: findings, open: 0)
  }

  /// Enters facts on a day.
  @discardableResult
  func enter(_ facts: [LedgerFact], on day: String = "2025-03-01") throws -> LedgerHead {
    try file.add(recorded: "\(day)T09:00:00", effective: try CivilDate(day)) {
      (_) throws(LedgerError) in facts
    }
  }

  /// Enters what a step decides by the state.
  @discardableResult
  func step(
    on day: String = "2025-03-10",
    _ facts: (LedgerState) throws(LedgerError) -> [LedgerFact]
  ) throws -> LedgerHead {
    try file.add(recorded: "\(day)T09:00:00", effective: try CivilDate(day), facts)
  }

  /// A round with one case and these findings, noticed.
  func noticed(_ findings: [LedgerFact.Finding]) throws {
    try enter([.roundOpened(Self.opening)])
    try enter([.caseAudited(Self.audit("1号", findings))])
    try step { (state) throws(LedgerError) in try state.noticing(round: "2025-1", year: 2025) }
  }

  /// Runs sqlite statements by Python's own library, as somebody else might.
  @discardableResult
  func sqlite(_ statements: String) throws -> (status: Int32, output: String) {
    try Python.run([
      "-c",
      """
      import sqlite3, sys
      base = sqlite3.connect(sys.argv[1])
      for row in [r for s in sys.argv[2].split(";") if s.strip() for r in base.execute(s)]: print(*row)
      base.commit()
      """, path, statements,
    ])
  }
}
