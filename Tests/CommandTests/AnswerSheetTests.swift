import Foundation
import RubricKit
import Testing

/// Every file in ExampleFiles has an answer sheet: range, grade, findings and open items by each
/// rubric, compared as a whole. `CASEAUDIT_UPDATE_ANSWERS=1 swift test --filter AnswerSheet` rewrites
/// the sheets and keeps their `<planted>` notes; review the differences.
@Suite("Answer sheets of ExampleFiles")
struct AnswerSheetTests {
  private static let updates =
    ProcessInfo.processInfo.environment["CASEAUDIT_UPDATE_ANSWERS"] == "1"

  @Test("Every case file gives exactly what its answer sheet says")
  func sheetsMatch() async throws {
    let cases = try await ExampleAudit.run()
    #expect(cases.count >= 1)
    for (name, sheet) in cases.sheets {
      let path = "\(ExampleAudit.folder)/\(name.dropLast(4)).answers.xml"
      let written = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      let expected = sheet.text(planted: AnswerSheet.planted(in: written))
      if Self.updates {
        try expected.write(toFile: path, atomically: true, encoding: .utf8)
      } else {
        #expect(written == expected, "\(path)")
      }
    }
  }

  @Test("Every answer sheet belongs to a case file and says what was planted")
  func sheetsBelong() async throws {
    let cases = try await ExampleAudit.run()
    let sheets = try ExampleAudit.names(endingIn: ".answers.xml")
    #expect(!sheets.isEmpty)
    for sheet in sheets {
      let name = sheet.dropLast(".answers.xml".count) + ".xml"
      #expect(cases.sheets[String(name)] != nil, "\(sheet)")
      let text = try String(contentsOfFile: "\(ExampleAudit.folder)/\(sheet)", encoding: .utf8)
      #expect(!AnswerSheet.planted(in: text).isEmpty, "\(sheet)")
    }
  }
}

/// One audit of ExampleFiles, as `caseaudit score ExampleFiles` makes it.
private struct ExampleAudit: AuditRecordConsumer {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let folder = "\(root)/ExampleFiles"

  private var manifest: ManifestRecord?
  private(set) var sheets: [String: AnswerSheet] = [:]
  var count: Int { sheets.count }

  static func run() async throws -> ExampleAudit {
    let asOf = try CivilDate("2026-11-23")
    var request = AuditRequest(
      rubricsFolder: "\(root)/Rubrics", asOf: asOf,
      tool: ManifestRecord.Tool(name: "test", version: "0"))
    request.registers = try RegisterLocator(named: nil, environment: [:]).locate(for: [folder])
    let assembly = try AuditAssembly(request)
    let audit = Audit(context: assembly.context, manifest: assembly.manifest, jobs: 2)
    var result = ExampleAudit()
    _ = try await audit.run(try CaseFileFinder().find([folder]), into: &result)
    return result
  }

  static func names(endingIn suffix: String) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(suffix) }.sorted()
  }

  mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let record): manifest = record
    case .caseFile(let record): sheets[record.path] = AnswerSheet(record, manifest)
    case .unjudged(let record): sheets[record.path] = AnswerSheet(record)
    case .setFinding(let record):
      for part in record.parts { sheets[part.path]?.add(record) }
    case .setQuestion, .adjustment, .facts, .remark, .end: break
    }
  }
}

/// What one case file must give.
private struct AnswerSheet {
  private let name: String
  private var lines: [String] = []

  init(_ record: CaseRecord, _ manifest: ManifestRecord?) {
    name = URL(filePath: record.path).lastPathComponent
    for error in record.schemaErrors { lines.append("  <schemaError line=\"\(error.line)\"/>") }
    for score in record.scores {
      let version = manifest?.rubrics.first { $0.id == score.rubric }?.version ?? ""
      lines.append("  <rubric id=\"\(score.rubric)\" version=\"\(version)\">")
      lines.append(
        "    <range lower=\"\(Self.points(score.lower.points))\" "
          + "upper=\"\(Self.points(score.upper.points))\"/>")
      lines.append(
        "    <grade lower=\"\(score.lower.grade)\" upper=\"\(score.upper.grade)\" "
          + "certain=\"\(score.certain ? "yes" : "no")\"/>")
      for veto in score.vetoes {
        lines.append(
          "    <veto requirement=\"\(veto.requirement)\" state=\"\(veto.state.rawValue)\"/>")
      }
      for item in score.items { add(item, record) }
      lines.append("  </rubric>")
    }
  }

  init(_ record: UnjudgedRecord) {
    name = URL(filePath: record.path).lastPathComponent
    lines = ["  <unjudged cause=\"\(record.cause)\"/>"]
  }

  mutating func add(_ finding: SetFindingRecord) {
    lines.append("  <setFinding rule=\"\(finding.rule)\" parts=\"\(finding.parts.count)\"/>")
  }

  private mutating func add(_ item: ItemScoreRecord, _ record: CaseRecord) {
    guard let outcome = record.outcomes.first(where: { $0.requirement == item.requirement })
    else { return }
    for occurrence in outcome.occurrences {
      let key = Self.escaped(occurrence.key)
      let start = "requirement=\"\(item.requirement)\" occurrence=\"\(key)\""
      switch occurrence.outcome {
      case .failed:
        lines.append("    <finding \(start) points=\"\(Self.points(item.lost))\"/>")
      case .pending:
        let reasons = occurrence.reasons.map(\.rawValue).joined(separator: " ")
        lines.append("    <pending \(start) reason=\"\(reasons)\"/>")
      default: lines.append("    <\(occurrence.outcome.rawValue) \(start)/>")
      }
    }
  }

  /// The sheet, with what was planted as somebody wrote it.
  func text(planted: [String]) -> String {
    let notes = planted.map { "  <planted>\($0)</planted>" }
    return
      (["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<answerSheet case=\"\(name)\">"]
      + notes + lines + ["</answerSheet>", ""]).joined(separator: "\n")
  }

  static func planted(in text: String) -> [String] {
    text.matches(of: /<planted>([\s\S]*?)<\/planted>/).map { String($0.1) }
  }

  private static func points(_ thousandths: Int) -> String {
    "\(Points(milli: thousandths))"
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
  }
}
