public import RubricKit

/// The plans of all cases as one JSON document.
public struct SelfCheckJSON<Sink: TextSink>: AuditRecordConsumer {
  private struct Document: Encodable {
    struct Case: Encodable {
      var path: String
      var caseNumber: String
      var plan: MendingPlan
    }

    var asOf = ""
    var cases: [Case] = []
    var unjudged: [UnjudgedRecord] = []
  }

  /// Where it goes.
  public private(set) var sink: Sink
  private let planner: MendingPlanner
  private var document = Document()

  /// A document with nothing in it yet.
  public init(_ sink: Sink, planner: MendingPlanner) {
    self.sink = sink
    self.planner = planner
  }

  /// Takes the next record; everything is written with the last.
  public mutating func consume(_ record: AuditRecord) throws {
    switch record {
    case .manifest(let manifest): document.asOf = manifest.asOf
    case .caseFile(let record):
      document.cases.append(
        Document.Case(
          path: record.path, caseNumber: record.caseNumber, plan: try planner.plan(record)))
    case .unjudged(let record): document.unjudged.append(record)
    case .end: try sink.write(try AuthoringJSON.text(document))
    case .setFinding, .setQuestion, .facts, .adjustment, .remark: return
    }
  }
}
