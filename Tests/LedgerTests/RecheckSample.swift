import Foundation

@testable import Ledger
@testable import RubricKit

extension CivilDate {
  /// A day, where typed throws allow no other error.
  static func reading(_ text: String) throws(LedgerError) -> CivilDate {
    do {
      return try CivilDate(text)
    } catch {
      throw LedgerError(.usage, zh: text, en: text)
    }
  }
}

enum RegisterSchemaFile {
  static func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }
}

/// An audit stream of one corrected file, as the program writes it.
enum RecheckSample {
  struct Missing: Error {}

  static func intake(
    number: String, failed: [(fingerprint: String, evidence: String)],
    outcomes: [String: Outcome]
  ) throws -> AuditIntake {
    var intake = AuditIntake()
    let ids = failed.map { "test.\($0.fingerprint)" } + outcomes.keys.sorted()
    try intake.consume(try decoded(manifest(ids)))
    try intake.consume(try decoded(caseFile(number, failed, outcomes)))
    return intake
  }

  private static func decoded(_ json: String) throws -> AuditRecord {
    try JSONDecoder().decode(AuditRecord.self, from: Data(json.utf8))
  }

  private static func manifest(_ ids: [String]) -> String {
    let words = #"{"zh":"x","en":"x"}"#
    let requirements = ids.map {
      #"{"id":"\#($0)","title":\#(words),"severity":"major","judge":"engine","system":"none","#
        + #""basis":[],"remedy":\#(words),"curable":"yes","digest":"d"}"#
    }.joined(separator: ",")
    return
      #"{"record":"manifest","format":1,"tool":{"name":"t","version":"1"},"asOf":"2025-05-01","#
      + #""rubrics":[],"requirements":[\#(requirements)],"setRules":[],"#
      + #""registers":{"folder":"registers","insideJudged":false,"files":[]},"#
      + #""calendar":{"firstYear":2018,"lastYear":2026,"digest":"d"},"schemaDigest":"d","#
      + #""options":{"rubrics":[],"validation":true}}"#
  }

  private static func caseFile(
    _ number: String, _ failed: [(fingerprint: String, evidence: String)],
    _ outcomes: [String: Outcome]
  ) -> String {
    let words = #"{"zh":"x","en":"x"}"#
    func outcome(_ id: String, _ outcome: String, _ occurrences: String) -> String {
      #"{"requirement":"\#(id)","outcome":"\#(outcome)","reasons":[],"occurrences":[\#(occurrences)],"#
        + #""notes":[],"examined":1}"#
    }
    let faults = failed.map {
      outcome(
        "test.\($0.fingerprint)", "failed",
        #"{"key":"k","check":"c1","outcome":"failed","reasons":[],"message":\#(words),"places":[],"#
          + #""values":[],"derivation":[],"fingerprint":"\#($0.fingerprint)","evidence":"\#($0.evidence)"}"#
      )
    }
    let others = outcomes.sorted { $0.key < $1.key }.map { outcome($0.key, $0.value.rawValue, "") }
    return
      #"{"record":"case","path":"1.xml","digest":"corrected","agency":{"code":"SLYJ","name":"示例县应急管理局"},"#
      + #""caseNumber":"\#(number)","caseName":"","kind":"ordinaryPenalty","schemaErrors":[],"remarks":[],"#
      + #""personal":[],"outcomes":[\#((faults + others).joined(separator: ","))],"scores":[]}"#
  }
}
